//! The ledger: where the statements went that are not shown.
//!
//! A statement that fails one clause alone, and fails it for want of a value, is counted under what it lacks.
//! All others are outside the selection. So each is counted once.

use crate::minima::Minima;
use crate::profile::Gap;
use crate::{Dimension, Engine, Ledger, LedgerPart, Selection};
use index::{NONE, Place};

impl Engine {
    /// The statements behind a number of the ledger, in the corpus's order.
    pub fn rows_of(&self, selection: &Selection, part: LedgerPart) -> Vec<u32> {
        let own = self.clauses(selection);
        let minima = self.minima(selection, &own, selection.scope);
        (0..self.corpus.statements.len() as u32)
            .filter(|&row| self.ledger_part(selection, &minima, row as usize) == Some(part))
            .collect()
    }

    pub(crate) fn ledger(&self, selection: &Selection, minima: &Minima) -> Ledger {
        let mut ledger = Ledger::default();
        for row in 0..self.corpus.statements.len() {
            let number = match self.ledger_part(selection, minima, row) {
                None => continue,
                Some(LedgerPart::Outside) => &mut ledger.outside,
                Some(LedgerPart::Undated) => &mut ledger.undated,
                Some(LedgerPart::Unplaced) => &mut ledger.unplaced,
                Some(LedgerPart::WithoutActor) => &mut ledger.without_actor,
                Some(LedgerPart::WithoutCoordinates) => &mut ledger.without_coordinates,
            };
            *number += 1;
        }
        ledger
    }

    fn ledger_part(&self, selection: &Selection, minima: &Minima, row: usize) -> Option<LedgerPart> {
        if minima.all()[row].is_shown() {
            return self.is_without_coordinates(row).then_some(LedgerPart::WithoutCoordinates);
        }
        // Fails this clause alone: all others show it.
        let alone = |dimension| minima.without(dimension)[row].is_shown();
        let actors = || self.facet(Dimension::Actor, selection);
        Some(match () {
            () if alone(Dimension::Date) && self.dates.is_undated(row) => LedgerPart::Undated,
            () if alone(Dimension::Place) && self.is_unplaced(row) => LedgerPart::Unplaced,
            () if alone(Dimension::Actor)
                && actors().is_some_and(|facet| facet.own.gap(row) == Gap::Missing) =>
            {
                LedgerPart::WithoutActor
            }
            () => LedgerPart::Outside,
        })
    }

    pub(crate) fn is_unplaced(&self, row: usize) -> bool {
        self.corpus.statements.places.get(row).is_empty()
    }

    fn is_without_coordinates(&self, row: usize) -> bool {
        let drawn = |place: &Place| place.point.is_some() || place.area != NONE;
        let entries = self.corpus.statements.places.get(row);
        let place = |place: u32| self.corpus.places.get(place as usize);
        !entries.is_empty() && !entries.iter().filter_map(|entry| place(entry.place)).any(drawn)
    }
}
