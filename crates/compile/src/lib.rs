//! Sources in, a corpus out.
//!
//! [`compile`] reads the files of a source folder (see `docs/sources.md`), or one or more data files, and
//! gives an [`index::Corpus`] with diagnostics. It never stops at a bad row: what cannot be used is left out
//! and reported with file, line and remedy; whether that is good enough is the caller's choice.
//!
//! The order is: names first (`actors.csv` and its like), then reports, then tables of events, then
//! hand-coded statements; then trees are arranged, figures joined, statements sorted, and mentions found.
//! Files are taken in the order of their paths, so the same sources give the same bytes on every machine.
//! No path, line number or rejected row enters the corpus, only how many rows of which file were left out.
//!
//! The crate does no I/O, so it runs in a browser as it does in a shell.

#![forbid(unsafe_code)]

mod actors;
mod articles;
mod assemble;
mod back;
mod basemap;
mod care;
mod diagnostic;
mod draft;
mod events;
mod expand;
mod fields;
mod folder;
mod forms;
mod gather;
mod input;
mod kinds;
mod mentions;
mod merge;
mod names;
mod outlines;
mod parts;
mod places;
mod populations;
mod publishers;
mod reading;
mod register;
mod report;
mod roster;
mod rows;
mod settings;
mod spellings;
mod statements;
mod table;
mod totals;
mod tree;
mod used;

pub use articles::{ARTICLE_LIMIT, is_article, report_text};
pub use back::sources;
pub use basemap::{basemap_for, has_outline};
pub use diagnostic::{Diagnostic, Severity};
pub use events::quoted;
pub use input::{Options, SourceFile, UNPACKED_LIMIT};
pub use spellings::{Proposal, spellings};
pub use totals::{Form, TableTotals, Totals, UnreadTable};

use diagnostic::{Diagnostics, Origin};
use folder::{Layout, Part, part_of};
use gather::Gathered;
use index::Corpus;
use std::borrow::Cow;
use std::rc::Rc;
use table::Table;

/// What came out.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The corpus; its hash is not yet computed.
    pub corpus: Corpus,
    /// What is wrong, by file and line.
    pub diagnostics: Vec<Diagnostic>,
    /// What it adds up to.
    pub totals: Totals,
}

impl Compiled {
    /// Whether anything was left out or lost.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// The files, with those that lie in archives of sources in place of the archives, and what is wrong with these.
/// [`compile`] does so itself; who wants to show or correct the files does it before.
pub fn expanded<'f>(files: &'f [SourceFile], options: &Options) -> (Cow<'f, [SourceFile]>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let files = expand::expanded(files, options, &mut diagnostics);
    (files, diagnostics.sorted())
}

/// Compiles the files of a source folder, or data files.
pub fn compile(files: &[SourceFile], options: &Options) -> Compiled {
    let mut diagnostics = Diagnostics::default();
    let mut gathered = Gathered::new();
    let files = &*expand::expanded(files, options, &mut diagnostics);
    let layout = Layout::of(files.iter().map(|file| file.path.as_str()));
    let mut parts: Vec<(Part, &SourceFile)> =
        files.iter().map(|file| (part_of(&file.path, layout), file)).collect();
    parts.sort_by(|a, b| (a.0, &a.1.path).cmp(&(b.0, &b.1.path)));
    let mut events = events::Reader::default();
    for (part, file) in &parts {
        read(*part, file, options, &mut gathered, &mut events, &mut diagnostics);
    }
    events.finish(&mut gathered);
    reading::read(&mut gathered, &mut diagnostics);
    care::apply(&mut gathered);
    warn_if_empty(&parts, &gathered, &mut diagnostics);
    let only_tables = gathered.reports.iter().all(|report| report.table);
    if !gathered.tables.is_empty() {
        events::describe(&mut gathered.about, &gathered.tables, only_tables);
    }
    assemble::assemble(gathered, diagnostics)
}

fn read(
    part: Part,
    file: &SourceFile,
    options: &Options,
    gathered: &mut Gathered,
    events: &mut events::Reader,
    diagnostics: &mut Diagnostics,
) {
    let name: Rc<str> = file.path.as_str().into();
    match part {
        Part::Ignored => return,
        Part::Unknown => {
            let remedy = "Put reports into reports/ as .md, .txt, .html or .pdf and tables into events/ as .csv, or take it out";
            return diagnostics.note(&Origin::whole(&name), "This file is not read", remedy);
        }
        Part::Events => {
            for mut content in forms::contents(file, options, diagnostics) {
                let mappings = std::mem::take(&mut gathered.mappings);
                events.read(&mut content, &mappings, gathered, diagnostics);
                gathered.mappings = mappings;
            }
            return;
        }
        _ => {}
    }
    let text = match part {
        Part::Report => articles::text(file, options, diagnostics),
        _ => forms::text_of(file, options, diagnostics),
    };
    let Some(text) = text else { return };
    let language = gathered.about.language.clone();
    let table = |comments| Table::new(&name, &text, comments);
    match part {
        Part::Settings => {
            (gathered.about, gathered.mappings, gathered.care) = settings::read(&name, &text, diagnostics);
        }
        Part::Sources => publishers::read(&table(true), &language, gathered, diagnostics),
        Part::Actors => actors::read(&table(true), &language, &mut gathered.actors, diagnostics),
        Part::Places => places::read(&table(true), &language, &mut gathered.places, diagnostics),
        Part::Kinds => gathered.kinds.read(&table(true), &language, diagnostics),
        Part::Populations => gathered.populations.read(&table(true), &language, diagnostics),
        Part::Statements => statements::read(&table(true), gathered, diagnostics),
        Part::Report => {
            let report = report::read(&name, &text, &language, diagnostics);
            if report.coded {
                gathered.coded.insert(report.report.id.clone());
            }
            gathered.add_report(report, diagnostics);
        }
        Part::Events | Part::Unknown | Part::Ignored => {}
    }
}

fn warn_if_empty(parts: &[(Part, &SourceFile)], gathered: &Gathered, diagnostics: &mut Diagnostics) {
    let origin = Origin::whole(&"fieldbook.toml".into());
    let has_settings = parts.iter().any(|(part, _)| *part == Part::Settings);
    if !has_settings && gathered.tables.is_empty() {
        let what = "There is no fieldbook.toml, so the collection has no title";
        diagnostics.warning(&origin, what, "Run `fieldbook new DIR` for a template");
    }
    if gathered.drafts.is_empty() && gathered.rows.len() == 0 {
        let what = "The sources hold no statement";
        diagnostics.warning(&origin, what, "Code some in statements.csv, or put a table into events/");
    }
}
