//! A fieldbook that is incomplete, damaged, in the wrong place or in a browser
//! that cannot run it says so; a blank page is never the answer.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure};
use e2e::page::Page;
use e2e::place::{Place, file_url};
use e2e::story::{BOTH, Story};
use xtask::paths;
use xtask::server::Server;

pub const STORY: Story = Story { name: "rescues", tell, places: &[Place::Disk], browsers: BOTH };

const MISSING: &str = "could not be loaded";
const DAMAGED: &str = "is damaged";

/// Stands before the first block of the module.
const MODULE: &str = "data-part=\"wasm\" data-dense>";

fn tell(page: &Page) -> Result {
    site(page, "no-module", MISSING, |site| remove(&site.join(site.module()?)))?;
    site(page, "no-glue", MISSING, |site| remove(&site.join(site.glue()?)))?;
    site(page, "cut", DAMAGED, |site| site.change_module(|bytes| bytes.truncate(bytes.len() / 2)))?;
    site(page, "captive-portal", DAMAGED, |site| {
        site.change_module(|bytes| *bytes = b"<!doctype html><title>Log in</title>".to_vec())
    })?;
    wrong_type_is_survived(page)?;
    folder_without_disk_scripts(page)?;
    damaged_file(page, |html| html.replacen(MODULE, &[MODULE, "x"].concat(), 1))?;
    damaged_file(page, |html| swap_in_middle(&html))?;
    Ok(())
}

/// A copy of the site that may be spoilt.
struct Site(PathBuf);

impl Site {
    fn copy(name: &str, kind: Kind) -> Result<Self> {
        let folder =
            std::env::temp_dir().join(format!("fieldbook-e2e-{}-{}-{name}", std::process::id(), kind.name()));
        let site = Self(folder);
        for file in paths::files_under(&paths::dist().join("site")) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // Without twins, so that what is spoilt is what is served.
            if !name.ends_with(".gz") && !name.ends_with(".br") {
                write(&site.join(name), &read(&file)?)?;
            }
        }
        Ok(site)
    }

    fn join(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    fn named(&self, stem: &str, ending: &str) -> Result<String> {
        let names = paths::files_under(&self.0);
        let mut names = names.iter().filter_map(|file| file.file_name()?.to_str());
        let found = names.find(|name| name.starts_with(stem) && name.ends_with(ending));
        found.map(String::from).ok_or_else(|| Failure(format!("the site has no {stem}….{ending}")))
    }

    fn module(&self) -> Result<String> {
        self.named("fieldbook-", ".wasm")
    }

    fn glue(&self) -> Result<String> {
        self.named("fieldbook-", ".js")
    }

    fn change_module(&self, change: impl FnOnce(&mut Vec<u8>)) -> Result {
        let file = self.join(self.module()?);
        let mut bytes = read(&file)?;
        change(&mut bytes);
        write(&file, &bytes)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|e| Failure::because(file.display(), e))
}

fn write(file: &Path, bytes: &[u8]) -> Result {
    let made = file.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(file, bytes)).map_err(|e| Failure::because(file.display(), e))
}

fn remove(file: &Path) -> Result {
    fs::remove_file(file).map_err(|e| Failure::because(file.display(), e))
}

/// Spoils a copy of the site and expects a card that says `what`.
fn site(page: &Page, name: &str, what: &str, spoil: impl FnOnce(&Site) -> Result) -> Result {
    let site = Site::copy(name, page.browser.kind)?;
    spoil(&site)?;
    let server = Server::start(&site.0, "/", 0).map_err(|e| Failure::because("cannot serve", e))?;
    page.go(&server.url())?;
    card_says(page, name, what)?;
    page.note(&format!("{name}: the card says “{what}”"));
    Ok(())
}

fn card_says(page: &Page, name: &str, what: &str) -> Result {
    let card = page.rescue_card().map_err(|Failure(why)| Failure(format!("{name}: {why}")))?;
    ensure(card.contains(what) && card.contains("Nothing is lost"), || format!("{name}: {card}"))?;
    page.find("button", "Restart")?;
    page.accessible()
}

/// Some hosts serve every file they do not know as a stream of bytes.
fn wrong_type_is_survived(page: &Page) -> Result {
    let site = Site::copy("wrong-type", page.browser.kind)?;
    let module = site.module()?;
    let renamed = module.replace(".wasm", ".bin");
    write(&site.join(&renamed), &read(&site.join(&module))?)?;
    let index = String::from_utf8_lossy(&read(&site.join("index.html"))?).replace(&module, &renamed);
    write(&site.join("index.html"), index.as_bytes())?;
    let server = Server::start(&site.0, "/", 0).map_err(|e| Failure::because("cannot serve", e))?;
    page.go(&server.url())?;
    page.ready()
}

/// A folder that was copied without the scripts for disk says what is missing.
fn folder_without_disk_scripts(page: &Page) -> Result {
    let site = Site::copy("no-disk", page.browser.kind)?;
    let index = String::from_utf8_lossy(&read(&site.join("index.html"))?).into_owned();
    let script = index.split_once(" data-disk=\"").and_then(|(_, rest)| rest.split(['"', ' ']).next());
    remove(&site.join(script.unwrap_or_default()))?;
    page.go(&file_url(&site.join("index.html")))?;
    card_says(page, "folder without disk scripts", MISSING)?;
    the_card_leads_to_the_list(page)
}

/// Where the program cannot run, its card leads to the list.
fn the_card_leads_to_the_list(page: &Page) -> Result {
    page.find("button", "Read as plain list")?.click()?;
    page.find("searchbox", "Words")?;
    page.sees("Statements")
}

/// Spoils a copy of the single file and expects the card.
fn damaged_file(page: &Page, spoil: impl FnOnce(String) -> String) -> Result {
    let html = String::from_utf8_lossy(&read(&paths::dist().join("fieldbook.html"))?).into_owned();
    let spoilt = spoil(html.clone());
    ensure(spoilt != html, || "the file was not spoilt".into())?;
    let site = Site::copy("file", page.browser.kind)?;
    let file = site.join("damaged.html");
    write(&file, spoilt.as_bytes())?;
    page.go(&file_url(&file))?;
    card_says(page, "damaged file", DAMAGED)
}

/// Swaps two stretches in the middle of the first data block.
fn swap_in_middle(html: &str) -> String {
    let Some((before, after)) = html.split_once(MODULE) else {
        return html.into();
    };
    let (first, rest) = after.split_at(after.floor_char_boundary(2000));
    let (second, rest) = rest.split_at(rest.floor_char_boundary(2000));
    format!("{before}{MODULE}{second}{first}{rest}")
}
