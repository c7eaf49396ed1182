//! What breaks while the page starts or is used: the page comes back, or says what was not done.

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure};
use e2e::page::Page;
use e2e::place::{Place, file_url};
use e2e::sources::{read, write};
use e2e::story::Story;
use e2e::wait;
use std::path::Path;
use xtask::paths;

use crate::faults::broken;

pub const STORY: Story = Story { name: "breaks", tell, places: &[Place::Disk], browsers: &Kind::ALL };

/// What breaks: its name, the script that breaks it, and what a reader then does and sees.
type Case = (&'static str, &'static str, fn(&Page) -> Result);

const CASES: [Case; 10] = [
    ("an error in the glue", GLUE, |page| says(&page.rescue_card()?, "is damaged")),
    ("a corpus of a newer format", NEWER, |page| page.sees("this corpus is in format version 99")),
    ("the clipboard refuses", CLIPBOARD, |page| {
        page.find("button", "Copy link")?.click()?;
        page.sees("does not allow copying")
    }),
    ("a download is refused", DOWNLOAD, |page| {
        page.find("button", "Export")?.click()?;
        let dialog = page.find("dialog", "Export")?;
        dialog.find("button", "Save file")?.click()?;
        page.sees("The browser refused to save the file")
    }),
    ("a policy forbids workers", NO_WORKER, |page| {
        saves(page)?;
        page.status("why not", |text| text.starts_with("It could not be saved")).map(drop)
    }),
    ("a worker is killed", KILLED, |page| {
        saves(page)?;
        page.status("why not", |text| text.starts_with("It could not be saved")).map(drop)
    }),
    ("a worker never answers", SILENT, |page| {
        saves(page)?;
        page.find("dialog", "Save this selection as a fieldbook")?.find("button", "Cancel")?.click()?;
        page.status("that nothing was saved", |text| text.starts_with("Cancelled")).map(drop)
    }),
    ("a panic while mounting", "panics(1);", |page| {
        page.ready()?;
        page.find("list", "Statements")?;
        restarted(page)
    }),
    ("a panic whenever it mounts", "panics(Infinity);", |page| {
        says(&page.rescue_card()?, "stopped and did not recover")
    }),
    ("a panic in an effect", "", |page| {
        page.ready()?;
        page.find("checkbox", "Matches only")?.click()?;
        wait::until("the address", || Ok(page.fragment()?.contains("matches-only").then_some(())))?;
        // Rows are made anew by effects that follow the selection.
        page.run("panics(1)")?;
        page.find("checkbox", "Matches only")?.click()?;
        wait::until("a fresh instance", || restarted(page).map(Some))?;
        page.ready()?;
        page.find("list", "Statements").map(drop)
    }),
];

/// Panics inside the next of `times` calls that make a marker of a view, and fails in the others: what the program
/// was at then, mounting or an effect, is what breaks.
const PANICS: &str = "
function panics(times) {
  const real = Document.prototype.createComment;
  Document.prototype.createComment = function (text) {
    if (times-- > 0) {
      if (fieldbookBoot.record.starts < 2) wasm_bindgen.crash('panic');
      // While a fresh instance begins it cannot be called.
      throw new Error('no marker');
    }
    return real.call(this, text);
  };
}
";

const GLUE: &str = "TextDecoder.prototype.decode = () => { throw new TypeError('no'); };";
const NEWER: &str = "WebAssembly.Module.customSections = () => []; globalThis.fieldbookCorpus = new Uint8Array(100); fieldbookCorpus.set(new TextEncoder().encode('FIELDBK\\n')); fieldbookCorpus[8] = 99;";
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } }); document.execCommand = () => false;";
const DOWNLOAD: &str = "URL.createObjectURL = () => { throw new DOMException('no', 'SecurityError'); };";
const NO_WORKER: &str =
    "globalThis.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };";
const KILLED: &str = "globalThis.Worker = class { terminate() {} postMessage() { setTimeout(() => this.onerror(new ErrorEvent('error', { message: 'killed' }))); } };";
const SILENT: &str = "globalThis.Worker = class { terminate() {} postMessage() {} };";

fn tell(page: &Page) -> Result {
    let whole = read(&paths::dist().join("fieldbook.html"))?;
    let name = format!("fieldbook-e2e-breaks-{}-{}.html", std::process::id(), page.browser.kind.name());
    let file = std::env::temp_dir().join(name);
    let told = CASES.iter().try_for_each(|case| check(page, &whole, &file, case));
    let _ = std::fs::remove_file(&file);
    told
}

fn check(page: &Page, whole: &str, file: &Path, (name, breaks, told): &Case) -> Result {
    write(file, &broken(whole, &format!("{PANICS}{breaks}")))?;
    page.go(&file_url(file))?;
    told(page).map_err(|Failure(why)| Failure(format!("{name}: {why}")))?;
    page.note(&format!("{name}: as told"));
    Ok(())
}

fn says(card: &str, words: &str) -> Result {
    ensure(card.contains(words), || format!("the card says {card}"))
}

fn restarted(page: &Page) -> Result {
    let starts = page.run("return fieldbookBoot.record.starts")?;
    ensure(starts.as_u64() > Some(1), || format!("the program started {starts} times"))
}

/// Asks for the selection as a file.
fn saves(page: &Page) -> Result {
    page.ready()?;
    page.find("button", "Save this selection as a fieldbook")?.click()?;
    page.find("dialog", "Save this selection as a fieldbook")?.find("button", "Save")?.click()
}
