//! Mappings as a publisher writes them: sections `[[table]]` of `fieldbook.toml`.

use super::{Cell, Counted, LEVELS, MEASURES, Mapping};
use crate::diagnostic::Diagnostics;
use crate::events::day::DayOrder;
use crate::fields::Fields;
use crate::table::Dialect;

/// The fields of a section, without those of measures.
const KNOWN: [&str; 24] = [
    "file",
    "delimiter",
    "header",
    "columns",
    "id",
    "date",
    "date_end",
    "dates",
    "initiator",
    "affected",
    "actors",
    "speaker",
    "list",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "place",
    "latitude",
    "longitude",
    "kind",
    "source",
    "summary",
    "quote",
];

/// The mappings of a folder.
pub(crate) fn settings(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Vec<Mapping> {
    let tables = fields.tables("table", diagnostics);
    tables.into_iter().filter_map(|table| mapping(table, diagnostics)).collect()
}

fn mapping(mut fields: Fields, diagnostics: &mut Diagnostics) -> Option<Mapping> {
    let origin = fields.origin.clone();
    let file = fields.text("file", diagnostics);
    if file.is_empty() {
        let what = "The section names no file, and is ignored";
        diagnostics.error(&origin, what, "Add a line file = \"events/…\"");
        return None;
    }
    let mapping = Mapping {
        file,
        dialect: dialect(&mut fields, diagnostics),
        id: cell(&mut fields, "id", diagnostics),
        date: cell(&mut fields, "date", diagnostics),
        date_end: cell(&mut fields, "date_end", diagnostics),
        day_order: day_order(&mut fields, diagnostics),
        initiator: cells(&mut fields, "initiator", diagnostics),
        affected: cells(&mut fields, "affected", diagnostics),
        actors: cells(&mut fields, "actors", diagnostics),
        speaker: cell(&mut fields, "speaker", diagnostics),
        list: fields.spaced("list", diagnostics),
        places: LEVELS
            .iter()
            .filter_map(|&(name, level)| Some((level, cell(&mut fields, name, diagnostics)?)))
            .collect(),
        latitude: cell(&mut fields, "latitude", diagnostics),
        longitude: cell(&mut fields, "longitude", diagnostics),
        kind: cells(&mut fields, "kind", diagnostics),
        source: cells(&mut fields, "source", diagnostics),
        summary: cell(&mut fields, "summary", diagnostics),
        quote: cell(&mut fields, "quote", diagnostics),
        figures: figures(&mut fields, diagnostics),
        acled: None,
        origin: Some(origin),
    };
    let measures = MEASURES.iter().map(|(name, _)| *name);
    let known: Vec<&str> = KNOWN.into_iter().chain(measures).collect();
    fields.finish(&known, diagnostics);
    Some(mapping)
}

fn cell_of(text: String) -> Option<Cell> {
    match text.strip_prefix('=') {
        Some(value) => Some(Cell::Constant(value.trim().to_owned())),
        None => (!text.is_empty()).then_some(Cell::Column(text)),
    }
}

fn cell(fields: &mut Fields, name: &str, diagnostics: &mut Diagnostics) -> Option<Cell> {
    cell_of(fields.text(name, diagnostics))
}

fn cells(fields: &mut Fields, name: &str, diagnostics: &mut Diagnostics) -> Vec<Cell> {
    fields.texts(name, diagnostics).into_iter().filter_map(cell_of).collect()
}

fn dialect(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Dialect {
    let origin = fields.line_of("delimiter");
    let delimiter = fields.spaced("delimiter", diagnostics);
    let delimiter = match (delimiter.as_str(), delimiter.as_bytes()) {
        ("", _) => None,
        ("tab", _) => Some(b'\t'),
        (_, &[byte]) if byte.is_ascii() && byte != b'"' && byte != b'\n' => Some(byte),
        _ => {
            let what = "The delimiter is not one sign, and is guessed";
            diagnostics.error(&origin, what, "Write one of: , ; | tab");
            None
        }
    };
    let columns = fields.texts("columns", diagnostics);
    let header = fields.text("header", diagnostics);
    Dialect { delimiter, columns, no_header: header == "none" }
}

fn day_order(fields: &mut Fields, diagnostics: &mut Diagnostics) -> DayOrder {
    let origin = fields.line_of("dates");
    match fields.text("dates", diagnostics).as_str() {
        "" | "day first" => DayOrder::DayFirst,
        "month first" => DayOrder::MonthFirst,
        _ => {
            let what = "The order of dates is not known; the day is taken to stand first";
            diagnostics.error(&origin, what, "Write dates = \"day first\" or dates = \"month first\"");
            DayOrder::DayFirst
        }
    }
}

/// `killed = "best"`, or `killed = ["low", "best", "high"]` with empty texts for what there is not.
fn figures(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Vec<Counted> {
    let mut figures = Vec::new();
    for (name, measure) in MEASURES {
        let origin = fields.line_of(name);
        let columns = fields.texts(name, diagnostics);
        let mut cells = columns.into_iter().map(cell_of);
        let counted = match cells.len() {
            0 => continue,
            1 => Counted { measure, best: cells.next().flatten(), ..Counted::default() },
            3 => {
                let mut next = || cells.next().flatten();
                Counted { measure, low: next(), best: next(), high: next() }
            }
            _ => {
                let what = format!("{name} names neither one column nor three, and is ignored");
                diagnostics.error(&origin, what, "Write \"best\" or [\"low\", \"best\", \"high\"]");
                continue;
            }
        };
        figures.push(counted);
    }
    figures
}
