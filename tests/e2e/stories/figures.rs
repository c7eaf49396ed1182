//! "How many were killed in north-western Syria, and who says so?", then who says otherwise, and two selections.

use e2e::failure::{Result, ensure};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};

pub const STORY: Story = Story { name: "figures", tell, places: &[Place::Root, Place::Disk], browsers: BOTH };

const ASKED: &str = "from=2019-04-29&to=2020-02-28&place=north-western-syria";

fn tell(page: &Page) -> Result {
    two_lines(page)?;
    a_total_on_request(page)?;
    down_to_the_sentence(page)?;
    page.accessible()?;
    nobody_contradicts(page)?;
    pairs(page)?;
    both_sides(page)?;
    page.quiet()
}

fn two_lines(page: &Page) -> Result {
    page.open(&format!("#{ASKED}&view=figures"))?;
    let killed = page.find("region", "killed")?.text()?;
    for words in
        ["United Nations", "≥ 1,746", "513", "338", "part of ≥ 1,746", "33", "Outside every total", "≥ 255"]
    {
        ensure(killed.contains(words), || format!("no {words} in {killed}"))?;
    }
    let all = page.find("tabpanel", "Figures")?.text()?;
    ensure(!all.contains("1,779"), || "a total that nobody asked for".into())
}

fn a_total_on_request(page: &Page) -> Result {
    let compute = page.find("button", "Compute a total")?;
    compute.focus()?;
    page.press("Enter")?;
    page.sees("Computed here, stated by no source: ≥ 1,779")?;
    page.sees("Left out:")?;
    ensure(page.has("button", "Hide the total")?, || "the total cannot be hidden".into())
}

fn down_to_the_sentence(page: &Page) -> Result {
    let toll = page.find("region", "killed")?.find("button", "≥ 1,746")?;
    toll.focus()?;
    page.press("Enter")?;
    let report = page.find("region", "Report")?;
    e2e::wait::until("the sentence", || {
        Ok(report.text()?.contains("at least 1,746 civilians lost their lives").then_some(()))
    })?;
    let fragment = page.fragment()?;
    ensure(fragment.contains("statement=001-civilian-toll"), || fragment.clone())
}

fn nobody_contradicts(page: &Page) -> Result {
    page.open("#view=accounts")?;
    page.sees("Cannot both be true: 0")?;
    page.sees("Silence is not disagreement.")?;
    page.sees("No two statements contradict each other.")?;
    page.accessible()
}

fn pairs(page: &Page) -> Result {
    page.open("#view=matrix")?;
    let cell = page.find(
        "button",
        "Turkish Armed Forces, Syrian armed forces under Bashar al-Assad: 1 match, 1 may match",
    )?;
    cell.focus()?;
    page.press("Enter")?;
    page.sees("Showing 2 statements behind a number")?;
    let list = page.find("list", "Statements")?.text()?;
    ensure(list.contains("striking back at all known targets"), || list.clone())?;
    page.accessible()
}

fn both_sides(page: &Page) -> Result {
    page.open("#from=2019&to=2020-03-05&view=compare&versus=from%3D2024-11-27%26to%3D2024-11-29")?;
    page.sees("A, the selection:")?;
    let speakers = page.find("tabpanel", "Compare")?.find("region", "Said by")?.text()?;
    for words in ["United Nations", "Syrian Observatory for Human Rights"] {
        ensure(speakers.contains(words), || format!("no {words} in {speakers}"))?;
    }
    page.accessible()?;
    page.find("button", "Exchange A and B")?.click()?;
    e2e::wait::until("the exchange", || {
        Ok(page.fragment()?.trim_start_matches('#').starts_with("from=2024-11-27").then_some(()))
    })
}
