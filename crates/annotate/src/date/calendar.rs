//! Dates as calendars name them: "28 February 2020", "Feb. 28", "02/28/98", "the 1990s", "1996".

use super::amount::ordinal;
use super::meaning::{Meaning, Partial};
use crate::lexicon::{MONTH, ORDINAL, SEASON, STOP, UNIT, UNITS, WEEKDAY};
use crate::text::{Kind, Shape, Text};
use index::date::Weekday;

/// A meaning, and the token after its last.
pub(super) type Found = Option<(usize, Meaning)>;

/// The month that a token names, from 1.
pub(super) fn month(text: &Text, at: usize) -> Option<u32> {
    if !text.has(at, MONTH) {
        return None;
    }
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word = text.word(at);
    // "may", "march" and "mar" are words of their own.
    if !text.shouting && !text.capital(at) {
        return None;
    }
    MONTHS.iter().position(|month| word.starts_with(month)).map(|n| n as u32 + 1)
}

/// Behind a month's name, with the dot of "Oct.".
pub(super) fn after_month(text: &Text, at: usize) -> usize {
    let short = text.word(at).len() <= 4 && !matches!(text.word(at), "may" | "june" | "july");
    if text.word(at + 1) == "." && text.glued(at + 1) && short { at + 2 } else { at + 1 }
}

/// The weekday that a token names.
pub(super) fn weekday(text: &Text, at: usize) -> Option<Weekday> {
    if !text.has(at, WEEKDAY) {
        return None;
    }
    let word = text.word(at);
    let short = matches!(word, "sun" | "sat" | "wed" | "mon" | "fri" | "thu" | "tue");
    let dotted = text.word(at + 1) == "." && text.glued(at + 1)
        || matches!(text.word(at + 1), "," | "") && month(text, at + 2).is_some();
    let dotted = dotted
        || text.is(at + 1, Kind::Number) && month(text, at + 2).is_some()
        || month(text, at + 1).is_some();
    if short && !(dotted && text.capital(at)) || word.ends_with("days") {
        return None;
    }
    Weekday::ALL.into_iter().find(|day| word.get(..3) == day.name().get(..3))
}

/// A four-digit year.
pub(super) fn year(text: &Text, at: usize) -> Option<i32> {
    let word = text.word(at);
    let four = word.len() == 4 && text.is(at, Kind::Number) && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| four && (1000..=2199).contains(year))
}

/// A two-digit year behind a month: "3 JAN 90", "May '96".
fn short_year(text: &Text, at: usize) -> Option<(usize, i32)> {
    let (digits, to) = if matches!(text.word(at), "'" | "’") { (at + 1, at + 2) } else { (at, at + 1) };
    let word = text.word(digits);
    let two: i32 = word.parse().ok().filter(|_| word.len() == 2 && text.is(digits, Kind::Number))?;
    Some((to, if two > 40 { 1900 + two } else { 2000 + two }))
}

/// A day of the month: "28", "28th".
fn day(text: &Text, at: usize) -> Option<u32> {
    let word = text.word(at);
    let number = if text.is(at, Kind::Number) && word.len() <= 2 {
        word.parse().ok()
    } else {
        ordinal(word).filter(|_| text.has(at, ORDINAL))
    };
    number.filter(|day| (1..=31).contains(day))
}

/// "[,] 2020" behind a day and month.
fn with_year(text: &Text, to: usize, strict: bool) -> (usize, Option<i32>) {
    let skip = if text.word(to) == "," { to + 1 } else { to };
    let skip = if text.word(skip) == "of" { skip + 1 } else { skip };
    if let Some(year) = year(text, skip).filter(|year| *year > 1400) {
        return (skip + 1, Some(year));
    }
    if let Some((end, Meaning::Calendar(partial, _))) = spoken_year(text, skip) {
        return (end, partial.year);
    }
    match short_year(text, to).filter(|_| !strict || matches!(text.word(to), "'" | "’")) {
        Some((end, year)) if text.shouting || matches!(text.word(to), "'" | "’") => (end, Some(year)),
        _ => (to, None),
    }
}

/// Two days of one month: "3-5 May", "May 3 and 4".
fn second_day(text: &Text, at: usize) -> Option<(usize, u32)> {
    matches!(text.word(at), "-" | "–" | "to" | "and" | "&")
        .then(|| day(text, at + 1).map(|last| (at + 2, last)))?
}

/// Month first or day first, with whatever year follows; a weekday before them is skipped.
pub(super) fn date(text: &Text, at: usize) -> Found {
    if let Some(named) = weekday(text, at) {
        let dot = if text.word(at + 1) == "." { at + 2 } else { at + 1 };
        let skip = if text.word(dot) == "," { dot + 1 } else { dot };
        let skip = if text.word(skip) == "the" { skip + 1 } else { skip };
        if let Some(found @ (_, Meaning::Calendar(Partial { day: Some(_), .. }, _))) = date(text, skip) {
            return Some(found);
        }
        return Some((at + 1, Meaning::Weekday(named, None)));
    }
    numeric(text, at).or_else(|| month_first(text, at)).or_else(|| day_first(text, at))
}

