//! Finding expressions: at each token the rules are tried in order of how much they take, words like "early",
//! "nearly" and "the end of" are put before what they modify, and parts of a day are joined to their day.

use super::calendar::{Found, bare_year, date};
use super::clock::{at_day, clock, part_of_day};
use super::decade::decade;
use super::holiday::holiday;
use super::known::known_unit;
use super::meaning::{Grain, Meaning, Partial};
use super::period::{bare_plural, begins, duration, set};
use super::relative::{day_word, of_year, ordinal_quarter, same, season, shift, turned, with_part};
use super::{Phrase, calendar};
use crate::lexicon::{
    CLOCK, DATE_START, DAY_WORD, DECADE, FEW, HOLIDAY, MODIFIER, MONTH, NUMBER, ORDINAL, PART_OF_DAY,
    REFERENCE, SEASON, SET, TURN, UNIT, UNITS, WEEKDAY,
};
use crate::sentence::Sentence;
use crate::text::{Kind, Text};

/// Words that may begin an expression.
const STARTS: u64 = CLOCK
    | DATE_START
    | DAY_WORD
    | DECADE
    | FEW
    | HOLIDAY
    | MODIFIER
    | MONTH
    | NUMBER
    | ORDINAL
    | PART_OF_DAY
    | REFERENCE
    | SEASON
    | SET
    | TURN
    | UNIT
    | UNITS
    | WEEKDAY;

/// The expressions of a sentence, in order.
pub(crate) fn phrases(text: &Text, sentence: Sentence) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = sentence.from;
    while at < sentence.to {
        if !text.near_time(at) {
            at += 1;
            continue;
        }
        let possible = text.has(at, STARTS)
            || text.is(at, Kind::Number)
            || text
                .tokens
                .get(at)
                .is_some_and(|token| token.first.is_ascii_digit() || token.kind == Kind::Mark)
            || matches!(
                text.word(at),
                "new"
                    | "boxing"
                    | "valentine"
                    | "mid"
                    | "election"
                    | "good"
                    | "right"
                    | "very"
                    | "then"
                    | "midday"
            );
        let next =
            possible.then(|| expression(text, at)).flatten().filter(|(to, _)| *to <= sentence.to && *to > at);
        match next {
            Some((to, meaning)) => {
                found.push(Phrase { from: at, to, meaning });
                at = to;
            }
            None => at += 1,
        }
    }
    found
}

fn expression(text: &Text, at: usize) -> Found {
    modified(text, at).or_else(|| core(text, at))
}

/// Words before an expression that belong to it.
fn modified(text: &Text, at: usize) -> Found {
    if !text.has(at, MODIFIER) {
        return None;
    }
    let word = text.word(at);
    let second = text.word(at + 1);
    match (word, second) {
        ("early" | "late" | "mid", "-") => season_or_date(text, at + 2),
        ("early" | "late" | "mid" | "earlier" | "later", _) => sooner(text, at),
        ("the", "early" | "late" | "mid") => {
            let skip = if text.word(at + 2) == "-" { at + 3 } else { at + 2 };
            season_or_date(text, skip)
                .or_else(|| decade(text, skip - 1).filter(|_| skip == at + 2))
                .or_else(|| decade(text, skip))
        }
        ("the", "end" | "beginning" | "start" | "middle" | "close" | "turn" | "eve") => {
            let of = text.word(at + 2) == "of";
            of.then(|| edge(text, at + 3)).flatten()
        }
        ("beginning" | "end" | "start" | "middle", "of") => edge(text, at + 2),
        ("dead", _) => None,
        ("so", "far") => None,
        (
            "nearly" | "almost" | "about" | "around" | "roughly" | "approximately" | "over" | "some" | "only"
            | "just" | "exactly" | "under",
            _,
        ) => quantity(text, at + 1),
        ("more" | "less", "than") | ("at", "least" | "most" | "about") | ("up", "to") => {
            quantity(text, at + 2)
        }
        ("no", "more" | "less" | "later") if text.word(at + 2) == "than" => quantity(text, at + 3),
        _ => None,
    }
}

