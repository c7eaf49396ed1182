//! A selection is saved as a fieldbook of its own, which opens from disk and can be saved from again.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::{Place, file_url};
use e2e::story::Story;
use serde_json::json;

pub const STORY: Story = Story {
    name: "selection",
    tell,
    places: &[Place::Root, Place::Disk, Place::Folder],
    browsers: &Kind::ALL,
};

/// Keeps every blob that gets an address, so that the story can hold what is saved.
const KEEP_BLOBS: &str = "
window.kept = [];
const make = window.URL.createObjectURL;
window.URL.createObjectURL = (blob) => { window.kept.push(blob); return make.call(window.URL, blob); };";

const LAST_BLOB: &str = "
const done = arguments[arguments.length - 1];
const reader = new FileReader();
reader.onload = () => done(reader.result.split(',')[1]);
reader.readAsDataURL(window.kept.at(-1));";

fn tell(page: &Page) -> Result {
    page.open("#from=2020-02-27&to=2020-02-27")?;
    let count = shown(page)?;
    let html = saved(page, "Notes", true)?;
    let name = format!("fieldbook selection {} {}.html", page.browser.kind.name(), std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, &html).map_err(|e| Failure::because("cannot write the file", e))?;
    let opened = reopened(page, &file_url(&file), count);
    let _ = std::fs::remove_file(&file);
    opened
}

/// How many statements the page shows, matching or not.
fn shown(page: &Page) -> Result<u64> {
    let status = page.status("the count", |text| text.contains("may match"))?;
    let number = status.split(' ').next().and_then(|number| number.replace(',', "").parse().ok());
    number.ok_or_else(|| Failure(format!("no number in {status}")))
}

/// Saves what is shown under a title, and gives its bytes.
fn saved(page: &Page, title: &str, quoted: bool) -> Result<Vec<u8>> {
    page.run(KEEP_BLOBS)?;
    page.find("button", "Save this selection as a fieldbook")?.click()?;
    let dialog = page.find("dialog", "Save this selection as a fieldbook")?;
    page.accessible()?;
    let reports = if quoted { "only the passages they quote" } else { "the whole text" };
    dialog.find("radio", reports)?.click()?;
    let field = dialog.find("textbox", "Title")?;
    field.clear()?;
    field.type_text(title)?;
    dialog.find("button", "Save")?.click()?;
    page.status("that it was saved", |text| text.starts_with("Saved."))?;
    let text = page.session().run_async(LAST_BLOB, &[])?;
    let html = STANDARD.decode(text.as_str().unwrap_or_default());
    html.map_err(|e| Failure::because("the saved file", e))
}

/// Opens the file: the same statements, the new title, and nothing of the reports but what is quoted.
fn reopened(page: &Page, url: &str, count: u64) -> Result {
    page.go(url)?;
    page.ready()?;
    equal("statements of the part", shown(page)?, count)?;
    page.find("heading", "Notes")?;
    let errors = page.run("return globalThis.fieldbookBoot.record")?;
    equal("errors", &errors["errors"], &json!([]))?;
    equal("policy violations", &errors["violations"], &json!([]))?;
    // And once more, from the part itself.
    let again = saved(page, "Notes", false)?;
    ensure(again.starts_with(b"<!doctype html>"), || format!("saved {} bytes", again.len()))
}
