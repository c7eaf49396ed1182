//! Files become a fieldbook: chosen from disk in the maker, previewed, opened in it, saved, and opened from disk.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::{Place, file_url};
use e2e::sources::single_file;
use e2e::story::Story;
use e2e::wait;
use serde_json::json;
use std::path::{Path, PathBuf};
use xtask::paths;

pub const STORY: Story = Story { name: "maker", tell, places: &[Place::Disk], browsers: &Kind::ALL };

/// The third row is too short.
const TABLE: &str = "id,date,place,actor,killed
1,2020-02-26,Saraqib,Army,3
2,2020-02-27,Idlib,Army
3,2020-02-28,Idlib,Army,5
";

const ARTICLE: &str = "Turkish soldiers were killed in Idlib on Thursday, the governor of Hatay said.

At least 33 soldiers died and dozens were wounded in the air strike, he told reporters.
";

/// Keeps every blob that gets an address, so that a story can hold what would be saved.
const KEEP_BLOBS: &str = "
window.kept = [];
const make = window.URL.createObjectURL;
window.URL.createObjectURL = (blob) => { window.kept.push(blob); return make.call(window.URL, blob); };";

/// The last blob, as base64.
const LAST_BLOB: &str = "
const done = arguments[arguments.length - 1];
const blob = window.kept.at(-1);
if (!blob || !blob.type.startsWith('text/html')) return done('');
const reader = new FileReader();
reader.onload = () => done(reader.result.split(',')[1]);
reader.onerror = () => done('failed');
reader.readAsDataURL(blob);";

fn tell(page: &Page) -> Result {
    let folder = Folder::new(page)?;
    speaks_arabic(page)?;
    page.go(&[&file_url(&paths::maker()), "#lang=en"].concat())?;
    page.ready()?;
    page.accessible()?;
    page.run(KEEP_BLOBS)?;
    drops_a_folder(page)?;
    cancels(page, &folder)?;
    gives_up(page, &folder)?;
    let files = [folder.write("table.csv", TABLE)?, folder.write("article.md", ARTICLE)?];
    choose(page, &files)?;
    previews(page)?;
    fits_a_phone(page)?;
    goes_on_without_what_kills_it(page, &folder)?;
    corrects(page)?;
    page.accessible()?;
    let html = saves(page)?;
    opens_within(page)?;
    quiet(page)?;
    is_what_the_command_builds(&folder, &html)?;
    let saved = folder.write_bytes("saved fieldbook.html", &html)?;
    page.go(&file_url(&saved))?;
    page.ready()?;
    page.status("the statements of the saved file", |text| text.starts_with("4 statements"))?;
    page.quiet()
}

fn choose(page: &Page, files: &[PathBuf]) -> Result {
    let names: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
    page.select("#files")?.type_text(&names.join("\n"))
}

/// Drops a folder as browsers hand it over: entries that are read piece by piece, one inside another.
const DROP: &str = "
const file = (name, text) => ({ name, isFile: true, isDirectory: false, file: (done) => done(new File([text], name)) });
const folder = (name, entries) => ({ name, isFile: false, isDirectory: true, createReader() {
  const pieces = entries.map((entry) => [entry]);
  return { readEntries: (done) => done(pieces.shift() ?? []) };
} });
const inner = folder('events', [file('a.csv', arguments[0]), file('b.csv', arguments[0].replaceAll('2020', '2021').replace(/^[0-9]/gm, 'b$&'))]);
const whole = folder('sources', [file('fieldbook.toml', 'title = \\u0022Dropped\\u0022'), inner]);
const event = new DragEvent('drop', { bubbles: true, cancelable: true });
Object.defineProperty(event, 'dataTransfer', { value: { items: [{ webkitGetAsEntry: () => whole }], files: [] } });
document.dispatchEvent(event);";

