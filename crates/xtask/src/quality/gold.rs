//! Gold documents, and what the annotator found in the same terms.

use std::io::Read;
use std::path::Path;

use annotate::{Annotation, Value};
use index::Day;
use serde_json::Value as Json;

use crate::command::{Result, Stop};

/// A document with its answers; offsets are bytes.
pub(super) struct Document {
    pub id: String,
    /// The set it belongs to has dates.
    pub has_dates: bool,
    pub text: String,
    pub published: Option<Day>,
    pub scored: Vec<(usize, usize)>,
    pub gold: Vec<Item>,
    pub incidents: Vec<Json>,
}

/// An answer, or what the annotator found.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    pub class: String,
    pub value: String,
    pub text: String,
    pub names: Vec<String>,
    pub numbers: Vec<u64>,
    pub point: Option<(f64, f64)>,
    pub optional: bool,
}

/// Reads a set.
pub(super) fn read(file: &Path) -> Result<Vec<Document>> {
    let failed = |e: std::io::Error| Stop::because(format!("cannot read {}", file.display()), e);
    let bytes = std::fs::read(file).map_err(failed)?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).map_err(failed)?;
    } else {
        bytes.as_slice().read_to_string(&mut text).map_err(failed)?;
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            serde_json::from_str(line)
                .map(|json| document(&json))
                .map_err(|e| Stop::because("a line is not JSON", e))
        })
        .collect()
}

fn document(json: &Json) -> Document {
    let text = json["text"].as_str().unwrap_or("").to_owned();
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let byte =
        |value: &Json| value.as_u64().and_then(|at| bytes.get(at as usize)).copied().unwrap_or(text.len());
    let list = |key: &str| json[key].as_array().cloned().unwrap_or_default();
    let scored = list("scored").iter().map(|pair| (byte(&pair[0]), byte(&pair[1]))).collect();
    let answers = list("gold");
    let gold = answers.iter().map(|item| {
        let (start, end) = (byte(&item["start"]), byte(&item["end"]));
        let word = |key: &str| item[key].as_str().unwrap_or("").to_owned();
        Item {
            start,
            end,
            kind: word("kind"),
            class: word("type"),
            value: word("value"),
            text: text.get(start..end).unwrap_or("").to_owned(),
            names: Vec::new(),
            numbers: Vec::new(),
            point: item["lat"].as_f64().zip(item["lon"].as_f64()),
            optional: item["optional"].as_bool().unwrap_or(false),
        }
    });
    let published = json["published"]
        .as_str()
        .and_then(|edtf| index::date::parse_bounds(edtf).ok())
        .and_then(|span| span.from);
    let id = json["id"].as_str().unwrap_or("").to_owned();
    Document {
        id,
        has_dates: false,
        published,
        scored,
        gold: gold.collect(),
        incidents: list("incidents"),
        text,
    }
}

/// What the annotator found inside the scored stretches.
pub(super) fn found(document: &Document, annotation: &Annotation) -> Vec<Item> {
    let inside = |start: usize| document.scored.iter().any(|(from, to)| (*from..*to).contains(&start));
    annotation
        .mentions
        .iter()
        .filter(|mention| inside(mention.start))
        .map(|mention| {
            let text = document.text.get(mention.start..mention.end).unwrap_or("").to_owned();
            let mut item = Item {
                start: mention.start,
                end: mention.end,
                kind: String::new(),
                class: String::new(),
                value: String::new(),
                names: vec![text.clone()],
                text,
                numbers: Vec::new(),
                point: None,
                optional: false,
            };
            match &mention.value {
                Value::Date(date) => {
                    let value = if date.timex3.is_empty() {
                        date.edtf.clone().unwrap_or_default()
                    } else {
                        date.timex3.clone()
                    };
                    (item.kind, item.class, item.value) = ("date".to_owned(), date.kind.to_owned(), value);
                }
                Value::Actor(actor) => {
                    let class = match actor.kind {
                        "person" => "Person",
                        "nationality" => "Nationality",
                        _ => "Organisation",
                    };
                    (item.kind, item.class) = ("actor".to_owned(), class.to_owned());
                    item.names.push(actor.name.clone());
                }
                Value::Place(place) => {
                    item.kind = "place".to_owned();
                    item.names.push(place.name.clone());
                    item.names.extend(place.path.iter().cloned());
                    item.point =
                        place.point.map(|(latitude, longitude)| (f64::from(latitude), f64::from(longitude)));
                }
                Value::Figure(figure) => {
                    item.kind = "figure".to_owned();
                    item.numbers = [figure.best, figure.high, figure.low].into_iter().flatten().collect();
                }
                Value::Attribution(_) => item.kind = "attribution".to_owned(),
            }
            item
        })
        .collect()
}
