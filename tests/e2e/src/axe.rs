//! axe-core, run in the page.

use serde_json::Value;
use xtask::paths;

use crate::failure::{Failure, Result};
use crate::session::Session;

/// Runs after axe's own source, in the same script.
const RUN: &str = "
const done = arguments[arguments.length - 1];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
  (found) => done(found.violations.map((v) => ({
    rule: v.id,
    help: v.help,
    nodes: v.nodes.map((n) => ({ html: n.html.slice(0, 200), target: n.target.join(' '), why: n.failureSummary })),
  }))),
  (error) => done(String(error)),
);";

/// Fails when axe finds a violation in the page as it is now, naming each.
pub(crate) fn check(session: &Session) -> Result {
    let file = paths::root().join("node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&file).map_err(|e| {
        Failure(format!("cannot read {} ({e}); `cargo xtask setup` installs it", file.display()))
    })?;
    let found = session.run_async(&format!("{source}\n{RUN}"), &[])?;
    match found.as_array() {
        Some(violations) if violations.is_empty() => Ok(()),
        Some(violations) => Err(Failure(violations.iter().map(told).collect())),
        None => Err(Failure(format!("axe did not run: {found}"))),
    }
}

fn told(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let mut out = format!("axe {}: {}\n", text(&violation["rule"]), text(&violation["help"]));
    for node in violation["nodes"].as_array().into_iter().flatten() {
        out.push_str(&format!("  at {}\n     {}\n", text(&node["target"]), text(&node["html"])));
        let why = text(&node["why"]);
        out.extend(why.lines().map(|line| format!("     {line}\n")));
    }
    out
}
