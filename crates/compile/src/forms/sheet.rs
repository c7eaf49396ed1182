//! Workbooks: the first sheet that holds something, as rows under its first row.
//!
//! Cells are read one after another, never as a rectangle: a sheet may hold two cells at opposite corners.
//! Dates that the workbook marks as such become days; all else is taken as it is written.

use super::packed::bounded;
use crate::diagnostic::{Diagnostics, Origin};
use crate::table::{Records, above_header};
use calamine::{Data, DataRef, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;
use std::rc::Rc;

/// The most bytes that a workbook's parts may unpack to together.
const UNPACKED_LIMIT: u64 = 1 << 30;

/// The most cells that are read, empty ones between others included.
const CELLS_LIMIT: usize = 50_000_000;

/// The first sheet with more than a header, or nothing where there is none.
pub(super) fn read(file: &Rc<str>, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Records> {
    match sheets(bytes) {
        Ok(mut sheets) => {
            sheets.retain(|(_, records)| !records.header.is_empty());
            let (first, further) = sheets.split_first_mut()?;
            if !further.is_empty() {
                let what = format!("Only the sheet “{}” is read", first.0);
                let names: Vec<&str> = further.iter().map(|(name, _)| name.as_str()).collect();
                let remedy = format!("Save the others as files of their own: {}", names.join(", "));
                diagnostics.warning(&Origin::whole(file), what, remedy);
            }
            Some(std::mem::take(&mut first.1))
        }
        Err(what) => {
            diagnostics.error(&Origin::whole(file), what, "Save the sheet as CSV, or repair the workbook");
            None
        }
    }
}

/// The names of the sheets; the rows of the first one that holds any, the headers of the others.
fn sheets(bytes: &[u8]) -> Result<Vec<(String, Records)>, String> {
    check_size(bytes)?;
    let broken = |error: calamine::XlsxError| format!("The workbook cannot be read ({error})");
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let mut sheets = Vec::new();
    let mut found = false;
    for name in workbook.sheet_names() {
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(broken)?;
        let mut grid = Grid::default();
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            grid.put(row, column, text(cell.get_value()))?;
            if found && row > 0 {
                break;
            }
        }
        let records = grid.records();
        found |= !records.header.is_empty();
        sheets.push((name, records));
    }
    Ok(sheets)
}

/// Unpacks every part once without keeping it, so that no part can take more than the limit later.
fn check_size(bytes: &[u8]) -> Result<(), String> {
    let damaged = |error: zip::result::ZipError| format!("The workbook cannot be read ({error})");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = UNPACKED_LIMIT;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        let size =
            bounded(part, left).map_err(|(what, _)| format!("{what} (all parts: {UNPACKED_LIMIT})"))?;
        left = left.saturating_sub(size.len() as u64);
    }
    Ok(())
}

/// How many rows the header is looked for among.
const LOOKED_AT: usize = 20;

#[derive(Default)]
struct Grid {
    rows: Vec<(u32, Vec<String>)>,
    cells: usize,
}

impl Grid {
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), String> {
        if text.is_empty() {
            return Ok(());
        }
        let line = row.saturating_add(1);
        if self.rows.last().is_none_or(|(last, _)| *last != line) {
            self.rows.push((line, Vec::new()));
        }
        let Some((_, cells)) = self.rows.last_mut() else { return Ok(()) };
        let column = column as usize;
        self.cells += (column + 1).saturating_sub(cells.len());
        if self.cells > CELLS_LIMIT {
            return Err(format!("The sheet has more than {CELLS_LIMIT} cells"));
        }
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(slot) = cells.get_mut(column) {
            *slot = text;
        }
        Ok(())
    }

    fn records(self) -> Records {
        let filled = |(_, cells): &(u32, Vec<String>)| cells.iter().filter(|cell| !cell.is_empty()).count();
        let first: Vec<usize> = self.rows.iter().take(LOOKED_AT).map(filled).collect();
        let mut rows = self.rows.into_iter().skip(above_header(&first));
        let Some((_, header)) = rows.next() else { return Records::default() };
        let mut records = Records::under(header);
        records.rows = rows.collect();
        // A row that is longer than the header is reported where rows are read.
        records.finish()
    }
}

fn text(value: &DataRef) -> String {
    match Data::from(value.clone()) {
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            match (hour, minute, second) {
                (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
            }
        }
        Data::Error(_) | Data::Empty => String::new(),
        value => value.to_string(),
    }
}
