//! What is odd in a row of UCDP GED: kept as it stands, and reported.

use super::super::odd::Odd;
use super::row::{GedRow, parse_day};
use crate::diagnostic::Diagnostics;
use crate::table::Row;
use index::Day;

const KEEP: &str = "Nothing needs to be done if the publisher of the table has them so";

/// Reports what is odd.
pub(super) fn report(event: &GedRow, row: &Row, odd: &mut Odd, diagnostics: &mut Diagnostics) {
    if ![event.low, event.best, event.high].iter().flatten().is_sorted() {
        let what = "The numbers are not in the order low, best, high; they are kept as they stand";
        odd.row("low, best, high not in order", &row.origin, what, KEEP, diagnostics);
    }
    if let Some(newest) = newest_source(event.source_dates).filter(|&newest| newest < event.first) {
        let what = format!(
            "Its newest source is of {newest}, before the event begins on {}; both are kept as they stand",
            event.first
        );
        odd.row("a source older than its event", &row.origin, what, KEEP, diagnostics);
    }
}

fn newest_source(cell: &str) -> Option<Day> {
    if cell.is_empty() { None } else { cell.split(';').filter_map(|date| parse_day(date.trim())).max() }
}
