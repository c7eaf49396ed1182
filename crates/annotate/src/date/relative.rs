//! Dates counted from another day: "yesterday", "last Thursday", "this week", "three days earlier".

use super::amount::{amount, ordinal};
use super::calendar::{Found, after_month, month, weekday, year};
use super::clock::part_of_day;
use super::meaning::{Grain, Meaning, Partial, TimeKind, Turn};
use crate::lexicon::{ORDINAL, SEASON, TURN, UNIT, UNITS};
use crate::text::Text;

/// The unit that a token names.
pub(super) fn unit(text: &Text, at: usize) -> Option<Grain> {
    if !text.has(at, UNIT | UNITS) {
        return None;
    }
    let word = text.word(at);
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "second" | "minute" | "hour" => Grain::Clock,
        "day" | "night" | "evening" | "morning" | "afternoon" => Grain::Day,
        "weekend" => Grain::Weekend,
        "week" | "fortnight" => Grain::Week,
        "month" => Grain::Month,
        "quarter" | "semester" => Grain::Quarter,
        "season" | "summer" | "winter" | "spring" | "autumn" | "fall" => Grain::Season,
        "year" => Grain::Year,
        "decade" | "decade’" => Grain::Decade,
        "century" => Grain::Century,
        _ if word == "centuries" => Grain::Century,
        _ => return None,
    })
}

/// TIMEX3's letters for a season.
pub(super) fn season(text: &Text, at: usize) -> Option<&'static str> {
    if !text.has(at, SEASON) {
        return None;
    }
    let word = text.word(at);
    Some(match word.strip_suffix("time").unwrap_or(word) {
        "spring" => "SP",
        "summer" => "SU",
        "autumn" | "fall" => "FA",
        _ => "WI",
    })
}

/// Days by their own words.
pub(super) fn day_word(text: &Text, at: usize) -> Found {
    let today = match text.word(at) {
        "today" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        "tonight" => return Some((at + 1, Meaning::Part(Box::new(Meaning::Day(0)), "NI"))),
        "the" if text.word(at + 1) == "day" => match (text.word(at + 2), text.word(at + 3)) {
            ("before", "yesterday") => return Some((at + 4, Meaning::Day(-2))),
            ("after", "tomorrow") => return Some((at + 4, Meaning::Day(2))),
            _ => return None,
        },
        _ => return None,
    };
    // "yesterday, Thursday": the day that both words mean.
    let named = if text.word(at + 1) == "," { at + 2 } else { at + 1 };
    if weekday(text, named).is_some()
        && today <= 0
        && named == at + 2
        && matches!(text.word(named + 1), "," | "." | ")" | ";")
    {
        return Some((named + 1, Meaning::Day(today)));
    }
    Some((at + 1, Meaning::Day(today)))
}

/// "the same month a year ago", "the corresponding period last year", "the quarter a year earlier".
pub(super) fn same(text: &Text, at: usize) -> Found {
    let start = if matches!(text.word(at), "the" | "its") { at + 1 } else { at };
    let alike = matches!(text.word(start), "same" | "corresponding" | "comparable" | "equivalent" | "like");
    let next = if alike { start + 1 } else { start };
    let grain = match text.word(next) {
        "period" | "quarter" => Grain::Quarter,
        "month" => Grain::Month,
        "week" => Grain::Week,
        "day" => Grain::Day,
        _ => return None,
    };
    if next == at || !alike && text.word(next) != "quarter" {
        return None;
    }
    let skip = if matches!(text.word(next + 1), "of" | "in") { next + 2 } else { next + 1 };
    let skip = if text.word(skip) == "the" { skip + 1 } else { skip };
    let (to, turn) = match (text.word(skip), text.word(skip + 1), text.word(skip + 2)) {
        ("last" | "previous" | "prior" | "preceding", "year", _) => (skip + 2, -1),
        ("a" | "one", "year", "ago" | "earlier" | "before") => (skip + 3, -1),
        ("this", "year", _) => (skip + 2, 0),
        _ => return None,
    };
    Some((to, Meaning::Same(grain, turn)))
}

/// Which way a word like "last" turns, and whether it counts from the date mentioned last.
fn turn(word: &str) -> Option<(Turn, bool)> {
    Some(match word {
        "last" | "past" => (-1, false),
        "previous" | "preceding" | "prior" => (-1, true),
        "this" | "current" | "these" => (0, false),
        "same" | "that" => (0, true),
        "next" | "coming" | "upcoming" => (1, false),
        "following" => (1, true),
        _ => return None,
    })
}

/// "[the] last/this/next …".
pub(super) fn turned(text: &Text, at: usize) -> Found {
    let the = matches!(text.word(at), "the" | "its" | "their" | "his" | "her" | "our");
    let start = if the { at + 1 } else { at };
    if !text.has(start, TURN) {
        return None;
    }
    let word = text.word(start);
    let (turn, carried) = turn(word)?;
    // "the next day" and "the next morning" follow what was told before.
    let carried = carried || the && word == "next";
    let next = start + 1;
    let next = if matches!(text.word(next), "fiscal" | "calendar" | "full" | "crucial" | "entire" | "whole") {
        next + 1
    } else {
        next
    };
    if let Some(found) =
        amount(text, next).filter(|found| !found.article && !matches!(word, "this" | "that" | "same"))
    {
        return counted(text, found.to, found.value.map(|value| value as i32), word);
    }
    let quarter = || quarter(text, next, turn).filter(|_| !matches!(word, "that" | "same"));
    named(text, next, turn, carried, word).or_else(quarter)
}

