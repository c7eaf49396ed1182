//! Statements as lines of text, for comparison.

#![allow(dead_code, clippy::unwrap_used)]

use fieldbook_compile::{Compiled, Options, SourceFile, compile};
use index::NONE;

/// A data file compiled alone.
pub fn compiled(name: &str, bytes: &[u8]) -> Compiled {
    compile(&[SourceFile { path: name.to_owned(), bytes: bytes.to_vec() }], &Options::default())
}

/// Files of a source folder compiled.
pub fn folder(files: &[(&str, &str)]) -> Compiled {
    let file =
        |&(path, text): &(&str, &str)| SourceFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    compile(&files.iter().map(file).collect::<Vec<_>>(), &Options::default())
}

/// All statements, one a line, with their ids.
pub fn lines(compiled: &Compiled) -> Vec<String> {
    let ids = compiled.corpus.statements.ids.iter();
    ids.map(|id| format!("{id} | {} | {}", line(compiled, id), summary(compiled, id))).collect()
}

/// The summary of a statement.
pub fn summary(compiled: &Compiled, id: &str) -> String {
    let statements = &compiled.corpus.statements;
    let row = statements.ids.iter().position(|other| other == id).unwrap();
    statements.summaries.get(row).to_owned()
}

/// A statement in one line, by its id.
pub fn line(compiled: &Compiled, id: &str) -> String {
    let corpus = &compiled.corpus;
    let row = corpus.statements.ids.iter().position(|other| other == id).unwrap();
    let statements = &corpus.statements;
    let actor = |at: u32| corpus.actors[at as usize].id.clone();
    let actors: Vec<String> =
        statements.actors.get(row).iter().map(|a| format!("{}:{:?}", actor(a.actor), a.role)).collect();
    let places: Vec<String> = statements
        .places
        .get(row)
        .iter()
        .map(|p| format!("{} {:?}", corpus.places[p.place as usize].id, p.precision))
        .collect();
    let dates: Vec<String> = statements.dates.get(row).iter().map(|span| span.to_string()).collect();
    let kinds: Vec<&str> =
        statements.kinds.get(row).iter().map(|&kind| corpus.kinds[kind as usize].id.as_str()).collect();
    let sources: Vec<&str> = statements
        .sources
        .get(row)
        .iter()
        .map(|&source| corpus.sources[source as usize].id.as_str())
        .collect();
    let speakers: Vec<String> = statements.speakers.get(row).iter().map(|entry| actor(entry.actor)).collect();
    let figures = statements.figures.range(row).map(|at| {
        let figure = statements.figures.at(at).unwrap();
        let n = |n: Option<u64>| n.map_or("-".to_owned(), |n| n.to_string());
        let part = if figure.part_of == NONE {
            String::new()
        } else {
            format!(" of {}", at - figure.part_of as usize)
        };
        format!("{}/{}/{}{part}", n(figure.low), n(figure.best), n(figure.high))
    });
    let figures: Vec<String> = figures.collect();
    let parts = [dates, actors, places, speakers, figures].map(|part| part.join("; "));
    format!(
        "{} | {} | {} | {}",
        parts.join(" | "),
        kinds.join(";"),
        sources.join(";"),
        statements.quotes.get(row)
    )
}
