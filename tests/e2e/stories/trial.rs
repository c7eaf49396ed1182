//! Trying another publication date moves what depends on it, says so, and can be stopped.

use e2e::failure::{Result, ensure};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use e2e::wait;

pub const STORY: Story = Story { name: "trial", tell, places: &[Place::Disk], browsers: BOTH };

fn tell(page: &Page) -> Result {
    page.open("#report=000&statement=000-bashir-defends")?;
    let report = page.find("region", "Report")?;
    wait::until("the report", || Ok(report.text()?.contains("28 Nov 2024").then_some(())))?;
    report.find("button", "Try another date")?.focus()?;
    page.press("Enter")?;
    let field = report.find("textbox", "Publication date to try")?;
    page.enter(&field, "2024-12-06")?;
    wait::until("the day before 6 December", || Ok(report.text()?.contains("5 Dec 2024").then_some(())))?;
    page.sees("Trying 6 Dec 2024")?;
    let list = page.find("list", "Statements")?.text()?;
    for moved in ["5 Dec 2024", "6 Dec 2024", "4 Dec 2024"] {
        ensure(list.contains(moved), || format!("nothing moved to {moved}: {list}"))?;
    }
    ensure(list.contains("27 Feb 2020"), || "the other report moved".into())?;
    page.accessible()?;
    report.find("button", "Stop trying")?.click()?;
    wait::until("the dates as they were", || {
        Ok(page.find("list", "Statements")?.text()?.contains("28 Nov 2024").then_some(()))
    })?;
    page.quiet()
}