fn month_first(text: &Text, at: usize) -> Found {
    let month = month(text, at)?;
    let next = after_month(text, at);
    let skip = if text.word(next) == "the" && text.has(next + 1, ORDINAL) { next + 1 } else { next };
    if let Some(first) = day(text, skip).filter(|_| !counted(text, skip)) {
        let range =
            second_day(text, skip + 1).filter(|(to, last)| *last > first && month_ahead(text, *to).is_none());
        let (to, last) = range.map_or((skip + 1, None), |(to, last)| (to, Some(last)));
        let (to, year) = with_year(text, to, false);
        return Some((to, calendar(year, Some(month), Some(first), last)));
    }
    let (to, year) = with_year(text, next, true);
    if year.is_none() && !alone(text, at) {
        return None;
    }
    Some((to, calendar(year, Some(month), None, None)))
}

fn month_ahead(text: &Text, at: usize) -> Option<u32> {
    month(text, at)
}

/// "May 28 people died" counts people, "March 15 percent" does not give a day.
fn counted(text: &Text, at: usize) -> bool {
    matches!(text.word(at + 1), "percent" | "%" | "million" | "billion" | "people" | "civilians" | "soldiers")
        || (matches!(text.word(at + 1), "." | ":") && text.is(at + 2, Kind::Number) && text.glued(at + 2))
}

/// A month without day and year must be told from "may", "march" and a person called April.
fn alone(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let doubtful =
        matches!(word, "may" | "march" | "mar" | "april" | "june" | "august" | "jan" | "jun" | "sep" | "dec");
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let led = matches!(
        before,
        "in" | "by"
            | "until"
            | "since"
            | "from"
            | "to"
            | "last"
            | "next"
            | "this"
            | "early"
            | "late"
            | "of"
            | "for"
            | "through"
            | "till"
            | "during"
            | "mid"
            | "-"
            | "between"
            | "and"
            | "before"
            | "after"
            | "each"
            | "every"
            | "beginning"
            | "end"
            | "past"
            | "around"
            | "on"
    );
    if matches!(word, "jan" | "jun" | "sep" | "dec" | "mar") {
        return text.word(at + 1) == "." && led;
    }
    if !doubtful {
        return true;
    }
    if before == "annual" || text.word(at + 1) == "for" {
        return false;
    }
    if word == "may" || word == "march" && text.shouting {
        // "of May", "to March", "and May" still need care in capitals.
        let sure = matches!(
            before,
            "in" | "by"
                | "until"
                | "since"
                | "last"
                | "next"
                | "this"
                | "early"
                | "late"
                | "during"
                | "mid"
                | "of"
                | "from"
                | "through"
        );
        return sure && (!text.shouting || before != "this")
            || (led && !text.shouting && (text.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital)));
    }
    led || !text.capital(at + 1)
}

fn day_first(text: &Text, at: usize) -> Found {
    let at = if text.word(at) == "the" && text.has(at + 1, ORDINAL) { at + 1 } else { at };
    let first = day(text, at)?;
    let range = second_day(text, at + 1).filter(|(_, last)| *last > first);
    let (next, last) = range.map_or((at + 1, None), |(to, last)| (to, Some(last)));
    let skip = if matches!(text.word(next), "of" | "-") { next + 1 } else { next };
    let month = month(text, skip)?;
    if text.word(skip) == "may" && text.shouting && text.has(skip + 1, crate::lexicon::AUXILIARY) {
        return None;
    }
    let next = after_month(text, skip);
    let next = if text.word(next) == "-" && year(text, next + 1).is_some() { next + 1 } else { next };
    let (to, year) = with_year(text, next, false);
    Some((to, calendar(year, Some(month), Some(first), last)))
}

/// "2020-02-28", "28/02/2020", "2/28/98", "28.02.2020".
fn numeric(text: &Text, at: usize) -> Found {
    if !text.is(at, Kind::Number) {
        return None;
    }
    let word = text.word(at);
    if word.len() >= 8 && word.matches('.').count() == 2 {
        return slashed(word.split('.'), at + 1);
    }
    let mark = text.word(at + 1);
    let glued = (at + 1..at + 5).all(|at| text.glued(at))
        && text.is(at + 2, Kind::Number)
        && text.is(at + 4, Kind::Number);
    if !glued || text.word(at + 3) != mark || !matches!(mark, "-" | "/" | "–") {
        return None;
    }
    slashed([word, text.word(at + 2), text.word(at + 4)].into_iter(), at + 5)
}

