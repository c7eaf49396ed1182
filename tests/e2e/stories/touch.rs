//! A phone's width and a finger, in every place and browser that a fieldbook opens in.

use e2e::actions::{Pointer, point_in};
use e2e::browser::Kind;
use e2e::element::Element;
use e2e::failure::{Failure, Result};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;

use crate::answers::same_counts;

pub const STORY: Story = Story { name: "touch", tell, places: &Place::ALL, browsers: &Kind::ALL };

fn tell(page: &Page) -> Result {
    page.resize(390, 844)?;
    page.open("")?;
    same_counts(page, &[])?;
    page.fits("the list")?;
    tap(page, &page.find("button", "Filters")?)?;
    tap(page, &page.find("group", "Places")?.find("checkbox", "Idlib governorate")?)?;
    same_counts(page, &["--place", "idlib-governorate"])?;
    page.fits("the filters")?;
    tap(page, &page.find("button", "List")?)?;
    let statements = page.find("list", "Statements")?.all("button")?;
    tap(page, statements.first().ok_or_else(|| Failure("no statement to open".into()))?)?;
    let close = page.find("region", "Report")?.find("button", "Close")?;
    page.fits("the report")?;
    tap(page, &close)?;
    page.gone("button", "Close")?;
    page.quiet()
}

/// A finger's tap at the middle of an element; WebKit's driver has no finger, and clicks.
fn tap(page: &Page, element: &Element) -> Result {
    if page.browser.kind == Kind::WebKit {
        return element.click();
    }
    element.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })")?;
    page.drag(Pointer::Touch, &[point_in(element, 0.5, 0.5)?])
}
