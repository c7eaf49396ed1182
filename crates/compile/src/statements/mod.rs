//! `statements.csv`: hand-coded statements, each over a quote in its report.
//!
//! A statement with an unknown actor, place or kind is left out whole: kept without the value, it would
//! stand among those whose source says nothing of it.

mod date;
mod derive;
mod entries;
mod figure;
mod quote;

use crate::diagnostic::Diagnostics;
use crate::draft::Draft;
use crate::gather::Gathered;
use crate::table::{Row, Table, shown};
use date::Fault;
use index::{ActorEntry, Made, Role, SpeakerEntry, TextSpan};

const COLUMNS: [&str; 23] = [
    "id",
    "report",
    "paragraph",
    "quote",
    "summary",
    "date",
    "date_words",
    "date_how",
    "date_why",
    "kind",
    "initiator",
    "affected",
    "mentioned",
    "actor_why",
    "speaker",
    "speaker_why",
    "place",
    "place_words",
    "place_how",
    "place_why",
    "figures",
    "figures_why",
    "event",
];

/// Reads the statements of a table.
pub(crate) fn read(table: &Table, gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
    table.check_columns(&COLUMNS, &["id", "report", "quote"], diagnostics);
    table.rows(diagnostics, |row, diagnostics| {
        // A report that somebody coded is not read by machine, even where the row cannot be used.
        gathered.coded.insert(row.get("report").to_owned());
        match statement(row, gathered, diagnostics) {
            Ok(draft) if gathered.is_free(&draft.id, &draft.origin, diagnostics) => gathered.add(draft),
            Ok(_) => {}
            Err((what, remedy)) => {
                let what = match row.get("id") {
                    "" => format!("{what}; it is left out"),
                    id => format!("{what}; the statement “{}” is left out", shown(id)),
                };
                diagnostics.left_out(&row.origin, what, remedy);
            }
        }
    });
}

fn statement(row: &Row, gathered: &mut Gathered, diagnostics: &mut Diagnostics) -> Result<Draft, Fault> {
    let id = row.get("id");
    if id.is_empty() {
        return Err(("The row has no id".to_owned(), "Give it a short, stable id".to_owned()));
    }
    let report = gathered.report(row.get("report"))?;
    let anchors = gathered.anchors(report);
    let spans = vec![span(row, gathered, report, diagnostics)?];
    let when = date::when(row.get("date"), &anchors)?;
    let speakers = speakers(row, gathered)?;
    let actors = actors(row, &speakers, gathered)?;
    let figures = figure::figures(row.get("figures"), &anchors, &mut gathered.populations)?;
    Ok(Draft {
        origin: row.origin.clone(),
        id: id.to_owned(),
        summary: row.get("summary").to_owned(),
        quote: String::new(),
        spans,
        report,
        derivations: derive::derivations(row, &when, &figures, diagnostics),
        dates: when.dates,
        edtf: when.edtf,
        actors,
        speakers,
        places: entries::places(row.get("place"), &gathered.places.register)?,
        kinds: kinds(row.get("kind"), gathered)?,
        sources: gathered.source_of(report),
        figures: figures.into_iter().map(|read| read.draft).collect(),
        event: row.get("event").to_owned(),
        made: Made::Hand,
    })
}

fn span(
    row: &Row,
    gathered: &Gathered,
    report: u32,
    diagnostics: &mut Diagnostics,
) -> Result<TextSpan, Fault> {
    let (number, text) = (row.get("paragraph"), row.get("quote"));
    let paragraph = number.parse().ok();
    if paragraph.is_none() && !number.is_empty() {
        let what = format!("The paragraph “{}” is not a number", shown(number));
        return Err((what, "Write the number of the original's paragraph, or nothing".to_owned()));
    }
    if text.is_empty() {
        let remedy = "Copy the words of the report that say it into the column quote";
        return Err(("There is no quote".to_owned(), remedy.to_owned()));
    }
    let found = gathered
        .reports
        .get(report as usize)
        .map_or(quote::Found::Nowhere, |report| quote::find(report, text, paragraph));
    match found {
        quote::Found::Once(span) => Ok(span),
        quote::Found::Several(span) => {
            let what = format!(
                "The quote “{}” stands in the report more than once; the first is taken",
                shown(text)
            );
            diagnostics.warning(&row.origin, what, "Fill in the column paragraph, or quote more words");
            Ok(span)
        }
        quote::Found::Nowhere => {
            let place = if paragraph.is_some() { format!("paragraph {number} of ") } else { String::new() };
            let what = format!("The quote “{}” does not stand in {place}the report", shown(text));
            Err((what, "Copy the words as the report's file has them, from one paragraph".to_owned()))
        }
    }
}

fn speakers(row: &Row, gathered: &mut Gathered) -> Result<Vec<SpeakerEntry>, Fault> {
    let cell = row.get("speaker");
    let values = match cell {
        "" => vec![vec![gathered.the_report()]],
        _ => entries::actors(cell, &gathered.actors.register)?,
    };
    let entry = |(group, actors): (u16, Vec<u32>)| {
        actors.into_iter().map(move |actor| SpeakerEntry { actor, group }).collect::<Vec<_>>()
    };
    Ok((0u16..).zip(values).flat_map(entry).collect())
}

/// The actors in their roles; a named speaker is an actor, too, but the report itself is not.
fn actors(row: &Row, speakers: &[SpeakerEntry], gathered: &mut Gathered) -> Result<Vec<ActorEntry>, Fault> {
    let roles =
        [("initiator", Role::Initiator), ("affected", Role::Affected), ("mentioned", Role::Mentioned)];
    let mut actors: Vec<ActorEntry> = Vec::new();
    let mut group = 0u16;
    for (column, role) in roles {
        for alternatives in entries::actors(row.get(column), &gathered.actors.register)? {
            actors.extend(alternatives.into_iter().map(|actor| ActorEntry { actor, role, group }));
            group = group.saturating_add(1);
        }
    }
    if row.get("speaker").is_empty() {
        return Ok(actors);
    }
    let spoken = speakers.iter().filter(|entry| entry.actor != index::NONE);
    actors.extend(spoken.map(|entry| ActorEntry {
        actor: entry.actor,
        role: Role::Speaker,
        group: group.saturating_add(entry.group),
    }));
    Ok(actors)
}

fn kinds(cell: &str, gathered: &mut Gathered) -> Result<Vec<u32>, Fault> {
    let mut kinds = Vec::new();
    for text in cell.split(';').map(str::trim).filter(|text| !text.is_empty()) {
        let kind = gathered.kinds.find(text)?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    Ok(kinds)
}
