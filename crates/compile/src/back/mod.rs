//! A corpus back into sources: what [`crate::compile`] reads, written so that compiling it again gives the same
//! corpus, byte for byte.
//!
//! Rows that people coded or a machine read go into `statements.csv`, rows of tables into `events/`, both in the
//! columns of `statements.csv`; columns that nothing fills are left out. What a corpus does not carry (comments,
//! columns that were not read, rows that were left out) does not come back.

mod cells;
mod csv;
mod figures;
mod reports;
mod rows;
mod settings;
mod tables;

use crate::SourceFile;
use index::Corpus;

/// The sources of a corpus, by path.
pub fn sources(corpus: &Corpus) -> Vec<SourceFile> {
    let mut files = vec![
        file("fieldbook.toml", settings::settings(corpus)),
        file("sources.csv", tables::sources(corpus)),
        file("actors.csv", tables::actors(corpus)),
        file("places.csv", tables::places(corpus)),
        file("kinds.csv", tables::kinds(corpus)),
        file("populations.csv", tables::populations(corpus)),
    ];
    files.extend(reports::reports(corpus));
    files.extend(rows::rows(corpus));
    // A table without rows would only say that it is empty.
    files.retain(|file| file.bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count() > 1);
    files
}

fn file(path: impl Into<String>, text: String) -> SourceFile {
    SourceFile { path: path.into(), bytes: text.into_bytes() }
}

/// Paths for reports of these ids: the plain names where they sort as the ids stand, else each in a numbered
/// folder, since a corpus has its reports in the order of their paths.
fn paths(folder: &str, ids: &[&str], ending: &str) -> Vec<String> {
    let plain: Vec<String> = ids.iter().map(|id| format!("{folder}/{id}.{ending}")).collect();
    if plain.is_sorted() {
        return plain;
    }
    ids.iter().enumerate().map(|(at, id)| format!("{folder}/{at:06}/{id}.{ending}")).collect()
}
