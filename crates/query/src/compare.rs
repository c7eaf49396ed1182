//! Two selections side by side, value by value.

use crate::{Answer, Answers, Counts, Dimension, Engine, Selection, Value, Wants};

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
            shared: in_both(a.rows.iter(), b.rows.iter()).count() as u32,
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
        let count = |value: Value| {
            let mut counts = Counts::default();
            self.having(selection, dimension, value, answers.rows.iter(), &mut |(_, answer)| {
                counts.add(answer);
            });
            (value, counts)
        };
        rows.iter().map(|row| count(row.value)).collect()
    }

    /// The statements of a selection that have a value, as a comparison counts them.
    pub fn behind_value(
        &self,
        selection: &Selection,
        dimension: Dimension,
        value: Value,
    ) -> Vec<(u32, Answer)> {
        let mut rows = Vec::new();
        let shown = self.rows_shown(selection);
        self.having(selection, dimension, value, shown.iter(), &mut |row| rows.push(row));
        rows
    }

    /// Those of some statements that have a value, or whose report does where reports answer as wholes.
    fn having(
        &self,
        selection: &Selection,
        dimension: Dimension,
        value: Value,
        rows: impl Iterator<Item = (u32, Answer)>,
        take: &mut dyn FnMut((u32, Answer)),
    ) {
        let Some((facet, column)) = self.column(dimension, selection) else { return };
        let Some(slot) = facet.tree.slot_of(value) else { return };
        let answered = rows.map(|(row, answer)| (row, answer.min(column.answer(row as usize, slot))));
        answered.filter(|(_, answer)| selection.shows(*answer)).for_each(take);
    }

    /// The statements that two selections show, each with the worse of its answers.
    pub fn behind_both(&self, first: &Selection, second: &Selection) -> Vec<(u32, Answer)> {
        let (a, b) = (self.rows_shown(first), self.rows_shown(second));
        in_both(a.iter(), b.iter()).map(|(row, first, second)| (row, first.min(second))).collect()
    }
}

/// Statements of two lists with both answers; both lists are upward.
fn in_both(
    a: impl Iterator<Item = (u32, Answer)>,
    b: impl Iterator<Item = (u32, Answer)>,
) -> impl Iterator<Item = (u32, Answer, Answer)> {
    let mut others = b.peekable();
    a.filter_map(move |(row, answer)| {
        while others.next_if(|other| other.0 < row).is_some() {}
        others.next_if(|other| other.0 == row).map(|other| (row, answer, other.1))
    })
}
