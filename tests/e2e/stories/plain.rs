//! Without WebAssembly the statements are a plain list with a filter that answers as the engine does; without
//! scripts they are a list all the same.

use std::process::Command;

use e2e::browser::{Browser, Kind};
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use e2e::wait;
use serde_json::{Value, json};
use xtask::paths;

pub const STORY: Story =
    Story { name: "plain", tell, places: &[Place::Root, Place::Disk, Place::Folder], browsers: BOTH };

fn tell(page: &Page) -> Result {
    {
        let browser = Browser::start_without_wasm(page.browser.kind)?;
        without_wasm(&Page { browser: &browser, place: page.place, places: page.places })?;
    }
    without_scripts(page)
}

fn without_wasm(page: &Page) -> Result {
    page.resize(390, 844)?;
    page.go(&page.places.url(page.place))?;
    page.sees("WebAssembly is switched off in this browser")?;
    let total = asked(&[])?.total;
    same(page, "all", &[])?;
    equal("items", page.run("return document.querySelectorAll('.plain-list > li').length")?, json!(total))?;
    set(page, "from", "2020-02-27")?;
    set(page, "to", "2020-02-27")?;
    same(page, "one day", &["--from", "2020-02-27", "--to", "2020-02-27"])?;
    set(page, "from", "")?;
    set(page, "to", "")?;
    choose(page, "place", "Idlib governorate")?;
    same(page, "a place", &["--place", "idlib-governorate"])?;
    choose(page, "actor", "Turkish government")?;
    same(page, "a place and an actor", &["--place", "idlib-governorate", "--actor", "turkish-government"])?;
    page.find("button", "Clear all")?.click()?;
    wait::until("all again", || Ok((shown(page)?[0] == total).then_some(())))?;
    page.accessible()?;
    page.fits("the list")
}

/// Sets a field of the filter as a reader would.
fn set(page: &Page, name: &str, value: &str) -> Result {
    let script = "
        const field = document.querySelector('.plain-filter').elements.namedItem(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.session().run(script, &[json!(name), json!(value)]).map(drop)
}

/// Chooses a value of a menu by its name.
fn choose(page: &Page, menu: &str, name: &str) -> Result {
    let script = "
        const field = document.querySelector('.plain-filter').elements.namedItem(arguments[0]);
        return Array.from(field.options).find((option) => option.textContent.trim() === arguments[1])?.value ?? '';";
    let value = page.session().run(script, &[json!(menu), json!(name)])?;
    let value = value.as_str().unwrap_or_default();
    ensure(!value.is_empty(), || format!("the menu {menu} does not offer {name}"))?;
    set(page, menu, value)
}

/// Shown, match, may match, of how many: what the status says.
fn shown(page: &Page) -> Result<Vec<u64>> {
    let text = page.run("return document.querySelector('.plain-filter [role=status]').textContent")?;
    let text = text.as_str().unwrap_or_default().replace(',', "");
    Ok(text.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect())
}

struct Answer {
    total: u64,
    numbers: Vec<u64>,
}

/// What the engine answers.
fn asked(options: &[&str]) -> Result<Answer> {
    let command = paths::target().join("release/fieldbook");
    let output = Command::new(command)
        .arg("query")
        .arg(paths::dist().join("fieldbook.html"))
        .args(options)
        .arg("--json")
        .output()
        .map_err(|e| Failure::because("cannot ask the command", e))?;
    let answer: Value =
        serde_json::from_slice(&output.stdout).map_err(|e| Failure::because("the answer is no JSON", e))?;
    let number = |key: &str| answer[key].as_u64().unwrap_or_default();
    let total = number("total");
    Ok(Answer { total, numbers: vec![number("shown"), number("match"), number("may_match"), total] })
}

fn same(page: &Page, what: &str, options: &[&str]) -> Result {
    equal(what, shown(page)?, asked(options)?.numbers)
}

/// Chromium alone can be told to run no scripts of the page.
fn without_scripts(page: &Page) -> Result {
    if page.browser.kind != Kind::Chromium {
        return Ok(());
    }
    page.scripting(false)?;
    let read = (|| {
        page.go(&page.places.url(page.place))?;
        let text = page.select("body")?.text()?;
        for words in [
            "Idlib, two turning points",
            "This is the plain list",
            "33 soldiers",
            "digest wording",
            "CC-BY-4.0",
        ] {
            ensure(text.contains(words), || format!("without scripts the page does not say {words}"))?;
        }
        Ok(())
    })();
    page.scripting(true)?;
    read
}
