//! Rows of event tables as they come in: columns in the order of arrival.
//!
//! A table can hold a million rows, so a row is no [`crate::draft::Draft`] of its own: its values go straight
//! into columns, which [`crate::merge`] later puts in order together with the hand-coded statements.

use hashbrown::{DefaultHashBuilder, HashTable};
use index::{
    ActorEntry, Derivation, Figure, Lists, Made, Measure, NONE, PlaceEntry, Span, SpeakerEntry, Statements,
    TextSpan,
};
use std::hash::BuildHasher;

/// One row, its references by their positions of arrival.
#[derive(Clone, Debug)]
pub(crate) struct Event<'r> {
    /// Its id, which is free.
    pub id: &'r str,
    /// What happened, in the coder's words.
    pub summary: &'r str,
    /// The source's words, such as a headline.
    pub quote: &'r str,
    /// The table, as a report.
    pub report: u32,
    /// When; nothing: undated.
    pub date: Option<Span>,
    /// The date as EDTF where it is not just those days.
    pub edtf: &'r str,
    /// Who, in which role.
    pub actors: &'r [ActorEntry],
    /// Who says so.
    pub speakers: &'r [SpeakerEntry],
    /// Where.
    pub place: Option<PlaceEntry>,
    /// What kind.
    pub kinds: &'r [u32],
    /// Who published it.
    pub sources: &'r [u32],
    /// How many; a part points at its whole among these.
    pub figures: &'r [RowFigure],
}

/// A figure of a row, a third as large as an [`index::Figure`]: a million rows have a million of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowFigure {
    /// What is counted.
    pub measure: Measure,
    /// Of whom, or [`NONE`].
    pub whom: u32,
    /// Low, best and high; [`RowFigure::UNKNOWN`] where the row has none.
    pub counts: [u64; 3],
    /// The figure of the same row that it is part of, or [`NONE`].
    pub part_of: u32,
    /// Words shown for it.
    pub words: &'static str,
}

impl RowFigure {
    /// Stands for a count that the row does not give.
    pub const UNKNOWN: u64 = u64::MAX;

    /// A figure that is no part.
    pub fn new(measure: Measure, low: Option<u64>, best: Option<u64>, high: Option<u64>) -> Self {
        let counts = [low, best, high].map(|count| count.unwrap_or(Self::UNKNOWN));
        Self { measure, whom: NONE, counts, part_of: NONE, words: "" }
    }

    /// The figure as a corpus has it; a part points at `start` and on.
    pub fn at(&self, start: u32) -> Figure {
        let [low, best, high] = self.counts.map(|count| Some(count).filter(|count| *count != Self::UNKNOWN));
        let part_of = if self.part_of == NONE { NONE } else { self.part_of.saturating_add(start) };
        let (measure, whom, words) = (self.measure, self.whom, self.words.to_owned());
        Figure { measure, whom, low, best, high, part_of, words, ..Figure::default() }
    }
}

/// Rows so far.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// Their values, without figures.
    pub columns: Statements,
    /// Their figures.
    pub figures: Lists<RowFigure>,
    /// How values were made, by row.
    pub derivations: Vec<Derivation>,
    /// Ids so far; filled only once they no longer ascend, because ascending ones cannot repeat.
    by_id: HashTable<u32>,
    unordered: bool,
    hasher: DefaultHashBuilder,
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether some row has this id.
    pub fn has(&mut self, id: &str) -> bool {
        if !self.unordered {
            if self.ascends(id) {
                return false;
            }
            self.unordered = true;
            (0..self.len() as u32).for_each(|at| self.remember(at));
        }
        let same = |&at: &u32| self.columns.ids.get(at as usize) == id;
        self.by_id.find(self.hasher.hash_one(id), same).is_some()
    }

    /// Whether an id comes after the last one, short ones first, as numbers do.
    fn ascends(&self, id: &str) -> bool {
        let Some(last) = self.len().checked_sub(1) else { return true };
        let last = self.columns.ids.get(last);
        (last.len(), last) < (id.len(), id)
    }

    fn remember(&mut self, at: u32) {
        let (ids, hasher) = (&self.columns.ids, &self.hasher);
        let hash = |at: u32| hasher.hash_one(ids.get(at as usize));
        self.by_id.insert_unique(hash(at), at, |&at| hash(at));
    }

    /// Adds a row whose id is free.
    pub fn push(&mut self, event: &Event) {
        self.unordered |= !self.ascends(event.id);
        let at = self.len() as u32;
        let columns = &mut self.columns;
        columns.ids.push(event.id);
        columns.summaries.push(event.summary);
        columns.quotes.push(event.quote);
        columns.spans.push(std::iter::empty::<TextSpan>());
        columns.reports.push(event.report);
        columns.dates.push(event.date);
        columns.edtf.push(event.edtf);
        columns.actors.push(event.actors.iter().copied());
        columns.speakers.push(event.speakers.iter().copied());
        columns.places.push(event.place);
        columns.kinds.push(event.kinds.iter().copied());
        columns.sources.push(event.sources.iter().copied());
        columns.events.push(NONE);
        columns.made.push(Made::Table);
        self.figures.push(event.figures.iter().copied());
        if self.unordered {
            self.remember(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn add(rows: &mut Rows, id: &str) -> bool {
        let free = !rows.has(id);
        if free {
            let (report, date, place) = (0, None, None);
            let (actors, speakers, kinds, sources) = (&[], &[], &[], &[]);
            rows.push(&Event {
                id,
                summary: "",
                quote: "",
                report,
                date,
                edtf: "",
                actors,
                speakers,
                place,
                kinds,
                sources,
                figures: &[],
            });
        }
        free
    }

    proptest! {
        #[test]
        fn every_id_is_taken_once(ids in prop::collection::vec("[0-9]{1,2}", 0..40), sorted: bool) {
            let mut ids = ids;
            if sorted {
                ids.sort_by_key(|id| (id.len(), id.clone()));
            }
            let (mut rows, mut seen) = (Rows::default(), BTreeSet::new());
            for id in &ids {
                prop_assert_eq!(add(&mut rows, id), seen.insert(id.clone()), "{}", id);
            }
        }
    }
}
