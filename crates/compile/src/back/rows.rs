//! `statements.csv` and `events/`: the statements.

use super::cells::{escaped, grouped};
use super::csv::Csv;
use super::{figures, file, paths};
use crate::SourceFile;
use crate::statements::{COLUMNS, Given};
use index::date::{Anchors, parse_edtf};
use index::{Corpus, Derivation, Field, How, Made, NONE, Precision, Role, Span};
use std::collections::BTreeSet;

/// The tables of statements.
pub(super) fn rows(corpus: &Corpus) -> Vec<SourceFile> {
    let writer = Writer::new(corpus);
    let mut texts = Csv::new(&COLUMNS);
    let tables: Vec<u32> =
        (0u32..).zip(&corpus.reports).filter(|(_, report)| report.table).map(|(at, _)| at).collect();
    let mut events: Vec<Csv> = tables.iter().map(|_| Csv::new(&COLUMNS)).collect();
    for row in 0..corpus.statements.len() {
        let report = corpus.statements.reports.get(row).copied().unwrap_or(NONE);
        let table = tables.iter().position(|&at| at == report).and_then(|at| events.get_mut(at));
        table.unwrap_or(&mut texts).row(writer.row(row));
    }
    let ids: Vec<&str> =
        tables.iter().filter_map(|&at| Some(corpus.reports.get(at as usize)?.id.as_str())).collect();
    let mut files: Vec<SourceFile> = paths("events", &ids, "csv")
        .into_iter()
        .zip(&events)
        .map(|(path, table)| file(path, table.text(COLUMNS.len())))
        .collect();
    files.push(file("statements.csv", texts.text(4)));
    files
}

