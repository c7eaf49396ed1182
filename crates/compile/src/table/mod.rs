//! Tables: text or records to rows with their lines.
//!
//! Columns are found by name. A row of another length than the header's cannot be trusted, because its
//! values may have shifted; it is left out, unless all that it has too much is empty.

mod dialect;
mod records;
mod split;

pub(crate) use dialect::Dialect;
#[cfg(feature = "sheets")]
pub(crate) use dialect::above_header;
pub(crate) use records::Records;

use crate::diagnostic::{Diagnostics, Origin};
use split::Splitter;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The longest part of a cell that a diagnostic repeats, in letters.
const SHOWN: usize = 60;

/// A table that is about to be read.
pub(crate) struct Table<'a> {
    /// The file, as diagnostics name it.
    pub file: Rc<str>,
    body: Body<'a>,
    header: Vec<String>,
    columns: BTreeMap<String, usize>,
    /// What a row is called in diagnostics that count them.
    first_line: u32,
}

/// Where the rows come from.
enum Body<'a> {
    /// Delimited text; so many records stand before the first row, the header among them.
    Text { text: &'a str, delimiter: u8, comments: bool, before: usize },
    /// Records that some other format held.
    Records(Records),
}

/// A row and its line.
pub(crate) struct Row<'t, 'a> {
    /// Where it stands.
    pub origin: Origin,
    columns: &'t BTreeMap<String, usize>,
    cells: &'t [Cow<'a, str>],
}

impl Row<'_, '_> {
    /// A cell by its column's name, without blanks at its ends; empty where there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.columns.get(column).map_or("", |&at| self.cell(at))
    }

    /// A cell by its column's name as it stands there, with the blanks at its ends.
    pub fn raw(&self, column: &str) -> &str {
        self.columns.get(column).and_then(|&at| self.cells.get(at)).map_or("", |cell| cell)
    }

    /// A cell by its position.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.trim())
    }

    /// Whether each cell is empty or begins with `#`, as in a row of HXL tags.
    pub fn is_hxl(&self) -> bool {
        is_hxl(self.cells.iter().map(|cell| &**cell))
    }
}

/// Whether each of these cells is empty or begins with `#`, and some is not empty.
fn is_hxl<'c>(mut cells: impl Iterator<Item = &'c str>) -> bool {
    let mut tags = 0;
    let all = cells.all(|cell| {
        let tag = cell.trim().starts_with('#');
        tags += usize::from(tag);
        tag || cell.trim().is_empty()
    });
    all && tags > 0
}

impl<'a> Table<'a> {
    /// A table of commas by its text; `comments` says whether a line that begins with `#` is one.
    pub fn new(file: &Rc<str>, text: &'a str, comments: bool) -> Self {
        let mut cells = Vec::new();
        let first_line = Splitter::new(text, b',', comments).next(&mut cells).unwrap_or(1);
        let header = cells.iter().map(|name| name.to_string()).collect();
        let body = Body::Text { text, delimiter: b',', comments, before: 1 };
        Self::with(file, body, header, first_line)
    }

    /// A table of events by its text, with the delimiter and the header that `dialect` says.
    pub fn delimited(file: &Rc<str>, text: &'a str, dialect: &Dialect) -> Self {
        let delimiter = dialect.delimiter.unwrap_or_else(|| dialect::guess(file, text));
        let titles = if dialect.is_named() { 0 } else { dialect::titles(text, delimiter) };
        let mut splitter = Splitter::new(text, delimiter, false);
        let mut cells = Vec::new();
        (0..titles).for_each(|_| {
            splitter.next(&mut cells);
        });
        let first_line = splitter.next(&mut cells).unwrap_or(1);
        let header = dialect.header(&cells);
        let before = if dialect.is_named() { 0 } else { titles + 1 };
        let body = Body::Text { text, delimiter, comments: false, before };
        Self::with(file, body, header, first_line)
    }

    /// A table of records that another format held.
    pub fn of_records(file: &Rc<str>, records: Records) -> Self {
        let header = records.header.clone();
        Self::with(file, Body::Records(records), header, 1)
    }

