//! Whether two figures may count the same people.

use super::{Held, Says};
use crate::{Answer, Dimension, Engine, Selection, Value};
use index::{NONE, PopulationClass, Span};

/// Populations of which nobody is in two.
const APART: [&str; 3] = ["children", "women", "men"];

/// Tells figures of one corpus apart.
#[derive(Clone, Copy)]
pub struct Apart<'a> {
    engine: &'a Engine,
    says: &'a [Says],
}

impl<'a> Apart<'a> {
    /// Over an engine's corpus and those who speak in it.
    pub fn new(engine: &'a Engine, says: &'a [Says]) -> Self {
        Self { engine, says }
    }

    /// Whether two figures of one measure, each with a decided period, may count some of the same people.
    pub fn may_meet(&self, a: &Held, b: &Held) -> bool {
        if self.are_rows_of_one_table(a, b) {
            return is_one_event(a, b) || a.row == b.row;
        }
        let (Some(first), Some(second)) = (a.period, b.period) else { return true };
        if is_one_event(a, b) || a.row == b.row {
            return self.populations_meet(a.whom, b.whom);
        }
        let are_told_apart = a.event != NONE && b.event != NONE && first.is_day() && second.is_day();
        first.overlaps(&second)
            && !are_told_apart
            && self.populations_meet(a.whom, b.whom)
            && self.places_meet(a.row, b.row)
    }

    /// Whether some people may be in both populations.
    pub fn populations_meet(&self, a: u32, b: u32) -> bool {
        let populations = &self.engine.corpus().populations;
        let (Some(first), Some(second)) = (populations.get(a as usize), populations.get(b as usize)) else {
            return true;
        };
        let is_apart = |id: &str| APART.contains(&id);
        let sides = (first.class, second.class);
        a == b
            || !(is_apart(&first.id) && is_apart(&second.id)
                || matches!(
                    sides,
                    (PopulationClass::Civilian, PopulationClass::Combatant)
                        | (PopulationClass::Combatant, PopulationClass::Civilian)
                ))
    }

    fn are_rows_of_one_table(&self, a: &Held, b: &Held) -> bool {
        a.says == b.says && matches!(self.says.get(a.says as usize), Some(Says::Table(_)))
    }

    /// Whether something may lie in the places of both statements; a statement without a place may be anywhere.
    pub fn places_meet(&self, a: u32, b: u32) -> bool {
        let corpus = self.engine.corpus();
        let (first, second) =
            (corpus.statements.places.get(a as usize), corpus.statements.places.get(b as usize));
        if first.is_empty() || second.is_empty() {
            return true;
        }
        let Some(facet) = self.engine.facet(Dimension::Place, &Selection::default()) else { return true };
        let reaches = |place: u32| facet.answer(a as usize, Value::Entry(place)) != Answer::No;
        second.iter().any(|entry| {
            let covers = corpus.places.get(entry.place as usize).map(|place| place.covers.as_slice());
            reaches(entry.place) || covers.unwrap_or_default().iter().any(|cover| reaches(cover.place))
        })
    }
}

/// Whether both speak of one event.
pub fn is_one_event(a: &Held, b: &Held) -> bool {
    a.event != NONE && a.event == b.event
}

/// Whether two periods have a day in common; one that is not decided may.
pub fn periods_meet(a: Option<Span>, b: Option<Span>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a.overlaps(&b))
}
