//! `fieldbook query --export`: the statements shown, as a file.

use crate::failure::Failure;
use crate::{Outcome, columnar, output};
use ::query::{Answers, Engine, Selection, Value};
use ::take::{Format, Options, Taking};
use index::Role;
use std::path::Path;

/// How many statements are written at a time.
const PIECE: usize = 10_000;

/// How the file is written, apart from what its name says.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Form {
    /// CSV: write texts as they are, even where a spreadsheet would take them for formulas.
    #[arg(long, requires = "export")]
    raw: bool,
    /// CSV: begin with a byte order mark, which Excel needs for letters beyond the Latin ones.
    #[arg(long, requires = "export")]
    excel: bool,
}

/// Writes the statements of an answer into a file, in their order.
///
/// # Errors
/// Where the file's ending is not known, or it cannot be written.
pub fn export(engine: &Engine, selection: &Selection, answers: &Answers, path: &Path, form: Form) -> Outcome {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let corpus = engine.corpus();
    let view = view(engine, selection, answers);
    let rows: Vec<_> = answers.rows.iter().collect();
    let format = match ending.as_str() {
        "csv" => Format::Csv,
        "jsonl" | "ndjson" => Format::JsonLines,
        "geojson" | "json" => Format::GeoJson,
        "parquet" => return columnar::export(corpus, &rows, Some(&view), path),
        _ => {
            let message =
                "its ending says no form. Name a file that ends in .csv, .jsonl, .geojson or .parquet.";
            return Err(Failure::usage(format!("{}: {message}", path.display())));
        }
    };
    let lang = corpus.about.language.clone();
    let options = Options { format, guard: !form.raw, mark: form.excel, lang, view };
    let mut out = String::new();
    let mut taking = Taking::begin(options, corpus, &mut out);
    rows.chunks(PIECE).for_each(|rows| taking.write(corpus, rows, &mut out));
    taking.end(&mut out);
    output::write(path, out.as_bytes())
}

/// The view as an address's fragment, by which the page opens and checks it.
fn view(engine: &Engine, selection: &Selection, answers: &Answers) -> String {
    let corpus = engine.corpus();
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let date = &selection.date;
    pairs.extend(date.from.map(|day| ("from", day.to_string())));
    pairs.extend(date.to.map(|day| ("to", day.to_string())));
    let actor = |at: u32| corpus.actors.get(at as usize).map(|it| it.id.clone());
    let place = |at: u32| corpus.places.get(at as usize).map(|it| it.id.clone());
    let kind = |at: u32| corpus.kinds.get(at as usize).map(|it| it.id.clone());
    let source = |at: u32| corpus.sources.get(at as usize).map(|it| it.id.clone());
    type Id<'i> = &'i dyn Fn(u32) -> Option<String>;
    let clauses: [(_, _, _, Id); 5] = [
        ("actor", "not-actor", &selection.actor, &actor),
        ("speaker", "not-speaker", &selection.speaker, &actor),
        ("place", "not-place", &selection.place, &place),
        ("kind", "not-kind", &selection.kind, &kind),
        ("source", "not-source", &selection.source, &source),
    ];
    for (chosen, excluded, clause, id) in clauses {
        let id = |value: &Value| match value {
            Value::Missing => Some("none".to_owned()),
            Value::Entry(at) => id(*at),
        };
        pairs.extend(clause.chosen.iter().filter_map(id).map(|id| (chosen, id)));
        pairs.extend(clause.excluded.iter().filter_map(id).map(|id| (excluded, id)));
        if chosen == "actor" {
            pairs.extend(
                selection.roles.iter().map(|&role: &Role| ("role", ::take::role_name(role).to_owned())),
            );
        }
    }
    if !selection.text.is_empty() {
        pairs.push(("q", selection.text.clone()));
    }
    if selection.matches_only {
        pairs.push(("matches-only", "yes".to_owned()));
    }
    let counts = answers.counts;
    pairs.push(("corpus", ::take::short_hash(corpus)));
    pairs.push(("n", format!("{}.{}", counts.matching, counts.may_match)));
    let pairs = pairs.iter().map(|(key, value)| format!("{key}={}", escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Percent-encodes what an address gives a meaning.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b',' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
