//! The answer of `fieldbook query` as JSON: keys, their order and their meaning are a contract.

use super::figures;
use ::query::{Answers, Counts, Dimension, Engine, FacetRow, Selection, Value, Wants};
use index::{Corpus, Name, name_in};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The answer.
#[derive(Debug, Serialize)]
pub struct Answer {
    total: u32,
    shown: u32,
    #[serde(rename = "match")]
    matching: u32,
    may_match: u32,
    undated: u32,
    unplaced: u32,
    facets: Facets,
    histogram: Vec<Cell>,
    ids: Vec<String>,
    figures: Vec<figures::Section>,
}

#[derive(Debug, Serialize)]
struct Facets {
    actors: Vec<Row>,
    speakers: Vec<Row>,
    places: Vec<Row>,
    kinds: Vec<Row>,
    sources: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(rename = "match")]
    matching: u32,
    may_match: u32,
}

#[derive(Debug, Serialize)]
struct Cell {
    from: String,
    to: String,
    #[serde(rename = "match")]
    matching: u32,
    may_match: u32,
}

/// What a missing value is called.
const MISSING: &str = "(none)";

impl Answer {
    /// The answer in the contract's shape.
    pub fn of(engine: &Engine, selection: &Selection, answers: &Answers) -> Self {
        let Counts { matching, may_match } = answers.counts;
        let corpus = engine.corpus();
        Self {
            total: answers.total,
            shown: answers.counts.shown(),
            matching,
            may_match,
            undated: answers.undated,
            unplaced: answers.unplaced,
            facets: facets(engine, answers),
            histogram: answers.histogram.cells.iter().map(cell).collect(),
            ids: answers
                .rows
                .iter()
                .map(|(row, _)| corpus.statements.ids.get(row as usize).to_owned())
                .collect(),
            figures: figures::sections(engine, selection),
        }
    }
}

fn cell(cell: &::query::Cell) -> Cell {
    let Counts { matching, may_match } = cell.counts;
    Cell { from: cell.from.to_string(), to: cell.to.to_string(), matching, may_match }
}

fn facets(engine: &Engine, answers: &Answers) -> Facets {
    let all = engine.ask(&Selection::default(), Wants { facets: true, ..Wants::COUNTS }).facets;
    let corpus = engine.corpus();
    let rows = |dimension: Dimension| {
        // Actors and speakers share a table; each facet holds those that ever stand in it.
        let ever: BTreeSet<Value> = occurring(all.of(dimension));
        let elsewhere = match dimension {
            Dimension::Actor => occurring(&all.speakers),
            Dimension::Speaker => (0..corpus.actors.len() as u32).map(Value::Entry).collect(),
            _ => BTreeSet::new(),
        };
        let belongs = |row: &&FacetRow| ever.contains(&row.value) || !elsewhere.contains(&row.value);
        let mut rows: Vec<Row> = answers
            .facets
            .of(dimension)
            .iter()
            .filter(belongs)
            .map(|found| row(corpus, dimension, found))
            .collect();
        rows.sort_by(|a, b| order(a).cmp(&order(b)));
        rows
    };
    Facets {
        actors: rows(Dimension::Actor),
        speakers: rows(Dimension::Speaker),
        places: rows(Dimension::Place),
        kinds: rows(Dimension::Kind),
        sources: rows(Dimension::Source),
    }
}

fn occurring(rows: &[FacetRow]) -> BTreeSet<Value> {
    rows.iter().filter(|row| row.counts.shown() > 0).map(|row| row.value).collect()
}

fn order(row: &Row) -> (Reverse<u32>, Reverse<u32>, &str, &str) {
    (Reverse(row.matching), Reverse(row.may_match), &row.name, &row.id)
}

fn row(corpus: &Corpus, dimension: Dimension, found: &FacetRow) -> Row {
    let (id, name) = match found.value {
        Value::Missing => ("none".to_owned(), MISSING.to_owned()),
        Value::Entry(entry) => named(corpus, dimension, entry),
    };
    let path = (dimension == Dimension::Place).then(|| match found.value {
        Value::Missing => MISSING.to_owned(),
        Value::Entry(entry) => path(corpus, entry),
    });
    let Counts { matching, may_match } = found.counts;
    Row { name, id, path, matching, may_match }
}

fn named(corpus: &Corpus, dimension: Dimension, entry: u32) -> (String, String) {
    let at = entry as usize;
    let entry: Option<(&String, &[Name])> = match dimension {
        Dimension::Actor | Dimension::Speaker => {
            corpus.actors.get(at).map(|actor| (&actor.id, &*actor.names))
        }
        Dimension::Place => corpus.places.get(at).map(|place| (&place.id, &*place.names)),
        Dimension::Kind => corpus.kinds.get(at).map(|kind| (&kind.id, &*kind.names)),
        _ => corpus.sources.get(at).map(|source| (&source.id, &*source.names)),
    };
    let shown = |names| name_in(names, &corpus.about.language).to_owned();
    entry.map(|(id, names)| (id.clone(), shown(names))).unwrap_or_default()
}

/// The names from the outermost place down.
fn path(corpus: &Corpus, place: u32) -> String {
    let mut names = Vec::new();
    let mut at = corpus.places.get(place as usize);
    while let Some(place) = at {
        names.push(name_in(&place.names, &corpus.about.language));
        at = corpus.places.get(place.parent as usize);
    }
    names.reverse();
    names.join(" > ")
}
