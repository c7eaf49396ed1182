//! Diagnostics: what is wrong with a source, where, and what to do about it.
//!
//! Every reader writes into one [`Diagnostics`] and goes on; nothing stops the compiler.

use std::fmt;
use std::rc::Rc;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something was left out, or a value was lost.
    Error,
    /// Something is odd, but nothing was lost.
    Warning,
    /// Something to know.
    Note,
}

/// One finding about the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The file, relative to the sources' folder.
    pub file: String,
    /// The line, from 1; 0 where the file as a whole is meant.
    pub line: u32,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Diagnostic {
    /// `file:line: what. Remedy.`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file)?;
        if self.line > 0 {
            write!(f, "{}:", self.line)?;
        }
        write!(f, " {}. {}.", self.what, self.remedy)
    }
}

/// A line of a source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The file, relative to the sources' folder.
    pub file: Rc<str>,
    /// The line, from 1; 0 for the whole file.
    pub line: u32,
}

impl Origin {
    /// A line of a file.
    pub fn at(file: &Rc<str>, line: u32) -> Self {
        Self { file: Rc::clone(file), line }
    }

    /// A file as a whole.
    pub fn whole(file: &Rc<str>) -> Self {
        Self::at(file, 0)
    }
}

/// How many findings of one severity are kept; a table of a million bad rows needs no million sentences.
const KEPT: usize = 20_000;

/// Findings as they come in, and how many rows they cost.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
    /// How many there were of each severity.
    counts: [usize; 3],
    left_out: Vec<Rc<str>>,
}

impl Diagnostics {
    /// A value was lost, or something could not be read.
    pub fn error(&mut self, origin: &Origin, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Error, origin, what.into(), remedy.into());
    }

    /// Something is odd, but nothing was lost.
    pub fn warning(&mut self, origin: &Origin, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Warning, origin, what.into(), remedy.into());
    }

    /// Something to know.
    pub fn note(&mut self, origin: &Origin, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Note, origin, what.into(), remedy.into());
    }

    /// A row or a statement was left out.
    pub fn left_out(&mut self, origin: &Origin, what: impl Into<String>, remedy: impl Into<String>) {
        self.left_out.push(Rc::clone(&origin.file));
        self.add(Severity::Error, origin, what.into(), remedy.into());
    }

    /// How many rows and statements were left out.
    pub fn count_left_out(&self) -> u32 {
        u32::try_from(self.left_out.len()).unwrap_or(u32::MAX)
    }

    /// How many were left out of which file, in words; nothing of what they held.
    pub fn left_out_by_file(&self) -> Vec<String> {
        let mut files = self.left_out.clone();
        files.sort();
        let runs = files.chunk_by(|a, b| a == b);
        runs.map(|run| format!("{}: {} left out", run.first().map_or("", |file| file), run.len())).collect()
    }

    /// The findings by file and line.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        let names = [(Severity::Error, "errors"), (Severity::Warning, "warnings"), (Severity::Note, "notes")];
        for ((severity, name), count) in names.into_iter().zip(self.counts) {
            let what = match count.checked_sub(KEPT) {
                None | Some(0) => continue,
                Some(more) => format!("There are {more} more {name}; {KEPT} are listed"),
            };
            let remedy = "Correct those that are listed first".to_owned();
            self.list.push(Diagnostic { severity, file: "…".to_owned(), line: 0, what, remedy });
        }
        self.list
    }

    fn add(&mut self, severity: Severity, origin: &Origin, what: String, remedy: String) {
        let kept = self.counts.get_mut(severity as usize).is_some_and(|count| {
            *count += 1;
            *count <= KEPT
        });
        if !kept {
            return;
        }
        self.list.push(Diagnostic {
            severity,
            file: origin.file.to_string(),
            line: origin.line,
            what,
            remedy,
        });
    }
}
