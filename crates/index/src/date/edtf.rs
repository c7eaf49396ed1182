//! EDTF in, intervals out. The grammar is the `edtf-core` crate's; this file keeps what the engine needs.

use super::{Day, Span};
use edtf_core::{Bound, BoundDate, Bounds, Edtf};
use std::fmt;

/// Why a date could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// The text that was to be a date.
    pub text: String,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a date: {}", self.text, self.reason)
    }
}

impl std::error::Error for DateError {}

/// Dates longer than this are refused before they are parsed.
pub const MAX_DATE_BYTES: usize = 256;

/// The most intervals that one expression may hold.
pub const MAX_SPANS: usize = 64;

/// Reads an EDTF expression (levels 0 to 2). A set (`{…}`, `[…]`) gives one interval per element, everything
/// else gives one.
///
/// # Errors
/// Where the text is no EDTF, its days lie beyond the years ±9999, or it ends before it begins.
pub fn parse_edtf(text: &str) -> Result<Vec<Span>, DateError> {
    let text = text.trim();
    let fault = |reason: &str| DateError { text: clip(text), reason: reason.to_owned() };
    if text.len() > MAX_DATE_BYTES {
        return Err(fault("it is too long"));
    }
    if let Some(elements) = set_elements(text) {
        let spans = elements.into_iter().map(element).collect::<Result<Vec<_>, _>>()?;
        return if spans.is_empty() || spans.len() > MAX_SPANS {
            Err(fault("too many or no dates"))
        } else {
            Ok(spans)
        };
    }
    let parsed = Edtf::parse(text).map_err(|error| fault(&error.to_string()))?;
    one(&parsed, parsed.bounds(), text).map(|span| vec![span])
}

/// Reads an EDTF expression as the whole stretch from its earliest to its latest day.
///
/// # Errors
/// As [`parse_edtf`].
pub fn parse_bounds(text: &str) -> Result<Span, DateError> {
    let spans = parse_edtf(text)?;
    let open_from = spans.iter().any(|span| span.from.is_none());
    let open_to = spans.iter().any(|span| span.to.is_none());
    Ok(Span {
        from: spans.iter().filter_map(|span| span.from).min().filter(|_| !open_from),
        to: spans.iter().filter_map(|span| span.to).max().filter(|_| !open_to),
        qualified: spans.iter().any(|span| span.qualified),
    })
}

/// The elements of a set without ranges inside elements ("1667..1672" is an element of its own).
fn set_elements(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let inner = inner.or_else(|| text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')));
    inner.map(|inner| inner.split(',').map(str::trim).collect())
}

/// One element of a set; `a..b` is a range.
fn element(text: &str) -> Result<Span, DateError> {
    match text.split_once("..") {
        Some((from, to)) => interval(&format!("{}/{}", open(from), open(to))),
        None => interval(text),
    }
}

fn open(end: &str) -> &str {
    if end.is_empty() { ".." } else { end }
}

fn interval(text: &str) -> Result<Span, DateError> {
    let parsed =
        Edtf::parse(text).map_err(|error| DateError { text: clip(text), reason: error.to_string() })?;
    one(&parsed, parsed.bounds(), text)
}

fn one(parsed: &Edtf, bounds: Bounds, text: &str) -> Result<Span, DateError> {
    let fault = |reason: &str| DateError { text: clip(text), reason: reason.to_owned() };
    let from = bound(bounds.earliest).map_err(fault)?;
    let to = bound(bounds.latest).map_err(fault)?;
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(fault("it ends before it begins"));
    }
    Ok(Span { from, to, qualified: parsed.is_uncertain() || parsed.is_approximate() })
}

fn bound(bound: Bound) -> Result<Option<Day>, &'static str> {
    match bound {
        Bound::Date(date) => day(date).map(Some),
        _ => Ok(None),
    }
}

fn day(date: BoundDate) -> Result<Day, &'static str> {
    let year = i32::try_from(date.year).map_err(|_| "its year is beyond ±9999")?;
    Day::from_ymd(year, u32::from(date.month), u32::from(date.day)).ok_or("its year is beyond ±9999")
}

fn clip(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &str) {
        let got = match parse_edtf(text) {
            Ok(spans) => spans.iter().map(Span::to_string).collect::<Vec<_>>().join(" "),
            Err(error) => format!("error: {}", error.reason.is_empty()),
        };
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn readings() {
        check("2020-02-27", "2020-02-27");
        check("2020", "2020-01-01/2020-12-31");
        check("2019-12", "2019-12-01/2019-12-31");
        check("2019-12/..", "2019-12-01/..");
        check("../2020-03", "../2020-03-31");
        check("2019-12~", "2019-12-01~/2019-12-31~");
        check("2019-04-29/2020-02-24", "2019-04-29/2020-02-24");
        check("2020-XX-XX", "2020-01-01/2020-12-31");
        check("201X", "2010-01-01/2019-12-31");
        check("{2024-11-27,2024-11-29}", "2024-11-27 2024-11-29");
        check("[2024-11-27..2024-11-29]", "2024-11-27/2024-11-29");
        check("2023-02-30", "error: false");
        check("2020-03/2020-01", "error: false");
        check("yesterday", "error: false");
        check("", "error: false");
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".{0,300}") {
            let _ = parse_edtf(&text);
        }

        #[test]
        fn what_is_shown_is_read_back(from in -700_000i32..700_000, length in 0i32..4000) {
            let span = Span::days(Day(from), Day(from + length));
            prop_assert_eq!(parse_edtf(&span.to_string()), Ok(vec![span]));
        }
    }
}
