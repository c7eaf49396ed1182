//! Faults of the browser and of the data, one after another: each ends in a page that works or in a card that
//! says what happened. `docs/faults.md` lists all forty and where each is tested.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::{Place, file_url};
use e2e::sources::{built, read, write};
use e2e::story::Story;
use serde_json::json;
use sha2::{Digest, Sha256};
use xtask::paths;

pub const STORY: Story = Story { name: "faults", tell, places: &[Place::Disk], browsers: &Kind::ALL };

/// What a fault ends in.
enum End {
    /// The page works.
    Works,
    /// The plain list, with these words above it.
    List(&'static str),
    /// A card with these words.
    Card(&'static str),
}

/// A fault of the browser: its name, what breaks it before anything else runs, and what it ends in.
const BROWSER: [(&str, &str, End); 9] = [
    ("no DecompressionStream", "delete globalThis.DecompressionStream;", End::List("too old")),
    ("no Uint8Array.fromBase64", "delete Uint8Array.fromBase64;", End::Works),
    ("no WebAssembly", "delete globalThis.WebAssembly;", End::List("WebAssembly is switched off")),
    ("no Worker", "delete globalThis.Worker; delete globalThis.SharedWorker;", End::Works),
    (
        "pushState throws",
        "history.pushState = history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };",
        End::Works,
    ),
    (
        "storage throws",
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(globalThis, name, { get() { throw new DOMException('no', 'SecurityError'); } });",
        End::Works,
    ),
    ("no Intl", "delete globalThis.Intl;", End::Works),
    (
        "clipboard denied",
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });",
        End::Works,
    ),
    (
        "no record of requests",
        "performance.getEntriesByType = () => { throw new TypeError('no'); };",
        End::Works,
    ),
];

fn tell(page: &Page) -> Result {
    let folder = std::env::temp_dir().join(format!(
        "fieldbook-e2e-faults-{}-{}",
        std::process::id(),
        page.browser.kind.name()
    ));
    let told = of_the_browser(page, &folder)
        .and_then(|()| of_the_file(page, &folder))
        .and_then(|()| of_the_data(page, &folder))
        .and_then(|()| resize_storm(page));
    let _ = fs::remove_dir_all(&folder);
    told
}

/// Opens a changed copy of the single file and expects an end.
fn check(page: &Page, name: &str, file: &Path, html: &str, end: &End) -> Result {
    write(file, html)?;
    page.go(&file_url(file))?;
    let told = match end {
        End::Works => page.ready().and_then(|()| page.find("list", "Statements").map(drop)),
        End::List(words) => {
            page.sees(words).and_then(|()| page.select(".plain-filter:not([hidden])").map(drop))
        }
        End::Card(words) => page
            .rescue_card()
            .and_then(|card| ensure(card.contains(words), || format!("the card says {card}"))),
    };
    told.map_err(|Failure(why)| Failure(format!("{name}: {why}")))?;
    page.note(&match end {
        End::Works => format!("{name}: the page works"),
        End::List(words) => format!("{name}: the plain list says “{words}”"),
        End::Card(words) => format!("{name}: the card says “{words}”"),
    });
    Ok(())
}

/// The single file with a script that runs before the boot script; the policy allows exactly this one, too.
pub fn broken(whole: &str, breaks: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(breaks.as_bytes()));
    whole.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1).replacen(
        "<meta name=\"referrer\"",
        &format!("<script>{breaks}</script><meta name=\"referrer\""),
        1,
    )
}

fn of_the_browser(page: &Page, folder: &Path) -> Result {
    let whole = read(&paths::dist().join("fieldbook.html"))?;
    for (name, breaks, end) in &BROWSER {
        let html = broken(&whole, breaks);
        check(page, name, &folder.join("browser.html"), &html, end)?;
        if *name == "pushState throws" {
            page.find("checkbox", "Matches only")?.click()?;
            page.status("a status", |text| text.contains("match"))?;
        }
    }
    Ok(())
}

