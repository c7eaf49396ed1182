//! What a person sees before anything is saved: what was recognized, what is wrong and where, what is left out.

use crate::cautions::{Cautions, cautions};
use crate::limits::{FINDINGS_SHOWN, LISTED};
use compile::{Compiled, Form, Severity, TableTotals};
use index::{Corpus, Day, How, ParagraphRole, Span, name_in};
use serde::{Deserialize, Serialize};

/// The letters of a paragraph that are shown of furniture.
const FURNITURE_SHOWN: usize = 90;

/// Everything that is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// The collection's title.
    pub title: String,
    /// Whether the files themselves give the title, so that it is changed there.
    pub titled: bool,
    /// Whether the files' own settings take care of people named.
    pub cared: bool,
    /// Statements.
    pub statements: u32,
    /// Reports, tables among them.
    pub reports: u32,
    /// Rows and statements that are left out.
    pub left_out: u32,
    /// The earliest and the latest day; empty where none is known.
    pub period: [String; 2],
    /// The tables of events.
    pub tables: Vec<TableSeen>,
    /// The reports that are texts, at most [`LISTED`].
    pub texts: Vec<TextSeen>,
    /// How many texts there are.
    pub texts_in_all: u32,
    /// What is wrong, at most [`FINDINGS_SHOWN`], the gravest first.
    pub findings: Vec<Finding>,
    /// Errors, warnings and notes in all.
    pub counts: [u32; 3],
    /// What to think of before passing it on.
    pub cautions: Cautions,
    /// Bytes of the compiled corpus.
    pub bytes: u64,
}

/// A table of events.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableSeen {
    /// The file.
    pub file: String,
    /// How its columns are known.
    pub form: FormSeen,
    /// Rows that became statements.
    pub rows: u32,
    /// Rows left out.
    pub left_out: u32,
    /// Rows without a date.
    pub undated: u32,
    /// First and last day.
    pub period: [String; 2],
    /// Deaths: low, best, high; nothing where the table counts none.
    pub deaths: Option<[u64; 3]>,
    /// Its columns.
    pub columns: Vec<String>,
    /// The section `[[table]]` that says which column holds what; empty for a known form.
    pub mapping: String,
}

/// How a table's columns are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormSeen {
    /// UCDP GED.
    Ged,
    /// ACLED.
    Acled,
    /// By HXL tags.
    Hxl,
    /// By a mapping.
    Mapped,
    /// By a guess.
    #[default]
    Guessed,
    /// An export of a fieldbook.
    Taken,
    /// Not at all: it could not be read.
    Unread,
}

/// A report that is a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TextSeen {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its publisher; empty where not known.
    pub publisher: String,
    /// When it was published, EDTF; empty where not known.
    pub published: String,
    /// The file does not state the day: it was read from the text, or is not known.
    pub inferred: bool,
    /// From what the day was read; may be empty.
    pub why: String,
    /// Statements found in it.
    pub statements: u32,
    /// First and last day of what it says.
    pub period: [String; 2],
    /// The beginnings of the paragraphs that are left out of reading.
    pub furniture: Vec<String>,
}

/// Something wrong or odd.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// 0 an error, 1 a warning, 2 a note.
    pub severity: u8,
    /// The file.
    pub file: String,
    /// The line, from 1; 0 for the whole file.
    pub line: u32,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// The preview of what was compiled; what stands in settings, and its size, are the caller's to fill in.
