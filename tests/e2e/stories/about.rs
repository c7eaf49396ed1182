//! "About this fieldbook" says what is held, how it was made, and what was asked of the network.

use e2e::failure::{Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use e2e::wait;
use serde_json::json;

pub const STORY: Story = Story { name: "about", tell, places: &[Place::Root, Place::Disk], browsers: BOTH };

fn tell(page: &Page) -> Result {
    page.open("")?;
    page.find("button", "About")?.click()?;
    let dialog = page.find("dialog", "About this fieldbook")?;
    let text = dialog.text()?;
    for words in ["Digests", "Natural Earth", "GeoNames", "CC-BY-4.0", "default-src 'none'"] {
        ensure(text.contains(words), || format!("About does not say {words}"))?;
    }
    page.accessible()?;
    page.press("Escape")?;
    page.gone("dialog", "About this fieldbook")?;
    wait::until("the focus to return", || {
        let focused = page.run("return document.activeElement?.textContent ?? ''")?;
        Ok(focused.as_str().is_some_and(|text| text.contains("About")).then_some(()))
    })?;
    views(page)?;
    page.quiet()?;
    forgets(page)
}

/// Nothing of the page stays in the browser, and the page says so.
fn forgets(page: &Page) -> Result {
    page.find("checkbox", "Matches only")?.click()?;
    page.find("button", "About")?.click()?;
    page.find("dialog", "About this fieldbook")?.find("button", "Forget everything")?.click()?;
    page.sees("Everything is forgotten")?;
    page.accessible()?;
    equal("the fragment", page.fragment()?.as_str(), "")?;
    let left = page.session().run_async(LEFT, &[])?;
    equal("copies and workers", &left, &json!(0))
}

/// How many caches and service workers this page has.
const LEFT: &str = "
const done = arguments[arguments.length - 1];
const count = async () => {
  if (location.protocol === 'file:') return 0;
  const workers = await navigator.serviceWorker.getRegistrations();
  return (await caches.keys()).length + workers.length;
};
count().then(done);";

/// Each tab, light and dark.
fn views(page: &Page) -> Result {
    for scheme in ["light", "dark"] {
        page.emulate("prefers-color-scheme", scheme)?;
        for tab in ["Table", "Map"] {
            page.find("tab", tab)?.click()?;
            page.accessible()?;
        }
    }
    Ok(())
}
