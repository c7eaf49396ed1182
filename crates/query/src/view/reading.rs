//! What is read off a view.

use super::View;
use crate::shown::{Rows, Shown};
use crate::{Answer, Answers, Counts, Dimension, Engine, FacetRow, Ledger, Selection, Value, Wants};

impl View {
    /// How many statements there are.
    pub fn total(&self) -> u32 {
        self.rows as u32
    }

    /// Statements that match, and that may match.
    pub fn counts(&self) -> Counts {
        self.masked(Counts { matching: self.sums.matching, may_match: self.sums.may_match })
    }

    fn masked(&self, counts: Counts) -> Counts {
        Counts { may_match: if self.matches_only() { 0 } else { counts.may_match }, ..counts }
    }

    fn matches_only(&self) -> bool {
        self.selection.as_ref().is_some_and(|selection| selection.matches_only)
    }

    /// Where the others went.
    pub fn ledger(&self) -> Ledger {
        let [_, undated, unplaced, without_actor, without_coordinates] = self.sums.parts;
        let outside = self.total() - self.counts().shown() - undated - unplaced - without_actor;
        Ledger { outside, undated, unplaced, without_actor, without_coordinates }
    }

    /// What choosing one value alone in its dimension would give.
    pub fn facet(&self, engine: &Engine, dimension: Dimension, value: Value) -> Counts {
        let Some(facet) = self.selection.as_ref().and_then(|it| engine.facet(dimension, it)) else {
            return Counts::default();
        };
        facet.tree.slot_of(value).map_or(Counts::default(), |slot| self.at(dimension, slot))
    }

    fn at(&self, dimension: Dimension, slot: u32) -> Counts {
        let at = Dimension::FACETS.iter().position(|&facet| facet == dimension);
        let tally = at.and_then(|at| self.facets[at].as_ref());
        tally.map_or(Counts::default(), |tally| self.masked(tally.at(slot)))
    }

    /// The histogram's counts, cell by cell.
    pub fn cells(&self) -> impl Iterator<Item = Counts> {
        self.cells.iter().flatten().map(|&counts| self.masked(counts))
    }

    /// The answers to all clauses.
    pub(crate) fn marks(&self) -> &crate::marks::Marks {
        &self.all
    }

    /// The answer of a statement.
    pub fn answer_of(&self, row: u32) -> Answer {
        match self.all.answer(row as usize) {
            Answer::MayMatch if self.matches_only() => Answer::No,
            answer => answer,
        }
    }

    /// The statements shown, in the corpus's order.
    pub fn shown(&self) -> impl Iterator<Item = (u32, Answer)> {
        let some = if self.matches_only() { &self.all.yes } else { &self.all.some };
        Rows::of(&self.all.yes, some)
    }

    /// Everything shown, as far as wanted, in lists of its own.
    pub(crate) fn answers(&self, engine: &Engine, selection: &Selection, wants: Wants) -> Answers {
        let mut answers = Answers {
            total: self.total(),
            counts: self.counts(),
            other_scope: self.counts(),
            undated: self.sums.undated,
            unplaced: self.sums.unplaced,
            ledger: self.ledger(),
            ..Answers::default()
        };
        if wants.facets {
            let rows = |dimension| self.facet_rows(engine, selection, dimension);
            answers.facets.actors = rows(Dimension::Actor);
            answers.facets.speakers = rows(Dimension::Speaker);
            answers.facets.places = rows(Dimension::Place);
            answers.facets.kinds = rows(Dimension::Kind);
            answers.facets.sources = rows(Dimension::Source);
        }
        if wants.histogram {
            answers.histogram = engine.axis(selection).cells.histogram(&mut self.cells());
        }
        if wants.rows {
            answers.rows = Shown::new(&self.all, self.matches_only());
        }
        answers
    }

    /// A facet in its table's order, `(none)` last, without private persons.
    fn facet_rows(&self, engine: &Engine, selection: &Selection, dimension: Dimension) -> Vec<FacetRow> {
        let Some(facet) = engine.facet(dimension, selection) else { return Vec::new() };
        let people = matches!(dimension, Dimension::Actor | Dimension::Speaker);
        let listed = (0..facet.tree.len()).filter(|&entry| !(people && engine.is_private(entry)));
        let values = listed.map(Value::Entry).chain([Value::Missing]);
        let row = |value| Some(FacetRow { value, counts: self.at(dimension, facet.tree.slot_of(value)?) });
        values.filter_map(row).collect()
    }
}
