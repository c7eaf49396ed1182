//! Rows of event tables as they come in: columns in the order of arrival.
//!
//! A table can hold a million rows, so a row is no [`crate::draft::Draft`] of its own: its values go straight
//! into columns, which [`crate::merge`] later puts in order together with the hand-coded statements.

use hashbrown::{DefaultHashBuilder, HashTable};
use index::{
    ActorEntry, Derivation, Figure, Made, NONE, PlaceEntry, Span, SpeakerEntry, Statements, TextSpan,
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
    pub figures: &'r [Figure],
}

/// Rows so far.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// Their values. Parts of figures point into their own row's figures.
    pub columns: Statements,
    /// How values were made, by row.
    pub derivations: Vec<Derivation>,
    by_id: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether some row has this id.
    pub fn has(&self, id: &str) -> bool {
        let same = |&at: &u32| self.columns.ids.get(at as usize) == id;
        self.by_id.find(self.hasher.hash_one(id), same).is_some()
    }

    /// Adds a row whose id is free.
    pub fn push(&mut self, event: &Event) {
        let (ids, hasher) = (&self.columns.ids, &self.hasher);
        let rehash = |&at: &u32| hasher.hash_one(ids.get(at as usize));
        self.by_id.insert_unique(hasher.hash_one(event.id), ids.len() as u32, rehash);
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
        columns.figures.push(event.figures.iter().cloned());
        columns.events.push(NONE);
        columns.made.push(Made::Table);
    }
}