fn of_the_file(page: &Page, folder: &Path) -> Result {
    let whole = read(&paths::dist().join("fieldbook.html"))?;
    let open = "<script type=\"text/plain\" data-part=\"wasm\" data-dense>";
    let blocks: Vec<&str> = whole.split(open).collect();
    ensure(blocks.len() > 2, || "the file has one block alone".into())?;
    let file = folder.join("file.html");
    let damaged = End::Card("is damaged");
    let join = |blocks: &[&str]| blocks.join(open);
    let mut missing = blocks.clone();
    missing.remove(1);
    check(page, "a block missing", &file, &join(&missing), &damaged)?;
    let mut swapped = blocks.clone();
    // The last block holds the rest of the file behind it, so blocks change places, not pieces.
    let (first, second) = (block(blocks[1])?, block(blocks[2])?);
    let (a, b) = (blocks[1].replacen(first, second, 1), blocks[2].replacen(second, first, 1));
    (swapped[1], swapped[2]) = (&a, &b);
    check(page, "blocks swapped", &file, &join(&swapped), &damaged)?;
    let half = first.get(..first.floor_char_boundary(first.len() / 2)).unwrap_or_default();
    let cut = whole.replacen(first, half, 1);
    check(page, "gzip cut short", &file, &cut, &damaged)?;
    let end = whole.rfind("<script data-part=\"plain\">").unwrap_or_default();
    let open = "<script data-part=\"glue\">";
    let glue = whole.get(..end).and_then(|html| html.rfind(open)).unwrap_or_default();
    let without =
        format!("{}{}", whole.get(..glue).unwrap_or_default(), whole.get(end..).unwrap_or_default());
    check(page, "no glue", &file, &without, &End::Card("could not be loaded"))?;
    later_half(page, &whole, &file)
}

/// Without its later half the page filters and reads as ever, and what needs that half says that it is missing.
fn later_half(page: &Page, whole: &str, file: &Path) -> Result {
    let (_, after) =
        whole.split_once("data-part=\"late\" data-dense>").ok_or_else(|| Failure("no later half".into()))?;
    let whole_block = block(after)?;
    let cut = whole.replacen(
        whole_block,
        whole_block.get(..whole_block.floor_char_boundary(4000)).unwrap_or_default(),
        1,
    );
    check(page, "the later half damaged", file, &cut, &End::Works)?;
    page.find("checkbox", "Matches only")?.click()?;
    page.status("a status", |text| text.contains("match"))?;
    page.find("tab", "Table")?.click()?;
    page.find("tab", "Figures")?.click()?;
    page.sees("This part of the page could not be loaded")?;
    page.find("tab", "Map")?.click()?;
    page.find("button", "Export")?.click()?;
    page.sees("This part of the page could not be loaded")?;
    let starts = page.run("return fieldbookBoot.record.starts")?;
    equal("starts of the program", &starts, &json!(1))
}

/// The base64 of a block, of the text that follows its opening tag.
fn block(text: &str) -> Result<&str> {
    let end = text.find("</script>").ok_or_else(|| Failure("a block has no end".into()))?;
    Ok(text.get(..end).unwrap_or_default())
}

fn of_the_data(page: &Page, folder: &Path) -> Result {
    let nothing = built(folder, "nothing", &[("fieldbook.toml", "title = \"Nothing\"\n")])?;
    page.go(&file_url(&nothing))?;
    page.ready()?;
    page.status("no statement", |text| text.starts_with("0 statements"))?;
    let one = built(
        folder,
        "one",
        &[
            ("fieldbook.toml", ""),
            ("reports/r.md", "Something happened.\n"),
            ("statements.csv", "id,report,quote\ns,r,Something happened\n"),
        ],
    )?;
    page.go(&file_url(&one))?;
    page.ready()?;
    page.status("one statement", |text| text.starts_with("1 statement ")).map(drop)
}

/// Forty sizes in a row leave a page that answers, without an error.
fn resize_storm(page: &Page) -> Result {
    page.open("")?;
    for step in 0..40_u32 {
        page.session().set_window(500 + step * 37 % 900, 500 + step * 53 % 500)?;
    }
    page.resize(1440, 900)?;
    page.find("checkbox", "Matches only")?.click()?;
    let record = page.run("return fieldbookBoot.record")?;
    equal("errors", &record["errors"], &json!([]))
}
