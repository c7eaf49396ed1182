//! Lines for people: results on standard output, all else on standard error.
//!
//! A reader that goes away early (`fieldbook check … | head`) is no failure.

use compile::{Diagnostic, Severity};
use std::io::{self, Write};

/// Writes a line of the result.
pub fn print(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// Writes a line beside the result.
pub fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// A diagnostic as a line; what is no error says so.
pub fn line_of(diagnostic: &Diagnostic) -> String {
    match diagnostic.severity {
        Severity::Error => diagnostic.to_string(),
        Severity::Warning => format!("warning: {diagnostic}"),
        Severity::Note => format!("note: {diagnostic}"),
    }
}

/// How many of something, in words: "1 report", "2 reports".
pub fn count(number: impl Into<u64>, one: &str, other: &str) -> String {
    let number = number.into();
    format!("{} {}", grouped(number), if number == 1 { one } else { other })
}

/// A number with commas between thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_words() {
        assert_eq!(count(1u32, "event", "events"), "1 event");
        assert_eq!(count(16_566u32, "event", "events"), "16,566 events");
        assert_eq!(count(0u32, "event", "events"), "0 events");
    }
}