/// "the past three months", "the next few days": how long.
fn counted(text: &Text, at: usize, count: Option<i32>, word: &str) -> Found {
    let (mut at, mut count) = (at, count);
    // "the next 12 to 18 months".
    if matches!(text.word(at), "to" | "or")
        && let Some(second) =
            amount(text, at + 1).filter(|second| !second.article && unit(text, second.to).is_some())
    {
        (at, count) = (second.to, None);
    }
    if matches!(text.word(at), "-") {
        at += 1;
    }
    if matches!(
        text.word(at),
        "trading" | "consecutive" | "full" | "calendar" | "straight" | "working" | "business"
    ) {
        at += 1;
    }
    let grain = unit(text, at)?;
    let value = super::timex::duration(
        count.map(|n| if text.word(at).starts_with("fortnight") { n * 2 } else { n }),
        grain,
        text.word(at),
    );
    if matches!(
        word,
        "previous" | "following" | "coming" | "next" | "last" | "past" | "preceding" | "prior" | "upcoming"
    ) {
        let to = if text.word(at + 1) == "or" && text.word(at + 2) == "so" { at + 3 } else { at + 1 };
        return Some((to, Meaning::Fixed(TimeKind::Duration, value)));
    }
    None
}

/// "last June", "this Friday", "next week", "that night", "this year's third quarter".
fn named(text: &Text, at: usize, turn: Turn, carried: bool, word: &str) -> Found {
    if let Some(month) = month(text, at) {
        let to = after_month(text, at);
        let day = text
            .word(to)
            .parse::<u32>()
            .ok()
            .filter(|day| (1..=31).contains(day) && text.word(to).len() <= 2);
        let to = if day.is_some() { to + 1 } else { to };
        return Some((
            to,
            Meaning::Calendar(Partial { year: None, month: Some(month), day, last: None }, Some(turn)),
        ));
    }
    if let Some(named) = weekday(text, at) {
        return Some(with_part(text, at + 1, Meaning::Weekday(named, Some(turn))));
    }
    if let Some(season) = season(text, at) {
        return Some((at + 1, Meaning::Season(season, None, Some(turn))));
    }
    if let Some(part) = part_of_day(text.word(at)) {
        let day = match (turn, carried) {
            (_, true) => Meaning::Unit(Grain::Day, turn, true),
            (-1, _) => Meaning::Day(-1),
            (turn, _) => Meaning::Day(turn),
        };
        return Some((at + 1, Meaning::Part(Box::new(day), part)));
    }
    if text.has(at, UNITS) {
        return plural(text, at, word);
    }
    let grain = unit(text, at)?;
    if grain == Grain::Clock {
        return (word == "this").then(|| (at + 1, Meaning::Reference("PRESENT_REF")));
    }
    if matches!(text.word(at + 1), "'s" | "’s") {
        if let Some((to, Meaning::Quarter(n, None, _, half))) = ordinal_quarter(text, at + 2) {
            return Some((to, Meaning::Quarter(n, None, Some(turn), half)));
        }
        if grain == Grain::Year && matches!(text.word(at + 2), "quarter" | "period") {
            return Some((at + 3, Meaning::Same(Grain::Quarter, turn)));
        }
        if grain == Grain::Year && text.word(at + 2) == "end" {
            return Some((at + 3, Meaning::Unit(grain, turn, carried)));
        }
    }
    if matches!(grain, Grain::Decade | Grain::Century) && matches!(word, "past" | "last") {
        return Some((
            at + 1,
            Meaning::Fixed(TimeKind::Duration, super::timex::duration(Some(1), grain, "")),
        ));
    }
    if grain == Grain::Year && text.word(at + 1) == "or" && text.word(at + 2) == "so" {
        return Some((at + 3, Meaning::Unit(grain, turn, carried)));
    }
    let fortnight = i32::from(text.word(at) == "fortnight") + 1;
    Some((at + 1, Meaning::Unit(grain, turn * fortnight, carried)))
}

/// "these days", "past years", "coming weeks".
fn plural(text: &Text, at: usize, word: &str) -> Found {
    let grain = unit(text, at)?;
    let meaning = match word {
        "these" if grain == Grain::Day => Meaning::Reference("PRESENT_REF"),
        "past" | "previous" | "prior" => Meaning::Reference("PAST_REF"),
        "coming" | "following" | "next" | "upcoming" => {
            Meaning::Fixed(TimeKind::Duration, super::timex::duration(None, grain, text.word(at)))
        }
        _ => return None,
    };
    Some((at + 1, meaning))
}

