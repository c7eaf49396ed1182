//! The histogram's cells, and which of them each statement's date falls into.
//!
//! Cells depend on the corpus alone, so that they stand still while a reader moves the dates. A statement's
//! date answers to every cell as if the cell were the date clause; those answers are a [`Column`] over cells
//! instead of a table's entries, and are counted by the same code as a facet.

use crate::profile::Column;
use crate::segment::{Segment, best};
use crate::{Answer, Cell, Counts, Histogram, Unit};
use index::{Day, Lists, Span};
use std::collections::HashMap;
use std::sync::Arc;

/// The most cells that a finer unit may give.
const MOST: usize = 400;

/// Cells, and the statements' answers to them.
#[derive(Debug)]
pub struct Cells {
    unit: Unit,
    days: Vec<(Day, Day)>,
    column: Column,
}

impl Cells {
    /// Lays cells over the corpus's finite bounds.
    pub fn new(dates: &Lists<Span>) -> Self {
        let bounds = || dates.values.iter().flat_map(|span| [span.from, span.to]).flatten();
        let (unit, days) = match (bounds().min(), bounds().max()) {
            (Some(first), Some(last)) => lay(first, last),
            _ => (Unit::Day, Vec::new()),
        };
        let column = answers(dates, &days);
        Self { unit, days, column }
    }

    /// The histogram, given the statements' answers to all clauses but the date's.
    pub fn count(&self, others: &[Answer], matches_only: bool) -> Histogram {
        let counts = self.column.count(others, self.days.len() as u32, matches_only);
        let cell = |(&(from, to), counts): (&(Day, Day), Counts)| Cell { from, to, counts };
        Histogram { unit: self.unit, cells: self.days.iter().zip(counts).map(cell).collect() }
    }
}

/// The finest cells that are few enough; years however many.
fn lay(first: Day, last: Day) -> (Unit, Vec<(Day, Day)>) {
    let fits = |unit| cells(unit, first, last).take(MOST + 1).count() <= MOST;
    let unit = [Unit::Day, Unit::Month].into_iter().find(|&unit| fits(unit)).unwrap_or(Unit::Year);
    (unit, cells(unit, first, last).collect())
}

fn cells(unit: Unit, first: Day, last: Day) -> impl Iterator<Item = (Day, Day)> {
    let start = match unit {
        Unit::Day => first,
        Unit::Month => first.month_start(),
        Unit::Year => first.year_start(),
    };
    let end = move |start: Day| match unit {
        Unit::Day => start,
        Unit::Month => start.month_end(),
        Unit::Year => start.year_end(),
    };
    let next = move |&(_, end_of_last): &(Day, Day)| {
        let start = Day(end_of_last.0 + 1);
        (start <= last).then(|| (start, end(start)))
    };
    std::iter::successors(Some((start, end(start))), next)
}

/// What each statement's date answers to the cells.
fn answers(dates: &Lists<Span>, days: &[(Day, Day)]) -> Column {
    let mut known: HashMap<Vec<Segment>, u32> = HashMap::new();
    let mut column = Column::new(Arc::default());
    let mut of_row = Vec::with_capacity(dates.len());
    for spans in dates.iter() {
        let next = known.len() as u32;
        of_row.push(*known.entry(segments(spans, days)).or_insert_with_key(|segments| {
            column.push_segments(segments);
            next
        }));
    }
    column.of_row = Arc::new(of_row);
    column
}

fn segments(spans: &[Span], days: &[(Day, Day)]) -> Vec<Segment> {
    let touched: Vec<Segment> = spans.iter().filter_map(|span| touched(span, days)).collect();
    let [one] = best(&touched).try_into().unwrap_or([Segment { start: 0, end: 0, answer: Answer::No }]);
    let sure = spans.iter().all(|span| span.from.is_some() && span.to.is_some() && !span.qualified);
    if sure && one.end == one.start + 1 {
        return vec![Segment { answer: Answer::Match, ..one }];
    }
    best(&touched)
}

/// The cells that an interval overlaps.
fn touched(span: &Span, days: &[(Day, Day)]) -> Option<Segment> {
    let start = days.partition_point(|(_, last)| last.0 < span.low()) as u32;
    let end = days.partition_point(|(first, _)| first.0 <= span.high()) as u32;
    (start < end).then_some(Segment { start, end, answer: Answer::MayMatch })
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::date::parse_edtf;

    fn check(first: &str, last: &str, expect: &str) {
        let day = |text: &str| parse_edtf(text).ok().and_then(|spans| spans[0].from).unwrap_or_default();
        let (unit, days) = lay(day(first), day(last));
        let (from, to) = (days[0].0, days[days.len() - 1].1);
        assert_eq!(format!("{} {unit:?} {from} {to}", days.len()), expect);
        assert!(days.windows(2).all(|pair| pair[0].1.plus(1) == pair[1].0));
    }

    #[test]
    fn the_finest_unit_that_gives_at_most_400() {
        check("2020-02-27", "2020-02-27", "1 Day 2020-02-27 2020-02-27");
        check("2019-01-28", "2020-03-02", "400 Day 2019-01-28 2020-03-02");
        check("2019-01-27", "2020-03-02", "15 Month 2019-01-01 2020-03-31");
        check("1990-12-31", "2024-03-02", "400 Month 1990-12-01 2024-03-31");
        check("1990-11-30", "2024-03-02", "35 Year 1990-01-01 2024-12-31");
        check("-0100-01-01", "2024-03-02", "2125 Year -0100-01-01 2024-12-31");
    }
}
