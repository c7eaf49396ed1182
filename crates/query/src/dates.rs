//! The date dimension.
//!
//! Almost every date is one interval that the source does not doubt. Those are two columns of numbers and two
//! comparisons a statement; the few others take the slow way over their intervals.

use crate::{Answer, DateClause};
use index::{Lists, Span};

/// Dates, column by column.
#[derive(Debug)]
pub struct Dates {
    low: Vec<i32>,
    high: Vec<i32>,
    sort: Vec<Sort>,
}

/// How a statement is dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Not at all.
    Undated,
    /// By one interval that the source does not doubt.
    Plain,
    /// By several intervals, or a doubted one.
    Special,
}

impl Dates {
    /// Reads the dates of all statements.
    pub fn new(dates: &Lists<Span>) -> Self {
        let low = dates.iter().map(|spans| spans.iter().map(Span::low).min().unwrap_or(i32::MAX));
        let high = dates.iter().map(|spans| spans.iter().map(Span::high).max().unwrap_or(i32::MIN));
        let sort = dates.iter().map(|spans| match spans {
            [] => Sort::Undated,
            [span] if !span.qualified => Sort::Plain,
            _ => Sort::Special,
        });
        Self { low: low.collect(), high: high.collect(), sort: sort.collect() }
    }

    /// Whether a statement has no date.
    pub fn is_undated(&self, row: usize) -> bool {
        self.sort.get(row).is_none_or(|&sort| sort == Sort::Undated)
    }

    /// The answer of every statement to a clause.
    pub fn answers(&self, clause: &DateClause, dates: &Lists<Span>) -> Vec<Answer> {
        let undated = if clause.undated { Answer::Match } else { Answer::No };
        let Some(window) = window(clause) else {
            let dated = if clause.is_empty() { Answer::Match } else { Answer::No };
            let undated = undated.max(dated);
            return self
                .sort
                .iter()
                .map(|&sort| if sort == Sort::Undated { undated } else { dated })
                .collect();
        };
        let (from, to) = (window.low(), window.high());
        let plain = |low: i32, high: i32| match () {
            () if from <= low && high <= to => Answer::Match,
            () if low <= to && from <= high => Answer::MayMatch,
            () => Answer::No,
        };
        let rows = self.sort.iter().zip(self.low.iter().zip(&self.high)).enumerate();
        rows.map(|(row, (sort, (&low, &high)))| match sort {
            Sort::Undated => undated,
            Sort::Plain => plain(low, high),
            Sort::Special => dated(dates.get(row), &window),
        })
        .collect()
    }
}

/// The answer of one statement to a clause.
pub fn answer(spans: &[Span], clause: &DateClause) -> Answer {
    match window(clause) {
        _ if clause.is_empty() => Answer::Match,
        _ if spans.is_empty() => {
            if clause.undated {
                Answer::Match
            } else {
                Answer::No
            }
        }
        Some(window) => dated(spans, &window),
        None => Answer::No,
    }
}

/// The stretch that a clause asks for; nothing where it asks for none, or for one that ends before it begins.
pub fn window(clause: &DateClause) -> Option<Span> {
    let window = Span { from: clause.from, to: clause.to, qualified: false };
    let asked = clause.from.is_some() || clause.to.is_some();
    (asked && window.low() <= window.high()).then_some(window)
}

fn dated(spans: &[Span], window: &Span) -> Answer {
    if spans.iter().all(|span| span.lies_in(window) && !span.qualified) {
        Answer::Match
    } else if spans.iter().any(|span| span.overlaps(window)) {
        Answer::MayMatch
    } else {
        Answer::No
    }
}
