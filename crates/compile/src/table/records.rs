//! Records: rows that a format other than delimited text held, under one header.

use std::collections::HashMap;

/// Rows with the lines they came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Records {
    /// The columns' names.
    pub header: Vec<String>,
    /// The line of each row, from 1, and its cells: as many as there are columns.
    pub rows: Vec<(u32, Vec<String>)>,
    positions: HashMap<String, usize>,
}

impl Records {
    /// Rows under a header that is known beforehand.
    #[cfg(feature = "sheets")]
    pub fn under(header: Vec<String>) -> Self {
        let positions = header.iter().cloned().zip(0..).collect();
        Self { header, rows: Vec::new(), positions }
    }

    /// The position of a column, added where it is new.
    pub fn column(&mut self, name: &str) -> usize {
        if let Some(&at) = self.positions.get(name) {
            return at;
        }
        let at = self.header.len();
        self.header.push(name.to_owned());
        self.positions.insert(name.to_owned(), at);
        at
    }

    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.positions.contains_key(name)
    }

    /// Adds a row of cells by their columns' positions.
    pub fn push(&mut self, line: u32, cells: Vec<(usize, String)>) {
        let mut row = vec![String::new(); self.header.len()];
        for (at, cell) in cells {
            if let Some(slot) = row.get_mut(at) {
                *slot = cell;
            }
        }
        self.rows.push((line, row));
    }

    /// Fills rows up that were added before their last column was known.
    pub fn finish(mut self) -> Self {
        let wanted = self.header.len();
        let short = self.rows.iter_mut().filter(|(_, row)| row.len() < wanted);
        short.for_each(|(_, row)| row.resize(wanted, String::new()));
        self
    }
}
