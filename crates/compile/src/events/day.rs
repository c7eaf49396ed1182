//! Days as tables write them: with or without a time, in any usual order, with names of months.
//!
//! `03/04/2021` can be read two ways. Which, is one decision for a whole column ([`DayOrder`]), taken by its
//! publisher or from rows that can be read only one way; never row by row.

use index::{Day, Span};

/// The order of the numbers in a date that does not begin with its year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum DayOrder {
    /// Day, month, year; the default, because most tables of this field write it so.
    #[default]
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The days that a cell means: one, or those of a month or a year where it says no more. Nothing where the
/// cell is no date.
pub(crate) fn span(text: &str, order: DayOrder) -> Option<Span> {
    iso(text).or_else(|| written(date_part(text), order))
}

/// Whether the cell reads as a date only with its month first, or only with its day first.
pub(crate) fn order_of(text: &str) -> Option<DayOrder> {
    let (first, last) = (span(text, DayOrder::DayFirst), span(text, DayOrder::MonthFirst));
    match (first, last) {
        (Some(_), None) => Some(DayOrder::DayFirst),
        (None, Some(_)) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// Without a time behind a `T`, or behind a blank where what follows has a colon.
fn date_part(text: &str) -> &str {
    if let Some((date, time)) = text.split_once('T')
        && date.ends_with(|c: char| c.is_ascii_digit())
        && time.starts_with(|c: char| c.is_ascii_digit())
    {
        return date;
    }
    match text.find(':').and_then(|colon| text.get(..colon)?.rfind(' ')) {
        Some(blank) => text.get(..blank).unwrap_or(text),
        None => text,
    }
}

/// `2021-03-04` with whatever time behind it: by far the commonest, so it is read without ado.
fn iso(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to)?;
        let digit =
            |number: u32, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + u32::from(*byte - b'0'));
        digits.iter().try_fold(0, digit)
    };
    let ends = matches!(bytes.get(10), None | Some(b' ' | b'T'));
    if !ends || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    Day::from_ymd(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?).map(Span::day)
}

fn written(text: &str, order: DayOrder) -> Option<Span> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(text) {
        return compact(text);
    }
    let is_gap = |c: char| matches!(c, '-' | '/' | '.' | ',' | ' ');
    let mut parts: Vec<&str> = text.split(is_gap).filter(|part| !part.is_empty()).collect();
    // "Friday, 4 March 2021"
    if parts.len() == 4 && parts.first().is_some_and(|part| part.ends_with("day")) {
        parts.remove(0);
    }
    match parts.as_slice() {
        [year, month] if year.len() == 4 && digits(year) => of_month(year, month),
        [month, year] if year.len() == 4 => of_month(year, month),
        [year, month, day] if year.len() == 4 && digits(year) => one(year, month, day),
        [day, month, year] if month_named(month).is_some() => one(year, month, day),
        [month, day, year] if month_named(month).is_some() => one(year, month, day),
        [first, second, year] => match order {
            DayOrder::DayFirst => one(year, second, first),
            DayOrder::MonthFirst => one(year, first, second),
        },
        _ => None,
    }
}

/// `20210304`, `202103`, `2021`.
fn compact(text: &str) -> Option<Span> {
    let year = text.get(..4)?;
    match text.len() {
        4 => {
            let year = year.parse().ok().filter(|year| (1000..=2999).contains(year))?;
            Some(Span::days(Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?))
        }
        6 => of_month(year, text.get(4..)?),
        8 => one(year, text.get(4..6)?, text.get(6..)?),
        _ => None,
    }
}

fn one(year: &str, month: &str, day: &str) -> Option<Span> {
    let short = |part: &str| part.len() <= 2;
    let day = day
        .strip_suffix("st")
        .or(day.strip_suffix("nd"))
        .or(day.strip_suffix("rd"))
        .or(day.strip_suffix("th"))
        .unwrap_or(day);
    if year.len() != 4 || !short(day) {
        return None;
    }
    Day::from_ymd(year.parse().ok()?, self::month(month)?, day.parse().ok()?).map(Span::day)
}

fn of_month(year: &str, month: &str) -> Option<Span> {
    let first = Day::from_ymd(year.parse().ok()?, self::month(month)?, 1)?;
    Some(Span::days(first, first.month_end()))
}

fn month(text: &str) -> Option<u32> {
    month_named(text).or_else(|| text.parse().ok().filter(|_| text.len() <= 2))
}

fn month_named(text: &str) -> Option<u32> {
    let start = text.get(..3)?.to_ascii_lowercase();
    let letters = text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let at = MONTHS.iter().position(|month| *month == start).filter(|_| letters)?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_form() {
        let check = |text: &str, expect: &str| {
            let span = span(text, DayOrder::DayFirst).map_or("-".to_owned(), |span| span.to_string());
            assert_eq!(span, expect, "{text}");
        };
        check("2023-01-31", "2023-01-31");
        check("2023-01-31 00:00:00.000", "2023-01-31");
        check("2023-01-31T00:00:00Z", "2023-01-31");
        check("31-01-2023", "2023-01-31");
        check("31 January 2023", "2023-01-31");
        check("January 31, 2023", "2023-01-31");
        check("31-Jan-2023", "2023-01-31");
        check("31/1/2023 14:05", "2023-01-31");
        check("31.01.2023", "2023-01-31");
        check("20230131", "2023-01-31");
        check("202301", "2023-01-01/2023-01-31");
        check("2023-02", "2023-02-01/2023-02-28");
        check("February 2023", "2023-02-01/2023-02-28");
        check("2023", "2023-01-01/2023-12-31");
        check("Tuesday, 31 January 2023", "2023-01-31");
        check("31-01-23", "-");
        check("2023-02-29", "-");
        check("01/31/2023", "-");
        check("Baghdad", "-");
        check("12", "-");
        check("", "-");
    }

    #[test]
    fn an_order_is_told_only_where_it_must_be() {
        assert_eq!(order_of("03/04/2021"), None);
        assert_eq!(order_of("13/04/2021"), Some(DayOrder::DayFirst));
        assert_eq!(order_of("04/13/2021"), Some(DayOrder::MonthFirst));
        assert_eq!(order_of("2021-04-13"), None);
    }

    proptest! {
        #[test]
        fn a_written_day_is_read_back(days in 0i32..40_000) {
            let day = Day(days - 20_000);
            let (year, month, of_month) = day.ymd();
            for text in [day.to_string(), format!("{of_month:02}-{month:02}-{year}"), format!("{year}{month:02}{of_month:02}"),
                         format!("{of_month} {} {year}", MONTHS[month as usize - 1])] {
                prop_assert_eq!(span(&text, DayOrder::DayFirst), Some(Span::day(day)), "{}", text);
            }
        }

        #[test]
        fn whatever_is_written_does_not_stop_it(text in ".{0,40}") {
            let _ = span(&text, DayOrder::MonthFirst);
            let _ = order_of(&text);
        }
    }
}
