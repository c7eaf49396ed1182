//! Forms: what a data file is made of, from its bytes to rows under a header.
//!
//! A file may be packed (gzip, or a zip archive of several); inside are delimited text, JSON Lines, GeoJSON,
//! a JSON array, or a workbook. What a form cannot say is left out and reported; nothing is unpacked beyond
//! the limits that stand in [`crate::Options`].

mod json;
mod packed;
#[cfg(feature = "sheets")]
mod sheet;
mod text;

pub(crate) use packed::{files_in, paths_in};
pub(crate) use text::text_of;

use crate::diagnostic::{Diagnostics, Origin};
use crate::events::is_day;
use crate::input::{Options, SourceFile};
use crate::table::{Dialect, Records, Table};
use std::borrow::Cow;
use std::rc::Rc;

/// The content of one table, before its columns are known.
pub(crate) struct Content<'a> {
    /// The file, and inside an archive its member, as diagnostics name it.
    pub name: Rc<str>,
    body: Body<'a>,
}

enum Body<'a> {
    Text(Cow<'a, str>),
    Records(Records),
}

impl Content<'_> {
    /// Whether the first row names the columns: it holds no date and, for the most part, no numbers.
    pub fn has_header(&self) -> bool {
        let Body::Text(text) = &self.body else { return true };
        let table = Table::delimited(&self.name, text, &Dialect::default());
        let filled = table.header().iter().filter(|name| !name.is_empty());
        let numbers = filled.clone().filter(|name| name.parse::<f64>().is_ok()).count();
        let date = filled.clone().any(|name| name.len() >= 8 && is_day(name));
        !date && numbers * 2 <= filled.count()
    }

    /// The content as a table; `dialect` counts for delimited text alone.
    pub fn table(&mut self, dialect: &Dialect) -> Table<'_> {
        match &mut self.body {
            Body::Text(text) => Table::delimited(&self.name, text, dialect),
            Body::Records(records) => Table::of_records(&self.name, std::mem::take(records)),
        }
    }
}

/// Endings of files that hold tables.
pub(crate) const ENDINGS: [&str; 11] =
    [".csv", ".parquet", ".tsv", ".tab", ".jsonl", ".ndjson", ".geojson", ".json", ".xlsx", ".xlsm", ".zip"];

/// Whether a file of this name may hold a table, packed or not.
pub(crate) fn may_hold_table(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The tables that a file holds, in the order of their names.
pub(crate) fn contents<'a>(
    file: &'a SourceFile,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Vec<Content<'a>> {
    let name: Rc<str> = file.path.as_str().into();
    let unpacked = match packed::unpacked(&file.bytes, options) {
        Ok(unpacked) => unpacked,
        Err((what, remedy)) => {
            diagnostics.error(&Origin::whole(&name), what, remedy);
            return Vec::new();
        }
    };
    let Some(members) = packed::members(&name, &unpacked, options, diagnostics) else {
        return content(name, unpacked, diagnostics).into_iter().collect();
    };
    members.into_iter().filter_map(|(name, bytes)| content(name, Cow::Owned(bytes), diagnostics)).collect()
}

fn content<'a>(name: Rc<str>, bytes: Cow<'a, [u8]>, diagnostics: &mut Diagnostics) -> Option<Content<'a>> {
    let lower = name.to_lowercase();
    let ends = |endings: &[&str]| {
        let bare = lower.strip_suffix(".gz").unwrap_or(&lower);
        endings.iter().any(|ending| bare.ends_with(ending))
    };
    if ends(&[".xlsx", ".xlsm"]) {
        let records = workbook(&name, &bytes, diagnostics)?;
        return Some(Content { name, body: Body::Records(records) });
    }
    // The command gives Parquet as CSV.
    if bytes.starts_with(b"PAR1") {
        let what = "Parquet is read by the command alone";
        diagnostics.error(&Origin::whole(&name), what, "Give it to `fieldbook build`, or give CSV");
        return None;
    }
    let text = text::guessed(bytes, &name, diagnostics);
    let body = if ends(&[".jsonl", ".ndjson"]) {
        Body::Records(json::lines(&name, &text, diagnostics))
    } else if ends(&[".geojson", ".json"]) {
        Body::Records(json::document(&name, &text, diagnostics)?)
    } else {
        Body::Text(text)
    };
    Some(Content { name, body })
}

#[cfg(feature = "sheets")]
fn workbook(name: &Rc<str>, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Records> {
    sheet::read(name, bytes, diagnostics)
}

#[cfg(not(feature = "sheets"))]
fn workbook(name: &Rc<str>, _: &[u8], diagnostics: &mut Diagnostics) -> Option<Records> {
    let what = "This program was built without the reader of workbooks";
    diagnostics.error(&Origin::whole(name), what, "Save the sheet as CSV");
    None
}
