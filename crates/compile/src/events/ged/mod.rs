//! UCDP GED: tables of the Georeferenced Event Dataset, in any of their layouts (41 to 50 columns, with or
//! without a row of HXL tags, or as GeoJSON). A row is one statement.
//!
//! Sides are actors as UCDP coded them; several are joined by a comma and a blank. Only one-sided violence
//! has a direction. Places are paths from the country down; `where_prec` says how deep the source goes.

mod oddity;
mod row;

use super::cast::add_kind;
use super::odd::Odd;
use super::{Reader, open};
use crate::diagnostic::Diagnostics;
use crate::gather::Gathered;
use crate::rows::{Event, RowFigure};
use crate::table::Table;
use crate::totals::{Form, TableTotals};
use index::{ActorEntry, ActorKind, Level, Measure, NONE, Name, PlaceEntry, Role, Span, SpeakerEntry};
use row::{Columns, GedRow, Violence};

/// What a table of this kind must have to be recognized.
const NEEDED: [&str; 10] = [
    "id",
    "type_of_violence",
    "side_a",
    "side_b",
    "where_prec",
    "country",
    "date_start",
    "date_end",
    "best",
    "high",
];

/// Whether the table is one of UCDP GED's, by its columns.
pub(super) fn recognized(table: &Table) -> bool {
    table.has(&NEEDED)
}

/// Reads one table.
pub(super) fn read(
    reader: &mut Reader,
    table: &Table,
    gathered: &mut Gathered,
    diagnostics: &mut Diagnostics,
) {
    let Some((report, mut totals)) = open(table, gathered, diagnostics) else { return };
    totals.form = Form::Ged;
    let kinds = Violence::ALL.map(|violence| kind_of(violence, gathered));
    let civilians = gathered.populations.find("civilians").unwrap_or(NONE);
    let columns = Columns::of(table);
    let mut counts = [0u32; 3];
    let mut odd = Odd::default();
    let left_out = diagnostics.count_left_out();
    table.rows(diagnostics, |row, diagnostics| {
        if row.is_hxl() {
            return;
        }
        match columns.row(row, diagnostics) {
            Err((what, remedy)) => {
                diagnostics.left_out(&row.origin, format!("{what}; the row is left out"), remedy);
            }
            Ok(event) if gathered.is_free(event.id, &row.origin, diagnostics) => {
                add(reader, &event, report, &kinds, civilians, gathered);
                count(&event, &mut totals, &mut counts);
                oddity::report(&event, row, &mut odd, diagnostics);
            }
            Ok(_) => {}
        }
    });
    totals.kinds = Violence::ALL.iter().zip(counts).map(|(v, n)| (v.name().to_owned(), n)).collect();
    totals.rejected = diagnostics.count_left_out() - left_out;
    totals.odd = odd.finish(&table.head_origin(), diagnostics);
    gathered.tables.push(totals);
}

fn add(
    reader: &mut Reader,
    event: &GedRow,
    report: u32,
    kinds: &[u32; 3],
    civilians: u32,
    gathered: &mut Gathered,
) {
    let actors = sides(event, reader, gathered);
    let said = reader.cast.actors(event.original, "", |_| ActorKind::Other, gathered);
    let speakers: Vec<SpeakerEntry> = said.iter().map(|&actor| SpeakerEntry { actor, group: 0 }).collect();
    let sources: Vec<u32> = reader.cast.sources(event.office, ";", gathered).to_vec();
    let levels = [Level::Country, Level::Admin1, Level::Admin2, Level::Town];
    let steps = event.path.map(str::trim);
    let depth = event.depth();
    let near = matches!(event.where_prec, 1 | 2);
    let all = [0, 1, 2, 3].map(|at: usize| {
        let cell = steps.get(at).filter(|_| at < depth).copied().unwrap_or("");
        (cell, levels.get(at).copied().unwrap_or_default())
    });
    let place = reader.paths.add(&all, event.point, near);
    let (figures, count) = figures(event, civilians);
    gathered.rows.push(&Event {
        id: event.id,
        summary: "",
        quote: event.headline,
        report,
        date: Some(Span::days(event.first, event.last)),
        edtf: "",
        actors: &actors,
        speakers: &speakers,
        place: place.map(|place| PlaceEntry { place, precision: event.precision(), group: 0 }),
        kinds: kinds.get(event.violence as usize..=event.violence as usize).unwrap_or_default(),
        sources: &sources,
        figures: figures.get(..count).unwrap_or_default(),
    });
}

fn kind_of(violence: Violence, gathered: &mut Gathered) -> u32 {
    let name = |text: &str, lang: &str| Name { text: text.to_owned(), lang: lang.to_owned() };
    let names = vec![
        name(violence.name(), "en"),
        name(violence.short_name(), "en"),
        name(violence.arabic_name(), "ar"),
    ];
    add_kind(violence.id(), names, "", gathered)
}

fn count(event: &GedRow, totals: &mut TableTotals, counts: &mut [u32; 3]) {
    totals.rows += 1;
    totals.span(event.first, event.last);
    totals.low = totals.low.saturating_add(event.low.unwrap_or(0));
    totals.best = totals.best.saturating_add(event.best.unwrap_or(0));
    totals.high = totals.high.saturating_add(event.high.unwrap_or(0));
    totals.civilians = totals.civilians.saturating_add(event.civilians);
    if let Some(count) = counts.get_mut(event.violence as usize) {
        *count += 1;
    }
}

/// The two sides; UCDP says who attacked whom only for one-sided violence.
fn sides(event: &GedRow, reader: &mut Reader, gathered: &mut Gathered) -> Vec<ActorEntry> {
    let (role_a, role_b) = match event.violence {
        Violence::OneSided => (Role::Initiator, Role::Affected),
        Violence::StateBased | Violence::NonState => (Role::Mentioned, Role::Mentioned),
    };
    let mut entries: Vec<ActorEntry> = Vec::new();
    for (side, role) in [(event.side_a, role_a), (event.side_b, role_b)] {
        for &actor in reader.cast.actors(side, ", ", side_kind, gathered).iter() {
            if !entries.iter().any(|entry| entry.actor == actor && entry.role == role) {
                entries.push(ActorEntry { actor, role, group: entries.len() as u16 });
            }
        }
    }
    entries
}

fn side_kind(name: &str) -> ActorKind {
    if name.starts_with("Government of ") {
        ActorKind::Government
    } else if name == "Civilians" {
        ActorKind::Population
    } else {
        ActorKind::Group
    }
}

/// All deaths, and the civilians among them; how many of the two there are.
fn figures(event: &GedRow, civilians: u32) -> ([RowFigure; 2], usize) {
    let all = RowFigure::new(Measure::Killed, event.low, event.best, event.high);
    let part = RowFigure::new(Measure::Killed, None, Some(event.civilians), None);
    let part = RowFigure { whom: civilians, part_of: 0, ..part };
    let count = match event.civilians {
        _ if event.low.or(event.best).or(event.high).is_none() => 0,
        0 => 1,
        _ => 2,
    };
    ([all, part], count)
}