/// "earlier this week", "late Friday", "early December", "later that day".
fn sooner(text: &Text, at: usize) -> Found {
    let next = match text.word(at + 1) {
        "on" | "in" if matches!(text.word(at), "earlier" | "later") || text.word(at + 1) == "on" => at + 2,
        _ => at + 1,
    };
    if let Some((to, part)) = part_of_day(text.word(next)).map(|part| (next + 1, part)) {
        return (text.word(at) != "mid").then(|| of_day(text, to, part)).flatten();
    }
    let found = turned(text, next)
        .or_else(|| day_word(text, next))
        .or_else(|| date(text, next).filter(|(_, found)| !year_only(found)));
    let found = found
        .or_else(|| decade(text, next))
        .or_else(|| bare_year(text, next).filter(|_| next == at + 1))
        .or_else(|| known_unit(text, next));
    let (to, meaning) = found?;
    if matches!(meaning, Meaning::Fixed(..)) {
        return None;
    }
    Some(with_part(text, to, meaning))
}

fn year_only(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Calendar(Partial { month: None, .. }, _))
}

fn season_or_date(text: &Text, at: usize) -> Found {
    if let Some(season) = season(text, at) {
        let (to, year, turn) = of_year(text, at + 1);
        return Some((to, Meaning::Season(season, year, turn)));
    }
    date(text, at).or_else(|| decade(text, at)).or_else(|| bare_year(text, at))
}

/// "the end of 1990", "the end of the month", "the beginning of December".
fn edge(text: &Text, at: usize) -> Found {
    let found = turned(text, at)
        .or_else(|| date(text, at))
        .or_else(|| decade(text, at))
        .or_else(|| bare_year(text, at));
    let found = found.or_else(|| season_or_date(text, at)).or_else(|| {
        let grain = (text.word(at) == "the").then(|| super::relative::unit(text, at + 1)).flatten()?;
        matches!(grain, Grain::Month | Grain::Year | Grain::Week | Grain::Day | Grain::Quarter)
            .then(|| (at + 2, Meaning::Unit(grain, 0, grain == Grain::Day || grain == Grain::Quarter)))
    });
    found.filter(|(_, meaning)| !matches!(meaning, Meaning::Fixed(..) | Meaning::Reference(_)))
}

/// "nearly two months", "about three years ago", "around Nov. 1".
fn quantity(text: &Text, at: usize) -> Found {
    let found = quarters(text, if text.word(at) == "the" { at + 1 } else { at })
        .or_else(|| shift(text, at))
        .or_else(|| timed_number(text, at))
        .or_else(|| duration(text, at));
    found.or_else(|| {
        date(text, at).filter(|(_, found)| !year_only(found) && !matches!(found, Meaning::Weekday(..)))
    })
}

fn timed_number(text: &Text, at: usize) -> Found {
    let clock = clock(text, at)?;
    Some(joined(text, clock.to, |day| at_day(&clock, day)))
}

fn core(text: &Text, at: usize) -> Found {
    if let Some((to, day)) = day_word(text, at) {
        return Some(day_with_time(text, to, day));
    }
    if let Some(found) = timed_number(text, at) {
        return Some(found);
    }
    if let Some((to, meaning)) = date(text, at) {
        return Some(day_with_time(text, to, meaning));
    }
    if let Some(found) = holiday(text, at) {
        return Some(found);
    }
    same(text, at)
        .or_else(|| turned(text, at))
        .or_else(|| shift(text, at))
        .or_else(|| quarter(text, at))
        .or_else(|| decade(text, at))
        .or_else(|| begins_duration(text, at))
        .or_else(|| set(text, at))
        .or_else(|| the_season(text, at))
        .or_else(|| fiscal(text, at))
        .or_else(|| known_unit(text, at))
        .or_else(|| bare_plural(text, at))
        .or_else(|| part(text, at))
        .or_else(|| bare_year(text, at))
        .or_else(|| reference(text, at))
}

