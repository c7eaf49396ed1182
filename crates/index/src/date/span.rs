//! An interval of days, either end of which may be open.

use super::Day;
use std::fmt;

/// Earliest and latest day, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Earliest day; nothing where it is open or unknown.
    pub from: Option<Day>,
    /// Latest day; nothing where it is open or unknown.
    pub to: Option<Day>,
    /// The source doubts or rounds the date (EDTF `?`, `~`): it never matches for sure.
    pub qualified: bool,
}

impl Span {
    /// A single day.
    pub fn day(day: Day) -> Self {
        Self::days(day, day)
    }

    /// From one day to another, both included.
    pub fn days(from: Day, to: Day) -> Self {
        Self { from: Some(from), to: Some(to), qualified: false }
    }

    /// The earliest day as a number, with the open end below every day.
    pub fn low(&self) -> i32 {
        self.from.map_or(i32::MIN, |day| day.0)
    }

    /// The latest day as a number, with the open end above every day.
    pub fn high(&self) -> i32 {
        self.to.map_or(i32::MAX, |day| day.0)
    }

    /// Whether some day lies in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.low() <= other.high() && other.low() <= self.high()
    }

    /// Whether every day of this one lies in the other.
    pub fn lies_in(&self, other: &Self) -> bool {
        other.low() <= self.low() && self.high() <= other.high()
    }

    /// Whether it is exactly one day.
    pub fn is_day(&self) -> bool {
        self.from.is_some() && self.from == self.to
    }
}

impl fmt::Display for Span {
    /// EDTF: `2020-02-27`, `2019-04-29/2020-02-24`, `2019-12-01/..`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = |end: Option<Day>| end.map_or("..".to_owned(), |day| day.to_string());
        let mark = if self.qualified { "~" } else { "" };
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(f, "{from}{mark}"),
            (from, to) => write!(f, "{}{mark}/{}{mark}", open(from), open(to)),
        }
    }
}