fn slashed<'a>(parts: impl Iterator<Item = &'a str>, to: usize) -> Found {
    let parts: Vec<&str> = parts.collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = numbers.try_into().ok()?;
    let wide = |at: usize| parts.get(at).is_some_and(|part| part.len() == 4);
    let (year, month, day) = match () {
        () if wide(0) => (a, b, c),
        // American order unless that is impossible.
        () if a <= 12 && (wide(2) || parts.get(2).is_some_and(|part| part.len() == 2)) => (c, a, b),
        () if wide(2) || parts.get(2).is_some_and(|part| part.len() == 2) => (c, b, a),
        () => return None,
    };
    let year = if year < 100 { year + if year > 40 { 1900 } else { 2000 } } else { year } as i32;
    index::Day::from_ymd(year, month, day)?;
    Some((to, calendar(Some(year), Some(month), Some(day), None)))
}

fn calendar(year: Option<i32>, month: Option<u32>, day: Option<u32>, last: Option<u32>) -> Meaning {
    Meaning::Calendar(Partial { year, month, day, last }, None)
}

/// A year by itself: "1996", "the year 2000", "nineteen ninety-seven", "fiscal 1989".
pub(super) fn bare_year(text: &Text, at: usize) -> Found {
    if let Some(found) = spoken_year(text, at) {
        return Some(found);
    }
    let year = year(text, at).filter(|year| (1500..=2100).contains(year))?;
    let next = text.word(at + 1);
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let money = matches!(
        before,
        "$" | "£"
            | "€"
            | "#"
            | "no"
            | "number"
            | "."
            | "/"
            | ":"
            | "resolution"
            | "flight"
            | "room"
            | "law"
            | "act"
            | "article"
            | "decree"
    ) && text.glued(at)
        || matches!(
            before,
            "$" | "£"
                | "€"
                | "no"
                | "number"
                | "resolution"
                | "flight"
                | "room"
                | "law"
                | "some"
                | "about"
                | "nearly"
                | "than"
                | "another"
                | "least"
                | "almost"
                | "over"
                | "approximately"
        );
    let counts = text.has(at + 1, UNIT | UNITS) && next != "period"
        || matches!(
            next,
            "people"
                | "percent"
                | "%"
                | "dead"
                | "troops"
                | "soldiers"
                | "civilians"
                | "men"
                | "killed"
                | "gmt"
                | "utc"
                | "hours"
                | "hrs"
                | "feet"
                | "meters"
                | "kilometers"
                | "km"
                | "miles"
                | "tons"
                | "dollars"
                | "million"
                | "points"
                | "pesos"
                | "homes"
                | "families"
                | "wounded"
                | "kg"
        );
    let glued_mark = text.glued(at + 1)
        && matches!(next, "-" | "–" | ":" | "/")
        && text.is(at + 2, Kind::Number)
        && text.glued(at + 2)
        && text.word(at + 2).len() > 4;
    let joined = text.glued(at)
        && matches!(before, "-" | "/" | "_" | ".")
        && at > 1
        && text.glued(at - 1)
        && text.is(at - 2, Kind::Number)
        && text.word(at - 2).len() != 4;
    // "the Russell 2000 Index", "Kopp's 1987 Chevrolet": a number inside a name.
    let name = |at: usize| text.capital(at) && text.tokens.get(at).is_some_and(|t| t.spaced && !t.broken);
    let in_name = !text.shouting
        && name(at + 1)
        && !text.has(at + 1, MONTH | WEEKDAY | STOP | SEASON)
        && (at > 1 && text.capital(at - 1) && name(at - 1) && !text.has(at - 1, MONTH | WEEKDAY | STOP)
            || matches!(before, "'s" | "’s") && text.capital(at.wrapping_sub(2)));
    (!money && !counts && !glued_mark && !joined && !in_name)
        .then_some((at + 1, calendar(Some(year), None, None, None)))
}

fn spoken_year(text: &Text, at: usize) -> Found {
    let tens = |at: usize| {
        super::amount::amount(text, at).filter(|found| !found.article && !text.is(at, Kind::Number))
    };
    match text.word(at) {
        "nineteen" => {
            let rest = tens(at + 1)?;
            let value = rest.value.filter(|value| (10.0..100.0).contains(value))? as i32;
            Some((rest.to, calendar(Some(1900 + value), None, None, None)))
        }
        "two"
            if text.word(at + 1) == "thousand"
                && at.checked_sub(1).is_some_and(|b| matches!(text.word(b), "year" | "in")) =>
        {
            let found = tens(at)?;
            Some((found.to, calendar(Some(found.value? as i32), None, None, None)))
        }
        _ => None,
    }
}
