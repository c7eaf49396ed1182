//! What each file of a source folder is, by its path.

use crate::articles::is_article;
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

/// How the files lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// In the folders of a source folder, where only those are read.
    Folder,
    /// Anyhow: every text is a report, every table one of events.
    Loose,
}

impl Layout {
    /// The layout of files at these paths.
    pub fn of<'p>(mut paths: impl Iterator<Item = &'p str>) -> Self {
        let tells = |path: &str| {
            let named = matches!(path, "fieldbook.toml" | "statements.csv");
            named || path.starts_with("reports/") || path.starts_with("events/")
        };
        if paths.any(tells) { Self::Folder } else { Self::Loose }
    }
}

/// The part of the file at `path`.
pub(crate) fn part_of(path: &str, layout: Layout) -> Part {
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
    let loose = layout == Layout::Loose;
    if is_article(name) && (path.starts_with("reports/") || loose) {
        Part::Report
    } else if may_hold_table(name) && (path.starts_with("events/") || !path.contains('/') || loose) {
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
        let check = |path: &str, expect: Part| assert_eq!(part_of(path, Layout::Folder), expect, "{path}");
        check("fieldbook.toml", Part::Settings);
        check("reports/001.md", Part::Report);
        check("reports/old/001.txt", Part::Report);
        check("reports/001.html", Part::Report);
        check("reports/001.doc", Part::Unknown);
        check("notes.txt", Part::Ignored);
        check("other.txt", Part::Unknown);
        check("events/ged.CSV.gz", Part::Events);
        check("ged.csv", Part::Events);
        check("old/statements.csv", Part::Unknown);
        check(".git/config", Part::Ignored);
        check("reports/.DS_Store", Part::Ignored);
        check("README.md", Part::Ignored);
    }

    #[test]
    fn where_no_folder_tells_every_text_is_a_report() {
        let check = |path: &str, expect: Part| assert_eq!(part_of(path, Layout::Loose), expect, "{path}");
        check("2020/article.pdf", Part::Report);
        check("article.md", Part::Report);
        check("data/2020/ged.csv", Part::Events);
        check("actors.csv", Part::Actors);
        check("picture.png", Part::Unknown);
        check("README.md", Part::Ignored);
        assert_eq!(Layout::of(["a.md", "b/c.csv"].into_iter()), Layout::Loose);
        assert_eq!(Layout::of(["a.md", "reports/c.md"].into_iter()), Layout::Folder);
    }
}
