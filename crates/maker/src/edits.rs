//! What a person corrects in the page, and the sources that come of it.
//!
//! A correction is written where a publisher would write it: a title or a mapping of columns into
//! `fieldbook.toml`, a report's date and publisher into its front matter. So what is saved can be made again
//! from sources, by the command as by the page.

use compile::{SourceFile, is_article, quoted, report_text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The settings of a source folder.
pub const SETTINGS: &str = "fieldbook.toml";

/// Corrections; what is empty stays as the files have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits {
    /// The collection's title.
    pub title: String,
    /// Sections `[[table]]`, by the table that each is for.
    pub mappings: BTreeMap<String, String>,
    /// What reports say of themselves, by the report's id.
    pub reports: BTreeMap<String, ReportEdit>,
    /// Care for people named.
    pub care: Care,
}

/// Care for people named, and for those who read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Care {
    /// Private persons are left out.
    pub private: bool,
    /// The deepest level whose places keep their coordinates; empty: all do.
    pub coordinates: String,
    /// Graphic passages are veiled.
    pub veil: bool,
}

impl Care {
    /// The section of the settings; empty where nothing is chosen.
    fn section(&self) -> String {
        let mut section = String::new();
        if !self.coordinates.is_empty() {
            section.push_str(&format!("coordinates = {}\n", quoted(&self.coordinates)));
        }
        for (on, line) in [(self.private, "drop = [\"private\"]\n"), (self.veil, "veil = [\"usual\"]\n")] {
            section.push_str(if on { line } else { "" });
        }
        if section.is_empty() { section } else { format!("[care]\n{section}") }
    }
}

/// What a report says of itself; what is empty stays as the file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportEdit {
    /// Its publisher.
    pub publisher: String,
    /// The day it was published, as EDTF.
    pub published: String,
}

/// Whether files lie in a source folder that says of itself what they are.
pub fn has_settings(files: &[SourceFile]) -> bool {
    files.iter().any(|file| file.path == SETTINGS)
}

