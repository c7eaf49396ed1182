//! Odd rows: kept as they stand, but reported by line with a reason.

use crate::diagnostic::{Diagnostics, Origin};
use std::collections::BTreeMap;

/// How many rows of a table are reported one by one for the same reason.
const SHOWN: u32 = 500;

/// What was odd in one table, and how often.
#[derive(Default)]
pub(super) struct Odd {
    counts: BTreeMap<&'static str, u32>,
}

impl Odd {
    /// Reports a row; `reason` names the sort, `what` says what is odd in this row.
    pub fn row(
        &mut self,
        reason: &'static str,
        origin: &Origin,
        what: impl Into<String>,
        remedy: &str,
        diagnostics: &mut Diagnostics,
    ) {
        let count = self.counts.entry(reason).or_default();
        *count += 1;
        if *count <= SHOWN {
            diagnostics.note(origin, what, remedy);
        }
    }

    /// Says how many rows were not reported one by one; gives the reasons with their counts.
    pub fn finish(self, table: &Origin, diagnostics: &mut Diagnostics) -> Vec<(String, u32)> {
        for (reason, count) in self.counts.iter().filter(|(_, count)| **count > SHOWN) {
            let what = format!("{} more rows are odd: {reason}", count - SHOWN);
            diagnostics.note(table, what, format!("The first {SHOWN} are listed above"));
        }
        self.counts.into_iter().map(|(reason, count)| (reason.to_owned(), count)).collect()
    }
}
