//! `cargo xtask tidy`: the rules of the project that a machine can hold.

mod rules;
mod source;

use std::path::Path;

use crate::command::{Result, Stop};
use crate::paths;
use source::Source;

/// A broken rule: where, and what to do.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    line: usize,
    remedy: String,
}

type Rule = fn(&Source) -> Vec<Finding>;

const RULES: [Rule; 6] = [
    rules::module_docs,
    rules::length,
    rules::banned_words,
    rules::data_stays_text,
    rules::browser_at_the_edge,
    rules::colors_are_tokens,
];

/// The chore.
///
/// # Errors
/// When a rule is broken; every place is printed.
pub fn run() -> Result {
    let root = paths::root();
    let mut broken = 0;
    for source in sources(&root)? {
        for finding in RULES.iter().flat_map(|rule| rule(&source)) {
            println!("{}:{}: {}", source.path, finding.line, finding.remedy);
            broken += 1;
        }
    }
    if broken == 0 { Ok(()) } else { Err(Stop(format!("tidy: {broken} places to mend"))) }
}

fn sources(root: &Path) -> Result<Vec<Source>> {
    let folders = ["src", "crates", "tests", "style"];
    let files = folders.iter().flat_map(|folder| paths::files_under(&root.join(folder)));
    let mut sources = Vec::new();
    for file in files {
        let path = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let made = path == crate::styles::JOINED;
        let ours = [".rs", ".css", ".js"].iter().any(|ending| path.ends_with(ending));
        if ours && !made {
            sources.push(Source { path, text: paths::read_text(&file)? });
        }
    }
    Ok(sources)
}
