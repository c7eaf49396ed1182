//! What is shown is taken away: the file's statements and answers are those of the page, under the strict policy, from a
//! host and from disk; a citation and a link say what was seen, and a link from elsewhere says what differs.

use e2e::browser::Kind;
use e2e::failure::{Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;
use e2e::wait;
use serde_json::{Value, json};

use crate::answers::same_counts;

pub const STORY: Story =
    Story { name: "take", tell, places: &[Place::Root, Place::Disk], browsers: &Kind::ALL };

/// Keeps what the page offers for saving, in place of the browser's own doing.
pub const CATCH: &str = "window.caught = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { const url = make.call(URL, blob); window.caught.push({url, blob}); return url; };
    HTMLElement.prototype.click = function () {
        if (this.tagName === 'A' && this.download) {
            const one = window.caught.find(it => it.url === this.href) ?? {url: this.href};
            one.name = this.download;
            if (!window.caught.includes(one)) window.caught.push(one);
            if (one.blob) one.blob.text().then(text => { one.text = text; });
        } else { this.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})); }
    };";

fn tell(page: &Page) -> Result {
    page.open("#place=idlib-governorate&from=2019-12")?;
    let answer = same_counts(page, &["--place", "idlib-governorate", "--from", "2019-12"])?;
    page.run(CATCH)?;
    page.find("button", "Export")?.click()?;
    let dialog = page.find("dialog", "Export")?;
    page.accessible()?;
    dialog.find("radio", "JSON Lines, for programs")?.click()?;
    dialog.find("button", "Save file")?.click()?;
    let text = caught(page, ".jsonl")?;
    let rows: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let ids: Vec<&Value> = rows.iter().map(|row| &row["id"]).collect();
    equal("the statements, in order", json!(ids), answer["ids"].clone())?;
    let matching = rows.iter().filter(|row| row["answer"] == "match").count();
    equal("the answers", json!(matching), answer["match"].clone())?;
    ensure(rows.iter().all(|row| row["report_form"] == "digest"), || "a digest is not marked".into())?;
    page.sees("Saved as fieldbook-")?;
    dialog.find("radio", "CSV, for spreadsheets")?.click()?;
    dialog.find("button", "Save file")?.click()?;
    let text = caught(page, ".csv")?;
    ensure(text.starts_with("id,answer,date,") || text.starts_with("\u{feff}id,answer,date,"), || {
        text.clone()
    })?;
    citation(page, &answer)?;
    notebook(page)?;
    page.press("Escape")?;
    page.gone("dialog", "Export")?;
    printed(page, &answer)?;
    other_version(page, &answer)?;
    page.quiet()
}

/// The text of the last file of this ending.
pub fn caught(page: &Page, ending: &str) -> Result<String> {
    let script = format!("return window.caught.findLast(it => it.name?.endsWith('{ending}'))?.text ?? null");
    wait::until("the file", || Ok(page.run(&script)?.as_str().map(str::to_owned)))
}

fn citation(page: &Page, answer: &Value) -> Result {
    let dialog = page.find("dialog", "Export")?;
    let text = dialog.text()?;
    let counts = format!("({} match, {} may match)", answer["match"], answer["may_match"]);
    for words in ["Corpus SHA-256", "Accessed 20", "Not shown:", &counts] {
        ensure(text.contains(words), || format!("the citation does not say {words}: {text}"))?;
    }
    dialog.find("radio", "BibTeX")?.click()?;
    page.sees("@misc{fieldbook-")
}

fn notebook(page: &Page) -> Result {
    let dialog = page.find("dialog", "Export")?;
    let field = dialog.find("textbox", "Name of this view")?;
    page.enter(&field, "Idlib since December")?;
    dialog.find("button", "Keep this view")?.click()?;
    page.sees("Unchanged since it was kept")?;
    page.accessible()?;
    dialog.find("button", "Save views and notes")?.click()?;
    let text = caught(page, ".json")?;
    ensure(text.starts_with("{\"fieldbook_notebook\":1"), || text.clone())
}

/// Print closes the dialog, and prints the whole list with its citation.
fn printed(page: &Page, answer: &Value) -> Result {
    page.run(
        "window.print = () => {
        const rows = document.querySelectorAll('.statements__list > li').length;
        window.printed = rows + ' ' + document.querySelector('.colophon')?.textContent;
    }",
    )?;
    page.find("button", "Export")?.click()?;
    page.find("dialog", "Export")?.find("button", "Print")?.click()?;
    let said = wait::until("the print", || {
        Ok(page.run("return window.printed ?? null")?.as_str().map(str::to_owned))
    })?;
    let begins = format!("{} ", answer["shown"]);
    ensure(said.starts_with(&begins) && said.contains("Corpus SHA-256"), || said.clone())?;
    page.gone("dialog", "Export")
}

fn other_version(page: &Page, answer: &Value) -> Result {
    page.open("#place=idlib-governorate&from=2019-12&corpus=0123456789ab&n=99.1")?;
    page.sees("This link was made on another version of this fieldbook, where it showed 100 statements")?;
    page.accessible()?;
    let n = format!("{}.{}", answer["match"], answer["may_match"]);
    page.open(&format!("#place=idlib-governorate&from=2019-12&n={n}"))?;
    ensure(
        !page.run("return document.body.textContent.includes('This link')")?.as_bool().unwrap_or(true),
        || "a link that shows the same is complained about".into(),
    )
}
