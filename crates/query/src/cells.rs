//! The histogram's cells, and which of them each statement's date falls into.
//!
//! Cells depend on the corpus alone, so that they stand still while a reader moves the dates. Statements of one
//! undoubted day stand in order, so a cell is a range of them and its count the number of bits in that range.
//! The exceptions' dates answer to every cell as if the cell were the date clause; those answers are segments
//! over cells, added up by their borders.

use crate::dates::Dates;
use crate::marks::{Marks, has, span};
use crate::segment::{Segment, best};
use crate::{Answer, Cell, Counts, Histogram, Unit};
use index::{Day, Lists, Packed, Span};

/// The most cells that a finer unit may give.
const MOST: usize = 400;

/// Cells, and the statements' answers to them.
#[derive(Debug)]
pub struct Cells {
    unit: Unit,
    days: Vec<(Day, Day)>,
    /// The statement after each cell's last, exceptions aside.
    ends: Vec<u32>,
    /// What each dated exception answers, by its place among [`Dates::exceptions`].
    segments: Lists<Segment>,
}

impl Cells {
    /// Lays cells over the corpus's finite bounds.
    pub fn new(dated: &Dates, dates: &Packed<Span>) -> Self {
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for day in dates.values().flat_map(|span| [span.from, span.to]).flatten() {
            (first, last) = (first.min(day.0), last.max(day.0));
        }
        let (unit, days) = if first <= last { lay(Day(first), Day(last)) } else { (Unit::Day, Vec::new()) };
        let ends = days.iter().map(|(_, last)| dated.within(i32::MIN, last.0).end).collect();
        let mut segments = Lists::default();
        for &row in &dated.exceptions {
            segments.push(answers(&dates.get(row as usize), &days));
        }
        Self { unit, days, ends, segments }
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// The counts of all cells, given the statements' answers to all clauses but the date's.
    pub fn count(&self, dated: &Dates, others: &Marks) -> Vec<Counts> {
        // What each cell has more than the one before it, wrapping below zero.
        let mut steps = vec![(0u32, 0u32); self.len() + 1];
        for (at, &row) in dated.exceptions.iter().enumerate() {
            let sure = has(&others.yes, row as usize);
            if !has(&others.some, row as usize) {
                continue;
            }
            for segment in self.segments.get(at) {
                let matching = u32::from(sure && segment.answer == Answer::Match);
                for (cell, turn) in [(segment.start, 1u32), (segment.end, u32::MAX)] {
                    let Some(step) = steps.get_mut(cell as usize) else { continue };
                    step.0 = step.0.wrapping_add(turn.wrapping_mul(matching));
                    step.1 = step.1.wrapping_add(turn.wrapping_mul(1 - matching));
                }
            }
        }
        let (mut counts, mut start, mut now) = (Vec::with_capacity(self.len()), 0, (0u32, 0u32));
        for (&end, step) in self.ends.iter().zip(&steps) {
            let regular = regular(dated, others, start, end);
            now = (now.0.wrapping_add(step.0), now.1.wrapping_add(step.1));
            counts.push(Counts {
                matching: regular.matching.wrapping_add(now.0),
                may_match: regular.may_match.wrapping_add(now.1),
            });
            start = end;
        }
        counts
    }

    /// The histogram with these counts.
    pub fn histogram(&self, counts: &mut dyn Iterator<Item = Counts>) -> Histogram {
        let cell = |(&(from, to), counts): (&(Day, Day), Counts)| Cell { from, to, counts };
        Histogram { unit: self.unit, cells: self.days.iter().zip(counts).map(cell).collect() }
    }
}

/// The statements from `start` to `end`, exceptions aside.
fn regular(dated: &Dates, others: &Marks, start: u32, end: u32) -> Counts {
    let range = start..end;
    let mut counts = Counts::default();
    if start >= end {
        return counts;
    }
    for word in start / 64..=(end - 1) / 64 {
        let (yes, some) = others.word(word as usize);
        let inside = span(&range, word) & !dated.exceptional.get(word as usize).copied().unwrap_or(0);
        counts.matching += (yes & inside).count_ones();
        counts.may_match += (some & !yes & inside).count_ones();
    }
    counts
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

/// What a date answers to the cells.
fn answers(spans: &[Span], days: &[(Day, Day)]) -> Vec<Segment> {
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
