//! What a clause of chosen and excluded values answers.
//!
//! Chosen values are joined by *or*: the best answer wins. Excluded values are joined by *or* and turned. Both
//! hold together: the worse of the two.

use crate::column::{Column, Gap};
use crate::facet::Facet;
use crate::marks::{Marks, words};
use crate::segment::Segment;
use crate::{Answer, Value, ValueClause, tree::Tree};

/// The answers of a column's statements to a clause.
pub fn answers(column: &Column, clause: &ValueClause, tree: &Tree) -> Marks {
    let rows = column.rows();
    let mut marks = match clause.chosen.is_empty() {
        true => Marks::all(rows),
        false => best_of(column, &Slots::new(&clause.chosen, tree)),
    };
    if clause.excluded.is_empty() {
        return marks;
    }
    let excluded = best_of(column, &Slots::new(&clause.excluded, tree));
    let mut unsaid = vec![0; words(rows)];
    for (part, &gap) in (0..).zip(&column.gaps) {
        if may_hold_unsaid(clause, gap) {
            column.mark(part, &mut unsaid);
        }
    }
    for (at, word) in marks.yes.iter_mut().enumerate() {
        *word &= !excluded.some[at] & !unsaid[at];
    }
    for (at, word) in marks.some.iter_mut().enumerate() {
        *word &= !excluded.yes[at];
    }
    marks
}

/// The best answers to one of several values.
fn best_of(column: &Column, slots: &Slots) -> Marks {
    let mut marks = Marks::none(column.rows());
    for (part, segments) in (0..).zip(column.segments.iter()) {
        let answer = slots.best(segments);
        if answer == Answer::Match {
            column.mark(part, &mut marks.yes);
        }
        if answer != Answer::No {
            column.mark(part, &mut marks.some);
        }
    }
    marks
}

/// The answer of one statement to a clause.
pub fn answer(facet: &Facet, row: usize, clause: &ValueClause) -> Answer {
    let chosen = match clause.chosen.is_empty() {
        true => Answer::Match,
        false => best(facet, row, &clause.chosen),
    };
    chosen.min(match best(facet, row, &clause.excluded) {
        Answer::No if may_hold_unsaid(clause, facet.own.gap(row)) => Answer::MayMatch,
        excluded => excluded.turned(),
    })
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

/// Values of a clause, prepared for asking whether a segment holds one.
struct Slots {
    /// How many of the values lie in the slots before each.
    before: Vec<u32>,
}

impl Slots {
    fn new(values: &[Value], tree: &Tree) -> Self {
        let mut before = vec![0; tree.len() as usize + 2];
        for slot in values.iter().filter_map(|&value| tree.slot_of(value)) {
            before[slot as usize + 1] = 1;
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
