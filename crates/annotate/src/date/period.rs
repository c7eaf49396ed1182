//! How long and how often: "three days", "10-year", "several months", "every week", "daily", "$5 a share a year".

use super::amount::amount;
use super::calendar::{Found, weekday};
use super::meaning::{Grain, Meaning, TimeKind};
use super::relative::{season, unit};
use super::timex;
use crate::lexicon::{FEW, NUMBER, SET, UNIT, UNITS};
use crate::text::{Kind, Text};

fn fixed(to: usize, kind: TimeKind, value: impl Into<String>) -> Found {
    Some((to, Meaning::Fixed(kind, value.into())))
}

/// "three days", "a 10-year", "nearly two months" (the modifier is added by the caller).
pub(super) fn duration(text: &Text, at: usize) -> Found {
    let the = text.word(at) == "the";
    let start = if the { at + 1 } else { at };
    let start = if the
        && matches!(
            text.word(start),
            "first"
                | "final"
                | "latest"
                | "full"
                | "entire"
                | "whole"
                | "opening"
                | "initial"
                | "remaining"
                | "intervening"
                | "ensuing"
                | "subsequent"
        ) {
        start + 1
    } else {
        start
    };
    let found = amount(text, start)?;
    if found.article {
        return article(text, at, found.to);
    }
    let mut next = found.to;
    let mut count = found.value;
    // "two to three weeks", "12 to 18 months", "two or three days".
    if matches!(text.word(next), "to" | "or" | "-" | "–")
        && let Some(second) =
            amount(text, next + 1).filter(|second| !second.article && unit(text, second.to).is_some())
    {
        next = second.to;
        count = if text.word(found.to) == "or" { None } else { count.or(second.value) };
    }
    let half = text.word(next) == "and" && text.word(next + 1) == "a" && text.word(next + 2) == "half";
    if half {
        next += 3;
    }
    let hyphen = matches!(text.word(next), "-" | "‑") && unit(text, next + 1).is_some();
    if hyphen {
        // "the 14-day truce": the article belongs to the truce.
        if the && start == at + 1 && text.has(next + 1, UNIT) {
            return None;
        }
        next += 1;
    }
    while matches!(
        text.word(next),
        "more"
            | "full"
            | "straight"
            | "consecutive"
            | "trading"
            | "additional"
            | "long"
            | "extra"
            | "calendar"
            | "working"
            | "business"
            | "whole"
            | "successive"
            | "further"
    ) {
        next += 1;
    }
    let grain = unit(text, next)?;
    if spurious(text, at, next, hyphen) {
        return None;
    }
    let mut to = next + 1;
    let word = text.word(next);
    // An age is no time.
    if text.word(to) == "-" && text.word(to + 1) == "old" && grain == Grain::Year || text.word(to) == "old" {
        return None;
    }
    let tail = match (text.word(to), text.word(to + 1)) {
        ("-", "old" | "long") => true,
        ("or", "so") => !hyphen,
        _ => false,
    };
    if tail {
        to += 2;
    }
    let fortnight = if word.starts_with("fortnight") { 2 } else { 1 };
    let value = count.map(|count| (count * f64::from(fortnight), half));
    fixed(
        to,
        TimeKind::Duration,
        match value {
            Some((count, true)) => format!(
                "P{}{}.5{}",
                clock_letter(grain),
                count as i64,
                letter(&timex::duration(Some(1), grain, word))
            ),
            Some((count, false)) if count.fract() != 0.0 => {
                format!("P{}{count}{}", clock_letter(grain), letter(&timex::duration(Some(1), grain, word)))
            }
            Some((count, _)) if count <= 100_000.0 => timex::duration(Some(count as i32), grain, word),
            _ => timex::duration(None, grain, word),
        },
    )
}

fn clock_letter(grain: Grain) -> &'static str {
    if grain == Grain::Clock { "T" } else { "" }
}

fn letter(duration: &str) -> &str {
    duration.get(duration.len().saturating_sub(1)..).unwrap_or("")
}

/// "60 Minutes," between quotes: the name of a program.
fn title(text: &Text, at: usize) -> bool {
    let quote = |at: usize| matches!(text.word(at), "\"" | "''" | "'" | "”" | "``");
    let close = (at + 1..at + 3).any(|next| quote(next) && text.glued(next));
    !text.shouting && text.capital(at) && text.glued(at + 1) && close
}

