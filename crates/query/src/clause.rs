//! What a clause of chosen and excluded values answers.
//!
//! Chosen values are joined by *or*: the best answer wins. Excluded values are joined by *or* and turned. Both
//! hold together: the worse of the two.

use crate::facet::Facet;
use crate::profile::{Column, Gap};
use crate::segment::Segment;
use crate::{Answer, Value, ValueClause, tree::Tree};

/// The answer of every statement of a column to a clause.
pub fn answers(column: &Column, clause: &ValueClause, tree: &Tree) -> Vec<Answer> {
    let chosen = Slots::new(&clause.chosen, tree);
    let excluded = Slots::new(&clause.excluded, tree);
    let of_profile: Vec<Answer> = (column.segments.iter().zip(&column.gaps))
        .map(|(segments, &gap)| join(clause, gap, chosen.best(segments), excluded.best(segments)))
        .collect();
    column.of_row.iter().map(|&profile| of_profile[profile as usize]).collect()
}

/// The answer of one statement to a clause.
pub fn answer(facet: &Facet, row: usize, clause: &ValueClause) -> Answer {
    join(clause, facet.own.gap(row), best(facet, row, &clause.chosen), best(facet, row, &clause.excluded))
}

/// A statement's best answer to one of several values; no values get no.
pub fn best(facet: &Facet, row: usize, values: &[Value]) -> Answer {
    values.iter().map(|&value| facet.answer(row, value)).max().unwrap_or(Answer::No)
}

/// Whether an excluded value may hold although it is not said: somebody or something is not named, and what is
/// excluded is more than "(none)" itself.
pub fn may_hold_unsaid(clause: &ValueClause, gap: Gap) -> bool {
    gap != Gap::None && clause.excluded.iter().any(|&value| value != Value::Missing)
}

fn join(clause: &ValueClause, gap: Gap, chosen: Answer, excluded: Answer) -> Answer {
    let chosen = if clause.chosen.is_empty() { Answer::Match } else { chosen };
    chosen.min(match excluded {
        Answer::No if may_hold_unsaid(clause, gap) => Answer::MayMatch,
        excluded => excluded.turned(),
    })
}

/// Values of a clause, prepared for asking whether a segment holds one.
struct Slots {
    /// How many of the values lie in the slots before each.
    before: Vec<u32>,
}

impl Slots {
    fn new(values: &[Value], tree: &Tree) -> Self {
        let none = tree.len();
        let mut before = vec![0; none as usize + 2];
        for &value in values {
            let slot = match value {
                Value::Entry(entry) => tree.slot(entry),
                Value::Missing => Some(none),
            };
            if let Some(slot) = slot {
                before[slot as usize + 1] = 1;
            }
        }
        for at in 1..before.len() {
            before[at] += before[at - 1];
        }
        Self { before }
    }

    fn best(&self, segments: &[Segment]) -> Answer {
        let hit = segments.iter().filter(|s| self.before[s.end as usize] > self.before[s.start as usize]);
        hit.map(|segment| segment.answer).max().unwrap_or(Answer::No)
    }
}