    fn with(file: &Rc<str>, body: Body<'a>, header: Vec<String>, first_line: u32) -> Self {
        let header: Vec<String> = header.iter().map(|name| name.trim().to_lowercase()).collect();
        let mut columns = BTreeMap::new();
        for (at, name) in header.iter().enumerate() {
            columns.entry(name.clone()).or_insert(at);
        }
        Self { file: Rc::clone(file), body, header, columns, first_line }
    }

    /// Whether all these columns are there.
    pub fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|&column| self.columns.contains_key(column))
    }

    /// The position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
    }

    /// The columns' names in small letters, in order.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Where the header stands.
    pub fn head_origin(&self) -> Origin {
        Origin::at(&self.file, self.first_line)
    }

    /// The delimiter of a text; nothing for a table of records.
    pub fn delimiter(&self) -> Option<u8> {
        match self.body {
            Body::Text { delimiter, .. } => Some(delimiter),
            Body::Records(_) => None,
        }
    }

    /// Up to `limit` rows after the header, as they are.
    pub fn sample(&self, limit: usize) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        self.each(|_, cells| {
            rows.push(cells.iter().map(|cell| cell.trim().to_owned()).collect());
            rows.len() < limit
        });
        rows
    }

    /// Reports columns that are not in `known`, and those of `needed` that are missing.
    pub fn check_columns(&self, known: &[&str], needed: &[&str], diagnostics: &mut Diagnostics) {
        let origin = Origin::at(&self.file, 1);
        for name in self.header.iter().filter(|name| !known.contains(&name.as_str())) {
            let what = format!("The column “{}” is not known and is ignored", shown(name));
            diagnostics.warning(&origin, what, format!("Rename it to one of: {}", known.join(", ")));
        }
        for &name in needed.iter().filter(|&&name| !self.columns.contains_key(name)) {
            diagnostics.error(&origin, format!("The column “{name}” is missing"), "Add it to the header row");
        }
    }

    /// Calls `each` with every usable row after the header.
    pub fn rows(&self, diagnostics: &mut Diagnostics, mut each: impl FnMut(&Row, &mut Diagnostics)) {
        self.each(|line, cells| {
            let origin = Origin::at(&self.file, line);
            if self.fits(cells, &origin, diagnostics) {
                each(&Row { origin, columns: &self.columns, cells }, diagnostics);
            }
            true
        });
    }

    /// Calls `each` with the line and the cells of every record after the header, until it says false.
    fn each<'t>(&'t self, mut each: impl FnMut(u32, &[Cow<'t, str>]) -> bool) {
        let mut cells: Vec<Cow<'t, str>> = Vec::new();
        match &self.body {
            Body::Text { text, delimiter, comments, before } => {
                let mut splitter = Splitter::new(text, *delimiter, *comments);
                for _ in 0..*before {
                    splitter.next(&mut cells);
                }
                while let Some(line) = splitter.next(&mut cells) {
                    if !each(line, &cells) {
                        return;
                    }
                }
            }
            Body::Records(records) => {
                for (line, record) in &records.rows {
                    cells.clear();
                    cells.extend(record.iter().map(|cell| Cow::Borrowed(cell.as_str())));
                    if !each(*line, &cells) {
                        return;
                    }
                }
            }
        }
    }

    fn fits(&self, cells: &[Cow<str>], origin: &Origin, diagnostics: &mut Diagnostics) -> bool {
        let (found, wanted) = (cells.len(), self.header.len());
        let empty = |cells: &[Cow<str>]| cells.iter().all(|cell| cell.trim().is_empty());
        if empty(cells) {
            return false;
        }
        if found == wanted || found > wanted && empty(cells.get(wanted..).unwrap_or_default()) {
            return true;
        }
        let what = format!("The row has {found} cells where the header has {wanted}; it is left out");
        diagnostics.left_out(origin, what, "Look for a missing or a stray delimiter or quotation mark");
        false
    }
}

/// A cell as a diagnostic repeats it: one line, cut where it is long.
pub(crate) fn shown(cell: &str) -> String {
    let mut short: String = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = short.char_indices().nth(SHOWN) {
        short.truncate(at);
        short.push('…');
    }
    short
}
