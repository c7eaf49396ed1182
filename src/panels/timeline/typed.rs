//! Checks dates as readers type them.

use index::date::parse_bounds;
use index::{Day, Span};

/// Which field was typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// "From", whose earliest day counts.
    From,
    /// "To", whose latest day counts.
    To,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read as one.
    NotADate,
    /// It has the shape of one, but the calendar does not have it.
    NoSuchDay,
    /// Its year is beyond what a corpus may hold.
    TooFar,
    /// It is an interval that ends before it begins.
    Backwards,
    /// The first day lies after the last.
    FromAfterTo,
}

/// Whether the text of one field may be taken over beside the other field's, which was taken over before.
///
/// # Errors
/// What is wrong with it.
pub fn check(field: Field, text: &str, other: &str) -> Result<(), Fault> {
    let text = text.trim();
    if text.is_empty() || (field == Field::From && text == "none") {
        return Ok(());
    }
    let span = parse_bounds(text).map_err(|error| fault(text, &error.reason))?;
    let other = parse_bounds(other).unwrap_or_default();
    let (first, last) = match field {
        Field::From => (span, other),
        Field::To => (other, span),
    };
    if turned(first, last) { Err(Fault::FromAfterTo) } else { Ok(()) }
}

fn turned(first: Span, last: Span) -> bool {
    matches!((first.from, last.to), (Some(from), Some(to)) if from > to)
}

/// The reader's words for the parser's.
fn fault(text: &str, reason: &str) -> Fault {
    match reason {
        _ if is_backwards(text) => Fault::Backwards,
        "its year is beyond ±9999" => Fault::TooFar,
        _ if text.split('/').any(|date| is_shaped(date) && !exists(date)) => Fault::NoSuchDay,
        _ => Fault::NotADate,
    }
}

/// Whether both ends of an interval are dates, in the wrong order.
fn is_backwards(text: &str) -> bool {
    let ends = text.split_once('/').map(|(from, to)| (parse_bounds(from), parse_bounds(to)));
    matches!(ends, Some((Ok(from), Ok(to))) if turned(from, to))
}

/// Whether a text has the shape of a year and a month, or a day.
fn is_shaped(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    }
}

fn exists(text: &str) -> bool {
    let number = |part: &str| part.parse::<u32>().unwrap_or(0);
    let mut parts = text.split('-').map(number);
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let year = i32::try_from(year.unwrap_or(0)).unwrap_or(0);
    Day::from_ymd(year, month.unwrap_or(1), day.unwrap_or(1)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults() {
        let ask = |text: &str, expect: Result<(), Fault>| {
            assert_eq!(check(Field::From, text, ""), expect, "{text}")
        };
        ask("", Ok(()));
        ask("none", Ok(()));
        ask(" 2020-02-27 ", Ok(()));
        ask("2020-02", Ok(()));
        ask("2020", Ok(()));
        ask("2019-12~", Ok(()));
        ask("2020-02-30", Err(Fault::NoSuchDay));
        ask("2020-13", Err(Fault::NoSuchDay));
        ask("yesterday", Err(Fault::NotADate));
        ask("27.2.2020", Err(Fault::NotADate));
        ask("2020-03/2020-01", Err(Fault::Backwards));
        ask("Y123456", Err(Fault::TooFar));
    }

    #[test]
    fn from_after_to() {
        assert_eq!(check(Field::From, "2020-03", "2020-02-27"), Err(Fault::FromAfterTo));
        assert_eq!(check(Field::From, "2020-02", "2020-02-27"), Ok(()));
        assert_eq!(check(Field::To, "2019", "2020-02-27"), Err(Fault::FromAfterTo));
        assert_eq!(check(Field::To, "2020", "2020-02-27"), Ok(()));
        assert_eq!(check(Field::To, "none", ""), Err(Fault::NotADate));
    }
}
