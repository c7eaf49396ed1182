//! `statements.csv`: hand-coded statements, each over a quote in its report.
//!
//! A statement with an unknown actor, place or kind is left out whole: kept without the value, it would
//! stand among those whose source says nothing of it.

mod date;
mod derive;
mod entries;
mod figure;
mod quote;

pub(crate) use date::When as Given;
pub(crate) use derive::is_told;

use crate::diagnostic::Diagnostics;
use crate::draft::Draft;
use crate::gather::Gathered;
use crate::table::{Row, Table, shown};
use date::Fault;
use index::date::Anchors;
use index::{ActorEntry, Made, Role, SpeakerEntry, TextSpan};

/// The columns.
pub(crate) const COLUMNS: [&str; 35] = [
    "id",
    "report",
    "paragraph",
    "at",
    "quote",
    "summary",
    "made",
    "date",
    "days",
    "edtf",
    "date_words",
    "date_how",
    "date_why",
    "kind",
    "initiator",
    "affected",
    "mentioned",
    "actor_words",
    "actor_how",
    "actor_why",
    "speaker",
    "speaker_words",
    "speaker_how",
    "speaker_why",
    "relay",
    "place",
    "place_words",
    "place_how",
    "place_why",
    "sources",
    "figures",
    "figures_words",
    "figures_how",
    "figures_why",
    "event",
];

/// Columns that no table but one of ours has together.
const OURS: [&str; 9] =
    ["id", "at", "made", "initiator", "affected", "mentioned", "speaker", "figures", "sources"];

/// Whether a table of events is in the columns of `statements.csv`, as `fieldbook export` writes one.
pub(crate) fn recognized(table: &Table) -> bool {
    table.has(&OURS)
}

/// The date of a cell; nothing where it is none.
pub(crate) fn given(cell: &str, anchors: &Anchors) -> Option<Given> {
    date::when(cell, anchors).ok()
}

/// Reads the statements of a table.
pub(crate) fn read(table: &Table, gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
    table.check_columns(&COLUMNS, &["id", "report", "quote"], diagnostics);
    table.rows(diagnostics, |row, diagnostics| {
        // A report that somebody coded is not read by machine, even where the row cannot be used.
        gathered.coded.insert(row.get("report").to_owned());
        let made = if row.get("made") == "machine" { Made::Machine } else { Made::Hand };
        let report = gathered.report(row.get("report"));
        let statement = report.and_then(|report| statement(row, report, made, gathered, diagnostics));
        take(row, statement, gathered, diagnostics);
    });
}

/// Reads the rows of a table of events that is in the columns of `statements.csv`.
pub(crate) fn read_events(
    table: &Table,
    report: u32,
    gathered: &mut Gathered,
    diagnostics: &mut Diagnostics,
) {
    table.check_columns(&COLUMNS, &OURS, diagnostics);
    table.rows(diagnostics, |row, diagnostics| {
        let statement = statement(row, report, Made::Table, gathered, diagnostics);
        take(row, statement, gathered, diagnostics);
    });
}

