//! Dates: where a text speaks of time, and which days it means.
//!
//! Reading has two steps. [`phrase`] finds an expression and what it means by itself ([`Meaning`]: "the last
//! Thursday", "two weeks earlier"); [`resolve`] turns the meaning into days, given the report's own date, the
//! date mentioned last and the tense of the sentence. A meaning that depends on an unknown day stays without days.

mod amount;
mod calendar;
mod clock;
mod decade;
mod holiday;
mod known;
mod meaning;
mod open_end;
mod part_of_year;
mod period;
mod phrase;
mod relative;
mod resolve;
mod tense;
mod timex;

pub(crate) use amount::amount;
pub(crate) use meaning::{Grain, Meaning, TimeKind};
pub(crate) use open_end::{OpenEnd, open_ends};
pub(crate) use phrase::phrases;
pub(crate) use resolve::{Context, Time, resolve};
pub(crate) use tense::tense;

/// An expression in the text.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// What it means by itself.
    pub meaning: Meaning,
}
