//! Parquet to CSV, which the compiler reads.

use super::dataset::PartFile;
use crate::failure::Failure;
use index::Day;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

/// The most bytes that a table may have as CSV.
const TABLE_LIMIT: usize = 2 << 30;

/// The rows of one or more files under the columns of all of them.
///
/// # Errors
/// Where a file cannot be read, or the table is too large.
pub fn table(name: &Path, files: &[PartFile]) -> Result<Vec<u8>, Failure> {
    let mut header: Vec<String> = Vec::new();
    let mut readers = Vec::new();
    for file in files {
        let reader = open(&file.path)?;
        let schema = reader.metadata().file_metadata().schema();
        let own = schema.get_fields().iter().map(|field| field.name().to_owned());
        for column in own.chain(file.columns.iter().map(|(column, _)| column.clone())) {
            if !header.contains(&column) {
                header.push(column);
            }
        }
        readers.push((file, reader));
    }
    let at: BTreeMap<&str, usize> = header.iter().map(String::as_str).zip(0..).collect();
    let mut text = String::new();
    line(&mut text, &header);
    let mut cells = vec![String::new(); header.len()];
    for (file, reader) in readers {
        let failed = |error| damaged(&file.path, error);
        for row in reader.get_row_iter(None).map_err(failed)? {
            let row = row.map_err(failed)?;
            cells.iter_mut().for_each(String::clear);
            for (column, value) in &file.columns {
                put(&mut cells, &at, column, value.clone());
            }
            for (column, field) in row.get_column_iter() {
                put(&mut cells, &at, column, cell(field));
            }
            line(&mut text, &cells);
            if text.len() > TABLE_LIMIT {
                let message = format!("it holds more than {TABLE_LIMIT} bytes as CSV. Split it.");
                return Err(Failure::usage(format!("{}: {message}", name.display())));
            }
        }
    }
    Ok(text.into_bytes())
}

fn open(path: &Path) -> Result<SerializedFileReader<File>, Failure> {
    let file = File::open(path).map_err(|error| Failure::read(path, error))?;
    let length = file.metadata().map_err(|error| Failure::read(path, error))?.len();
    let reader = SerializedFileReader::new(file).map_err(|error| damaged(path, error))?;
    if !chunks_lie_inside(&reader, length) {
        return Err(damaged(path, "a column lies outside the file"));
    }
    Ok(reader)
}

/// Whether the columns lie where a file of this length has bytes; the library takes that for granted.
fn chunks_lie_inside(reader: &SerializedFileReader<File>, length: u64) -> bool {
    let inside = |start: i64, size: i64| {
        let (start, size) = (u64::try_from(start).ok()?, u64::try_from(size).ok()?);
        start.checked_add(size).filter(|end| *end <= length)
    };
    let chunks = reader.metadata().row_groups().iter().flat_map(|group| group.columns());
    let mut offsets = chunks.map(|chunk| {
        let start = chunk.dictionary_page_offset().unwrap_or(chunk.data_page_offset());
        (chunk.data_page_offset(), start, chunk.compressed_size())
    });
    offsets.all(|(data, start, size)| data >= 0 && inside(start, size).is_some())
}

fn damaged(path: &Path, error: impl std::fmt::Display) -> Failure {
    let message = format!("it cannot be read as Parquet ({error}). Write it again, or give CSV.");
    Failure::usage(format!("{}: {message}", path.display()))
}

fn put(cells: &mut [String], at: &BTreeMap<&str, usize>, column: &str, value: String) {
    if let Some(slot) = at.get(column).and_then(|&at| cells.get_mut(at)) {
        *slot = value;
    }
}

fn line(text: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

/// A value as a cell: days as ISO 8601, lists joined as the compiler splits them.
fn cell(field: &Field) -> String {
    const DAY_MILLIS: i64 = 86_400_000;
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
        Field::Date(day) => Day(*day).to_string(),
        Field::TimestampMillis(millis) => instant(*millis, DAY_MILLIS),
        Field::TimestampMicros(micros) => instant(*micros, DAY_MILLIS * 1000),
        Field::Float(number) => number.to_string(),
        Field::Double(number) => number.to_string(),
        Field::ListInternal(list) => {
            list.elements().iter().map(cell).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// The day of an instant, with the hours and minutes unless they are midnight.
fn instant(units: i64, per_day: i64) -> String {
    let day = i32::try_from(units.div_euclid(per_day)).map_or(Day::MAX, Day).clamp(Day::MIN, Day::MAX);
    let seconds = units.rem_euclid(per_day) / (per_day / 86_400);
    match seconds {
        0 => day.to_string(),
        _ => format!("{day} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        let check = |millis: i64, expect: &str| assert_eq!(instant(millis, 86_400_000), expect);
        check(0, "1970-01-01");
        check(-1000, "1969-12-31 23:59:59");
        check(86_400_000 + 3_661_000, "1970-01-02 01:01:01");
        check(i64::MAX, "9999-12-31 07:12:55");
    }
}
