//! On a phone: the list first, filters and report as sheets, everything within the screen.

use e2e::failure::{Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use serde_json::json;

use crate::answers::same_counts;

pub const STORY: Story = Story { name: "phone", tell, places: &[Place::Disk], browsers: BOTH };

fn tell(page: &Page) -> Result {
    page.resize(390, 844)?;
    page.open("")?;
    same_counts(page, &[])?;
    page.fits("the list")?;
    page.accessible()?;
    page.find("button", "Filters")?.click()?;
    page.find("group", "Places")?.find("checkbox", "Idlib governorate")?.click()?;
    same_counts(page, &["--place", "idlib-governorate"])?;
    page.fits("the filters")?;
    page.accessible()?;
    page.find("button", "Filters · 1")?;
    page.find("button", "List")?.click()?;
    let items = page.find("list", "Statements")?.all("button")?;
    ensure(!items.is_empty(), || "no statement to open".into())?;
    items[0].click()?;
    page.find("region", "Report")?.find("button", "Close")?;
    page.fits("the report")?;
    covers(page)?;
    page.accessible()?;
    page.find("region", "Report")?.find("button", "Close")?.click()?;
    page.find("button", "Map")?.click()?;
    page.fits("the map")?;
    page.accessible()?;
    page.find("button", "List")?.click()?;
    page.resize(820, 1180)?;
    page.fits("the page on a tablet")?;
    page.quiet()
}

/// Beneath the open report nothing takes the focus.
fn covers(page: &Page) -> Result {
    let free = page.run("return [...document.querySelectorAll('#app button, #app a, #app input, #app select')].filter((it) => !it.closest('[inert], .reader') && it.getClientRects().length).length")?;
    equal("what can be reached beneath the report", &free, &json!(0))
}