struct Writer<'a> {
    corpus: &'a Corpus,
    wholes: BTreeSet<u32>,
    /// Where each statement's derivations begin.
    starts: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(corpus: &'a Corpus) -> Self {
        let mut starts = Vec::with_capacity(corpus.statements.len() + 1);
        let mut at = 0;
        for row in 0..=corpus.statements.len() as u32 {
            while corpus.derivations.get(at).is_some_and(|derivation| derivation.statement < row) {
                at += 1;
            }
            starts.push(at);
        }
        Self { corpus, wholes: figures::wholes(corpus), starts }
    }

    fn derivations(&self, row: usize, field: Field) -> Vec<&'a Derivation> {
        let start = self.starts.get(row).copied().unwrap_or(0);
        let end = self.starts.get(row + 1).copied().unwrap_or(start);
        let own = self.corpus.derivations.get(start..end).unwrap_or_default();
        own.iter().filter(|derivation| derivation.field == field).collect()
    }

    fn row(&self, row: usize) -> Vec<String> {
        COLUMNS.iter().map(|column| self.cell(row, column)).collect()
    }

    fn cell(&self, row: usize, column: &str) -> String {
        let statements = &self.corpus.statements;
        let own = |texts: &index::Texts| texts.get(row).to_owned();
        match column {
            "id" => own(&statements.ids),
            "report" => self
                .report(row)
                .filter(|report| !report.table)
                .map_or(String::new(), |report| report.id.clone()),
            "paragraph" => String::new(),
            "at" => self.at(row),
            "quote" => self.quote(row),
            "summary" => own(&statements.summaries),
            "made" => self.made(row),
            "date" | "days" | "edtf" => self.date(row, column),
            "kind" => self.ids(&statements.kinds.get(row), |at| Some(&self.corpus.kinds.get(at)?.id)),
            "initiator" => self.actors(row, Role::Initiator),
            "affected" => self.actors(row, Role::Affected),
            "mentioned" => self.actors(row, Role::Mentioned),
            "speaker" => self.speaker(row),
            "relay" => self.actors(row, Role::Relay),
            "place" => self.places(row),
            "sources" => self.sources(row),
            "figures" => {
                let all = self.derivations(row, Field::Figure);
                let rules: Vec<&Derivation> = all.into_iter().filter(|made| !made.rule.is_empty()).collect();
                figures::cell(self.corpus, row, &self.wholes, &rules)
            }
            "event" => {
                let at = statements.events.get(row).copied().unwrap_or(NONE);
                self.corpus.events.get(at as usize).to_owned()
            }
            _ => self.derived(row, column),
        }
    }

    fn report(&self, row: usize) -> Option<&'a index::Report> {
        self.corpus.reports.get(*self.corpus.statements.reports.get(row)? as usize)
    }

    fn is_table(&self, row: usize) -> bool {
        self.corpus.statements.made.get(row) == Some(&Made::Table)
    }

    fn made(&self, row: usize) -> String {
        match self.corpus.statements.made.get(row) {
            Some(Made::Machine) => "machine".to_owned(),
            _ => String::new(),
        }
    }

    /// Paragraph, counted from 1, and the bytes in it.
    fn at(&self, row: usize) -> String {
        let span = self.corpus.statements.spans.get(row).first();
        span.map_or(String::new(), |span| format!("{}:{}-{}", span.paragraph + 1, span.start, span.end))
    }

    fn quote(&self, row: usize) -> String {
        let quoted =
            self.report(row).zip(self.corpus.statements.spans.get(row).first()).and_then(|(report, span)| {
                report
                    .paragraphs
                    .get(span.paragraph as usize)?
                    .text
                    .get(span.start as usize..span.end as usize)
            });
        quoted.unwrap_or_else(|| self.corpus.statements.quotes.get(row)).to_owned()
    }

    /// The rule or the EDTF that gives the days; else the days and the EDTF by themselves.
    fn date(&self, row: usize, column: &str) -> String {
        let days = self.corpus.statements.dates.get(row);
        let edtf = self.corpus.statements.edtf.get(row);
        let rule = self.derivations(row, Field::Date).first().map_or("", |made| made.rule.as_str());
        let shown: Vec<String> = days.iter().map(Span::to_string).collect();
        let anchors = self
            .report(row)
            .map(|report| Anchors::of(report.published.span, &report.anchor))
            .unwrap_or_default();
        let candidates = [rule.to_owned(), edtf.to_owned(), shown.join(" ")];
        let wanted = Given { dates: days.to_vec(), edtf: edtf.to_owned(), rule: rule.to_owned() };
        let fits =
            |cell: &&String| crate::statements::given(cell, &anchors).is_some_and(|given| given == wanted);
        let found = candidates.iter().find(fits);
        match (column, found) {
            ("date", Some(cell)) => cell.clone(),
            ("date", None) => rule.to_owned(),
            ("days", None) => match shown.is_empty() {
                true => "none".to_owned(),
                false => shown.join(" "),
            },
            ("edtf", None) if parse_edtf(edtf).is_ok() => edtf.to_owned(),
            _ => String::new(),
        }
    }

    fn ids(&self, entries: &[u32], id: impl Fn(usize) -> Option<&'a String>) -> String {
        let ids = entries.iter().filter_map(|&at| id(at as usize));
        ids.map(|id| escaped(id)).collect::<Vec<_>>().join("; ")
    }

    fn actor(&self, at: u32) -> String {
        self.corpus.actors.get(at as usize).map_or("unnamed".to_owned(), |actor| escaped(&actor.id))
    }

    fn actors(&self, row: usize, role: Role) -> String {
        let actors = self.corpus.statements.actors.get(row);
        let own = actors.iter().filter(|entry| entry.role == role);
        grouped(own.map(|entry| (entry.group, self.actor(entry.actor))))
    }

    /// Nobody is named where the report speaks itself, or a row of a table says nothing.
    fn speaker(&self, row: usize) -> String {
        let entries = self.corpus.statements.speakers.get(row);
        let cell = grouped(entries.iter().map(|entry| (entry.group, self.actor(entry.actor))));
        if !self.is_table(row) && cell == crate::gather::THE_REPORT { String::new() } else { cell }
    }

    fn places(&self, row: usize) -> String {
        let places = self.corpus.statements.places.get(row);
        grouped(places.iter().filter_map(|entry| {
            let id = escaped(&self.corpus.places.get(entry.place as usize)?.id);
            let precision = match entry.precision {
                Precision::Within => "",
                Precision::Exact => " @exact",
                Precision::Near => " @near",
            };
            Some((entry.group, format!("{id}{precision}")))
        }))
    }

    /// Where they are not just the report's own.
    fn sources(&self, row: usize) -> String {
        let sources = self.corpus.statements.sources.get(row);
        let own = self.report(row).map_or(NONE, |report| report.source);
        if !self.is_table(row) && sources == [own] {
            return String::new();
        }
        self.ids(&sources, |at| Some(&self.corpus.sources.get(at)?.id))
    }

    /// `place_words`, `date_how` and their like.
    fn derived(&self, row: usize, column: &str) -> String {
        let Some((name, part)) = column.rsplit_once('_') else { return String::new() };
        let field = match name {
            "date" => Field::Date,
            "actor" => Field::Actor,
            "speaker" => Field::Speaker,
            "place" => Field::Place,
            _ => Field::Figure,
        };
        let all = self.derivations(row, field);
        // The words and the way of a figure with a rule are the figure's own.
        let by_rule = field == Field::Figure && all.first().is_some_and(|made| !made.rule.is_empty());
        let Some(made) = all.first().filter(|_| !by_rule || part == "why") else { return String::new() };
        match part {
            "words" => made.words.clone(),
            "why" => made.why.clone(),
            _ => how(made.how).to_owned(),
        }
    }
}

fn how(how: How) -> &'static str {
    match how {
        How::Stated => "stated",
        How::Resolved => "resolved",
        How::Carried => "carried",
        How::Inferred => "inferred",
        How::Computed => "computed",
        How::Coded => "coded",
        How::Unknown => "unknown",
    }
}
