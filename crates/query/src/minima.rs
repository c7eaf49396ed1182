//! The worst answer over all clauses, and over all clauses but one.

use crate::{Answer, Counts, Dimension};

/// Worst answers per statement.
#[derive(Debug)]
pub struct Minima {
    all: Vec<Answer>,
    /// Per dimension, the worst answer over the others; empty where the dimension has no clause.
    without: [Vec<Answer>; 7],
}

impl Minima {
    /// From the answers to each clause; a dimension without a clause restricts nothing.
    pub fn new(rows: usize, answers: &[Option<Vec<Answer>>; 7]) -> Self {
        let mut without: [Vec<Answer>; 7] = Default::default();
        // Forward: what the clauses before leave; backward: and what those after leave.
        let mut before = vec![Answer::Match; rows];
        for (without, answers) in without.iter_mut().zip(answers) {
            if let Some(answers) = answers {
                without.clone_from(&before);
                lower(&mut before, answers);
            }
        }
        let mut after = vec![Answer::Match; rows];
        for (without, answers) in without.iter_mut().zip(answers).rev() {
            if let Some(answers) = answers {
                lower(without, &after);
                lower(&mut after, answers);
            }
        }
        Self { all: before, without }
    }

    /// The answers under all clauses.
    pub fn all(&self) -> &[Answer] {
        &self.all
    }

    /// The answers under all clauses but one.
    pub fn without(&self, dimension: Dimension) -> &[Answer] {
        match &self.without[dimension as usize] {
            without if without.len() == self.all.len() => without,
            _ => &self.all,
        }
    }
}

fn lower(answers: &mut [Answer], others: &[Answer]) {
    for (answer, &other) in answers.iter_mut().zip(others) {
        *answer = (*answer).min(other);
    }
}

/// How many statements match, and may match.
pub fn tally(answers: &[Answer]) -> Counts {
    let count = |wanted: Answer| answers.iter().filter(|&&answer| answer == wanted).count() as u32;
    Counts { matching: count(Answer::Match), may_match: count(Answer::MayMatch) }
}
