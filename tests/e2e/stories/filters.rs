//! Each dimension filters the list, and page and command count alike.

use e2e::failure::{Result, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};

use crate::answers::{same_counts, same_facet};

pub const STORY: Story =
    Story { name: "filters", tell, places: &[Place::SubPath, Place::Disk], browsers: BOTH };

fn tell(page: &Page) -> Result {
    page.open("")?;
    same_counts(page, &[])?;
    one_box(page, "Actors", "Russia", &["--actor", "russia"])?;
    one_box(page, "Said by", "United Nations", &["--speaker", "united-nations"])?;
    one_box(page, "Places", "Idlib governorate", &["--place", "idlib-governorate"])?;
    one_box(page, "Sources", "The New Humanitarian", &["--source", "The New Humanitarian"])?;
    dates(page)?;
    excluding(page)?;
    matches_only(page)?;
    words(page)?;
    page.quiet()
}

fn one_box(page: &Page, group: &str, name: &str, args: &[&str]) -> Result {
    page.find("group", group)?.find("checkbox", name)?.click()?;
    let answer = same_counts(page, args)?;
    // The facet that was used still counts all its values; others follow.
    same_facet(page, &answer, "actors", "Actors", "Russia")?;
    same_facet(page, &answer, "places", "Places", "Syria")?;
    page.find("button", "Clear all")?.click()?;
    same_counts(page, &[]).map(drop)
}

fn dates(page: &Page) -> Result {
    page.enter(&page.find("textbox", "From")?, "2020-02-27")?;
    page.enter(&page.find("textbox", "To")?, "2020-02-28")?;
    let answer = same_counts(page, &["--from", "2020-02-27", "--to", "2020-02-28"])?;
    same_facet(page, &answer, "actors", "Actors", "Türkiye")?;
    page.find("button", "Clear all")?.click()?;
    same_counts(page, &[])?;
    page.find("button", "Undo")?.click()?;
    same_counts(page, &["--from", "2020-02-27", "--to", "2020-02-28"])?;
    page.find("button", "Clear all")?.click()?;
    same_counts(page, &[]).map(drop)
}

fn excluding(page: &Page) -> Result {
    let actors = page.find("group", "Actors")?;
    actors.find("button", "Exclude Russia")?.click()?;
    same_counts(page, &["--not-actor", "russia"])?;
    let pressed = actors.find("button", "Exclude Russia")?.attribute("aria-pressed")?;
    equal("excluded", pressed.as_deref(), Some("true"))?;
    page.find("button", "Clear all")?.click()?;
    same_counts(page, &[]).map(drop)
}

fn matches_only(page: &Page) -> Result {
    page.find("checkbox", "Matches only")?.click()?;
    page.find("group", "Places")?.find("checkbox", "Idlib governorate")?.click()?;
    same_counts(page, &["--place", "idlib-governorate", "--matches-only"])?;
    page.find("button", "Clear all")?.click()?;
    same_counts(page, &[]).map(drop)
}

fn words(page: &Page) -> Result {
    let search = page.find("searchbox", "Search")?;
    search.type_text("killed")?;
    same_counts(page, &["--text", "killed"])?;
    page.find("button", "Clear all")?.click()?;
    same_counts(page, &[]).map(drop)
}
