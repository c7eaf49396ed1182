//! Which rows of a facet are on the screen.

use super::order::Row;

/// How many rows a group shows at first.
pub const FIRST: usize = 12;

/// How many more each step shows.
pub const STEP: usize = 100;

/// What decides which rows are seen.
pub struct Ask<'a> {
    /// How many rows beside the pinned ones; none: the group is folded up.
    pub limit: usize,
    /// Rows that are seen whatever else: chosen and excluded ones.
    pub pinned: &'a dyn Fn(&Row) -> bool,
    /// Rows that a search inside the group finds; nothing without a search.
    pub found: Option<&'a dyn Fn(usize) -> bool>,
}

/// The positions of the rows to show, in order: the most frequent of those found, with all above them, and
/// the pinned ones. Without a search the missing value, which stands last, is always among them.
pub fn visible(rows: &[Row], ranked: &[usize], ask: &Ask) -> Vec<usize> {
    let mut seen = Seen { rows, marks: vec![false; rows.len()], count: 0 };
    let found = |at: usize| ask.found.is_none_or(|found| found(at));
    for at in ranked.iter().copied().filter(|&at| found(at)) {
        if seen.count >= ask.limit {
            break;
        }
        seen.mark_with_parents(at);
    }
    for (at, row) in rows.iter().enumerate() {
        let last = at + 1 == rows.len() && ask.found.is_none() && ask.limit > 0;
        if last || (ask.pinned)(row) {
            seen.mark(at);
        }
    }
    seen.marks.iter().enumerate().filter(|(_, mark)| **mark).map(|(at, _)| at).collect()
}

/// How many rows a group shows before anything is asked for: the first dozen of those that occur at all.
pub fn first_limit(rows: &[Row]) -> usize {
    rows.iter().filter(|row| row.counts.shown() > 0).count().clamp(1, FIRST)
}

struct Seen<'a> {
    rows: &'a [Row],
    marks: Vec<bool>,
    count: usize,
}

impl Seen<'_> {
    /// Marks a row; whether it was not marked before.
    fn mark(&mut self, at: usize) -> bool {
        match self.marks.get_mut(at) {
            Some(mark) if !*mark => {
                *mark = true;
                self.count += 1;
                true
            }
            _ => false,
        }
    }

    fn mark_with_parents(&mut self, at: usize) {
        let mut next = Some(at);
        while let Some(at) = next.filter(|&at| self.mark(at)) {
            next = self.rows.get(at).and_then(|row| row.parent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::order::by_rank;
    use super::*;
    use query::Counts;

    /// Two trees and the missing value: 0 > 1 > 2, 3 > 4, 5.
    fn rows() -> Vec<Row> {
        let row = |slot, parent, matching, may_match| Row {
            slot,
            parent,
            counts: Counts { matching, may_match },
            ..Row::default()
        };
        vec![
            row(0, None, 9, 0),
            row(1, Some(0), 2, 0),
            row(2, Some(1), 2, 5),
            row(3, None, 4, 0),
            row(4, Some(3), 0, 0),
            row(5, None, 0, 0),
        ]
    }

    fn check(limit: usize, pinned: &[u32], found: Option<&[usize]>, expect: &[usize]) {
        let rows = rows();
        let hit = |at: usize| found.is_some_and(|found| found.contains(&at));
        let ask = Ask {
            limit,
            pinned: &|row| pinned.contains(&row.slot),
            found: found.is_some().then_some(&hit as &dyn Fn(usize) -> bool),
        };
        assert_eq!(visible(&rows, &by_rank(&rows), &ask), expect);
    }

    #[test]
    fn the_most_frequent_rows_with_all_above_them() {
        check(1, &[], None, &[0, 5]);
        check(2, &[], None, &[0, 3, 5]);
        // The third by rank is the grandchild, which brings its parent.
        check(3, &[], None, &[0, 1, 2, 3, 5]);
        check(99, &[], None, &[0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn chosen_rows_stay_even_in_a_folded_group() {
        check(0, &[4], None, &[4]);
        check(1, &[4], None, &[0, 4, 5]);
        check(9, &[4], Some(&[1]), &[0, 1, 4]);
    }

    #[test]
    fn what_is_not_found_is_not_seen() {
        check(9, &[], Some(&[]), &[]);
        check(9, &[], Some(&[4]), &[3, 4]);
    }

    #[test]
    fn rows_that_never_occur_wait_for_the_next_step() {
        assert_eq!(first_limit(&rows()), 4);
        assert_eq!(first_limit(&[]), 1);
    }
}