fn quarter(text: &Text, at: usize, turn: Turn) -> Found {
    match ordinal_quarter(text, at)? {
        (to, Meaning::Quarter(n, year, _, half)) => Some((to, Meaning::Quarter(n, year, Some(turn), half))),
        _ => None,
    }
}

/// "third quarter", "third-quarter", "first half", "second quarter of 1990".
pub(super) fn ordinal_quarter(text: &Text, at: usize) -> Found {
    let at = if matches!(text.word(at), "fiscal") {
        at + if text.word(at + 1) == "-" { 2 } else { 1 }
    } else {
        at
    };
    let number = ordinal(text.word(at)).filter(|n| (1..=4).contains(n) && text.has(at, ORDINAL))?;
    let next = if text.word(at + 1) == "-" { at + 2 } else { at + 1 };
    let next = if text.word(next) == "fiscal" { next + 1 } else { next };
    let half = match text.word(next) {
        "quarter" => false,
        "half" if number <= 2 => true,
        _ => return None,
    };
    if half && !matches!(text.word(next + 1), "of" | "," | "." | "this" | "last" | "when" | "and") {
        return None;
    }
    let (to, year, turned) = of_year(text, next + 1);
    // "the first half of the game" is no date.
    if half && year.is_none() && turned.is_none() {
        return None;
    }
    Some((to, Meaning::Quarter(number, year, turned, half)))
}

/// "of 1990", "1990", "of last year", "of this year".
pub(super) fn of_year(text: &Text, at: usize) -> (usize, Option<i32>, Option<Turn>) {
    let next = if matches!(text.word(at), "of" | "in") { at + 1 } else { at };
    if let Some(year) = year(text, next)
        .filter(|year| (1800..2100).contains(year) && (next > at || !text.has(next + 1, UNITS)))
    {
        return (next + 1, Some(year), None);
    }
    let skip = if text.word(next) == "the" { next + 1 } else { next };
    if text.word(skip + 1) == "year"
        && next > at
        && let Some((turn, _)) = turn(text.word(skip))
    {
        return (skip + 2, None, Some(turn));
    }
    (at, None, None)
}

/// "three days ago", "a week earlier", "two years later", "year-ago".
pub(super) fn shift(text: &Text, at: usize) -> Found {
    if text.word(at) == "year" && text.word(at + 1) == "-" && matches!(text.word(at + 2), "ago" | "earlier") {
        return year_ago(text, at + 3);
    }
    let noun =
        matches!(text.word(at + 4), "period" | "quarter" | "month" | "third" | "first" | "second" | "fourth");
    if text.word(at) == "the"
        && text.word(at + 1) == "year"
        && text.word(at + 2) == "-"
        && matches!(text.word(at + 3), "ago" | "earlier")
        && noun
    {
        return year_ago(text, at + 4);
    }
    let found = amount(text, at)?;
    let more =
        if matches!(text.word(found.to), "more" | "full" | "-" | "short") { found.to + 1 } else { found.to };
    let grain = unit(text, more)?;
    let (sign, carried, to) = match text.word(more + 1) {
        "ago" => (-1, false, more + 2),
        "earlier" | "previously" | "beforehand" => (-1, true, more + 2),
        "later" | "afterward" | "afterwards" | "hence" => (1, true, more + 2),
        "before" if ends(text, more + 2) => (-1, true, more + 2),
        "from" if text.word(more + 2) == "now" => (1, false, more + 3),
        "from" if text.word(more + 2) == "today" => (1, false, more + 3),
        _ => return None,
    };
    let fortnight = if text.word(more).starts_with("fortnight") { 2 } else { 1 };
    let count = found.value.map(|value| (value.round() as i32).saturating_mul(sign * fortnight));
    let vague = count.is_none() && !carried;
    Some((
        to,
        if vague {
            Meaning::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" })
        } else {
            Meaning::Shift(count, grain, carried)
        },
    ))
}

/// "year-ago period", "year-earlier quarter".
fn year_ago(text: &Text, at: usize) -> Found {
    if let Some((to, Meaning::Quarter(n, None, None, half))) = ordinal_quarter(text, at) {
        return Some((to, Meaning::Quarter(n, None, Some(-1), half)));
    }
    let to = if matches!(text.word(at), "period" | "quarter" | "month") { at + 1 } else { at };
    Some((to, Meaning::Shift(Some(-1), Grain::Year, true)))
}

/// Whether a clause ends at a token.
fn ends(text: &Text, at: usize) -> bool {
    at >= text.tokens.len()
        || matches!(text.word(at), "." | "," | ";" | ")" | "”" | "\"" | ":" | "and" | "when" | "by" | "in")
}

/// "Friday night", "yesterday morning", "on Monday in the evening" is two.
pub(super) fn with_part(text: &Text, at: usize, day: Meaning) -> (usize, Meaning) {
    let skip = match text.word(at) {
        "early" | "late" if part_of_day(text.word(at + 1)).is_some() => at + 1,
        _ => at,
    };
    match part_of_day(text.word(skip)) {
        Some(part) => (skip + 1, Meaning::Part(Box::new(day), part)),
        None => (at, day),
    }
}
