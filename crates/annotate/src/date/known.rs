//! Units known from what was told: "the quarter", "the full year", "the weekend".

use super::calendar::Found;
use super::meaning::{Grain, Meaning, TimeKind};
use super::relative::unit;
use crate::lexicon::{NUMBER, UNIT};
use crate::text::Text;

/// "the quarter", "the full year", "the weekend": a unit known from what was told.
pub(super) fn known_unit(text: &Text, at: usize) -> Found {
    let the = matches!(text.word(at), "the" | "its");
    if !the {
        return None;
    }
    let mut next = at + 1;
    let mut sure = false;
    while matches!(text.word(next), "full" | "fiscal" | "latest" | "current" | "entire" | "whole" | "just") {
        sure |= text.word(next) != "just";
        next += 1;
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let latest = text.word(next.saturating_sub(1)) == "latest";
    if text.word(next) == "period" && latest {
        return Some((next + 1, Meaning::Same(Grain::Quarter, 0)));
    }
    // "the quarter ended Sept. 30": the quarter in which most of its days lie.
    if matches!(text.word(next), "quarter" | "period")
        && matches!(text.word(next + 1), "ended" | "ending")
        && let Some((_, Meaning::Calendar(partial, _))) = super::calendar::date(text, next + 2)
        && let Some(month) = partial.month
        && (text.word(next) == "quarter" || partial.day.is_some())
    {
        let early = partial.day.is_some_and(|day| day < 15);
        let middle = (month + 10 - u32::from(early)) % 12 + 1;
        return Some((next + 1, Meaning::Quarter((middle - 1) / 3 + 1, partial.year, None, false)));
    }
    let grain = unit(text, next).filter(|_| text.has(next, UNIT))?;
    let led = matches!(
        before,
        "for"
            | "in"
            | "during"
            | "of"
            | "over"
            | "this"
            | "through"
            | "throughout"
            | "by"
            | "within"
            | "earlier"
            | "later"
            | "until"
            | "on"
    );
    let after = text.word(next + 1);
    let ended = matches!(after, "ended" | "ending" | "ends");
    let meaning = match grain {
        Grain::Quarter if sure || led || ended => {
            if latest {
                Meaning::Same(Grain::Quarter, 0)
            } else {
                Meaning::Unit(Grain::Quarter, 0, true)
            }
        }
        Grain::Year if ended => Meaning::Fixed(TimeKind::Duration, "P1Y".to_owned()),
        Grain::Year
            if sure || ended || (led && before != "of" && after != "of" && !text.has(next + 1, NUMBER)) =>
        {
            Meaning::Unit(Grain::Year, 0, false)
        }
        Grain::Month | Grain::Week
            if led
                && matches!(before, "for" | "in" | "during" | "earlier" | "later" | "over" | "this")
                && after != "of" =>
        {
            Meaning::Unit(grain, 0, true)
        }
        Grain::Weekend if before != "of" || led => Meaning::Unit(grain, -1, false),
        Grain::Day
            if matches!(before, "earlier" | "during" | "throughout" | "later")
                && text.word(next) == "day" =>
        {
            Meaning::Unit(grain, 0, true)
        }
        _ => return None,
    };
    Some((next + 1, meaning))
}
