//! Two selections side by side, value by value.

use crate::{Answers, Counts, Dimension, Engine, Selection, Value, Wants};

/// A value with its counts under two selections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The value.
    pub value: Value,
    /// Under the first selection: statements of it that have the value.
    pub first: Counts,
    /// Under the second.
    pub second: Counts,
}

/// Two selections, dimension by dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// All statements of each.
    pub totals: (Counts, Counts),
    /// Statements in both.
    pub shared: u32,
    /// The dimensions with a facet; values in neither selection are absent. The largest differences come first.
    pub facets: Vec<(Dimension, Vec<Pair>)>,
}

impl Engine {
    /// Compares two selections. A value is counted within each: a clause of its own dimension holds here too.
    pub fn compare(&self, first: &Selection, second: &Selection) -> Comparison {
        let wants = Wants { facets: true, histogram: false, rows: true };
        let (a, b) = (self.beside(first, wants), self.beside(second, wants));
        let both = |dimension: Dimension| (dimension, self.pairs(dimension, (first, &a), (second, &b)));
        Comparison {
            totals: (a.counts, b.counts),
            shared: shared(&a, &b),
            facets: Dimension::FACETS.map(both).into_iter().filter(|(_, pairs)| !pairs.is_empty()).collect(),
        }
    }

    /// Answers beside the page's own question.
    fn beside(&self, selection: &Selection, wants: Wants) -> Answers {
        let mut view = crate::View::default();
        view.turn(self, selection, wants);
        view.answers(self, selection, wants)
    }

    fn pairs(
        &self,
        dimension: Dimension,
        first: (&Selection, &Answers),
        second: (&Selection, &Answers),
    ) -> Vec<Pair> {
        let (a, b) = (self.within(dimension, first), self.within(dimension, second));
        let pair =
            |(a, b): (&(Value, Counts), &(Value, Counts))| Pair { value: a.0, first: a.1, second: b.1 };
        let mut pairs: Vec<Pair> =
            a.iter().zip(&b).map(pair).filter(|pair| pair.first.shown() + pair.second.shown() > 0).collect();
        index::order::sort_by_key(&mut pairs, |pair| {
            std::cmp::Reverse(pair.first.shown().abs_diff(pair.second.shown()))
        });
        pairs
    }

    /// Each value's counts among the statements that a selection shows.
    fn within(
        &self,
        dimension: Dimension,
        (selection, answers): (&Selection, &Answers),
    ) -> Vec<(Value, Counts)> {
        let rows = answers.facets.of(dimension);
        let own = selection.clause(dimension).is_some_and(|clause| !clause.is_empty());
        if !own {
            return rows.iter().map(|row| (row.value, row.counts)).collect();
        }
        // A facet is counted without its own clause; here what the clause rules out is not there.
        let Some((facet, _)) = self.column(dimension, selection) else { return Vec::new() };
        let count = |value: Value| {
            let mut counts = Counts::default();
            for &(row, answer) in &answers.rows {
                match answer.min(facet.answer(row as usize, value)) {
                    crate::Answer::MayMatch if selection.matches_only => {}
                    answer => counts.add(answer),
                }
            }
            counts
        };
        rows.iter().map(|row| (row.value, count(row.value))).collect()
    }
}

/// Statements that both selections show; both lists are upward.
fn shared(a: &Answers, b: &Answers) -> u32 {
    let mut others = b.rows.iter().map(|row| row.0).peekable();
    let mut count = 0;
    for &(row, _) in &a.rows {
        while others.next_if(|&other| other < row).is_some() {}
        count += u32::from(others.next_if_eq(&row).is_some());
    }
    count
}
