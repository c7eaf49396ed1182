//! `sources.csv`: who publishes. A report names its publisher itself; here one gets an id and further names.

use crate::diagnostic::Diagnostics;
use crate::gather::Gathered;
use crate::roster::Head;
use crate::table::Table;

const COLUMNS: [&str; 4] = ["id", "name", "name_lang", "names"];

/// Reads the table.
pub(crate) fn read(table: &Table, language: &str, gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
    table.check_columns(&COLUMNS, &["id", "name"], diagnostics);
    table.rows(diagnostics, |row, diagnostics| {
        if let Some(head) = Head::of(row, language, diagnostics) {
            let name = head.names.first().map(|name| name.text.clone()).unwrap_or_default();
            gathered.source(&name, &head.id, head.names);
        }
    });
}