/// Writes the corrections into the files.
///
/// # Errors
/// What could not be written, and why; all else is written.
pub fn apply(files: &mut Vec<SourceFile>, edits: &Edits) -> Result<(), String> {
    let mut faults = Vec::new();
    for (id, edit) in &edits.reports {
        if let Err(fault) = apply_to_report(files, id, edit) {
            faults.push(fault);
        }
    }
    if !edits.title.is_empty() || !edits.mappings.is_empty() || edits.care != Care::default() {
        let at = match files.iter().position(|file| file.path == SETTINGS) {
            Some(at) => at,
            None => {
                arrange(files);
                files.push(SourceFile { path: SETTINGS.to_owned(), bytes: Vec::new() });
                files.len() - 1
            }
        };
        if let Some(file) = files.get_mut(at) {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            file.bytes = settings(text, edits).into_bytes();
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Puts loose files into the folders of a source folder, which the settings make of them.
fn arrange(files: &mut [SourceFile]) {
    let own =
        |path: &str| path.starts_with("reports/") || path.starts_with("events/") || path == "statements.csv";
    if files.iter().any(|file| own(&file.path)) {
        return;
    }
    let names = ["actors.csv", "places.csv", "kinds.csv", "populations.csv"];
    for file in files.iter_mut().filter(|file| !names.contains(&file.path.as_str())) {
        let folder = if is_article(&file.path) { "reports" } else { "events" };
        file.path = format!("{folder}/{}", file.path);
    }
}

/// The settings with a title, where they have none, mappings, where they have none for that table, and care, where
/// they take none.
fn settings(mut text: String, edits: &Edits) -> String {
    let titled = text.lines().any(|line| line.trim_start().starts_with("title"));
    if !titled && !edits.title.is_empty() {
        // Fields of the whole stand before the first section.
        text.insert_str(0, &format!("title = {}\n", quoted(&edits.title)));
    }
    let care = if has_care(&text) { String::new() } else { edits.care.section() };
    let sections = edits.mappings.values().chain([&care]).map(|section| section.trim_end());
    for section in sections.filter(|section| !section.is_empty()) {
        if !text.is_empty() {
            text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        text.push_str(section);
        text.push('\n');
    }
    text
}

/// Whether the files' own settings take care of people named.
pub fn have_care(files: &[SourceFile]) -> bool {
    let settings = files.iter().find(|file| file.path == SETTINGS);
    settings.is_some_and(|file| has_care(&String::from_utf8_lossy(&file.bytes)))
}

fn has_care(settings: &str) -> bool {
    settings.lines().any(|line| line.trim() == "[care]")
}

/// The id of the report that a file becomes: its name without folders and ending.
pub fn id_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn apply_to_report(files: &mut [SourceFile], id: &str, edit: &ReportEdit) -> Result<(), String> {
    let of_id = |file: &&mut SourceFile| is_article(&file.path) && id_of(&file.path) == id;
    let Some(file) = files.iter_mut().find(of_id) else { return Ok(()) };
    let mut text = report_text(file)?;
    for (name, value) in [("published", &edit.published), ("publisher", &edit.publisher)] {
        if !value.is_empty() {
            text = with_field(&text, name, value);
        }
    }
    if let Some((stem, _)) = file.path.rsplit_once('.') {
        file.path = format!("{stem}.md");
    }
    file.bytes = text.into_bytes();
    Ok(())
}

/// A report's text with a field of its front matter set.
fn with_field(text: &str, name: &str, value: &str) -> String {
    let line = format!("{name} = {}", quoted(value.trim()));
    let body = text.trim_start_matches(['\u{feff}', '\n', '\r', ' ']);
    let Some((front, rest)) = front_matter(body) else { return format!("+++\n{line}\n+++\n\n{body}") };
    let is_field = |other: &str| other.split_once('=').is_some_and(|(field, _)| field.trim() == name);
    let mut lines: Vec<&str> = front.lines().filter(|other| !is_field(other)).collect();
    lines.insert(0, &line);
    format!("+++\n{}\n+++\n{rest}", lines.join("\n"))
}

/// What stands between the two fences, and what follows them.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let (fence, rest) = text.split_once('\n')?;
    if fence.trim_end() != "+++" {
        return None;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((rest.get(..at)?, rest.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn text(files: &[SourceFile], path: &str) -> String {
        let file = files.iter().find(|file| file.path == path).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    #[test]
    fn no_correction_changes_nothing() {
        let mut files = vec![file("a.csv", "x"), file("b.md", "y")];
        let before = files.clone();
        apply(&mut files, &Edits::default()).unwrap();
        assert_eq!(files, before);
    }

    #[test]
    fn a_title_makes_a_source_folder() {
        let mut files = vec![file("a.csv", "x"), file("b.md", "y"), file("actors.csv", "id")];
        apply(&mut files, &Edits { title: "My \"own\"".to_owned(), ..Edits::default() }).unwrap();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["events/a.csv", "reports/b.md", "actors.csv", SETTINGS]);
        assert_eq!(text(&files, SETTINGS), "title = \"My \\\"own\\\"\"\n");
    }

    #[test]
    fn mappings_are_added_to_settings_that_are_there() {
        let mut files = vec![file(SETTINGS, "title = \"T\"\nid = \"t\""), file("events/a.csv", "x")];
        let mappings =
            BTreeMap::from([("events/a.csv".to_owned(), "[[table]]\nfile = \"events/a.csv\"\n".to_owned())]);
        apply(&mut files, &Edits { title: "Other".to_owned(), mappings, ..Edits::default() }).unwrap();
        assert_eq!(
            text(&files, SETTINGS),
            "title = \"T\"\nid = \"t\"\n\n[[table]]\nfile = \"events/a.csv\"\n"
        );
    }

    #[test]
    fn care_is_a_section_unless_the_settings_have_one() {
        let with = |before: &str, care: Care| {
            let mut files = vec![file(SETTINGS, before)];
            apply(&mut files, &Edits { care, ..Edits::default() }).unwrap();
            text(&files, SETTINGS)
        };
        let all = Care { private: true, coordinates: "admin1".to_owned(), veil: true };
        let section = "[care]\ncoordinates = \"admin1\"\ndrop = [\"private\"]\nveil = [\"usual\"]\n";
        assert_eq!(with("title = \"T\"\n", all.clone()), format!("title = \"T\"\n\n{section}"));
        assert_eq!(with("[care]\n", all), "[care]\n");
        assert_eq!(with("", Care { veil: true, ..Care::default() }), "[care]\nveil = [\"usual\"]\n");
        let read = compile::compile(&[file(SETTINGS, section)], &compile::Options::default());
        let wrong: Vec<_> = read.diagnostics.iter().filter(|it| it.what.contains("care")).collect();
        assert!(wrong.is_empty() && !read.corpus.about.veil.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_report_gets_its_day_and_publisher() {
        let check = |before: &str, expect: &str| {
            let mut files = vec![file("b.txt", before)];
            let edit = ReportEdit { published: "2020-02-28".to_owned(), ..ReportEdit::default() };
            let reports = BTreeMap::from([("b".to_owned(), edit)]);
            apply(&mut files, &Edits { reports, ..Edits::default() }).unwrap();
            assert_eq!(text(&files, "b.md"), expect);
        };
        check("Text.\n", "+++\npublished = \"2020-02-28\"\n+++\n\nText.\n");
        check(
            "+++\ntitle = \"T\"\npublished = \"2019\"\n+++\nText.\n",
            "+++\npublished = \"2020-02-28\"\ntitle = \"T\"\n+++\nText.\n",
        );
    }

    proptest! {
        #[test]
        fn a_field_is_read_as_it_was_written(body in "[a-z+\n ]{0,60}", value in "[^\r\n]{1,20}") {
            let value = value.trim();
            prop_assume!(!value.is_empty());
            let report = file("r.md", &with_field(&body, "publisher", value));
            let compiled = compile::compile(&[report], &compile::Options::default());
            let name = compiled.corpus.sources.first().map(|source| source.names[0].text.clone());
            prop_assert_eq!(name.as_deref(), Some(value));
        }
    }
}
