//! Decades and centuries: "the 1990s", "the nineties", "the 20th century".

use super::amount::ordinal;
use super::calendar::{Found, year};
use super::meaning::Meaning;
use crate::lexicon::{DECADE, ORDINAL};
use crate::text::Text;

/// "the 1990s", "the '90s", "the nineties", "the 20th century".
pub(super) fn decade(text: &Text, at: usize) -> Found {
    let start = if matches!(text.word(at), "the" | "'" | "’") { at + 1 } else { at };
    let start = if matches!(text.word(start), "'" | "’") { start + 1 } else { start };
    let word = text.word(start);
    if let Some(digits) = word.strip_suffix('s').filter(|digits| digits.ends_with('0')) {
        let (tens, digits) = (digits.len(), digits.parse::<i32>().ok()?);
        return match tens {
            4 if (1000..2100).contains(&digits) => Some((start + 1, Meaning::Decade(digits / 10))),
            2 if start > at || (20..=90).contains(&digits) && text.word(at.wrapping_sub(1)) != "in" => {
                Some((start + 1, Meaning::Decade(190 + digits / 10)))
            }
            _ => None,
        };
    }
    if year(text, start).is_some_and(|year| year % 10 == 0) && text.word(start + 1) == "'s" {
        return Some((start + 2, Meaning::Decade(year(text, start)? / 10)));
    }
    if text.has(start, DECADE) && start > at {
        const NAMES: [&str; 8] =
            ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        let tens = NAMES.iter().position(|name| *name == word)? as i32;
        return Some((start + 1, Meaning::Decade(192 + tens)));
    }
    let (number, next) = match ordinal(word).filter(|_| text.has(start, ORDINAL)) {
        Some(number) => (number, start + 1),
        None if word == "twenty" && text.word(start + 1) == "-" => {
            (20 + ordinal(text.word(start + 2))?, start + 3)
        }
        None => return None,
    };
    let next = if text.word(next) == "-" { next + 1 } else { next };
    (text.word(next) == "century").then_some((next + 1, Meaning::Century(number as i32 - 1)))
}
