//! What the command answers, to hold the page against: both run the same code over the same corpus.

use std::process::Command;

use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use serde_json::Value;
use xtask::paths;

/// What `fieldbook query corpus/idlib … --json` prints.
pub fn query(args: &[&str]) -> Result<Value> {
    let command = paths::target().join("release/fieldbook");
    let corpus = paths::root().join("corpus/idlib");
    let out = Command::new(&command).arg("query").arg(corpus).args(args).arg("--json").output();
    let out = out.map_err(|e| Failure::because(command.display(), e))?;
    ensure(out.status.success(), || String::from_utf8_lossy(&out.stderr).into_owned())?;
    serde_json::from_slice(&out.stdout).map_err(|e| Failure::because("the command's JSON", e))
}

/// Waits until the status gives the counts that the command gives for the same question.
pub fn same_counts(page: &Page, args: &[&str]) -> Result<Value> {
    let answer = query(args)?;
    let begins = sentence(&answer);
    page.status(&begins, |text| text.starts_with(&begins))?;
    Ok(answer)
}

/// How the status begins for an answer.
pub fn sentence(answer: &Value) -> String {
    let number = |key: &str| answer[key].as_u64().unwrap_or_default();
    let unit = if number("shown") == 1 { "statement" } else { "statements" };
    format!("{} {unit} ({} match, {} may match)", number("shown"), number("match"), number("may_match"))
}

/// Checks that a facet's value is read out with the counts that the command gives.
pub fn same_facet(page: &Page, answer: &Value, facet: &str, group: &str, name: &str) -> Result {
    let rows = answer["facets"][facet].as_array().cloned().unwrap_or_default();
    let row = rows.iter().find(|row| row["name"] == name);
    let row = row.ok_or_else(|| Failure(format!("the command knows no {name} among {facet}")))?;
    let expect = format!("{} match, {} may match", row["match"], row["may_match"]);
    let checkbox = page.find("group", group)?.find("checkbox", name)?;
    let described = checkbox.run(
        "const id = arguments[0].getAttribute('aria-describedby');
         return id && id.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')",
    )?;
    equal(name, described.as_str().map(str::trim), Some(expect.as_str()))
}