fn begins_duration(text: &Text, at: usize) -> Found {
    let start = matches!(text.word(at), "a" | "an" | "the" | "couple") || begins(text, at);
    start.then(|| duration(text, at)).flatten()
}

/// "Friday night", "Wednesday at 10 a.m." (the part of day only).
fn day_with_time(text: &Text, to: usize, day: Meaning) -> (usize, Meaning) {
    let single = matches!(
        &day,
        Meaning::Day(_)
            | Meaning::Weekday(..)
            | Meaning::Calendar(Partial { day: Some(_), last: None, .. }, _)
    );
    if single { with_part(text, to, day) } else { (to, day) }
}

/// A time of day joined to the day that follows it: "10 p.m. [on] Wednesday", "5 p.m. EST, Nov. 6".
fn joined(text: &Text, to: usize, make: impl Fn(Meaning) -> Meaning) -> (usize, Meaning) {
    let skip = if matches!(text.word(to), "on" | ",") { to + 1 } else { to };
    let comma = skip > to && text.word(to) == ",";
    let day = day_word(text, skip).filter(|_| !comma).or_else(|| {
        date(text, skip)
            .filter(|(_, found)| specific(found) && !(comma && matches!(found, Meaning::Weekday(..))))
    });
    match day {
        Some((end, day)) => (end, make(day)),
        None => (to, make(Meaning::Unit(Grain::Day, 0, true))),
    }
}

fn specific(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Weekday(..) | Meaning::Calendar(Partial { day: Some(_), .. }, _))
}

/// "the third quarter", "third-quarter", "the fiscal first quarter", "the 1988 quarter".
fn quarter(text: &Text, at: usize) -> Found {
    let start = if matches!(text.word(at), "the" | "its" | "their") { at + 1 } else { at };
    let hyphen = start > at && text.word(start + 1) == "-" && text.word(start) != "fiscal";
    if hyphen {
        return None;
    }
    if let Some(found) = ordinal_quarter(text, start) {
        return Some(found);
    }
    if let Some(found) = quarters(text, start) {
        return Some(found);
    }
    let year = calendar::year(text, start).filter(|year| (1900..2100).contains(year))?;
    if let Some((to, Meaning::Quarter(n, None, None, half))) = ordinal_quarter(text, start + 1) {
        return Some((to, Meaning::Quarter(n, Some(year), None, half)));
    }
    let season = season(text, start + 1).map(|season| (start + 2, Meaning::Season(season, Some(year), None)));
    season.or_else(|| {
        let period = start > at && matches!(text.word(start + 1), "period" | "quarter");
        period.then_some((start + 2, Meaning::Quarter(0, Some(year), None, false)))
    })
}

/// "first two quarters of 1990".
fn quarters(text: &Text, at: usize) -> Found {
    let half = match (text.word(at), text.word(at + 1), text.word(at + 2)) {
        ("first", "two", "quarters") => 1,
        ("last", "two", "quarters") => 2,
        _ => return None,
    };
    let (to, year, turn) = of_year(text, at + 3);
    (to > at + 3).then_some((to, Meaning::Quarter(half, year, turn, true)))
}

