//! A link restores everything; back and forward walk through it; a bad link is explained and survived.

use e2e::failure::{Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use serde_json::json;

use crate::answers::same_counts;

pub const STORY: Story = Story { name: "links", tell, places: &[Place::Root, Place::Disk], browsers: BOTH };

fn tell(page: &Page) -> Result {
    page.open("#place=idlib-governorate&not-actor=russia&from=2019-12")?;
    let args = ["--place", "idlib-governorate", "--not-actor", "russia", "--from", "2019-12"];
    same_counts(page, &args)?;
    let checked = page.find("group", "Places")?.find("checkbox", "Idlib governorate")?.property("checked")?;
    equal("the box", checked, json!(true))?;
    equal("From", page.find("textbox", "From")?.property("value")?, json!("2019-12"))?;
    page.reload()?;
    same_counts(page, &args)?;
    back_and_forward(page)?;
    bad_link(page)?;
    page.quiet()
}

fn back_and_forward(page: &Page) -> Result {
    page.open("")?;
    same_counts(page, &[])?;
    page.find("group", "Actors")?.find("checkbox", "Russia")?.click()?;
    same_counts(page, &["--actor", "russia"])?;
    page.find("group", "Places")?.find("checkbox", "Syria")?.click()?;
    same_counts(page, &["--actor", "russia", "--place", "syria"])?;
    page.back()?;
    same_counts(page, &["--actor", "russia"])?;
    page.back()?;
    same_counts(page, &[])?;
    page.forward()?;
    same_counts(page, &["--actor", "russia"]).map(drop)
}

fn bad_link(page: &Page) -> Result {
    page.open("#from=2020-02-27&to=whenever&colour=red&actor=nobody-known&place=syria")?;
    same_counts(page, &["--from", "2020-02-27", "--place", "syria"])?;
    for words in ["colour", "whenever", "nobody-known"] {
        page.sees(words)?;
    }
    ensure(page.has("list", "Statements")?, || "no list".into())?;
    page.accessible()
}
