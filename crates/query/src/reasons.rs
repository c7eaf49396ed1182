//! Why a statement only may match.

use crate::column::Gap;
use crate::facet::{Facet, grouped};
use crate::region::Regions;
use crate::{Answer, Dimension, Engine, Scope, Selection, Value, clause, dates, tree::Tree};
use index::Span;

/// What leaves one clause open for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reason {
    /// The clause's dimension.
    pub dimension: Dimension,
    /// Whether it is an excluded value that cannot be ruled out, rather than a chosen one that is not sure.
    pub excluded: bool,
    /// What leaves it open.
    pub why: Why,
}

/// How a statement leaves a clause open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// A date begins before the dates asked for, ends after them, or both.
    DateOverlaps {
        /// Some interval begins before.
        before: bool,
        /// Some interval ends after.
        after: bool,
    },
    /// The source doubts or rounds the date.
    DateQualified,
    /// The statement names a place (an index into the places) that the one asked for lies in.
    PlaceAbove(u32),
    /// The statement names a region (an index into the places) that covers or overlaps the place asked for.
    RegionCovers(u32),
    /// The source leaves it open between alternatives.
    Alternatives,
    /// Excluded, but the statement has no value that could rule it out.
    Missing,
    /// Excluded, but the statement has an actor that is not named.
    Unnamed,
}

impl Engine {
    /// What leaves a statement's answer open: not empty exactly where it is [`Answer::MayMatch`].
    ///
    /// When a whole report may answer, the reasons are those of its first statement that answers a clause best.
    pub fn reasons(&self, selection: &Selection, statement: u32) -> Vec<Reason> {
        let row = statement as usize;
        if row >= self.corpus.statements.len()
            || self.aside(selection).answer_of(statement) != Answer::MayMatch
        {
            return Vec::new();
        }
        let unit = self.unit(selection.scope, row);
        let best: Vec<(Dimension, usize, Answer)> = (Dimension::ALL.into_iter())
            .filter_map(|dimension| {
                // Of equals, `max_by_key` takes the last, which is the first in the corpus's order.
                let answers =
                    unit.iter().rev().map(|&row| (dimension, row, self.answer(selection, dimension, row)));
                answers.max_by_key(|&(_, _, answer)| answer)
            })
            .collect();
        let open = best.into_iter().filter(|&(_, _, answer)| answer == Answer::MayMatch);
        let mut reasons: Vec<Reason> = Vec::new();
        for reason in open.flat_map(|(dimension, row, _)| self.reasons_in(selection, dimension, row)) {
            if let Err(at) = reasons.binary_search(&reason) {
                reasons.insert(at, reason);
            }
        }
        reasons
    }

    /// The answer of one statement to one clause, by what it says itself.
    fn answer(&self, selection: &Selection, dimension: Dimension, row: usize) -> Answer {
        match (selection.clause(dimension), self.facet(dimension, selection)) {
            (Some(clause), Some(facet)) if !clause.is_empty() => clause::answer(facet, row, clause),
            _ if dimension == Dimension::Date => {
                dates::answer(&self.spans(selection).get(row), &selection.date)
            }
            // Words never leave anything open; that they match was found with the others.
            _ => Answer::Match,
        }
    }

    /// The statements that may answer for one.
    fn unit(&self, scope: Scope, row: usize) -> Vec<usize> {
        let units = self.units().of_row();
        match (scope, units.get(row)) {
            (Scope::Report, Some(unit)) => {
                units.iter().enumerate().filter(|(_, other)| *other == unit).map(|(row, _)| row).collect()
            }
            _ => vec![row],
        }
    }

    fn reasons_in(&self, selection: &Selection, dimension: Dimension, row: usize) -> Vec<Reason> {
        let Some(clause) = selection.clause(dimension) else {
            return date_reasons(selection, &self.spans(selection).get(row));
        };
        let Some(facet) = self.facet(dimension, selection) else { return Vec::new() };
        let mut whys: Vec<(bool, Why)> = Vec::new();
        match clause::best(facet, row, &clause.chosen) {
            Answer::MayMatch => {
                whys.extend(self.open(dimension, facet, row, &clause.chosen).map(|why| (false, why)))
            }
            Answer::No | Answer::Match => {}
        }
        match clause::best(facet, row, &clause.excluded) {
            Answer::MayMatch => {
                whys.extend(self.open(dimension, facet, row, &clause.excluded).map(|why| (true, why)))
            }
            Answer::No if clause::may_hold_unsaid(clause, facet.own.gap(row)) => {
                whys.extend(gap(facet.own.gap(row)).map(|why| (true, why)));
            }
            Answer::No | Answer::Match => {}
        }
        whys.into_iter().map(|(excluded, why)| Reason { dimension, excluded, why }).collect()
    }

    /// What leaves those of `values` open that the statement may match.
    fn open(
        &self,
        dimension: Dimension,
        facet: &Facet,
        row: usize,
        values: &[Value],
    ) -> impl Iterator<Item = Why> {
        let mut whys = Vec::new();
        for &value in values.iter().filter(|value| facet.answer(row, **value) == Answer::MayMatch) {
            match value {
                Value::Entry(place) if dimension == Dimension::Place => {
                    whys.extend(self.open_places(&facet.tree, row, place));
                }
                // Only alternatives leave an actor open.
                _ => whys.push(Why::Alternatives),
            }
        }
        whys.into_iter()
    }

    /// What leaves it open whether a statement happened in `place`, group of alternatives by group.
    fn open_places(&self, tree: &Tree, row: usize, place: u32) -> Vec<Why> {
        let entries = self.corpus.statements.places.get(row);
        let regions = Regions::new(&self.corpus.places);
        let Some(slot) = tree.slot(place) else { return Vec::new() };
        let answers = |entry: u32| {
            let here = regions.answers(tree, entry).into_iter().filter(|s| s.start <= slot && slot < s.end);
            here.map(|segment| segment.answer).max().unwrap_or(Answer::No)
        };
        let mut whys = Vec::new();
        for group in grouped(entries.iter().map(|entry| (entry.group, entry.place))) {
            let open = group.iter().filter(|&&entry| answers(entry) == Answer::MayMatch);
            let before = whys.len();
            whys.extend(open.map(|&entry| match tree.is_within(place, entry) {
                true => Why::PlaceAbove(entry),
                false => Why::RegionCovers(entry),
            }));
            let sure = group.iter().any(|&entry| answers(entry) == Answer::Match);
            if group.len() > 1 && (sure || whys.len() > before) && whys.len() - before < group.len() {
                whys.push(Why::Alternatives);
            }
        }
        whys
    }
}

fn gap(gap: Gap) -> Option<Why> {
    match gap {
        Gap::None => None,
        Gap::Unnamed => Some(Why::Unnamed),
        Gap::Missing => Some(Why::Missing),
    }
}

fn date_reasons(selection: &Selection, spans: &[Span]) -> Vec<Reason> {
    let Some(window) = dates::window(&selection.date) else { return Vec::new() };
    let before = spans.iter().any(|span| span.low() < window.low());
    let after = spans.iter().any(|span| span.high() > window.high());
    let overlaps = (before || after).then_some(Why::DateOverlaps { before, after });
    let qualified = spans.iter().any(|span| span.qualified).then_some(Why::DateQualified);
    let reason = |why| Reason { dimension: Dimension::Date, excluded: false, why };
    overlaps.into_iter().chain(qualified).map(reason).collect()
}
