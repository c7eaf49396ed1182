//! Holidays: "Christmas Day", "New Year's Eve", "Thanksgiving".

use super::calendar::Found;
use super::meaning::Meaning;
use crate::lexicon::HOLIDAY;
use crate::text::Text;

/// "Christmas Day", "New Year's Eve", "Thanksgiving".
pub(super) fn holiday(text: &Text, at: usize) -> Found {
    let capital = text.capital(at) || text.shouting;
    if !capital {
        return None;
    }
    let year = |to: usize| super::calendar::year(text, to).filter(|year| (1800..2100).contains(year));
    if let Some((name, length)) = movable(text, at) {
        let to = at + length;
        let named = year(to);
        return Some((to + usize::from(named.is_some()), Meaning::Movable(name, named)));
    }
    let found = match (text.word(at), text.word(at + 1), text.word(at + 2), text.word(at + 3)) {
        ("new", "year", "'s" | "’s", "eve") => (12, 31, 4),
        ("new", "year", "'s" | "’s", "day") => (1, 1, 4),
        ("new", "year", "'s" | "’s", _) => (1, 1, 3),
        ("christmas", "eve", ..) => (12, 24, 2),
        ("christmas", "day", ..) => (12, 25, 2),
        ("boxing", "day", ..) => (12, 26, 2),
        ("may", "day", ..) => (5, 1, 2),
        ("independence", "day", ..) => return None,
        ("halloween", ..) => (10, 31, 1),
        ("valentine", "'s" | "’s", "day", _) => (2, 14, 3),
        ("christmas" | "christmastime", ..) if text.has(at, HOLIDAY) => (12, 25, 1),
        _ => return None,
    };
    let (month, day, length) = found;
    let to = at + length;
    let named = year(to);
    Some((to + usize::from(named.is_some()), Meaning::Holiday(month, day, named)))
}

/// Holidays whose day changes from year to year.
fn movable(text: &Text, at: usize) -> Option<(&'static str, usize)> {
    Some(match (text.word(at), text.word(at + 1)) {
        ("thanksgiving", "day") => ("thanksgiving", 2),
        ("thanksgiving", _) => ("thanksgiving", 1),
        ("election", "day") => ("election", 2),
        ("good", "friday") => ("good-friday", 2),
        ("easter", "sunday") => ("easter", 2),
        ("easter", "monday") => ("easter-monday", 2),
        ("easter", "week" | "weekend") => return None,
        ("easter", _) => ("easter", 1),
        _ => return None,
    })
}