/// A folder is dropped: its files are read as what they are in a folder of sources.
fn drops_a_folder(page: &Page) -> Result {
    page.session().run(DROP, &[json!(TABLE)])?;
    page.status("what was found", |text| text.starts_with("4 statements from 2 reports, 2 rows left out"))?;
    equal("the title", page.run("return document.querySelector('#title').value")?, json!("Dropped"))?;
    page.find("button", "Start over")?.click()?;
    page.gone("heading", "Tables")
}

/// Reading a large table is called off; nothing is left of it, and the page goes on.
fn cancels(page: &Page, folder: &Folder) -> Result {
    let mut table = String::from("id,date,place,actor,killed\n");
    for row in 0..400_000 {
        table.push_str(&format!(
            "{row},2020-02-{:02},Town {},Army {},3\n",
            1 + row % 28,
            row % 997,
            row % 89
        ));
    }
    choose(page, &[folder.write("large.csv", &table)?])?;
    page.find("button", "Cancel")?.click()?;
    page.sees("Canceled. Nothing was changed.")?;
    ensure(!page.has("heading", "Tables")?, || "a preview is shown".into())?;
    page.find("button", "Start over")?.click()
}

/// A worker that hears nothing of the next file; the two minutes that reading may take pass at once.
const ENDLESS: &str = "
const { postMessage } = Worker.prototype, { setTimeout } = window;
Worker.prototype.postMessage = function (message, moved) {
  if (message.order !== 'take') return postMessage.call(this, message, moved);
  Object.assign(Worker.prototype, { postMessage });
};
window.setTimeout = (act, time) => setTimeout(act, time === 120_000 ? 100 : time);
window.backToTheClock = () => Object.assign(window, { setTimeout });";

/// Reading a file takes longer than it may: it is named and left out.
fn gives_up(page: &Page, folder: &Folder) -> Result {
    page.run(ENDLESS)?;
    choose(page, &[folder.write("endless.md", ARTICLE)?])?;
    page.find("heading", "Not read")?;
    page.sees("endless.md Reading it took longer than 120 seconds; it is left out")?;
    page.run("backToTheClock()")?;
    page.find("button", "Start over")?.click()?;
    page.gone("heading", "Not read")
}

/// From right to left, and on a phone.
fn speaks_arabic(page: &Page) -> Result {
    page.go(&[&file_url(&paths::maker()), "#lang=ar"].concat())?;
    page.ready()?;
    let root = page.run("const e = document.documentElement; return [e.lang, e.dir]")?;
    equal("language and direction", root, json!(["ar", "rtl"]))?;
    fits_a_phone(page)
}

fn fits_a_phone(page: &Page) -> Result {
    page.resize(390, 844)?;
    page.accessible()?;
    page.fits("the maker")?;
    page.resize(1440, 900)
}

/// A font's encoding that the reader of PDF files panics over.
const HOSTILE: &str = "%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 32 >>
stream
BT /F1 12 Tf 1 1 Td (Text) Tj ET
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /Unheard >>
endobj
";

