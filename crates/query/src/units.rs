//! Reports as units: which statements stand together when clauses may hold anywhere in the same report.

use crate::Answer;
use index::Corpus;
use std::collections::HashMap;

/// Which unit each statement belongs to.
#[derive(Debug)]
pub struct Units {
    of_row: Vec<u32>,
    count: usize,
}

impl Units {
    /// Statements of one report are a unit; a statement of no report, or of a table, is its own.
    pub fn new(corpus: &Corpus) -> Self {
        let mut known: HashMap<u32, u32> = HashMap::new();
        let mut count = 0;
        let mut next = || {
            count += 1;
            count - 1
        };
        let is_text = |report: u32| corpus.reports.get(report as usize).is_some_and(|report| !report.table);
        let of_row = (corpus.statements.reports.iter())
            .map(
                |&report| {
                    if is_text(report) { *known.entry(report).or_insert_with(&mut next) } else { next() }
                },
            )
            .collect();
        Self { of_row, count: count as usize }
    }

    /// Whether no unit has more than one statement.
    pub fn are_single(&self) -> bool {
        self.count == self.of_row.len()
    }

    /// The units of all statements.
    pub fn of_row(&self) -> &[u32] {
        &self.of_row
    }

    /// How many units there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Gives each statement the best answer of its unit.
    pub fn lift(&self, answers: &[Answer]) -> Vec<Answer> {
        let mut best = vec![Answer::No; self.count];
        for (&unit, &answer) in self.of_row.iter().zip(answers) {
            let best = &mut best[unit as usize];
            *best = (*best).max(answer);
        }
        self.of_row.iter().map(|&unit| best[unit as usize]).collect()
    }
}
