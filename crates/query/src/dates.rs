//! The date dimension.
//!
//! Almost every date is one day that the source does not doubt, and statements stand in the order of their
//! days. So a stretch of time is a range of statements, found by bisection. The others, *exceptions*, are asked
//! one by one; when the stretch moves, only those are asked again that begin or end where it moved.

use crate::marks::{self, Marks};
use crate::order::{ascending, sort};
use crate::{Answer, DateClause};
use index::{Packed, Span};
use std::ops::Range;

/// Stands for what is more than one undoubted interval.
const SPECIAL: (i32, i32) = (i32::MAX, i32::MIN);

/// Days in order, and the exceptions.
#[derive(Debug)]
pub struct Dates {
    /// Days that never fall, each with the first statement of it; an exception counts as of the day before it.
    runs: Vec<(i32, u32)>,
    rows: u32,
    /// Statements that are not dated by one undoubted day, or stand out of order.
    pub exceptions: Vec<u32>,
    /// First and last day of each exception that is one undoubted interval; for others a stretch that cannot be.
    bounds: Vec<(i32, i32)>,
    /// The exceptions as a bitmap.
    pub exceptional: Vec<u64>,
    /// Every beginning and end of an exception, with its statement, in order of days.
    edges: Vec<u64>,
    /// Statements without a date; empty where there is none.
    pub undated: Vec<u64>,
}

impl Dates {
    /// Reads the dates of all statements.
    pub fn new(dates: &Packed<Span>) -> Self {
        let mut runs: Vec<(i32, u32)> = Vec::new();
        let (mut exceptions, mut edges, mut last) = (Vec::new(), Vec::new(), i32::MIN);
        let (mut undated, mut bounds) = (Vec::new(), Vec::new());
        let mut exceptional = vec![0; marks::words(dates.len())];
        let mut row = 0;
        dates.each(&mut |spans| {
            match spans {
                [span] if span.is_day() && !span.qualified && span.low() >= last => last = span.low(),
                _ => {
                    exceptions.push(row);
                    bounds.push(match spans {
                        [span] if !span.qualified => (span.low(), span.high()),
                        _ => SPECIAL,
                    });
                    marks::set(&mut exceptional, row);
                    let edge = |day: i32| ascending(day) << 32 | u64::from(row);
                    edges.extend(spans.iter().flat_map(|span| [edge(span.low()), edge(span.high())]));
                }
            }
            if spans.is_empty() {
                undated.resize(marks::words(dates.len()), 0);
                marks::set(&mut undated, row);
            }
            if runs.last().is_none_or(|(day, _)| *day < last) {
                runs.push((last, row));
            }
            row += 1;
        });
        sort(&mut edges);
        let rows = dates.len() as u32;
        Self { runs, rows, exceptions, bounds, exceptional, edges, undated }
    }

    /// The statements, exceptions aside, that are dated within a stretch.
    pub fn within(&self, from: i32, to: i32) -> Range<u32> {
        let row = |run: usize| self.runs.get(run).map_or(self.rows, |(_, row)| *row);
        let start = row(self.runs.partition_point(|(day, _)| *day < from));
        let end = row(self.runs.partition_point(|(day, _)| *day <= to));
        start..end.max(start)
    }

    /// The answer of every statement to a clause.
    pub fn answers(&self, clause: &DateClause, dates: &Packed<Span>) -> Marks {
        let mut marks = Marks::none(self.rows as usize);
        let range = window(clause).map_or(0..0, |window| self.within(window.low(), window.high()));
        let range = if clause.is_empty() { 0..self.rows } else { range };
        marks.mark(0..marks.yes.len() as u32, &range, &self.exceptional);
        let window = window(clause).map(|window| (window.low(), window.high()));
        for (&row, &bounds) in self.exceptions.iter().zip(&self.bounds) {
            let answer = match window {
                Some((from, to)) if bounds != SPECIAL => match bounds {
                    (low, high) if from <= low && high <= to => Answer::Match,
                    (low, high) if low <= to && from <= high => Answer::MayMatch,
                    _ => Answer::No,
                },
                _ => answer(&dates.get(row as usize), clause),
            };
            if answer == Answer::Match {
                marks::set(&mut marks.yes, row);
            }
            if answer.is_shown() {
                marks::set(&mut marks.some, row);
            }
        }
        marks
    }

    /// Turns the answers to one clause into those to another, and says which words may have changed; nothing
    /// where the clauses are not alike enough for that.
    pub fn step(
        &self,
        from: &DateClause,
        to: &DateClause,
        dates: &Packed<Span>,
        marks: &mut Marks,
    ) -> Option<Vec<u32>> {
        let (old, new) = (window(from)?, window(to)?);
        if from.undated != to.undated {
            return None;
        }
        let (before, after) = (self.within(old.low(), old.high()), self.within(new.low(), new.high()));
        let starts = before.start.min(after.start)..before.start.max(after.start);
        let ends = before.end.min(after.end)..before.end.max(after.end);
        // A beginning counts from its day on, an end up to and with its day.
        let edge = |day: i32, shift| self.edges.partition_point(|&edge| edge >> 32 < ascending(day) + shift);
        let edges = |a: i32, b: i32, shift| edge(a.min(b), shift)..edge(a.max(b), shift);
        let (begins, finishes) = (edges(old.low(), new.low(), 0), edges(old.high(), new.high(), 1));
        // Of much, it is quicker to ask all anew.
        let work = (starts.len() + ends.len()) / 64 + begins.len() + finishes.len();
        if work * 8 > marks.yes.len() {
            return None;
        }
        let mut touched = vec![0u64; marks::words(marks.yes.len())];
        for range in [starts, ends].into_iter().filter(|range| !range.is_empty()) {
            let words = range.start / 64..(range.end - 1) / 64 + 1;
            marks.mark(words.clone(), &after, &self.exceptional);
            words.for_each(|word| marks::set(&mut touched, word));
        }
        for edges in [begins, finishes] {
            for &edge in self.edges.get(edges).unwrap_or_default() {
                let row = edge as u32;
                marks.put(row as usize, answer(&dates.get(row as usize), to));
                marks::set(&mut touched, row / 64);
            }
        }
        Some(marks::rows_in(&touched).collect())
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
