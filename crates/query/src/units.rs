//! Reports as units: which statements stand together when clauses may hold anywhere in the same report.

use crate::marks::{Marks, rows_in, set};
use index::{Corpus, NONE};

/// Which unit each statement belongs to.
#[derive(Debug)]
pub struct Units {
    /// Empty where every statement is a unit of its own.
    of_row: Vec<u32>,
    count: usize,
}

impl Units {
    /// Statements of one report are a unit; a statement of no report, or of a table, is its own.
    pub fn new(corpus: &Corpus) -> Self {
        let is_text = |report: u32| corpus.reports.get(report as usize).is_some_and(|report| !report.table);
        let mut seen = vec![false; corpus.reports.len()];
        let repeats = |report: &u32| {
            is_text(*report)
                && seen.get_mut(*report as usize).is_some_and(|seen| std::mem::replace(seen, true))
        };
        if !corpus.statements.reports.iter().any(repeats) {
            return Self { of_row: Vec::new(), count: corpus.statements.len() };
        }
        let mut known = vec![NONE; corpus.reports.len()];
        let mut count = 0;
        let mut next = || {
            count += 1;
            count - 1
        };
        let mut of_row = Vec::with_capacity(corpus.statements.len());
        for &report in &corpus.statements.reports {
            of_row.push(match known.get_mut(report as usize) {
                Some(unit) if is_text(report) => {
                    if *unit == NONE {
                        *unit = next();
                    }
                    *unit
                }
                _ => next(),
            });
        }
        Self { of_row, count: count as usize }
    }

    /// Whether no unit has more than one statement.
    pub fn are_single(&self) -> bool {
        self.of_row.is_empty()
    }

    /// The units of all statements; empty where each is its own.
    pub fn of_row(&self) -> &[u32] {
        &self.of_row
    }

    /// How many units there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Gives each statement the best answer of its unit.
    pub fn lift(&self, marks: &Marks) -> Marks {
        Marks { yes: self.lift_bits(&marks.yes), some: self.lift_bits(&marks.some) }
    }

    fn lift_bits(&self, bits: &[u64]) -> Vec<u64> {
        let mut held = vec![false; self.count];
        for row in rows_in(bits) {
            if let Some(held) = self.of_row.get(row as usize).and_then(|&unit| held.get_mut(unit as usize)) {
                *held = true;
            }
        }
        let mut lifted = vec![0; bits.len()];
        for (row, &unit) in (0..).zip(&self.of_row) {
            if held.get(unit as usize) == Some(&true) {
                set(&mut lifted, row);
            }
        }
        lifted
    }
}
