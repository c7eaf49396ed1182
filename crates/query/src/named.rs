//! Which entry each statement names on one side of a matrix, to count a million of them while one waits.

use index::{Corpus, NONE};

/// One entry per statement, [`NONE`], or [`SEVERAL`] where the statement has to be asked.
#[derive(Debug, Default)]
pub struct Named {
    of_row: Vec<u32>,
}

/// Stands for more than one entry. No table is as long.
const SEVERAL: u32 = NONE - 1;

impl Named {
    /// Collects what the statements name: `each` shows the entries of every statement, in order.
    pub fn of(corpus: &Corpus, each: impl FnOnce(&mut dyn FnMut(&mut dyn Iterator<Item = u32>))) -> Self {
        let mut of_row = Vec::with_capacity(corpus.statements.len());
        each(&mut |entries| {
            let first = entries.next();
            let more = entries.next().is_some();
            of_row.push(if more { SEVERAL } else { first.unwrap_or(NONE) });
        });
        Self { of_row }
    }

    /// Shows each entry that a statement names, as often as it does; `ask` tells them where there are several.
    pub fn each(&self, row: u32, ask: impl FnOnce(&mut dyn FnMut(u32)), mut show: impl FnMut(u32)) {
        match self.of_row.get(row as usize) {
            Some(&SEVERAL) => ask(&mut show),
            Some(&entry) if entry != NONE => show(entry),
            _ => {}
        }
    }
}
