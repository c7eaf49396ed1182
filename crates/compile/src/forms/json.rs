//! JSON as rows: JSON Lines, GeoJSON, and arrays of objects.
//!
//! An object's values become cells under their names; those of an object inside it under both names with a
//! full stop between. A list of plain values is joined by `; `. A feature's point becomes the columns
//! `latitude` and `longitude`; other geometries give none, because a point that stands for an area would be
//! invented.

use crate::diagnostic::{Diagnostics, Origin};
use crate::table::Records;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::rc::Rc;

/// The most columns that objects may name; more than that is no table.
const COLUMNS_LIMIT: usize = 4096;

/// One object a line.
pub(super) fn lines(file: &Rc<str>, text: &str, diagnostics: &mut Diagnostics) -> Records {
    let mut rows = Rows::new(file);
    for (line, object) in (1u32..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(object) {
            Ok(value) => rows.add(line, value, diagnostics),
            Err(error) => rows.fault(line, format!("The line is no JSON ({error})"), diagnostics),
        }
    }
    rows.records.finish()
}

/// The parts of a document that may hold rows.
#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(borrow, default)]
    features: Option<Vec<&'a RawValue>>,
}

/// A feature collection, an array, or, after all, one object a line.
pub(super) fn document(file: &Rc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Records> {
    let array = serde_json::from_str::<Vec<&RawValue>>(text).ok();
    let features = array.or_else(|| serde_json::from_str::<Collection>(text).ok()?.features);
    let Some(features) = features else {
        return not_a_table(file, text, diagnostics);
    };
    let mut rows = Rows::new(file);
    let (mut offset, mut line) = (0, 1u32);
    for raw in features {
        // The raw text lies inside `text`, so that the difference of addresses is its offset.
        let at = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let passed = text.as_bytes().get(offset..at).unwrap_or_default();
        line += memchr::memchr_iter(b'\n', passed).count() as u32;
        offset = at;
        match serde_json::from_str::<Value>(raw.get()) {
            Ok(value) => rows.add(line, value, diagnostics),
            Err(error) => rows.fault(line, format!("The entry is no JSON ({error})"), diagnostics),
        }
    }
    Some(rows.records.finish())
}

fn not_a_table(file: &Rc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Records> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    if serde_json::from_str::<serde_json::Map<String, Value>>(first).is_ok() {
        return Some(lines(file, text, diagnostics));
    }
    let fault = serde_json::from_str::<&RawValue>(text).err();
    let (line, what) = match fault {
        Some(error) => (error.line() as u32, format!("The file is no JSON ({error})")),
        None => (1, "The file holds neither features nor a list of objects".to_owned()),
    };
    let remedy = "Give GeoJSON, an array of objects, or one object a line";
    diagnostics.error(&Origin::at(file, line), what, remedy);
    None
}

struct Rows<'f> {
    file: &'f Rc<str>,
    records: Records,
    said_columns: bool,
    said_geometry: bool,
}

impl<'f> Rows<'f> {
    fn new(file: &'f Rc<str>) -> Self {
        Self { file, records: Records::default(), said_columns: false, said_geometry: false }
    }

    fn fault(&mut self, line: u32, what: String, diagnostics: &mut Diagnostics) {
        let what = format!("{what}; it is left out");
        diagnostics.left_out(&Origin::at(self.file, line), what, "Write one JSON object for each row");
    }

    fn add(&mut self, line: u32, value: Value, diagnostics: &mut Diagnostics) {
        let Value::Object(mut object) = value else {
            return self.fault(line, "The entry is no object".to_owned(), diagnostics);
        };
        let mut cells = Vec::new();
        if object.get("type").and_then(Value::as_str) == Some("Feature") {
            let geometry = object.remove("geometry").unwrap_or_default();
            if let Some(id) = object.remove("id") {
                self.cell("id", id, line, &mut cells, diagnostics);
            }
            let properties = object.remove("properties").unwrap_or_default();
            self.cell("", properties, line, &mut cells, diagnostics);
            self.point(&geometry, line, &mut cells, diagnostics);
        } else {
            self.cell("", Value::Object(object), line, &mut cells, diagnostics);
        }
        self.records.push(line, cells);
    }