/// "one second" as an ordinal, "second quarter", a year before a unit ("1990 season"), "two nights" stay out.
fn spurious(text: &Text, at: usize, next: usize, hyphen: bool) -> bool {
    let word = text.word(next);
    if word == "second" && !hyphen && !matches!(text.word(at), "one" | "a")
        || word == "seconds" && text.word(at) == "the"
    {
        return true;
    }
    if word == "quarters" && hyphen || title(text, next) {
        return true;
    }
    if word == "quarter" || word == "quarters" && text.word(next - 1) == "three" {
        return !hyphen && text.word(at) != "two" && text.word(at) != "one";
    }
    // "37 years old" is an age, and so is "aged 37".
    let singular = text.has(next, UNIT) && !hyphen && !matches!(text.word(at), "one" | "1" | "each" | "the");
    let year = text.is(at, Kind::Number) && text.word(at).len() == 4 && !text.word(at).contains(',');
    (singular && year) || word == "falls" || word == "springs"
}

/// "a year", "an hour": how long after some words, how often after a number; else nothing.
fn article(text: &Text, at: usize, next: usize) -> Found {
    let (next, more) = match text.word(next) {
        "full" | "whole" | "further" | "entire" | "single" => (next + 1, true),
        "half" if text.word(next + 1) != "-" => (next, false),
        _ => (next, false),
    };
    // "a five-year plan", "a three-day visit".
    if let Some(inner) = amount(text, next).filter(|inner| !inner.article && text.word(inner.to) == "-") {
        let grain = unit(text, inner.to + 1);
        if let Some(grain) = grain.filter(|_| text.has(inner.to + 1, UNIT)) {
            let period = text.word(inner.to + 2) == "period";
            let value = timex::duration(inner.value.map(|n| n as i32), grain, text.word(inner.to + 1));
            return if period { fixed(inner.to + 3, TimeKind::Duration, value) } else { None };
        }
    }
    let grain = unit(text, next).filter(|_| text.has(next, UNIT))?;
    let word = text.word(next);
    if word == "second"
        || word == "quarter" && !more
        || grain == Grain::Season
        || matches!(word, "night" | "evening" | "morning" | "afternoon" | "moment")
    {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let paid = at > 0
        && (text.is(at - 1, Kind::Number)
            || matches!(
                before,
                "once"
                    | "twice"
                    | "times"
                    | "dollars"
                    | "percent"
                    | "%"
                    | "cents"
                    | "million"
                    | "billion"
                    | "barrels"
                    | "tons"
                    | "people"
                    | "hours"
                    | "days"
                    | "share"
                    | "jobs"
                    | "units"
                    | "cars"
                    | "pounds"
                    | "thousand"
            ));
    if paid && !more {
        return fixed(next + 1, TimeKind::Set, timex::duration(Some(1), grain, word));
    }
    let long = more
        || matches!(
            before,
            "for"
                | "within"
                | "over"
                | "than"
                | "nearly"
                | "almost"
                | "about"
                | "least"
                | "in"
                | "after"
                | "lasted"
                | "every"
                | "only"
                | "just"
                | "half"
                | "under"
                | "up"
                | "around"
                | "took"
                | "of"
                | "past"
                | "roughly"
                | "approximately"
                | "spent"
                | "another"
                | "to"
        );
    if word == "day" && matches!(before, "of" | "in" | "to" | "about" | "after") && !more {
        return None;
    }
    if text.word(next + 1) == "or" && text.word(next + 2) == "two" {
        return fixed(next + 3, TimeKind::Duration, timex::duration(None, grain, word));
    }
    long.then(|| (next + 1, Meaning::Fixed(TimeKind::Duration, timex::duration(Some(1), grain, word))))
}

/// "years", "recent weeks", "months of": durations without a number.
pub(super) fn bare_plural(text: &Text, at: usize) -> Found {
    let recent = text.word(at) == "recent";
    let start = if recent { at + 1 } else { at };
    let grain = unit(text, start).filter(|_| text.has(start, UNITS))?;
    let word = text.word(start);
    if recent {
        return fixed(start + 1, TimeKind::Duration, timex::duration(None, grain, word));
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let led = matches!(
        before,
        "for"
            | "in"
            | "over"
            | "within"
            | "after"
            | "of"
            | "took"
            | "lasted"
            | "take"
            | "last"
            | "been"
            | "spent"
            | "these"
            | "many"
            | "into"
            | "through"
            | "across"
            | "mere"
            | "matter"
    );
    let counted = matches!(grain, Grain::Clock) && matches!(word, "seconds" | "minutes" | "hours")
        || matches!(grain, Grain::Day) && word == "days"
        || matches!(grain, Grain::Week | Grain::Month | Grain::Year | Grain::Decade | Grain::Century);
    let of = before == "of" && !matches!(grain, Grain::Clock);
    (led && counted && !(of && word == "days"))
        .then(|| (start + 1, Meaning::Fixed(TimeKind::Duration, timex::duration(None, grain, word))))
}

/// "daily", "every Monday", "each year", "weekly", "Mondays".
pub(super) fn set(text: &Text, at: usize) -> Found {
    let word = text.word(at);
    if text.has(at, SET) {
        // A newspaper's name is none, nor is "the party daily Granma".
        if word == "daily"
            && text.capital(at + 1)
            && !text.shouting
            && text.tokens.get(at + 1).is_some_and(|t| t.spaced)
        {
            return None;
        }
        if text.capital(at) && !text.shouting && at > 0 && text.capital(at - 1)
            || text.capital(at) && text.capital(at + 1) && !text.shouting
        {
            return None;
        }
        let value = match word {
            "daily" | "nightly" => "P1D",
            "weekly" => "P1W",
            "biweekly" | "fortnightly" => "P2W",
            "monthly" => "P1M",
            "bimonthly" => "P2M",
            "quarterly" => "P1Q",
            "annually" | "yearly" | "annual" => "P1Y",
            "semiannual" | "biannual" | "biannually" => "P6M",
            "hourly" => "PT1H",
            "weekdays" => "XXXX-WXX",
            _ => return None,
        };
        // "annual meeting", "quarterly report": adjectives that time nothing in most texts.
        if matches!(word, "annual" | "quarterly" | "monthly" | "yearly" | "semiannual" | "biannual") {
            return None;
        }
        return fixed(at + 1, TimeKind::Set, value);
    }
    if matches!(word, "every" | "each") {
        return every(text, at + 1);
    }
    let plural =
        word.ends_with("days") && crate::lexicon::WEEKDAY != 0 && text.has(at, crate::lexicon::WEEKDAY);
    if plural {
        let n = index::date::Weekday::ALL.iter().position(|day| word.starts_with(day.name()))?;
        return fixed(at + 1, TimeKind::Set, format!("XXXX-WXX-{}", n + 1));
    }
    None
}

fn every(text: &Text, at: usize) -> Found {
    if let Some(day) = weekday(text, at) {
        return fixed(at + 1, TimeKind::Set, format!("XXXX-WXX-{}", day as usize + 1));
    }
    if let Some(month) = super::calendar::month(text, at) {
        return fixed(at + 1, TimeKind::Set, format!("XXXX-{month:02}"));
    }
    if let Some(season) = season(text, at) {
        return fixed(at + 1, TimeKind::Set, format!("XXXX-{season}"));
    }
    if let Some(grain) = unit(text, at)
        .filter(|_| text.has(at, UNIT) && text.word(at) != "second" && text.word(at) != "moment")
    {
        return match super::clock::part_of_day(text.word(at)) {
            Some(part) => fixed(at + 1, TimeKind::Set, format!("XXXX-XX-XXT{part}")),
            None => fixed(at + 1, TimeKind::Set, timex::duration(Some(1), grain, text.word(at))),
        };
    }
    let found = amount(text, at).filter(|found| !found.article)?;
    let grain = unit(text, found.to)?;
    fixed(
        found.to + 1,
        TimeKind::Set,
        timex::duration(found.value.map(|n| n as i32), grain, text.word(found.to)),
    )
}

/// "several", "many" and the like do not begin a duration by themselves.
pub(super) fn begins(text: &Text, at: usize) -> bool {
    text.is(at, Kind::Number) || text.has(at, NUMBER | FEW | UNITS | UNIT)
}
