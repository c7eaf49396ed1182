//! What an expression of time means by itself, before the report's date is known.

use index::date::Weekday;

/// TIMEX3's kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeKind {
    /// A day or longer, on the calendar.
    Date,
    /// A time of day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

/// How fine a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grain {
    /// A second, a minute, an hour.
    Clock,
    /// A day.
    Day,
    /// A Saturday with its Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A season.
    Season,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Which one, counted from a day: -1 the last, 0 this, 1 the next.
pub(crate) type Turn = i32;

/// A day of which only a part may be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial {
    /// Year.
    pub year: Option<i32>,
    /// Month, from 1.
    pub month: Option<u32>,
    /// Day of the month.
    pub day: Option<u32>,
    /// Last day, of "3 to 5 May".
    pub last: Option<u32>,
}

/// What an expression means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    /// "28 February 2020", "February", "2020"; `turn` for "last June".
    Calendar(Partial, Option<Turn>),
    /// "Thursday", "last Thursday".
    Weekday(Weekday, Option<Turn>),
    /// "today" is 0, "yesterday" -1.
    Day(i32),
    /// "this week", "last year"; the flag counts from the date mentioned last ("that week", "the same year").
    Unit(Grain, Turn, bool),
    /// "three days ago", "two weeks later": how many, of what, and whether from the date mentioned last.
    Shift(Amount, Grain, bool),
    /// "the same month a year ago": the period told of last, so many years away.
    Same(Grain, Turn),
    /// "the summer of 1999", "last summer".
    Season(&'static str, Option<i32>, Option<Turn>),
    /// "the third quarter of 1990", "the first half"; the flag says halves. A quarter 0 is the one told of last.
    Quarter(u32, Option<i32>, Option<Turn>, bool),
    /// "the 1990s": its first three digits.
    Decade(i32),
    /// "the 20th century": its first two digits.
    Century(i32),
    /// "Christmas", "New Year's Day": month and day.
    Holiday(u32, u32, Option<i32>),
    /// A holiday whose day changes from year to year.
    Movable(&'static str, Option<i32>),
    /// "for three hours" and the like, where the value is fixed.
    Fixed(TimeKind, String),
    /// "now", "recently", "soon".
    Reference(&'static str),
    /// "Friday night": a meaning of a day, and TIMEX3's two letters.
    Part(Box<Meaning>, &'static str),
    /// "10:30 p.m. Wednesday": the day, then hour, minute and zone.
    Clock(Box<Meaning>, u32, Option<u32>, bool),
}

/// How many units; nothing for "several".
pub(crate) type Amount = Option<i32>;