fn take(row: &Row, statement: Result<Draft, Fault>, gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
    match statement {
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
}

fn statement(
    row: &Row,
    report: u32,
    made: Made,
    gathered: &mut Gathered,
    diagnostics: &mut Diagnostics,
) -> Result<Draft, Fault> {
    let id = row.get("id");
    if id.is_empty() {
        return Err(("The row has no id".to_owned(), "Give it a short, stable id".to_owned()));
    }
    let table = made == Made::Table;
    let anchors = gathered.anchors(report);
    let spans = if table { Vec::new() } else { vec![span(row, gathered, report, diagnostics)?] };
    let when = match row.get("days") {
        "" => date::when(row.get("date"), &anchors)?,
        days => date::as_given(days, row.get("edtf"), row.get("date"))?,
    };
    let speakers = speakers(row, table, gathered)?;
    let actors = actors(row, &speakers, table, gathered)?;
    let figures = figure::figures(row.get("figures"), &anchors, &mut gathered.populations, !table)?;
    Ok(Draft {
        origin: row.origin.clone(),
        id: id.to_owned(),
        summary: row.get("summary").to_owned(),
        quote: if table { row.get("quote").to_owned() } else { String::new() },
        spans,
        report,
        derivations: derive::derivations(row, &when, &figures, diagnostics),
        dates: when.dates,
        edtf: when.edtf,
        actors,
        speakers,
        places: entries::places(row.get("place"), &gathered.places.register)?,
        kinds: kinds(row.get("kind"), gathered)?,
        sources: sources(row.get("sources"), report, gathered)?,
        figures: figures.into_iter().map(|read| read.draft).collect(),
        event: row.get("event").to_owned(),
        made,
    })
}

/// The publishers that a row names, else its report's own.
fn sources(cell: &str, report: u32, gathered: &Gathered) -> Result<Vec<u32>, Fault> {
    if cell.is_empty() {
        return Ok(gathered.source_of(report));
    }
    let ids = entries::split(cell, ';').into_iter().map(|id| entries::plain(id.trim()));
    ids.filter(|id| !id.is_empty()).map(|id| gathered.source_by_id(&id)).collect()
}

fn span(
    row: &Row,
    gathered: &Gathered,
    report: u32,
    diagnostics: &mut Diagnostics,
) -> Result<TextSpan, Fault> {
    let (number, text) = (row.get("paragraph"), row.get("quote"));
    if let Some(span) = quote::at(gathered.reports.get(report as usize), row.get("at"), text) {
        return Ok(span);
    }
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

/// Who says so. A row of a table without a speaker has none; a report speaks itself.
fn speakers(row: &Row, table: bool, gathered: &mut Gathered) -> Result<Vec<SpeakerEntry>, Fault> {
    let cell = row.get("speaker");
    let values = match cell {
        "" if table => Vec::new(),
        "" => vec![vec![gathered.the_report()]],
        _ => entries::actors(cell, &gathered.actors.register)?,
    };
    let entry = |(group, actors): (u16, Vec<u32>)| {
        actors.into_iter().map(move |actor| SpeakerEntry { actor, group }).collect::<Vec<_>>()
    };
    Ok((0u16..).zip(values).flat_map(entry).collect())
}

/// The actors in their roles; a named speaker is an actor, too, but the report itself is not.
fn actors(
    row: &Row,
    speakers: &[SpeakerEntry],
    table: bool,
    gathered: &mut Gathered,
) -> Result<Vec<ActorEntry>, Fault> {
    let roles =
        [("initiator", Role::Initiator), ("affected", Role::Affected), ("mentioned", Role::Mentioned)];
    let mut actors: Vec<ActorEntry> = Vec::new();
    for (column, role) in roles {
        join(&mut actors, role, entries::actors(row.get(column), &gathered.actors.register)?);
    }
    if !table && !row.get("speaker").is_empty() {
        let first = next_group(&actors);
        let spoken = speakers.iter().filter(|entry| entry.actor != index::NONE);
        actors.extend(spoken.map(|entry| ActorEntry {
            actor: entry.actor,
            role: Role::Speaker,
            group: first.saturating_add(entry.group),
        }));
    }
    join(&mut actors, Role::Relay, entries::actors(row.get("relay"), &gathered.actors.register)?);
    Ok(actors)
}

/// Adds the entries of a cell, each with a group of its own.
fn join(actors: &mut Vec<ActorEntry>, role: Role, values: Vec<Vec<u32>>) {
    for alternatives in values {
        let group = next_group(actors);
        actors.extend(alternatives.into_iter().map(|actor| ActorEntry { actor, role, group }));
    }
}

fn next_group(actors: &[ActorEntry]) -> u16 {
    actors.last().map_or(0, |last| last.group.saturating_add(1))
}

fn kinds(cell: &str, gathered: &mut Gathered) -> Result<Vec<u32>, Fault> {
    let mut kinds = Vec::new();
    for text in entries::split(cell, ';').into_iter().map(str::trim).filter(|text| !text.is_empty()) {
        let kind = gathered.kinds.find(&entries::plain(text))?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    Ok(kinds)
}
