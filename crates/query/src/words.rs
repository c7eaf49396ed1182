//! Search: which statements hold all words of a query.
//!
//! A plain scan. Each statement's own text (quote and summary) stands folded in one buffer, each word after a
//! blank, so that looking for " idl" finds the beginnings of words and never runs from one statement into the
//! next. Names and titles are folded once per table entry rather than once per statement.

use crate::Answer;
use crate::marks::{self, Marks};
use index::fold::{fold, fold_into};
use index::{Corpus, Name, Report, Texts};

/// Folded texts to search in.
#[derive(Debug)]
pub struct Words {
    statements: Texts,
    actors: Texts,
    places: Texts,
    kinds: Texts,
    reports: Texts,
}

impl Words {
    /// Folds what a corpus says.
    pub fn new(corpus: &Corpus) -> Self {
        let rows = 0..corpus.statements.len();
        Self {
            statements: column(rows, |row, out| statement(corpus, row, out)),
            actors: column(&corpus.actors, |actor, out| names(&actor.names, out)),
            places: column(&corpus.places, |place, out| names(&place.names, out)),
            kinds: column(&corpus.kinds, |kind, out| names(&kind.names, out)),
            reports: column(&corpus.reports, |report, out| add(&report.title, out)),
        }
    }

    /// The answer of every statement to a query.
    pub fn answers(&self, query: &Query, corpus: &Corpus) -> Marks {
        let mut found = marks::all(self.statements.len());
        for word in &query.words {
            let hits = Hits::new(self, word);
            for (base, bits) in (0..).step_by(64).zip(&mut found) {
                let mut left = *bits;
                while left != 0 {
                    let row = left.trailing_zeros() as usize;
                    left &= left - 1;
                    if !hits.hold(base + row, corpus) {
                        *bits &= !(1 << row);
                    }
                }
            }
        }
        Marks { some: found.clone(), yes: found }
    }

    /// The answer of one statement to a query.
    pub fn answer(&self, query: &Query, corpus: &Corpus, row: usize) -> Answer {
        let holds = |texts: &Texts, entry: u32, word: &str| texts.get(entry as usize).contains(word);
        let found = |word: &String| {
            any_text(corpus, row, |table, entry| match table {
                Table::Statements => holds(&self.statements, entry, word),
                Table::Reports => holds(&self.reports, entry, word),
                Table::Actors => holds(&self.actors, entry, word),
                Table::Places => holds(&self.places, entry, word),
                Table::Kinds => holds(&self.kinds, entry, word),
            })
        };
        if query.words.iter().all(found) { Answer::Match } else { Answer::No }
    }
}

/// The words of a query, folded, each after a blank.
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads a query; nothing where it has no word.
    pub fn new(text: &str) -> Option<Self> {
        let folded = fold(text);
        let words: Vec<String> =
            folded.split(' ').filter(|word| !word.is_empty()).map(|word| format!(" {word}")).collect();
        (!words.is_empty()).then_some(Self { words })
    }
}

/// A table whose texts are searched.
#[derive(Clone, Copy)]
enum Table {
    Statements,
    Reports,
    Actors,
    Places,
    Kinds,
}

/// Whether any of the texts that belong to a statement is such.
fn any_text(corpus: &Corpus, row: usize, is: impl Fn(Table, u32) -> bool) -> bool {
    let statements = &corpus.statements;
    is(Table::Statements, row as u32)
        || statements.reports.get(row).is_some_and(|&report| is(Table::Reports, report))
        || statements.actors.get(row).iter().any(|entry| is(Table::Actors, entry.actor))
        || statements.speakers.get(row).iter().any(|entry| is(Table::Actors, entry.actor))
        || statements.places.get(row).iter().any(|entry| is(Table::Places, entry.place))
        || statements.kinds.get(row).iter().any(|&kind| is(Table::Kinds, kind))
}

/// Where one word was found.
struct Hits {
    statements: Vec<bool>,
    actors: Vec<bool>,
    places: Vec<bool>,
    kinds: Vec<bool>,
    reports: Vec<bool>,
}

impl Hits {
    fn new(words: &Words, word: &str) -> Self {
        Self {
            statements: holding(&words.statements, word),
            actors: holding(&words.actors, word),
            places: holding(&words.places, word),
            kinds: holding(&words.kinds, word),
            reports: holding(&words.reports, word),
        }
    }

    fn hold(&self, row: usize, corpus: &Corpus) -> bool {
        any_text(corpus, row, |table, entry| {
            let hits = match table {
                Table::Statements => &self.statements,
                Table::Reports => &self.reports,
                Table::Actors => &self.actors,
                Table::Places => &self.places,
                Table::Kinds => &self.kinds,
            };
            hits.get(entry as usize) == Some(&true)
        })
    }
}

/// Which texts hold a word, in one pass over all of them.
fn holding(texts: &Texts, word: &str) -> Vec<bool> {
    let mut held = vec![false; texts.len()];
    let mut row = 0;
    for (at, _) in texts.buffer.match_indices(word) {
        row += texts.ends.not_above(row, at);
        if let Some(held) = held.get_mut(row) {
            *held = true;
        }
    }
    held
}

fn column<T>(entries: impl IntoIterator<Item = T>, write: impl Fn(T, &mut String)) -> Texts {
    let mut texts = Texts::default();
    for entry in entries {
        write(entry, &mut texts.buffer);
        texts.ends.push(u32::try_from(texts.buffer.len()).unwrap_or(u32::MAX));
    }
    texts
}

/// Appends a text folded, a blank before each word.
fn add(text: &str, out: &mut String) {
    let start = out.len();
    out.push(' ');
    fold_into(text, out);
    if out.len() == start + 1 {
        out.truncate(start);
    }
}

fn names(names: &[Name], out: &mut String) {
    names.iter().for_each(|name| add(&name.text, out));
}

fn statement(corpus: &Corpus, row: usize, out: &mut String) {
    let statements = &corpus.statements;
    add(statements.quotes.get(row), out);
    add(statements.summaries.get(row), out);
    let report = statements.reports.get(row).and_then(|&report| corpus.reports.get(report as usize));
    if let Some(report) = report {
        quoted(report, corpus, row, out);
    }
}

fn quoted(report: &Report, corpus: &Corpus, row: usize, out: &mut String) {
    for span in corpus.statements.spans.get(row) {
        let paragraph = report.paragraphs.get(span.paragraph as usize);
        let text = paragraph.and_then(|paragraph| paragraph.text.get(span.start as usize..span.end as usize));
        add(text.unwrap_or_default(), out);
    }
}