pub fn preview(compiled: &Compiled) -> Preview {
    let (corpus, totals) = (&compiled.corpus, &compiled.totals);
    let mut tables: Vec<TableSeen> = totals.tables.iter().map(table_seen).collect();
    tables.extend(totals.unread.iter().map(|unread| TableSeen {
        file: unread.file.clone(),
        form: FormSeen::Unread,
        columns: unread.columns.clone(),
        mapping: format!("[[table]]\nfile = {}\n", compile::quoted(&unread.file)),
        ..TableSeen::default()
    }));
    let texts_in_all = corpus.reports.iter().filter(|report| !report.table).count();
    Preview {
        title: name_in(&corpus.about.title, &corpus.about.language).to_owned(),
        titled: false,
        cared: false,
        statements: totals.statements,
        reports: totals.reports,
        left_out: totals.left_out,
        period: period(totals.first, totals.last),
        tables,
        texts: texts(corpus),
        texts_in_all: texts_in_all as u32,
        findings: findings(compiled),
        counts: counts(compiled),
        cautions: cautions(compiled),
        bytes: 0,
    }
}

fn period(first: Option<Day>, last: Option<Day>) -> [String; 2] {
    [first, last].map(|day| day.map(|day| day.to_string()).unwrap_or_default())
}

fn table_seen(table: &TableTotals) -> TableSeen {
    let form = match table.form {
        Form::Ged => FormSeen::Ged,
        Form::Acled => FormSeen::Acled,
        Form::Hxl => FormSeen::Hxl,
        Form::Mapped => FormSeen::Mapped,
        Form::Guessed => FormSeen::Guessed,
        Form::Taken => FormSeen::Taken,
    };
    let counts_deaths = table.high > 0 || matches!(table.form, Form::Ged | Form::Acled);
    TableSeen {
        file: table.file.clone(),
        form,
        rows: table.rows,
        left_out: table.rejected,
        undated: table.undated,
        period: period(table.first, table.last),
        deaths: counts_deaths.then_some([table.low, table.best, table.high]),
        columns: table.columns.clone(),
        mapping: table.mapping.clone(),
    }
}

fn texts(corpus: &Corpus) -> Vec<TextSeen> {
    let mut found: Vec<(u32, Option<Day>, Option<Day>)> = vec![(0, None, None); corpus.reports.len()];
    for (row, report) in corpus.statements.reports.iter().enumerate() {
        let Some((count, first, last)) = found.get_mut(*report as usize) else { continue };
        *count += 1;
        for Span { from, to, .. } in corpus.statements.dates.get(row) {
            *first = [*first, from].into_iter().flatten().min();
            *last = [*last, to].into_iter().flatten().max();
        }
    }
    let texts = corpus.reports.iter().zip(found).filter(|(report, _)| !report.table);
    let seen = texts.map(|(report, (statements, first, last))| {
        let source = corpus.sources.get(report.source as usize);
        let furniture = report.paragraphs.iter().filter(|it| it.role == ParagraphRole::Furniture);
        TextSeen {
            id: report.id.clone(),
            title: report.title.clone(),
            publisher: source.map(|source| name_in(&source.names, "en").to_owned()).unwrap_or_default(),
            published: report.published.edtf.clone(),
            inferred: report.published.how != How::Stated,
            why: report.published.why.clone(),
            statements,
            period: period(first, last),
            furniture: furniture.map(|it| it.text.chars().take(FURNITURE_SHOWN).collect()).collect(),
        }
    });
    seen.take(LISTED).collect()
}

fn rank(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Note => 2,
    }
}

fn counts(compiled: &Compiled) -> [u32; 3] {
    let mut counts = [0; 3];
    for diagnostic in &compiled.diagnostics {
        if let Some(count) = counts.get_mut(rank(diagnostic.severity) as usize) {
            *count += 1;
        }
    }
    counts
}

fn findings(compiled: &Compiled) -> Vec<Finding> {
    let mut all: Vec<&compile::Diagnostic> = compiled.diagnostics.iter().collect();
    all.sort_by_key(|diagnostic| rank(diagnostic.severity));
    let finding = |it: &compile::Diagnostic| Finding {
        severity: rank(it.severity),
        file: it.file.clone(),
        line: it.line,
        what: it.what.clone(),
        remedy: it.remedy.clone(),
    };
    all.into_iter().take(FINDINGS_SHOWN).map(finding).collect()
}
