//! "About this fieldbook" says what is held, how it was made, and what was asked of the network.

use e2e::failure::{Result, ensure};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use e2e::wait;

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
    page.quiet()
}

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
