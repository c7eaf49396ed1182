//! The desk on which a fieldbook is made: files are laid on it one by one, compiled as often as something is
//! corrected, and packed. Pure over bytes; the worker holds one, and so do tests.

use crate::edits::{self, Edits};
use crate::limits::{FILE_LIMIT, FILES_LIMIT, TOTAL_LIMIT, UNPACKED_LIMIT};
use crate::preview::{Preview, preview};
use compile::{Compiled, Diagnostic, Options, SourceFile, compile, is_article, report_text};
use pack::{PackError, Page, Shell};
use std::borrow::Cow;

/// How many names a title that we propose joins.
const NAMES_IN_TITLE: usize = 3;

/// Files, and what they last came to.
#[derive(Debug, Default)]
pub struct Desk {
    files: Vec<SourceFile>,
    bytes: u64,
    /// What is wrong with archives that could not be unpacked.
    complaints: Vec<Diagnostic>,
    made: Option<Made>,
}

#[derive(Debug)]
struct Made {
    page: Page,
    corpus: Vec<u8>,
    settings: String,
}

impl Desk {
    /// Lays a file on the desk. An article is read once already, so that a file which its reader cannot survive
    /// is known by name.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn take(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), String> {
        let size = bytes.len() as u64;
        if size > FILE_LIMIT {
            return Err(format!("It holds {size} bytes, more than {FILE_LIMIT}"));
        }
        if self.bytes + size > TOTAL_LIMIT {
            return Err(format!("All files together hold more than {TOTAL_LIMIT} bytes"));
        }
        if self.files.len() >= FILES_LIMIT {
            return Err(format!("There are more than {FILES_LIMIT} files"));
        }
        let file = SourceFile { path: path.to_owned(), bytes };
        if is_article(path) {
            report_text(&file)?;
        }
        self.bytes += size;
        self.files.push(file);
        self.made = None;
        Ok(())
    }

    /// Compiles the files with the corrections, and shows what they come to.
    pub fn check(&mut self, edits: &Edits) -> Preview {
        let options = Options { unpacked_limit: UNPACKED_LIMIT };
        self.unpack(&options);
        let before = self.kept(edits);
        let (titled, cared) = (edits::has_settings(&self.files), edits::have_care(&self.files));
        let mut edits = edits.clone();
        if edits.title.is_empty() && !titled {
            edits.title = self.proposed_title();
        }
        // What cannot be written into a file is said by the compiler, too, which reads the same file.
        let _ = edits::apply(&mut self.files, &edits);
        let mut compiled = compile(&self.files, &options);
        compiled.diagnostics.splice(0..0, self.complaints.iter().cloned());
        let settings = settings(&self.files, &compiled);
        self.restore(before);
        let mut preview = preview(&compiled);
        let corpus = index::write(&mut compiled.corpus);
        let page = plain::page(&compiled.corpus);
        preview.titled = titled;
        preview.cared = cared;
        preview.bytes = corpus.len() as u64;
        self.made = Some(Made { page, corpus, settings });
        preview
    }

    /// Lays the files of archives on the desk in place of the archives.
    fn unpack(&mut self, options: &Options) {
        let (files, complaints) = compile::expanded(&self.files, options);
        let unpacked = match files {
            Cow::Owned(files) => Some(files),
            Cow::Borrowed(_) => None,
        };
        self.complaints.extend(complaints);
        if let Some(files) = unpacked {
            self.files = files;
        }
    }

    /// The settings that say what was guessed and corrected: a `fieldbook.toml`.
    pub fn settings(&self) -> &str {
        self.made.as_ref().map_or("", |made| &made.settings)
    }

    /// The fieldbook as one file.
    ///
    /// # Errors
    /// When it is too large for a page.
    pub fn pack(&self, shell: &Shell) -> Result<String, PackError> {
        match &self.made {
            Some(made) => pack::single_file(shell, &made.page, &made.corpus),
            None => Ok(String::new()),
        }
    }

    /// The title of texts that have no settings: their names.
    fn proposed_title(&self) -> String {
        let texts: Vec<&str> =
            self.files.iter().map(|file| file.path.as_str()).filter(|path| is_article(path)).collect();
        let mut names: Vec<&str> = texts.iter().take(NAMES_IN_TITLE).map(|path| edits::id_of(path)).collect();
        if texts.len() > NAMES_IN_TITLE {
            names.push("…");
        }
        names.join(", ")
    }

    /// What corrections may change of the files: all paths, and the bytes of settings and corrected reports.
    fn kept(&self, edits: &Edits) -> Vec<(String, Option<Vec<u8>>)> {
        let changes = |path: &str| {
            path == edits::SETTINGS || (is_article(path) && edits.reports.contains_key(edits::id_of(path)))
        };
        self.files.iter().map(|it| (it.path.clone(), changes(&it.path).then(|| it.bytes.clone()))).collect()
    }

    fn restore(&mut self, before: Vec<(String, Option<Vec<u8>>)>) {
        self.files.truncate(before.len());
        for (file, (path, bytes)) in self.files.iter_mut().zip(before) {
            file.path = path;
            if let Some(bytes) = bytes {
                file.bytes = bytes;
            }
        }
    }
}

/// The settings among the files, with a section for each table whose columns were guessed.
fn settings(files: &[SourceFile], compiled: &Compiled) -> String {
    let given = files.iter().find(|file| file.path == edits::SETTINGS);
    let mut text = given.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    let guessed = |form| matches!(form, compile::Form::Guessed | compile::Form::Hxl);
    for table in compiled.totals.tables.iter().filter(|table| guessed(table.form)) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&table.mapping);
    }
    text
}
