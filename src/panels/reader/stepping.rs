//! The places in a report that a reader steps through: mentions of what was asked for, or else the statements.

use index::{Corpus, MentionKind, Report};
use query::{Answer, Selection, Value};
use std::ops::Range;

/// A place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// A search word rather than a mention.
    pub word: bool,
}

/// What there is to step through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stops {
    /// Mentions of the chosen actors and places, and search words.
    Mentions(Vec<Stop>),
    /// Statements of the selection, as they stand in the report.
    Statements(Vec<u32>),
}

/// Where a text holds what was searched for.
pub type Lit<'a> = &'a dyn Fn(&str) -> Vec<Range<usize>>;

/// The stops of a report under a selection that lists `rows`.
pub fn stops(
    corpus: &Corpus,
    report: u32,
    selection: &Selection,
    rows: impl Iterator<Item = (u32, Answer)>,
    lit: Lit,
) -> Stops {
    let mentions = corpus.reports.get(report as usize).map(|report| mentions(corpus, report, selection, lit));
    match mentions {
        Some(mentions) if !mentions.is_empty() => Stops::Mentions(mentions),
        _ => Stops::Statements(statements(corpus, report, rows)),
    }
}

/// The stop nearest to a paragraph: the first in it or after it, else the first of all.
pub fn near(stops: &[Stop], paragraph: Option<u32>) -> usize {
    let paragraph = paragraph.unwrap_or(0);
    stops.iter().position(|stop| stop.paragraph >= paragraph).unwrap_or(0)
}

fn mentions(corpus: &Corpus, report: &Report, selection: &Selection, lit: Lit) -> Vec<Stop> {
    let actors = selection.actor.chosen.iter().chain(&selection.speaker.chosen);
    let actors: Vec<u32> = actors.filter_map(entry).collect();
    let places: Vec<u32> = selection.place.chosen.iter().filter_map(entry).collect();
    let actor_parent = |index: u32| corpus.actors.get(index as usize).map(|actor| actor.parent);
    let place_parent = |index: u32| corpus.places.get(index as usize).map(|place| place.parent);
    let wanted = report.mentions.iter().filter(|mention| match mention.kind {
        MentionKind::Actor | MentionKind::Attribution => is_one_of(mention.target, &actors, actor_parent),
        MentionKind::Place => is_one_of(mention.target, &places, place_parent),
        MentionKind::Date | MentionKind::Figure => false,
    });
    let stop = |mention: &index::Mention| Stop {
        paragraph: mention.paragraph,
        start: mention.start,
        end: mention.end,
        word: false,
    };
    let mut stops: Vec<Stop> = wanted.map(stop).chain(words(report, lit)).collect();
    index::order::sort(&mut stops);
    stops.dedup();
    stops
}

fn entry(value: &Value) -> Option<u32> {
    match value {
        Value::Entry(index) => Some(*index),
        Value::Missing => None,
    }
}

/// Whether an entry is one of the wanted ones or below it. A parent stands before its child, so this ends.
fn is_one_of(index: u32, wanted: &[u32], parent: impl Fn(u32) -> Option<u32>) -> bool {
    let mut line =
        std::iter::successors(Some(index), |&index| parent(index).filter(|&parent| parent < index));
    !wanted.is_empty() && line.any(|index| wanted.contains(&index))
}

/// Where the search words stand in the text.
fn words(report: &Report, lit: Lit) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (number, paragraph) in (0u32..).zip(&report.paragraphs) {
        let stop = |at: Range<usize>| Stop {
            paragraph: number,
            start: at.start as u32,
            end: at.end as u32,
            word: true,
        };
        stops.extend(lit(&paragraph.text).into_iter().map(stop));
    }
    stops
}

/// The listed statements of a report, in the order in which they stand in it.
fn statements(corpus: &Corpus, report: u32, rows: impl Iterator<Item = (u32, Answer)>) -> Vec<u32> {
    let here = |row: &u32| corpus.statements.reports.get(*row as usize) == Some(&report);
    let mut rows: Vec<u32> = rows.map(|(row, _)| row).filter(here).collect();
    index::order::sort_by_key(&mut rows, |&row| {
        let first = corpus.statements.spans.get(row as usize).first();
        first.map_or((u32::MAX, 0), |span| (span.paragraph, span.start))
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;
    use query::ValueClause;

    fn check(selection: Selection, expect: Stops) {
        let rows = [(0, Answer::Match), (2, Answer::MayMatch), (1, Answer::Match)];
        let engine = query::Engine::new(sample_corpus());
        let plan = engine.understand(&selection);
        let lit = |text: &str| engine.lit(&plan, text).into_iter().map(|(range, _)| range).collect();
        assert_eq!(stops(engine.corpus(), 0, &selection, rows.into_iter(), &lit), expect);
    }

    fn stop(paragraph: u32, start: u32, end: u32, word: bool) -> Stop {
        Stop { paragraph, start, end, word }
    }

    #[test]
    fn mentions_of_what_was_asked_for() {
        let place =
            |place| Selection { place: ValueClause::of([Value::Entry(place)]), ..Selection::default() };
        let found = Stops::Mentions(vec![stop(0, 16, 21, false)]);
        check(place(1), found.clone());
        // The town lies in the governorate.
        check(place(0), found);
    }

    #[test]
    fn search_words() {
        let text = |text: &str| Selection { text: text.into(), ..Selection::default() };
        check(text("thurs"), Stops::Mentions(vec![stop(1, 3, 11, true)]));
        check(text("idlib THURSDAY"), Stops::Mentions(vec![stop(0, 16, 21, true), stop(1, 3, 11, true)]));
    }

    #[test]
    fn else_the_statements_as_they_stand() {
        check(Selection::default(), Stops::Statements(vec![0, 2, 1]));
        let elsewhere = Selection { text: "nowhere".into(), ..Selection::default() };
        check(elsewhere, Stops::Statements(vec![0, 2, 1]));
    }

    #[test]
    fn the_nearest_stop() {
        let stops = [stop(1, 0, 1, false), stop(3, 0, 1, false), stop(3, 5, 6, false)];
        for (paragraph, expect) in [(None, 0), (Some(0), 0), (Some(2), 1), (Some(3), 1), (Some(9), 0)] {
            assert_eq!(near(&stops, paragraph), expect, "{paragraph:?}");
        }
    }
}
