//! Source folders as single texts: `--- path` begins a file, `--- expected` what must come of them.
//!
//! A bundle stands on `base.txt`, whose files it may replace, unless it begins with `--- !only`.

#![allow(dead_code, clippy::unwrap_used)]

use fieldbook_compile::SourceFile;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A bundle's name, files and expectation.
pub struct Bundle {
    pub name: String,
    pub files: Vec<SourceFile>,
    pub expected: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn parts(text: &str) -> BTreeMap<String, String> {
    let mut parts = BTreeMap::new();
    let mut name = String::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("--- ") {
            Some(path) => name = path.trim().to_owned(),
            None => parts.entry(name.clone()).or_insert_with(String::new).push_str(line),
        }
        parts.entry(name.clone()).or_default();
    }
    parts
}

/// The bundle of this name.
pub fn bundle(name: &str) -> Bundle {
    let read = |name: &str| fs::read_to_string(folder().join(format!("{name}.txt"))).unwrap();
    let own = parts(&read(name));
    let mut all = if own.contains_key("!only") { BTreeMap::new() } else { parts(&read("base")) };
    all.extend(own);
    all.remove("!only");
    let expected = all.remove("expected").unwrap_or_default();
    let file = |(path, text): (String, String)| SourceFile { path, bytes: text.into_bytes() };
    Bundle { name: name.to_owned(), files: all.into_iter().map(file).collect(), expected }
}

/// All bundles.
pub fn bundles() -> Vec<Bundle> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| name != "base")
        .collect();
    names.sort();
    names.iter().map(|name| bundle(name)).collect()
}
