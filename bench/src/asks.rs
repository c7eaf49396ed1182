//! The operations that are timed, as selections: the `turn`th of a kind.
//!
//! A [`Step`] that only prepares is asked before the clock starts. The peers' drivers in `bench/peers` say the
//! same in their own terms.

use crate::shape::{COUNTRIES, FIRST_DAY};
use query::{DateClause, Selection, Value, ValueClause};

/// What is asked, and what before the clock starts.
pub struct Step {
    /// Asked first, untimed.
    pub before: Option<Selection>,
    /// Timed.
    pub timed: Selection,
}

/// The operations by name.
pub const OPERATIONS: [&str; 7] = [
    "brush step of 30 days",
    "brush jump over half the rows",
    "actor toggle inside a brush",
    "actor to actor inside a brush",
    "country to country inside a brush",
    "first brush after another clause changed",
    "clear all and back",
];

/// Days from and up to, the last not included, as the peers say it.
pub fn brush(from: u32, to: u32) -> DateClause {
    let day = |day: u32| Some(index::Day(FIRST_DAY + day as i32));
    DateClause { from: day(from), to: day(to.saturating_sub(1)), undated: false }
}

fn dated(from: u32, to: u32) -> Selection {
    Selection { date: brush(from, to), ..Selection::default() }
}

fn actor(turn: u32) -> ValueClause {
    ValueClause::of([Value::Entry(turn % 50 * 30 + turn % 7)])
}

/// The `turn`th step of an operation.
pub fn step(operation: usize, turn: u32) -> Step {
    let only = |timed| Step { before: None, timed };
    match operation {
        0 => only(dated(4_980 + 30 * (turn % 50), 7_380 + 30 * (turn % 50))),
        1 if turn.is_multiple_of(2) => only(dated(8_400 + 30 * (turn % 50 / 2), 12_000)),
        1 => only(dated(30, 8_400 - 30 * (turn % 50 / 2))),
        2 if turn.is_multiple_of(2) => only(dated(3_000, 9_000)),
        2 => only(Selection { actor: actor(turn), ..dated(3_000, 9_000) }),
        3 => only(Selection { actor: actor(turn), ..dated(3_000, 9_000) }),
        4 => only(Selection { place: ValueClause::of([Value::Entry(turn % 40)]), ..dated(3_000, 9_000) }),
        5 => {
            let place = ValueClause::of([Value::Entry(turn % COUNTRIES.min(40))]);
            let before = Selection { place: place.clone(), ..dated(4_980, 7_380) };
            Step { before: Some(before), timed: Selection { place, ..dated(5_010, 7_410) } }
        }
        _ if turn.is_multiple_of(2) => only(Selection::default()),
        _ => only(dated(3_000, 9_000 + 30 * (turn % 50))),
    }
}
