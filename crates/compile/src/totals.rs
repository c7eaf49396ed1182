//! Totals: what came out, to be held against what went in.

use index::{Day, Span};

/// What a compilation adds up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Statements in the corpus.
    pub statements: u32,
    /// Reports in the corpus, tables of events among them.
    pub reports: u32,
    /// Rows and statements that were left out.
    pub left_out: u32,
    /// Earliest day of any statement.
    pub first: Option<Day>,
    /// Latest day of any statement.
    pub last: Option<Day>,
    /// What each table of events adds up to.
    pub tables: Vec<TableTotals>,
    /// Tables that could not be read, since no column of theirs can be taken for their dates.
    pub unread: Vec<UnreadTable>,
}

/// A table that could not be read for want of a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadTable {
    /// The file.
    pub file: String,
    /// The names of its columns, as its header has them.
    pub columns: Vec<String>,
}

/// Which table of events a file was taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// UCDP's Georeferenced Event Dataset.
    Ged,
    /// ACLED.
    Acled,
    /// A table with a row of HXL tags.
    Hxl,
    /// A table with a mapping in `fieldbook.toml`.
    Mapped,
    /// An export of a fieldbook.
    Taken,
    /// A table whose mapping was guessed.
    #[default]
    Guessed,
}

/// What the kept rows of a table of events add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableTotals {
    /// The file.
    pub file: String,
    /// Which table it was taken for.
    pub form: Form,
    /// How its columns were read, as a section `[[table]]` of `fieldbook.toml`; empty for a known form.
    pub mapping: String,
    /// The names of its columns, as its header has them.
    pub columns: Vec<String>,
    /// Rows that were left out.
    pub rejected: u32,
    /// Rows without a date.
    pub undated: u32,
    /// Reasons why rows are odd though kept, and how many are.
    pub odd: Vec<(String, u32)>,
    /// Sum of the civilians among the deaths.
    pub civilians: u64,
    /// Rows that became statements.
    pub rows: u32,
    /// The first day of the earliest event.
    pub first: Option<Day>,
    /// The last day of the latest event.
    pub last: Option<Day>,
    /// Sum of the low estimates of deaths.
    pub low: u64,
    /// Sum of the best estimates.
    pub best: u64,
    /// Sum of the high estimates.
    pub high: u64,
    /// Rows of each kind: its name, and how many.
    pub kinds: Vec<(String, u32)>,
}

impl TableTotals {
    /// Takes a row's dates in.
    pub fn count(&mut self, dates: &[Span]) {
        self.rows += 1;
        self.undated += u32::from(dates.is_empty());
        let days = dates.iter().flat_map(|span| [span.from, span.to]).flatten();
        days.for_each(|day| self.span(day, day));
    }

    /// Widens the period to hold the days from `from` to `to`.
    pub fn span(&mut self, from: Day, to: Day) {
        self.first = Some(self.first.map_or(from, |day| day.min(from)));
        self.last = Some(self.last.map_or(to, |day| day.max(to)));
    }
}
