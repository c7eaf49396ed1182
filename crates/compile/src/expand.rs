//! Archives of sources: a zip file that holds more than tables stands for the folder that was packed into it.
//!
//! An archive of tables alone stays one file: its tables are read where they lie, and named after it.

use crate::articles::is_article;
use crate::diagnostic::{Diagnostics, Origin};
use crate::forms::{files_in, paths_in};
use crate::input::{Options, SourceFile};
use std::borrow::Cow;
use std::rc::Rc;

/// The files, with those that lie in archives of sources in place of the archives.
pub(crate) fn expanded<'f>(
    files: &'f [SourceFile],
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Cow<'f, [SourceFile]> {
    if !files.iter().any(holds_sources) {
        return Cow::Borrowed(files);
    }
    let mut all = Vec::new();
    for file in files {
        if !holds_sources(file) {
            all.push(file.clone());
            continue;
        }
        let name: Rc<str> = file.path.as_str().into();
        match files_in(&name, &file.bytes, options) {
            Ok(members) => {
                let top = common_folder(members.iter().map(|(path, _)| &**path));
                all.extend(members.into_iter().map(|(path, bytes)| {
                    let path = path.get(top..).unwrap_or_default().to_owned();
                    SourceFile { path, bytes }
                }));
            }
            Err((what, remedy)) => diagnostics.error(&Origin::whole(&name), what, remedy),
        }
    }
    Cow::Owned(all)
}

/// Whether a file is an archive that holds a report or settings.
fn holds_sources(file: &SourceFile) -> bool {
    let is_source = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or(path);
        !path.starts_with("__MACOSX") && (is_article(name) || name == "fieldbook.toml")
    };
    file.path.to_lowercase().ends_with(".zip") && paths_in(&file.bytes).iter().any(is_source)
}

/// The length of the folder that all paths begin with, `/` included.
fn common_folder<'p>(mut paths: impl Iterator<Item = &'p str>) -> usize {
    let Some(first) = paths.next() else { return 0 };
    let Some(end) = first.find('/').map(|at| at + 1) else { return 0 };
    let folder = first.get(..end).unwrap_or_default();
    // A source folder's own folders are no wrapping.
    let own = matches!(folder, "reports/" | "events/");
    if !own && paths.all(|path| path.starts_with(folder)) { end } else { 0 }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::Write;

    fn archive(files: &[(&str, &str)]) -> SourceFile {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (path, text) in files {
            zip.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        SourceFile { path: "all.zip".to_owned(), bytes: zip.finish().unwrap().into_inner() }
    }

    fn paths(file: SourceFile) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        let files = [file];
        let all = expanded(&files, &Options::default(), &mut diagnostics);
        all.iter().map(|file| file.path.clone()).collect()
    }

    #[test]
    fn a_packed_folder_is_that_folder() {
        let packed =
            archive(&[("mine/reports/a.md", "x"), ("mine/events/t.csv", "y"), ("mine/fieldbook.toml", "")]);
        assert_eq!(paths(packed), ["events/t.csv", "fieldbook.toml", "reports/a.md"]);
        assert_eq!(
            paths(archive(&[("reports/a.md", "x"), ("reports/b.md", "y")])),
            ["reports/a.md", "reports/b.md"]
        );
    }

    #[test]
    fn an_archive_of_tables_stays_one_file() {
        assert_eq!(paths(archive(&[("a.csv", "x"), ("b.csv", "y")])), ["all.zip"]);
    }

    #[test]
    fn nothing_leads_out_of_an_archive() {
        assert_eq!(paths(archive(&[("a.md", "x"), ("../b.md", "y"), ("/c.md", "z")])), ["a.md"]);
    }
}
