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
        |value| str::split(value, '|').map(str::trim).filter(|part| !part.is_empty()).collect();
    cell.split(';').map(alternatives).filter(|value: &Vec<&str>| !value.is_empty())
}

/// The actors of a cell, by value and alternative; [`NONE`] where the source does not name one.
///
/// # Errors
/// Where an actor is not known, or several bear the name.
pub(crate) fn actors(cell: &str, register: &Register) -> Result<Vec<Vec<u32>>, Fault> {
    let one = |text: &str| {
        if text == UNNAMED { Ok(NONE) } else { register.find(text, "actor", crate::actors::FILE) }
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
            let place = register.find(name, "place", places::FILE)?;
            entries.push(PlaceEntry { place, precision, group });
        }
    }
    Ok(entries)
}

fn precision(text: &str) -> Result<(&str, Precision), Fault> {
    match text.rsplit_once('@') {
        None => Ok((text, Precision::Within)),
        Some((name, "exact")) => Ok((name.trim_end(), Precision::Exact)),
        Some((name, "near")) => Ok((name.trim_end(), Precision::Near)),
        Some((_, other)) => {
            let what = format!("“@{}” is not a precision", crate::table::shown(other));
            Err((what, "Write @exact, @near, or nothing for somewhere in the place".to_owned()))
        }
    }
}
