//! What each file of a source folder is, by its path.

use crate::forms::may_hold_table;

/// The part a file plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// `fieldbook.toml`.
    Settings,
    /// `sources.csv`.
    Sources,
    /// `actors.csv`.
    Actors,
    /// `places.csv`.
    Places,
    /// `kinds.csv`.
    Kinds,
    /// `populations.csv`.
    Populations,
    /// A report.
    Report,
    /// A table of events, which its columns must tell.
    Events,
    /// `statements.csv`.
    Statements,
    /// Something that is not read; the publisher may have expected otherwise.
    Unknown,
    /// Something that is plainly not meant to be read.
    Ignored,
}

/// The part of the file at `path`.
pub(crate) fn part_of(path: &str) -> Part {
    let name = path.rsplit('/').next().unwrap_or(path);
    if path.split('/').any(|part| part.starts_with('.')) || is_about_the_folder(name) {
        return Part::Ignored;
    }
    match path {
        "fieldbook.toml" => return Part::Settings,
        "sources.csv" => return Part::Sources,
        "actors.csv" => return Part::Actors,
        "places.csv" => return Part::Places,
        "kinds.csv" => return Part::Kinds,
        "populations.csv" => return Part::Populations,
        "statements.csv" => return Part::Statements,
        _ => {}
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.to_lowercase().ends_with(ending));
    if path.starts_with("reports/") && ends(&[".md", ".txt"]) {
        Part::Report
    } else if may_hold_table(name) && (path.starts_with("events/") || !path.contains('/')) {
        Part::Events
    } else {
        Part::Unknown
    }
}

/// Notes and licences may lie beside the sources.
fn is_about_the_folder(name: &str) -> bool {
    let name = name.to_uppercase();
    ["README", "LICENSE", "LICENCE", "NOTES", "NOTICE"].iter().any(|stem| name.starts_with(stem))
        || name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let check = |path: &str, expect: Part| assert_eq!(part_of(path), expect, "{path}");
        check("fieldbook.toml", Part::Settings);
        check("reports/001.md", Part::Report);
        check("reports/old/001.txt", Part::Report);
        check("reports/001.html", Part::Unknown);
        check("events/ged.CSV.gz", Part::Events);
        check("ged.csv", Part::Events);
        check("old/statements.csv", Part::Unknown);
        check(".git/config", Part::Ignored);
        check("reports/.DS_Store", Part::Ignored);
        check("README.md", Part::Ignored);
    }
}
