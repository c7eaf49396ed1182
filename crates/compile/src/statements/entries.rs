//! Cells with actors and places: `;` between values, `|` between alternatives.

use super::date::Fault;
use crate::places;
use crate::register::Register;
use index::{NONE, PlaceEntry, Precision};

/// What a cell writes for an actor that the source does not name.
pub(crate) const UNNAMED: &str = "unnamed";

/// The values of a cell, each a list of alternatives.
fn values(cell: &str) -> impl Iterator<Item = Vec<&str>> {
    let alternatives =
        |value| split(value, '|').into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    split(cell, ';').into_iter().map(alternatives).filter(|value: &Vec<&str>| !value.is_empty())
}

/// Splits at a sign that no backslash stands before.
pub(crate) fn split(cell: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut taken) = (0, false);
    for (at, c) in cell.char_indices() {
        if c == sign && !taken {
            parts.push(cell.get(start..at).unwrap_or(""));
            start = at + c.len_utf8();
        }
        taken = c == '\\' && !taken;
    }
    parts.push(cell.get(start..).unwrap_or(""));
    parts
}

/// A value without the backslashes that keep its signs from splitting it.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => out.extend(letters.next()),
            c => out.push(c),
        }
    }
    out
}

/// The actors of a cell, by value and alternative; [`NONE`] where the source does not name one.
///
/// # Errors
/// Where an actor is not known, or several bear the name.
pub(crate) fn actors(cell: &str, register: &Register) -> Result<Vec<Vec<u32>>, Fault> {
    let one = |text: &str| {
        if text == UNNAMED { Ok(NONE) } else { register.find(&plain(text), "actor", crate::actors::FILE) }
    };
    values(cell).map(|alternatives| alternatives.into_iter().map(one).collect()).collect()
}

/// The places of a cell.
///
/// # Errors
/// Where a place is not known, several bear the name, or its precision is not one.
pub(crate) fn places(cell: &str, register: &Register) -> Result<Vec<PlaceEntry>, Fault> {
    let mut entries = Vec::new();
    for (group, alternatives) in (0u16..).zip(values(cell)) {
        for text in alternatives {
            let (name, precision) = precision(text)?;
            let place = register.find(&plain(name), "place", places::FILE)?;
            entries.push(PlaceEntry { place, precision, group });
        }
    }
    Ok(entries)
}

fn precision(text: &str) -> Result<(&str, Precision), Fault> {
    let parts = split(text, '@');
    let [name, after] = parts.as_slice() else {
        return match parts.as_slice() {
            [name] => Ok((name, Precision::Within)),
            _ => Err((
                "There is more than one @ in a place".to_owned(),
                "Write \\@ where it is part of a name".to_owned(),
            )),
        };
    };
    match *after {
        "exact" => Ok((name.trim_end(), Precision::Exact)),
        "near" => Ok((name.trim_end(), Precision::Near)),
        other => {
            let what = format!("“@{}” is not a precision", crate::table::shown(other));
            Err((what, "Write @exact, @near, or nothing for somewhere in the place".to_owned()))
        }
    }
}