/// The worker dies over a file, which is named; the others are read.
fn goes_on_without_what_kills_it(page: &Page, folder: &Folder) -> Result {
    let mut text = HOSTILE.to_owned();
    let starts: Vec<usize> = (1..=5).filter_map(|n| text.find(&format!("{n} 0 obj"))).collect();
    let at = text.len();
    text.push_str("xref\n0 6\n0000000000 65535 f \n");
    starts.iter().for_each(|start| text.push_str(&format!("{start:010} 00000 n \n")));
    text.push_str(&format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"));
    choose(page, &[folder.write("hostile.pdf", &text)?])?;
    page.find("heading", "Not read")?;
    page.sees("hostile.pdf This file stopped the program that reads it")?;
    previews(page)?;
    quiet(page)
}

/// Counts, the bad row with its line, and what the table was taken for.
fn previews(page: &Page) -> Result {
    page.status("what was found", |text| text.starts_with("4 statements from 2 reports, 1 row left out"))?;
    page.find("heading", "Tables")?;
    page.sees("columns guessed")?;
    let findings = page.find("list", "What is wrong or odd")?.text()?;
    ensure(findings.contains("table.csv line 3"), || format!("no line 3 in {findings}"))
}

/// The day on which the article was published, which it does not say, and a title.
fn corrects(page: &Page) -> Result {
    let published = page.find("textbox", "Day on which article was published")?;
    page.enter(&published, "2020-02-28")?;
    page.status("what was found", |text| text.contains("2020-02-26 to 2020-02-28"))?;
    let title = page.find("textbox", "Title of the fieldbook")?;
    title.clear()?;
    page.enter(&title, "Two sources")?;
    wait::until("the new title", || {
        let busy = page.has("button", "Cancel")?;
        let value = page.run("return document.querySelector('#title').value")?;
        Ok((!busy && value == json!("Two sources")).then_some(()))
    })
}

/// Saves, and gives the bytes that were saved.
fn saves(page: &Page) -> Result<Vec<u8>> {
    if page.has("checkbox", "I have read this and want to save")? {
        page.find("checkbox", "I have read this and want to save")?.click()?;
    }
    page.find("button", "Save as one file")?.click()?;
    page.status("that it was saved", |text| text.contains("Saved as two-sources.html"))?;
    let text = page.session().run_async(LAST_BLOB, &[])?;
    let html = STANDARD.decode(text.as_str().unwrap_or_default());
    let html = html.map_err(|e| Failure::because("the saved file", e))?;
    ensure(html.starts_with(b"<!doctype html>"), || format!("saved {} bytes", html.len()))?;
    Ok(html)
}

/// Shows the fieldbook in the page.
fn opens_within(page: &Page) -> Result {
    page.find("button", "Open")?.click()?;
    let frame = page.select("iframe")?;
    page.session().post("frame", &json!({ "id": frame.value() }))?;
    page.ready()?;
    page.status("the statements in the frame", |text| text.starts_with("4 statements"))?;
    quiet(page)?;
    page.session().post("frame", &json!({ "id": null }))?;
    page.find("button", "Back to the files")?.click()?;
    page.find("button", "Open").map(drop)
}

/// Neither errors nor anything that the policy had to stop.
fn quiet(page: &Page) -> Result {
    let record = page.run("return globalThis.fieldbookBoot.record")?;
    equal("errors", &record["errors"], &json!([]))?;
    equal("policy violations", &record["violations"], &json!([]))
}

/// Builds the same sources with the command, and compares byte by byte.
fn is_what_the_command_builds(folder: &Folder, html: &[u8]) -> Result {
    folder.write("sources/fieldbook.toml", "title = \"Two sources\"\n")?;
    folder.write("sources/events/table.csv", TABLE)?;
    let article = format!("+++\npublished = \"2020-02-28\"\n+++\n\n{ARTICLE}");
    folder.write("sources/reports/article.md", &article)?;
    let built = folder.0.join("built.html");
    single_file(&folder.0.join("sources"), &built)?;
    let built = std::fs::read(&built).map_err(|e| Failure::because("what the command built", e))?;
    let same = built == html;
    ensure(same, || format!("the command builds {} bytes, the maker {}", built.len(), html.len()))
}

/// A folder of this story's own; dropping it removes it.
struct Folder(PathBuf);

impl Folder {
    fn new(page: &Page) -> Result<Self> {
        let name = format!("fieldbook maker {} {}", page.browser.kind.name(), std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        std::fs::create_dir_all(&folder.0).map_err(|e| Failure::because("cannot make a folder", e))?;
        Ok(folder)
    }

    fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        self.write_bytes(name, text.as_bytes())
    }

    fn write_bytes(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let file = self.0.join(name);
        let written = std::fs::create_dir_all(file.parent().unwrap_or(Path::new("/")))
            .and_then(|()| std::fs::write(&file, bytes));
        written.map_err(|e| Failure::because(format!("cannot write {}", file.display()), e))?;
        Ok(file)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
