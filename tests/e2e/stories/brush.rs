//! The timeline is brushed by keys, by mouse and by finger; typed dates that are none are explained.

use e2e::actions::{Pointer, point_in};
use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use e2e::wait;

pub const STORY: Story = Story { name: "brush", tell, places: &[Place::Disk], browsers: BOTH };

fn tell(page: &Page) -> Result {
    by_keys(page)?;
    by_pointer(page, Pointer::Mouse)?;
    if page.browser.kind == Kind::Chromium {
        by_pointer(page, Pointer::Touch)?;
    }
    typed(page)?;
    page.accessible()?;
    page.quiet()
}

fn from(page: &Page) -> Result<String> {
    let value = page.find("textbox", "From")?.property("value")?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

fn by_keys(page: &Page) -> Result {
    page.open("#from=2020-01-01&to=2020-02-29")?;
    let sliders = page.all("slider")?;
    let first = sliders.first().ok_or_else(|| Failure("the timeline has no slider".into()))?;
    first.focus()?;
    page.press("ArrowRight")?;
    wait::until("From to move a month later", || Ok((from(page)? == "2020-02-01").then_some(())))?;
    page.press("ArrowLeft")?;
    page.press("ArrowLeft")?;
    wait::until("From to move two months back", || Ok((from(page)? == "2019-12-01").then_some(())))?;
    wait::until("the address to follow", || Ok(page.fragment()?.contains("from=2019-12-01").then_some(())))
}

fn by_pointer(page: &Page, pointer: Pointer) -> Result {
    page.open("")?;
    let plot = page.select(".timeline svg")?;
    let points = [point_in(&plot, 0.2, 0.4)?, point_in(&plot, 0.3, 0.4)?, point_in(&plot, 0.5, 0.4)?];
    page.drag(pointer, &points)?;
    wait::until("a brush to be made", || Ok((!from(page)?.is_empty()).then_some(())))?;
    let fragment = page.fragment()?;
    ensure(fragment.contains("from=") && fragment.contains("to="), || fragment.clone())
}

fn typed(page: &Page) -> Result {
    page.open("")?;
    let field = page.find("textbox", "From")?;
    page.enter(&field, "2020-02-30")?;
    wait::until("the field to be marked", || {
        Ok((field.attribute("aria-invalid")?.as_deref() == Some("true")).then_some(()))
    })?;
    let why = field.run(
        "const id = arguments[0].getAttribute('aria-describedby');
         return id && id.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')",
    )?;
    ensure(why.as_str().is_some_and(|why| why.contains("no such day")), || format!("the field says {why}"))?;
    page.accessible()
}
