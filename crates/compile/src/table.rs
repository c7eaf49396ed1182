//! Tables: RFC 4180 text to rows with their lines.
//!
//! Columns are found by name. A row of another length than the header's cannot be trusted, because its
//! values may have shifted; it is left out, unless all that it has too much is empty.

use crate::diagnostic::{Diagnostics, Origin};
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The longest part of a cell that a diagnostic repeats, in letters.
const SHOWN: usize = 60;

/// A table that is about to be read.
pub(crate) struct Table<'a> {
    file: Rc<str>,
    text: &'a str,
    comments: bool,
    header: Vec<String>,
    columns: BTreeMap<String, usize>,
}

/// A row and its line.
pub(crate) struct Row<'t> {
    /// Where it stands.
    pub origin: Origin,
    columns: &'t BTreeMap<String, usize>,
    cells: &'t StringRecord,
}

impl Row<'_> {
    /// A cell by its column's name, without blanks at its ends; empty where there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.columns.get(column).map_or("", |&at| self.cell(at))
    }

    /// A cell by its position.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).unwrap_or("").trim()
    }

    /// Whether each cell is empty or begins with `#`, as in a row of HXL tags.
    pub fn is_hxl(&self) -> bool {
        let tag = |cell: &str| cell.trim().is_empty() || cell.trim().starts_with('#');
        self.cells.iter().all(tag) && self.cells.iter().any(|cell| cell.trim().starts_with('#'))
    }
}

impl<'a> Table<'a> {
    /// A table by its text; `comments` says whether a line that begins with `#` is one.
    pub fn new(file: &Rc<str>, text: &'a str, comments: bool) -> Self {
        let mut table =
            Self { file: Rc::clone(file), text, comments, header: Vec::new(), columns: BTreeMap::new() };
        let mut header = StringRecord::new();
        // Reading from memory can fail only for bad UTF-8, and the text is UTF-8.
        let _ = table.reader().read_record(&mut header);
        table.header = header.iter().map(|name| name.trim().to_lowercase()).collect();
        for (at, name) in table.header.iter().enumerate() {
            table.columns.entry(name.clone()).or_insert(at);
        }
        table
    }

    /// Whether all these columns are there.
    pub fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|&column| self.columns.contains_key(column))
    }

    /// The position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
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
        let mut reader = self.reader();
        let mut cells = StringRecord::new();
        let mut first = true;
        let mut lines = Lines { text: self.text, offset: 0, line: 1 };
        while reader.read_record(&mut cells).unwrap_or(false) {
            let offset = cells.position().map_or(0, |position| position.byte());
            let line = lines.of_record(offset as usize, self.comments);
            if std::mem::take(&mut first) {
                continue;
            }
            let origin = Origin::at(&self.file, line);
            if self.fits(&cells, &origin, diagnostics) {
                each(&Row { origin, columns: &self.columns, cells: &cells }, diagnostics);
            }
        }
    }

    fn fits(&self, cells: &StringRecord, origin: &Origin, diagnostics: &mut Diagnostics) -> bool {
        let (found, wanted) = (cells.len(), self.header.len());
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return false;
        }
        if found == wanted || found > wanted && cells.iter().skip(wanted).all(|cell| cell.trim().is_empty()) {
            return true;
        }
        let what = format!("The row has {found} cells where the header has {wanted}; it is left out");
        diagnostics.left_out(origin, what, "Look for a missing or a stray comma or quotation mark");
        false
    }

    fn reader(&self) -> csv::Reader<&'a [u8]> {
        let comment = self.comments.then_some(b'#');
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).comment(comment).from_reader(self.text.as_bytes())
    }
}

/// Counts lines up to where records begin; a record's position lies before the comments and empty lines
/// that precede it.
struct Lines<'a> {
    text: &'a str,
    offset: usize,
    line: u32,
}

impl Lines<'_> {
    fn of_record(&mut self, offset: usize, comments: bool) -> u32 {
        self.advance_to(offset);
        while let Some(line) = self.text.get(self.offset..).and_then(|rest| rest.split_inclusive('\n').next())
        {
            let skipped = line.trim_end_matches(['\r', '\n']).is_empty() || comments && line.starts_with('#');
            if !skipped {
                break;
            }
            self.advance_to(self.offset + line.len());
        }
        self.line
    }

    fn advance_to(&mut self, offset: usize) {
        let passed = self.text.as_bytes().get(self.offset..offset).unwrap_or_default();
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u32;
        self.offset = self.offset.max(offset);
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