/// "the summer", "summer of 1999", "in the spring".
fn the_season(text: &Text, at: usize) -> Found {
    let start = if text.word(at) == "the" { at + 1 } else { at };
    let season = season(text, start)?;
    let (to, year, turn) = of_year(text, start + 1);
    if year.is_some() || turn.is_some() {
        return Some((to, Meaning::Season(season, year, turn)));
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let led = matches!(before, "in" | "during" | "by" | "until" | "since" | "through" | "into" | "of");
    let plain = matches!(text.word(start), "summer" | "winter" | "spring" | "autumn");
    // "fall" and "spring" are verbs and more.
    ((start > at && led) || (plain && matches!(before, "in" | "during" | "by") && !text.capital(start + 1)))
        .then_some((start + 1, Meaning::Season(season, None, None)))
}

/// "fiscal 1989", "the year 2000", "year-end", "year's end".
fn fiscal(text: &Text, at: usize) -> Found {
    let start = if text.word(at) == "the" { at + 1 } else { at };
    match (text.word(start), text.word(start + 1), text.word(start + 2)) {
        ("fiscal" | "year", ..) if bare_year(text, start + 1).is_some() => bare_year(text, start + 1),
        ("year", "-", "end") => Some((start + 3, Meaning::Unit(Grain::Year, 0, false))),
        ("year", "'s" | "’s", "end") => Some((start + 3, Meaning::Unit(Grain::Year, 0, false))),
        ("year", "end", _) => Some((start + 2, Meaning::Unit(Grain::Year, 0, false))),
        _ => None,
    }
}

/// "the morning [of 3 May]", "overnight", "in the evening".
fn part(text: &Text, at: usize) -> Found {
    let the = text.word(at) == "the";
    let start = if the { at + 1 } else { at };
    let letters = part_of_day(text.word(start))?;
    if !the && text.word(start) != "overnight" {
        let before = at.checked_sub(1).map_or("", |before| text.word(before));
        let led = matches!(before, "at" | "by" | "until" | "before" | "after" | "since")
            || text.word(start + 1) == "of"
            || (matches!(before, "on") && text.word(start) != "night");
        if !led {
            return None;
        }
    }
    let found = of_day(text, start + 1, letters);
    // A bare "overnight" is the night before the report, whatever day was told of last.
    match found {
        Some((to, _)) if text.word(start) == "overnight" && to == start + 1 => {
            Some((to, Meaning::Part(Box::new(Meaning::Day(0)), letters)))
        }
        found => found,
    }
}

fn of_day(text: &Text, to: usize, letters: &'static str) -> Found {
    let day = |(end, day)| (end, Meaning::Part(Box::new(day), letters));
    let skip = if matches!(text.word(to), "of" | "on") { to + 1 } else { to };
    let named = date(text, skip)
        .filter(|(_, found)| specific(found))
        .or_else(|| day_word(text, skip).filter(|_| skip == to));
    named
        .map(day)
        .or_else(|| Some((to, Meaning::Part(Box::new(Meaning::Unit(Grain::Day, 0, true)), letters))))
}

/// "now", "recently", "the future".
fn reference(text: &Text, at: usize) -> Found {
    let found = |length: usize, value| Some((at + length, Meaning::Reference(value)));
    let (second, third) = (text.word(at + 1), text.word(at + 2));
    match text.word(at) {
        "now" if second != "that" => found(1, "PRESENT_REF"),
        "right" if second == "now" => found(2, "PRESENT_REF"),
        "very" if second == "soon" => found(2, "FUTURE_REF"),
        "then" if second == "current" => found(2, "PAST_REF"),
        "the" if matches!(second, "near" | "long" | "short") && third == "term" => found(3, "FUTURE_REF"),
        "currently" | "nowadays" | "presently" => found(1, "PRESENT_REF"),
        "current" if second != "account" && second != "and" => found(1, "PRESENT_REF"),
        "recently" | "lately" => found(1, "PAST_REF"),
        "recent" if second != "history" => found(1, "PAST_REF"),
        "soon" if second != "as" && second != "after" => found(1, "FUTURE_REF"),
        "the"
            if matches!(second, "past")
                && !text.has(at + 2, UNIT | UNITS | NUMBER | FEW | WEEKDAY | SEASON)
                && !text.is(at + 2, Kind::Number) =>
        {
            found(2, "PAST_REF")
        }
        "the" if second == "future" && !text.capital(at + 1) => found(2, "FUTURE_REF"),
        "the" if matches!(second, "near" | "immediate" | "distant") && third == "future" => {
            found(3, "FUTURE_REF")
        }
        "the" if second == "time" && third == "being" => found(3, "PRESENT_REF"),
        "the" if second == "moment" && text.word(at.wrapping_sub(1)) == "at" => found(2, "PRESENT_REF"),
        "more" if second == "recently" => found(2, "PAST_REF"),
        _ => None,
    }
}
