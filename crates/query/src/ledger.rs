//! The ledger: where the statements went that are not shown.
//!
//! A statement that fails one clause alone, and fails it for want of a value, is counted under what it lacks.
//! All others are outside the selection. So each is counted once. The counting itself is the view's.

use crate::marks::{set, words};
use crate::{Engine, LedgerPart, Selection};
use index::{NONE, Place};

impl Engine {
    /// The statements behind a number of the ledger, in the corpus's order.
    pub fn rows_of(&self, selection: &Selection, part: LedgerPart) -> Vec<u32> {
        self.aside(selection).rows_of(self, selection, part)
    }

    /// Statements that have a place, but none with a point or an outline; empty where there is none.
    pub(crate) fn undrawn(&self) -> &[u64] {
        self.undrawn.get_or_init(|| {
            let drawn = |place: &Place| place.point.is_some() || place.area != NONE;
            let drawn: Vec<bool> = self.corpus.places.iter().map(drawn).collect();
            let mut bits = Vec::new();
            let places = &self.corpus.statements.places;
            for (row, entries) in (0..).zip(places.iter()) {
                let is_drawn = |place: u32| drawn.get(place as usize).copied().unwrap_or_default();
                if !entries.is_empty() && !entries.iter().any(|entry| is_drawn(entry.place)) {
                    bits.resize(words(places.len()), 0);
                    set(&mut bits, row);
                }
            }
            bits
        })
    }
}
