//! Times of day: "10:30 p.m.", "0800 UTC", "noon", "five o'clock".

use super::meaning::Meaning;
use crate::lexicon::{CLOCK, ZONE};
use crate::text::{Kind, Text};

/// A time of day and the token after it.
pub(super) struct Clock {
    /// Token after the last.
    pub to: usize,
    /// Hour, 0 to 24.
    pub hour: u32,
    /// Minute.
    pub minute: Option<u32>,
    /// Universal time is named.
    pub universal: bool,
}

/// The time that begins at a token.
pub(super) fn clock(text: &Text, at: usize) -> Option<Clock> {
    match text.word(at) {
        "noon" | "midday" => return Some(Clock { to: at + 1, hour: 12, minute: Some(0), universal: false }),
        "midnight" => return Some(Clock { to: at + 1, hour: 24, minute: None, universal: false }),
        _ => {}
    }
    let (hour, minute, mut to, sure) =
        digits(text, at).or_else(|| military(text, at)).or_else(|| word(text, at))?;
    let (mut hour, mut sure) = (hour, sure);
    match text.word(to) {
        "a.m." | "a.m" | "am" if text.has(to, CLOCK) => (hour, to, sure) = (hour % 12, to + 1, true),
        "p.m." | "p.m" | "pm" if text.has(to, CLOCK) => (hour, to, sure) = (hour % 12 + 12, to + 1, true),
        "o'clock" | "o’clock" => (to, sure) = (to + 1, true),
        "hours" | "hrs" if text.word(at).len() == 4 && !text.word(at).contains(',') => {
            (to, sure) = (to + 1, true)
        }
        _ => {}
    }
    let mut universal = false;
    if sure || text.word(at).len() == 4 {
        let skip = if text.word(to) == "(" { to + 1 } else { to };
        if text.has(skip, ZONE) && text.word(skip) != "et" {
            universal = matches!(text.word(skip), "gmt" | "utc" | "z");
            (to, sure) = (skip + 1, true);
            if text.word(to) == "time" {
                to += 1;
            }
            if text.word(to) == ")" {
                to += 1;
            }
        }
    }
    (sure && hour <= 24).then_some(Clock { to, hour, minute, universal })
}

type Parts = (u32, Option<u32>, usize, bool);

/// "10:30", "10.30", "10", "10am".
fn digits(text: &Text, at: usize) -> Option<Parts> {
    if let Some(joined) = text.word(at).strip_suffix("am").or_else(|| text.word(at).strip_suffix("pm")) {
        let hour: u32 = joined.parse().ok().filter(|hour| (1..=12).contains(hour))?;
        let hour = if text.word(at).ends_with("pm") { hour % 12 + 12 } else { hour % 12 };
        return Some((hour, None, at + 1, true));
    }
    if !text.is(at, Kind::Number) || text.word(at).len() > 2 {
        return None;
    }
    let hour: u32 = text.word(at).parse().ok().filter(|hour| *hour <= 24)?;
    let minute = text.word(at + 2);
    let colon = text.word(at + 1) == ":" && text.glued(at + 1) && text.glued(at + 2) && minute.len() == 2;
    if colon {
        let minute = minute.parse().ok().filter(|minute| *minute < 60)?;
        return Some((hour, Some(minute), at + 3, true));
    }
    Some((hour, None, at + 1, false))
}

/// "0800", "2030" before "hours", "UTC" or "GMT".
fn military(text: &Text, at: usize) -> Option<Parts> {
    let word = text.word(at);
    let led = text.has(at + 1, ZONE) || matches!(text.word(at + 1), "hours" | "hrs");
    if word.len() != 4 || !text.is(at, Kind::Number) || !led || word.contains([',', '.']) {
        return None;
    }
    let number: u32 = word.parse().ok()?;
    (number / 100 <= 24 && number % 100 < 60).then_some((number / 100, Some(number % 100), at + 1, false))
}

/// "five o'clock".
fn word(text: &Text, at: usize) -> Option<Parts> {
    let found = super::amount::amount(text, at).filter(|found| !found.article && found.to == at + 1)?;
    let hour = found.value.filter(|value| (1.0..=12.0).contains(value))? as u32;
    matches!(text.word(found.to), "o'clock" | "o’clock" | "a.m." | "p.m.")
        .then_some((hour, None, found.to, false))
}

/// TIMEX3's letters for a part of the day.
pub(super) fn part_of_day(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" | "dawn" | "midmorning" | "mid-morning" | "daybreak" | "sunrise" => "MO",
        "afternoon" => "AF",
        "evening" | "dusk" | "sunset" => "EV",
        "night" | "overnight" | "nightfall" | "nighttime" => "NI",
        _ => return None,
    })
}

/// A time of some day.
pub(super) fn at_day(clock: &Clock, day: Meaning) -> Meaning {
    Meaning::Clock(Box::new(day), clock.hour, clock.minute, clock.universal)
}
