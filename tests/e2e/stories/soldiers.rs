//! One day in February 2020: 33 soldiers killed, 32 injured, and nobody named who did it.

use e2e::failure::{Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};

use crate::answers::{query, same_counts};

pub const STORY: Story =
    Story { name: "soldiers", tell, places: &[Place::Root, Place::Disk], browsers: BOTH };

const DAY: &str = "#from=2020-02-27&to=2020-02-27";
const SUMMARY: &str = "An air strike killed 33 soldiers of the Turkish armed forces and injured 32.";

fn tell(page: &Page) -> Result {
    page.open(DAY)?;
    same_counts(page, &["--from", "2020-02-27", "--to", "2020-02-27"])?;
    let list = page.find("list", "Statements")?.text()?;
    for words in [SUMMARY, "33", "32", "unnamed"] {
        ensure(list.contains(words), || format!("no {words} in {list}"))?;
    }
    excluding_russia_leaves_it_open()?;
    page.open(&format!("{DAY}&not-actor=russia"))?;
    same_counts(page, &["--from", "2020-02-27", "--to", "2020-02-27", "--not-actor", "russia"])?;
    reading(page)?;
    page.accessible()?;
    page.quiet()
}

fn excluding_russia_leaves_it_open() -> Result {
    let day = ["--from", "2020-02-27", "--to", "2020-02-27"];
    let sure = query(&[&day[..], &["--matches-only"]].concat())?;
    ensure(sure["ids"].to_string().contains("001-soldiers-killed"), || sure["ids"].to_string())?;
    let without = [&day[..], &["--not-actor", "Russia"]].concat();
    let shown = query(&without)?;
    ensure(shown["ids"].to_string().contains("001-soldiers-killed"), || shown["ids"].to_string())?;
    let sure = query(&[&without[..], &["--matches-only"]].concat())?;
    ensure(!sure["ids"].to_string().contains("001-soldiers-killed"), || "it matches without Russia".into())
}

/// The statement in its report, lit, with where its date and place come from.
fn reading(page: &Page) -> Result {
    page.find("button", SUMMARY)?.click()?;
    let report = page.find("region", "Report")?;
    e2e::wait::until("the report's text", || {
        let text = report.text()?;
        let seen = ["Turkish, Russian leaders speak", "On Thursday an air strike killed 33", "digest"];
        Ok(seen.iter().all(|words| text.contains(words)).then_some(()))
    })?;
    let text = report.text()?;
    for words in ["Thursday", "27 Feb 2020", "Carried over", "carried over", "caption"] {
        let found = text.contains(words) || text.to_lowercase().contains(&words.to_lowercase());
        ensure(found, || format!("the report's Why does not say {words}: {text}"))?;
    }
    let lit = page.run(
        "return [...document.querySelectorAll('.reader .lit')].map((lit) => lit.textContent).join('')",
    )?;
    let lit = lit.as_str().unwrap_or_default().to_owned();
    ensure(lit.contains("33"), || format!("lit is “{lit}”"))?;
    let fragment = page.fragment()?;
    ensure(fragment.contains("statement=001-soldiers-killed"), || fragment.clone())?;
    page.reload()?;
    equal("the link", page.fragment()?, fragment)?;
    page.find("region", "Report")?.find("heading", "Turkish, Russian leaders speak over Syria strikes")?;
    page.press("Escape")
}
