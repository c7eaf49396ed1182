//! Event tables: each row is a statement.
//!
//! UCDP GED and ACLED are known by their columns; any other table is read through a mapping of its columns,
//! which the publisher writes into `fieldbook.toml`, HXL tags give, or the compiler guesses.

mod acled;
mod cast;
mod day;
mod describe;
mod ged;
mod lookup;
mod mapping;
mod odd;
mod place;
mod words;

use crate::diagnostic::Diagnostics;
use crate::forms::Content;
use crate::gather::Gathered;
use crate::report::{ReportFile, stem};
use crate::statements;
use crate::table::{Table, shown};
use crate::totals::{Form, TableTotals};
use cast::Cast;
use index::{NONE, Report};
use mapping::Cell;
use place::Paths;

pub(crate) use describe::describe;
pub(crate) use mapping::{Mapping, settings as mapping_settings};

/// Whether a cell is a whole day.
pub(crate) fn is_day(cell: &str) -> bool {
    day::span(cell, day::DayOrder::DayFirst).is_some_and(|span| span.is_day())
}

/// Reads tables one after another; the places of all of them form one tree.
#[derive(Default)]
pub(crate) struct Reader {
    paths: Paths,
    cast: Cast,
}

impl Reader {
    /// Reads one table.
    pub fn read(
        &mut self,
        content: &mut Content,
        mappings: &[Mapping],
        gathered: &mut Gathered,
        diagnostics: &mut Diagnostics,
    ) {
        self.cast.begin_table();
        let own = mappings.iter().find(|mapping| mapping.is_for(&content.name));
        let mut dialect = own.map(|mapping| mapping.dialect.clone()).unwrap_or_default();
        if own.is_none() && !content.has_header() {
            dialect.no_header = true;
        }
        let table = content.table(&dialect);
        if let Some(mapping) = own {
            check_columns(&table, mapping, diagnostics);
            return mapping::read(self, &table, mapping, Form::Mapped, gathered, diagnostics);
        }
        if statements::recognized(&table) {
            let Some((report, _)) = open(&table, gathered, diagnostics) else { return };
            return statements::read_events(&table, report, gathered, diagnostics);
        }
        if ged::recognized(&table) {
            return ged::read(self, &table, gathered, diagnostics);
        }
        if acled::recognized(&table) {
            let what = "ACLED's terms do not allow its rows to be passed on";
            diagnostics.note(&table.head_origin(), what, "Keep the fieldbook to yourself, or ask ACLED");
            return mapping::read(self, &table, &acled::mapping(), Form::Acled, gathered, diagnostics);
        }
        if let Some(mapping) = mapping::of_tags(&table) {
            return mapping::read(self, &table, &mapping, Form::Hxl, gathered, diagnostics);
        }
        let Some((mut mapping, open)) = mapping::guessed(&table) else {
            let what = "No column of the table can be taken for its dates, so it cannot be read";
            let remedy =
                "Name the columns in a section [[table]] of fieldbook.toml, as docs/sources.md shows";
            return diagnostics.error(&table.head_origin(), what, remedy);
        };
        if open {
            let what = "The table's dates can be read with the day or the month first; the day is taken";
            let remedy =
                "Write dates = \"day first\" or \"month first\" into its section [[table]] of fieldbook.toml";
            diagnostics.warning(&table.head_origin(), what, remedy);
        }
        mapping.dialect = dialect;
        mapping::read(self, &table, &mapping, Form::Guessed, gathered, diagnostics);
    }

    /// Hands the places over and points the rows to them.
    pub fn finish(self, gathered: &mut Gathered) {
        let places = self.paths.settle(&mut gathered.places);
        for entry in &mut gathered.rows.columns.places.values {
            entry.place = places.get(entry.place as usize).copied().unwrap_or(NONE);
        }
    }
}

/// Reports columns that a mapping names and the table does not have.
fn check_columns(table: &Table, mapping: &Mapping, diagnostics: &mut Diagnostics) {
    let Some(origin) = &mapping.origin else { return };
    for cell in mapping.cells() {
        if let Cell::Column(name) = cell
            && table.column(&name.trim().to_lowercase()).is_none()
        {
            let what = format!("The table “{}” has no column “{}”", shown(&table.file), shown(name));
            diagnostics.error(origin, what, format!("Write one of: {}", shown(&table.header().join(", "))));
        }
    }
}

/// The table as a report, and what it adds up to so far; nothing where its name is taken.
fn open(table: &Table, gathered: &mut Gathered, diagnostics: &mut Diagnostics) -> Option<(u32, TableTotals)> {
    let name = stem(&table.file).to_owned();
    let language = gathered.about.language.clone();
    let report =
        Report { id: name.clone(), title: name, source: NONE, language, table: true, ..Report::default() };
    let origin = crate::diagnostic::Origin::whole(&table.file);
    let report = gathered
        .add_report(ReportFile { report, publisher: Vec::new(), origin, coded: true }, diagnostics)?;
    Some((report, TableTotals { file: table.file.to_string(), ..TableTotals::default() }))
}
