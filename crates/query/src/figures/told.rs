//! How many speak of a measure, and how many of them are independent of each other.

use super::{Says, Section};
use crate::accounts::origins;
use index::Corpus;

/// Who speaks, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many different ones speak.
    pub speakers: u32,
    /// How many of them are independent, as far as texts tell.
    pub origins: u32,
    /// How many reports pass it on.
    pub reports: u32,
}

impl Section {
    /// Who speaks of the measure. A table is one speaker, and an origin of its own: its rows are not sentences that
    /// could be compared.
    pub fn told(&self, corpus: &Corpus) -> Told {
        let entries = self.lines.iter().flat_map(|line| &line.entries).chain(&self.outside);
        let mut rows: Vec<u32> = entries.map(|entry| entry.figure.row).collect();
        index::order::sort(&mut rows);
        rows.dedup();
        let (speakers, origins, reports) = origins::count(corpus, &rows);
        let mut tables: Vec<&Says> = Vec::new();
        for line in self.lines.iter().filter(|line| line.is_table()) {
            // One whose rows are partly weighed one by one is counted with them.
            let is_counted = || rows.iter().any(|&row| super::says(corpus, row) == line.says);
            if !tables.contains(&&line.says) && !is_counted() {
                tables.push(&line.says);
            }
        }
        let tables = tables.len() as u32;
        Told { speakers: speakers + tables, origins: origins + tables, reports: reports + tables }
    }
}
