//! Mappings: which column of a table holds what.
//!
//! A mapping is written as a section `[[table]]` of `fieldbook.toml`. Where there is none, HXL tags give one,
//! or it is guessed from names and values; either way `fieldbook check` shows it as the section that would say
//! the same, so that it can be saved and corrected.

mod columns;
mod guess;
mod hxl;
mod number;
mod precision;
mod read;
mod settings;
mod write;

pub(super) use guess::guessed;
pub(super) use hxl::of_tags;
pub(super) use read::read;
pub(crate) use settings::settings;
pub use write::quoted;

use super::day::DayOrder;
use crate::diagnostic::Origin;
use crate::table::{Dialect, Table};
use index::Measure;

/// One column's name, or a value that holds for every row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A column by its name, or by its number from 1 where the table has no header.
    Column(String),
    /// A value for all rows, written `=value`.
    Constant(String),
}

/// The columns of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// What is counted.
    pub measure: Measure,
    /// The least estimate.
    pub low: Option<Cell>,
    /// The best estimate, or the number as given.
    pub best: Option<Cell>,
    /// The highest estimate.
    pub high: Option<Cell>,
}

/// Which column of a table holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mapping {
    /// The file: its path in the folder, or the end of it; `*` stands for any letters.
    pub file: String,
    /// Delimiter and header.
    pub dialect: Dialect,
    /// The rows' ids; without one, rows are numbered.
    pub id: Option<Cell>,
    /// When, or from when.
    pub date: Option<Cell>,
    /// Until when.
    pub date_end: Option<Cell>,
    /// Which number stands first in dates that leave it open.
    pub day_order: DayOrder,
    /// Who did it.
    pub initiator: Vec<Cell>,
    /// To whom.
    pub affected: Vec<Cell>,
    /// Who is named without a part.
    pub actors: Vec<Cell>,
    /// Who says so.
    pub speaker: Option<Cell>,
    /// What joins several values in a cell; empty: nothing does.
    pub list: String,
    /// From the country down to the place.
    pub places: Vec<(index::Level, Cell)>,
    /// Degrees north.
    pub latitude: Option<Cell>,
    /// Degrees east.
    pub longitude: Option<Cell>,
    /// What kind, from the broadest to the narrowest.
    pub kind: Vec<Cell>,
    /// Who published it.
    pub source: Vec<Cell>,
    /// What happened, in the coder's words.
    pub summary: Option<Cell>,
    /// The source's words.
    pub quote: Option<Cell>,
    /// How many.
    pub figures: Vec<Counted>,
    /// What only ACLED's tables have.
    pub acled: Option<Acled>,
    /// Where the mapping stands; nothing where nobody wrote it.
    pub origin: Option<Origin>,
}

/// ACLED's own columns: how precisely day and place are known, and what the two actors are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Acled {
    /// 1 the day, 2 its week, 3 its month.
    pub time_precision: Cell,
    /// 1 the place, 2 near it, 3 somewhere in its division.
    pub geo_precision: Cell,
    /// What the actors of the first two columns are, as numbers or in words.
    pub inter: [Cell; 2],
}

/// Measures by the names that columns and settings use.
pub(super) const MEASURES: [(&str, Measure); 7] = [
    ("killed", Measure::Killed),
    ("injured", Measure::Injured),
    ("displaced", Measure::Displaced),
    ("refugees", Measure::Refugees),
    ("residents", Measure::Residents),
    ("detained", Measure::Detained),
    ("missing", Measure::Missing),
];

/// Levels of places by the names that settings use, from the outermost.
pub(super) const LEVELS: [(&str, index::Level); 5] = [
    ("country", index::Level::Country),
    ("admin1", index::Level::Admin1),
    ("admin2", index::Level::Admin2),
    ("admin3", index::Level::Admin3),
    ("place", index::Level::Town),
];

impl Mapping {
    /// Whether the mapping is meant for this file.
    pub fn is_for(&self, file: &str) -> bool {
        let same = |file: &str| matches(&self.file, file);
        same(file) || file.match_indices('/').any(|(at, _)| file.get(at + 1..).is_some_and(same))
    }

    /// All columns that are named, for a look whether they are there.
    pub fn cells(&self) -> Vec<&Cell> {
        let single = [&self.id, &self.date, &self.date_end, &self.speaker, &self.latitude, &self.longitude];
        let texts = [&self.summary, &self.quote];
        let counted = self.figures.iter().flat_map(|counted| [&counted.low, &counted.best, &counted.high]);
        let lists = [&self.initiator, &self.affected, &self.actors, &self.kind, &self.source];
        let single = single.into_iter().chain(texts).chain(counted).flatten();
        let places = self.places.iter().map(|(_, cell)| cell);
        single.chain(lists.into_iter().flatten()).chain(places).collect()
    }
}

impl Cell {
    /// The column's position, or the constant.
    fn find(&self, table: &Table) -> Found {
        match self {
            Self::Constant(value) => Found::Constant(value.clone()),
            Self::Column(name) => {
                table.column(&name.trim().to_lowercase()).map_or(Found::Nothing, Found::Column)
            }
        }
    }
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    Column(usize),
    Constant(String),
}

/// Whether `text` is of the form of `pattern`, in which `*` stands for any letters.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or("")) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_matched() {
        let check = |pattern: &str, file: &str, expect: bool| {
            let mapping = Mapping { file: pattern.to_owned(), ..Mapping::default() };
            assert_eq!(mapping.is_for(file), expect, "{pattern} {file}");
        };
        check("events/a.csv", "events/a.csv", true);
        check("a.csv", "events/a.csv", true);
        check("a.csv", "events/ba.csv", false);
        check("*.export.CSV.gz", "events/2019.export.CSV.gz", true);
        check("a*b*c", "aXbYbZc", true);
        check("a*b", "ab", true);
        check("a*b", "abc", false);
        check("*", "anything", true);
    }
}
