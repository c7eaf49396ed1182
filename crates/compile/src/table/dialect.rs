//! Dialects: what separates cells, and whether the first row names the columns.

use super::split::Splitter;
use std::borrow::Cow;

/// Delimiters that are looked for, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// How many records the delimiter is guessed from.
const GUESSED_FROM: usize = 20;

/// What a publisher says of a table's form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// What separates cells; nothing: guessed.
    pub delimiter: Option<u8>,
    /// The columns' names, where the table has no header row.
    pub columns: Vec<String>,
    /// Whether the table has a header row.
    pub no_header: bool,
}

impl Dialect {
    /// Whether the names of the columns do not stand in the table.
    pub fn is_named(&self) -> bool {
        self.no_header || !self.columns.is_empty()
    }

    /// The names of the columns, given the cells of the first record; numbers where nobody names them.
    pub fn header(&self, first: &[Cow<str>]) -> Vec<String> {
        if !self.is_named() {
            return first.iter().map(|name| name.to_string()).collect();
        }
        let number = |at: usize| (at + 1).to_string();
        let count = self.columns.len().max(if self.columns.is_empty() { first.len() } else { 0 });
        (0..count).map(|at| self.columns.get(at).cloned().unwrap_or_else(|| number(at))).collect()
    }
}

/// The delimiter that gives the first records the same number of cells, as many as possible.
pub(super) fn guess(file: &str, text: &str) -> u8 {
    let name = file.to_lowercase();
    if name.trim_end_matches(".gz").ends_with(".tsv") {
        return b'\t';
    }
    if text.starts_with(take::HEADER_BEGINS) {
        return b',';
    }
    let score = |&delimiter: &u8| {
        let mut splitter = Splitter::new(text, delimiter, false);
        let mut cells = Vec::new();
        let mut counts = Vec::new();
        while counts.len() < GUESSED_FROM && splitter.next(&mut cells).is_some() {
            counts.push(cells.len());
        }
        let first = counts.first().copied().unwrap_or(0);
        let same = counts.iter().filter(|&&count| count == first).count();
        // Agreement first: a title may hold more commas than the table has columns.
        if first < 2 { (0, 0) } else { (same * 4 / counts.len().max(1), first) }
    };
    DELIMITERS.iter().rev().copied().max_by_key(score).unwrap_or(b',')
}

/// How many records above the header there are: titles and notes, with less than half as many filled cells as
/// the fullest of the first records.
pub(super) fn titles(text: &str, delimiter: u8) -> usize {
    let mut splitter = Splitter::new(text, delimiter, false);
    let mut cells = Vec::new();
    let mut filled = Vec::new();
    while filled.len() < GUESSED_FROM && splitter.next(&mut cells).is_some() {
        filled.push(cells.iter().filter(|cell| !cell.trim().is_empty()).count());
    }
    above_header(&filled)
}

/// The first of these counts that is at least half of the largest.
pub(crate) fn above_header(filled: &[usize]) -> usize {
    let most = filled.iter().copied().max().unwrap_or(0);
    filled.iter().position(|&count| count * 2 >= most).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_guessed() {
        let check = |text: &str, expect: u8| assert_eq!(guess("a.csv", text), expect, "{text:?}");
        check("a,b\n1,2\n", b',');
        check("a;b\n\"1;1\";2,5\n", b';');
        check("a\tb\n1,1\t2\n", b'\t');
        check("a|b\n1|2\n", b'|');
        check("alone\n1\n", b',');
        check("", b',');
        assert_eq!(guess("a.TSV.gz", "a,b\n"), b'\t');
    }

    #[test]
    fn titles_stand_above_the_header() {
        let check = |text: &str, expect: usize| assert_eq!(titles(text, b','), expect, "{text:?}");
        check("a,b,c\n1,2,3\n", 0);
        check("Incidents 2021\n\na,b,c\n1,2,3\n", 1);
        check("Incidents,,,\nby us,,,\na,b,c,d\n1,,,\n", 2);
        check("a,b,c,d\n1,,,\n", 0);
        check("", 0);
    }
}
