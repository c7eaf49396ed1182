//! Event tables: each row is a statement.
//!
//! UCDP GED and ACLED are known by their columns; any other table is read through a mapping of its columns,
//! which the publisher writes into `fieldbook.toml`, HXL tags give, or the compiler guesses.

mod cast;
mod describe;
mod ged;
mod odd;
mod place;

use crate::diagnostic::Diagnostics;
use crate::gather::Gathered;
use crate::report::{ReportFile, stem};
use crate::table::Table;
use crate::totals::TableTotals;
use cast::Cast;
use index::{NONE, Report};
use place::Paths;

pub(crate) use describe::describe;

/// Reads tables one after another; the places of all of them form one tree.
#[derive(Default)]
pub(crate) struct Reader {
    paths: Paths,
    cast: Cast,
}

impl Reader {
    /// Reads one table.
    pub fn read(&mut self, table: &Table, gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
        self.cast.begin_table();
        if ged::recognized(table) {
            return ged::read(self, table, gathered, diagnostics);
        }
        let what = "The table's columns are not those of UCDP GED, so it cannot be read";
        diagnostics.error(&table.head_origin(), what, "Give a UCDP GED table, or take the file out");
    }

    /// Hands the places over and points the rows to them.
    pub fn finish(self, gathered: &mut Gathered) {
        let places = self.paths.settle(&mut gathered.places);
        for entry in &mut gathered.rows.columns.places.values {
            entry.place = places.get(entry.place as usize).copied().unwrap_or(NONE);
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
    let report = gathered.add_report(ReportFile { report, publisher: Vec::new(), origin }, diagnostics)?;
    Some((report, TableTotals { file: table.file.to_string(), ..TableTotals::default() }))
}
