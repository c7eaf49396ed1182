//! One table in every form that a table can come in: the statements are the same.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod shown;

use fieldbook_compile::{Options, Severity, SourceFile, compile};
use serde_json::{Map, Value, json};
use shown::{compiled, lines};
use std::io::Write;
use std::path::Path;

const INVENTED: &str = include_str!("ged.csv");

fn records() -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(INVENTED.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (header, rows)
}

fn delimited(delimiter: u8) -> Vec<u8> {
    let (header, rows) = records();
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(header).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

/// Numbers become numbers, and what is empty is left out, as programs write them.
fn objects() -> Vec<Map<String, Value>> {
    let (header, rows) = records();
    let value = |cell: &String| cell.parse::<i64>().map_or_else(|_| json!(cell), |number| json!(number));
    let object = |row: &Vec<String>| {
        let filled = header.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        filled.map(|(name, cell)| (name.clone(), value(cell))).collect()
    };
    rows.iter().map(object).collect()
}

fn json_lines() -> Vec<u8> {
    let lines: Vec<String> = objects().into_iter().map(|object| Value::Object(object).to_string()).collect();
    lines.join("\n").into_bytes()
}

/// As UCDP gives it: coordinates in the geometry alone, days with a `T`.
fn geojson() -> Vec<u8> {
    let feature = |mut object: Map<String, Value>| {
        let number = |value: Option<Value>| value.and_then(|value| value.as_str()?.parse::<f64>().ok());
        let point = number(object.remove("longitude")).zip(number(object.remove("latitude")));
        let geometry = point.map(|(lon, lat)| json!({"type": "Point", "coordinates": [lon, lat]}));
        for name in ["date_start", "date_end"] {
            let day = object[name].as_str().unwrap()[..10].to_owned();
            object.insert(name.to_owned(), json!(format!("{day}T00:00:00")));
        }
        json!({"type": "Feature", "properties": object, "geometry": geometry})
    };
    let features: Vec<Value> = objects().into_iter().map(feature).collect();
    json!({"type": "FeatureCollection", "features": features}).to_string().into_bytes()
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\n', "&#10;")
}

/// The smallest workbook: one sheet with texts in its cells.
fn workbook() -> Vec<u8> {
    let (header, rows) = records();
    let column = |at: usize| char::from(b'A' + at as u8);
    let mut sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            .to_owned();
    for (row, cells) in std::iter::once(&header).chain(&rows).enumerate() {
        let line = row + 1;
        sheet.push_str(&format!("<row r=\"{line}\">"));
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let (name, cell) = (column(at), escaped(cell));
            sheet.push_str(&format!(
                "<c r=\"{name}{line}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>"
            ));
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
                <sheets><sheet name=\"Events\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let links = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" \
                 Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                <Relationship Id=\"rId1\" Target=\"xl/workbook.xml\" \
                Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn utf_16() -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(INVENTED.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn every_form_gives_the_same_statements() {
    let expect = lines(&compiled("invented.csv", INVENTED.as_bytes()));
    assert!(expect.len() >= 8);
    let check = |name: &str, bytes: &[u8]| {
        let compiled = compiled(name, bytes);
        assert_eq!(lines(&compiled), expect, "{name}: {:?}", compiled.diagnostics);
        assert_eq!(compiled.totals.left_out, 0, "{name}");
    };
    let with_tags = {
        let tags = records().0.iter().map(|name| format!("#{name}")).collect::<Vec<_>>().join(",");
        INVENTED.replacen('\n', &format!("\n{tags}\n"), 1)
    };
    check("invented.csv", with_tags.as_bytes());
    check("invented.csv", format!("\u{feff}{INVENTED}").as_bytes());
    check("invented.csv", &INVENTED.replace('\n', "\r\n").into_bytes());
    check("invented.csv", &utf_16());
    check("invented.tsv", &delimited(b'\t'));
    check("invented.csv", &delimited(b';'));
    check("invented.csv.gz", &gzipped(INVENTED.as_bytes()));
    check("invented.jsonl", &json_lines());
    check("invented.ndjson.gz", &gzipped(&json_lines()));
    check(
        "invented.json",
        format!("[{}]", String::from_utf8(json_lines()).unwrap().replace('\n', ",\n")).as_bytes(),
    );
    check("invented.geojson", &geojson());
    check("invented.xlsx", &workbook());
    check("invented.zip", &zipped(&[("readme.txt", b"no table"), ("in/invented.csv", INVENTED.as_bytes())]));
    check("invented.zip", &zipped(&[("invented.geojson", &geojson())]));
    check("invented.zip", &zipped(&[("invented.csv.gz", &gzipped(INVENTED.as_bytes()))]));
}

#[test]
fn legacy_letters_are_read_and_said() {
    let text = "date,place,notes\n2020-01-02,São Félix,Café détruit à l’aube – près de l’église\n2020-01-03,Córdoba,Año nuevo\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let legacy = compiled("old.csv", &bytes);
    assert_eq!(lines(&legacy), lines(&compiled("old.csv", text.as_bytes())));
    let said = legacy.diagnostics.iter().find(|d| d.what.contains("windows-1252")).unwrap();
    assert_eq!(said.severity, Severity::Warning);
}

#[test]
fn limits_are_said_and_held() {
    let refused = |name: &str, bytes: Vec<u8>, limit: u64, expect: &str| {
        let compiled =
            compile(&[SourceFile { path: name.into(), bytes }], &Options { unpacked_limit: limit });
        let said: Vec<String> = compiled.diagnostics.iter().map(|d| d.to_string()).collect();
        assert!(said.iter().any(|said| said.contains(expect)), "{expect}: {said:?}");
        assert_eq!(compiled.totals.statements, 0);
    };
    let large = vec![b'x'; 1 << 20];
    refused("t.csv.gz", gzipped(&large), 1000, "more than 1000 bytes");
    refused("t.zip", zipped(&[("t.csv", &large)]), 1000, "more than 1000 bytes");
    refused("t.zip", zipped(&[("a.csv", &large[..600]), ("b.csv", &large[..600])]), 1000, "more than");
    let many: Vec<(String, Vec<u8>)> = (0..1001).map(|at| (format!("{at}.csv"), Vec::new())).collect();
    let members: Vec<(&str, &[u8])> =
        many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    refused("t.zip", zipped(&members), 1000, "more than 1000");
    refused("t.zip", b"PK\x03\x04 broken".to_vec(), 1000, "cannot be read");
    refused("t.xlsx", b"no workbook".to_vec(), 1000, "cannot be read");
}

/// The same events as CSV and as GeoJSON, where both are at hand.
#[test]
fn a_real_geojson_reads_as_the_same_rows_of_the_csv() {
    let read = |name: &str| {
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name)).ok()
    };
    let Some((json, table)) = read("ucdp-ged-car.geojson.gz").zip(read("ucdp-ged.csv.gz")) else {
        println!("skipped: ../shared/data is not here");
        return;
    };
    let json = compiled("ucdp-ged-car.geojson.gz", &json);
    let totals = &json.totals.tables[0];
    assert_eq!((totals.rows, totals.best), (1848, 14_948));
    assert_eq!(totals.kinds.iter().map(|(_, rows)| *rows).collect::<Vec<_>>(), [401, 371, 1076]);
    let days = [totals.first, totals.last].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["1991-08-08", "2022-12-31"]);
    let table = compiled("ucdp-ged.csv.gz", &table);
    let of_table: std::collections::BTreeMap<&str, usize> =
        table.corpus.statements.ids.iter().zip(0..).collect();
    for (at, id) in json.corpus.statements.ids.iter().enumerate() {
        let other = of_table[id];
        let dates = |compiled: &fieldbook_compile::Compiled, at: usize| {
            compiled.corpus.statements.dates.get(at).to_vec()
        };
        assert_eq!(dates(&json, at), dates(&table, other), "{id}");
        let places = |compiled: &fieldbook_compile::Compiled, at: usize| {
            let entries = compiled.corpus.statements.places.get(at);
            entries
                .iter()
                .map(|entry| compiled.corpus.places[entry.place as usize].id.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(places(&json, at), places(&table, other), "{id}");
    }
}

/// Archives and workbooks with bytes changed or cut off: no panic, and what comes out can be opened.
mod damaged {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn packed_files(which in 0usize..4, hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
                        cut in any::<prop::sample::Index>(), whole: bool) {
            let (name, mut bytes) = match which {
                0 => ("t.xlsx", workbook()),
                1 => ("t.zip", zipped(&[("t.csv", INVENTED.as_bytes()), ("t.geojson", &geojson())])),
                2 => ("t.csv.gz", gzipped(INVENTED.as_bytes())),
                _ => ("t.geojson", geojson()),
            };
            for (at, byte) in hits {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if !whole {
                bytes.truncate(cut.index(bytes.len()));
            }
            let mut corpus = compiled(name, &bytes).corpus;
            let written = index::write(&mut corpus);
            prop_assert_eq!(index::open(&written).unwrap(), corpus);
        }
    }
}
