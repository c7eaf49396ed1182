//! The page opens everywhere, under its policy, and asks for nothing more.

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;
use serde_json::json;
use xtask::server::Server;

pub const STORY: Story = Story { name: "opens", tell, places: &Place::ALL, browsers: &Kind::ALL };

/// What a page may ask a file beside it, were the policy for files weak.
const READS_NEIGHBOR: &str = "
const done = arguments[arguments.length - 1];
fetch('neighbor.txt').then(() => done('read'), () => done('refused'));";

fn tell(page: &Page) -> Result {
    files_are_strangers(page)?;
    match prefix(page.place) {
        None => page.open("")?,
        Some(prefix) => served_alone(page, prefix)?,
    }
    page.select("#app main")?;
    page.quiet()?;
    page.press("Tab")?;
    page.quiet()?;
    page.accessible()
}

/// Below which path the site of a place is served.
fn prefix(place: Place) -> Option<&'static str> {
    match place {
        Place::Root => Some("/"),
        Place::SubPath => Some("/some/sub-path/"),
        Place::Disk | Place::Folder => None,
    }
}

/// Opens the site from a server of this story's own and counts what it is asked for; the common one also
/// answers the other browser, which tells the same story at the same time.
fn served_alone(page: &Page, prefix: &str) -> Result {
    let site = xtask::paths::dist().join("site");
    let server = Server::start(&site, prefix, 0).map_err(|e| Failure::because("cannot serve", e))?;
    page.go(&server.url())?;
    page.ready()?;
    // What the service worker keeps for later counts as load; none of it is asked of the page's own.
    let mut own: Vec<String> = server.log().into_iter().filter(|target| is_of_the_page(target)).collect();
    own.sort();
    own.dedup();
    equal("files for one load", own.len(), LOAD.len() + 1)
}

/// What one load asks for beside the page itself, by how the names begin and end.
const LOAD: [(&str, &str); 5] = [
    ("boot-", ".js"),
    ("fieldbook-", ".css"),
    ("fieldbook-", ".js"),
    ("fieldbook-", ".wasm"),
    ("offline-", ".js"),
];

fn is_of_the_page(target: &str) -> bool {
    let name = target.rsplit('/').next().unwrap_or(target);
    name.is_empty() || LOAD.iter().any(|(stem, ending)| name.starts_with(stem) && name.ends_with(ending))
}

/// The browser treats files as strangers to each other, as it does for readers.
fn files_are_strangers(page: &Page) -> Result {
    if !matches!(page.place, Place::Disk | Place::Folder) {
        return Ok(());
    }
    let folder = std::env::temp_dir().join(format!(
        "fieldbook e2e {} {}",
        page.browser.kind.name(),
        std::process::id()
    ));
    let made = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(folder.join("page.html"), "<!doctype html><title>a</title>"))
        .and_then(|()| std::fs::write(folder.join("neighbor.txt"), "b"));
    ensure(made.is_ok(), || format!("cannot write {}", folder.display()))?;
    page.go(&e2e::place::file_url(&folder.join("page.html")))?;
    let answer = page.session().run_async(READS_NEIGHBOR, &[])?;
    let _ = std::fs::remove_dir_all(&folder);
    equal("a file's neighbor", answer, json!("refused"))
}