    fn cell(
        &mut self,
        name: &str,
        value: Value,
        line: u32,
        cells: &mut Vec<(usize, String)>,
        diagnostics: &mut Diagnostics,
    ) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    let name = if name.is_empty() { key } else { format!("{name}.{key}") };
                    self.cell(&name, value, line, cells, diagnostics);
                }
            }
            Value::Null => {}
            value if self.records.header.len() < COLUMNS_LIMIT || self.records.has(name) => {
                cells.push((self.records.column(name), plain(value)));
            }
            _ if !self.said_columns => {
                self.said_columns = true;
                let what = format!("There are more than {COLUMNS_LIMIT} names; further ones are ignored");
                diagnostics.error(&Origin::at(self.file, line), what, "Leave out what is no column");
            }
            _ => {}
        }
    }

    fn point(
        &mut self,
        geometry: &Value,
        line: u32,
        cells: &mut Vec<(usize, String)>,
        diagnostics: &mut Diagnostics,
    ) {
        let pair = geometry.get("coordinates").filter(|_| geometry["type"] == "Point");
        match pair.and_then(Value::as_array).map(Vec::as_slice) {
            Some([longitude, latitude, ..]) => {
                cells.push((self.records.column("latitude"), plain(latitude.clone())));
                cells.push((self.records.column("longitude"), plain(longitude.clone())));
            }
            _ if geometry.is_null() || self.said_geometry => {}
            _ => {
                self.said_geometry = true;
                let what = "The geometry is no point; such rows are kept without coordinates";
                let remedy = "Give a point, or name the place in a column";
                diagnostics.note(&Origin::at(self.file, line), what, remedy);
            }
        }
    }
}

/// A value as a cell.
fn plain(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        Value::Array(list) if list.iter().all(|value| !value.is_array() && !value.is_object()) => {
            list.into_iter().map(plain).collect::<Vec<_>>().join("; ")
        }
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(records: Option<Records>, diagnostics: Diagnostics, expect: &str, said: usize) {
        let records = records.unwrap_or_default();
        let rows = records.rows.iter().map(|(line, cells)| format!("{line}:{}", cells.join(",")));
        let all: Vec<String> = std::iter::once(records.header.join(",")).chain(rows).collect();
        assert_eq!((all.join(" | ").as_str(), diagnostics.sorted().len()), (expect, said));
    }

    fn check_lines(text: &str, expect: &str, said: usize) {
        let mut diagnostics = Diagnostics::default();
        let records = lines(&"t.jsonl".into(), text, &mut diagnostics);
        check(Some(records), diagnostics, expect, said);
    }

    fn check_document(text: &str, expect: &str, said: usize) {
        let mut diagnostics = Diagnostics::default();
        let records = document(&"t.json".into(), text, &mut diagnostics);
        check(records, diagnostics, expect, said);
    }

    #[test]
    fn one_object_a_line() {
        check_lines(
            "{\"a\":1,\"b\":[\"x\",2]}\n\n{\"a\":{\"c\":true},\"b\":null}\n",
            "a,b,a.c | 1:1,x; 2, | 3:,,true",
            0,
        );
        check_lines("{\"a\":1}\nnope\n[1]\n", "a | 1:1", 2);
    }

    #[test]
    fn documents() {
        check_document("[{\"a\":1},\n{\"a\":2}]", "a | 1:1 | 2:2", 0);
        check_document("{\"a\":1}\n{\"a\":2}\n", "a | 1:1 | 2:2", 0);
        check_document(
            "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"id\":7,\"properties\":{\"n\":\"x\"},\
             \"geometry\":{\"type\":\"Point\",\"coordinates\":[36.5,35.25]}},\n{\"type\":\"Feature\",\"properties\":null,\
             \"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}",
            "id,n,latitude,longitude | 2:7,x,35.25,36.5 | 3:,,,",
            1,
        );
        check_document("{\"a\":", "", 1);
        check_document("12", "", 1);
    }
}
