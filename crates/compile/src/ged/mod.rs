//! UCDP GED: tables of the Georeferenced Event Dataset, in any of their layouts (41 to 50 columns, with or
//! without a row of HXL tags). A row is one statement.
//!
//! Sides are actors as UCDP coded them; several are joined by a comma and a blank. Only one-sided violence
//! has a direction. Places are paths from the country down; `where_prec` says how deep the source goes.

mod describe;
mod place;
mod row;

use crate::diagnostic::{Diagnostics, Origin};
use crate::draft::{Draft, DraftFigure, PartOf};
use crate::gather::Gathered;
use crate::report::{ReportFile, stem};
use crate::roster::Head;
use crate::table::Table;
use crate::totals::TableTotals;
use index::{
    Actor, ActorEntry, ActorKind, Figure, Kind, Made, Measure, NONE, Name, PlaceEntry, Report, Role, Span,
    SpeakerEntry,
};
use place::Paths;
use row::{Columns, Event, Violence};
use std::rc::Rc;

pub(crate) use describe::describe;

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
pub(crate) fn recognized(table: &Table) -> bool {
    table.has(&NEEDED)
}

/// Reads tables of the dataset one after another; places of all of them form one tree.
#[derive(Default)]
pub(crate) struct Reader {
    paths: Paths,
    first_draft: Option<usize>,
}

impl Reader {
    /// Reads one table.
    pub fn read(
        &mut self,
        file: &Rc<str>,
        table: &Table,
        gathered: &mut Gathered,
        diagnostics: &mut Diagnostics,
    ) {
        self.first_draft.get_or_insert(gathered.drafts.len());
        let Some(report) = add_report(file, gathered, diagnostics) else { return };
        let kinds = Violence::ALL.map(|violence| add_kind(violence, gathered));
        let columns = Columns::of(table);
        let mut totals = TableTotals { file: file.to_string(), ..TableTotals::default() };
        let mut counts = [0u32; 3];
        let mut disordered = Vec::new();
        table.rows(diagnostics, |row, diagnostics| {
            if row.is_hxl() {
                return;
            }
            match columns.event(row, diagnostics) {
                Err((what, remedy)) => {
                    diagnostics.left_out(&row.origin, format!("{what}; the row is left out"), remedy);
                }
                Ok(event) if gathered.is_free(event.id, &row.origin, diagnostics) => {
                    let draft = self.draft(&event, &row.origin, report, &kinds, gathered);
                    gathered.add(draft);
                    count(&event, &mut totals, &mut counts);
                    disordered.extend((!event.in_order()).then_some(row.origin.line));
                }
                Ok(_) => {}
            }
        });
        totals.kinds = Violence::ALL.iter().zip(counts).map(|(v, n)| (v.name().to_owned(), n)).collect();
        gathered.tables.push(totals);
        note_disordered(file, &disordered, diagnostics);
    }

    /// Hands the places over and points the statements to them.
    pub fn finish(self, gathered: &mut Gathered) {
        let Some(first) = self.first_draft else { return };
        let places = self.paths.settle(&mut gathered.places);
        for draft in gathered.drafts.iter_mut().skip(first) {
            for entry in &mut draft.places {
                entry.place = places.get(entry.place as usize).copied().unwrap_or(NONE);
            }
            draft.places.retain(|entry| entry.place != NONE);
        }
    }

    fn draft(
        &mut self,
        event: &Event,
        origin: &Origin,
        report: u32,
        kinds: &[u32; 3],
        gathered: &mut Gathered,
    ) -> Draft {
        let precision = event.precision();
        let place = self.paths.add(event);
        Draft {
            origin: origin.clone(),
            id: event.id.to_owned(),
            summary: String::new(),
            quote: event.headline.to_owned(),
            spans: Vec::new(),
            report,
            dates: vec![Span::days(event.first, event.last)],
            edtf: String::new(),
            actors: sides(event, gathered),
            speakers: speakers(event, gathered),
            places: place.map(|place| PlaceEntry { place, precision, group: 0 }).into_iter().collect(),
            kinds: kinds.get(event.violence as usize).copied().into_iter().collect(),
            sources: offices(event.office, gathered),
            figures: figures(event, gathered),
            event: String::new(),
            made: Made::Table,
            derivations: Vec::new(),
        }
    }
}

fn add_report(file: &Rc<str>, gathered: &mut Gathered, diagnostics: &mut Diagnostics) -> Option<u32> {
    let name = stem(file).to_owned();
    let language = gathered.about.language.clone();
    let report =
        Report { id: name.clone(), title: name, source: NONE, language, table: true, ..Report::default() };
    gathered
        .add_report(ReportFile { report, publisher: Vec::new(), origin: Origin::whole(file) }, diagnostics)
}

fn add_kind(violence: Violence, gathered: &mut Gathered) -> u32 {
    let kinds = &mut gathered.kinds.roster;
    let id = violence.id();
    if let Some(at) = kinds.register.by_id(id) {
        return at;
    }
    let name = |text: &str, lang: &str| Name { text: text.to_owned(), lang: lang.to_owned() };
    let names = vec![
        name(violence.name(), "en"),
        name(violence.short_name(), "en"),
        name(violence.arabic_name(), "ar"),
    ];
    let origin = Origin::whole(&crate::kinds::FILE.into());
    let head = Head { id: id.to_owned(), names: names.clone(), parent: String::new(), origin };
    kinds.add(head, Kind { id: id.to_owned(), names, parent: NONE }).unwrap_or(NONE)
}

fn count(event: &Event, totals: &mut TableTotals, counts: &mut [u32; 3]) {
    totals.rows += 1;
    totals.span(event.first, event.last);
    totals.low = totals.low.saturating_add(event.low.unwrap_or(0));
    totals.best = totals.best.saturating_add(event.best.unwrap_or(0));
    totals.high = totals.high.saturating_add(event.high.unwrap_or(0));
    if let Some(count) = counts.get_mut(event.violence as usize) {
        *count += 1;
    }
}

fn note_disordered(file: &Rc<str>, lines: &[u32], diagnostics: &mut Diagnostics) {
    let Some(&first) = lines.first() else { return };
    let what = match lines.len() {
        1 => "The numbers are not in the order low, best, high; they are kept as they stand".to_owned(),
        rows => format!(
            "In {rows} rows from here on, numbers are not in the order low, best, high; they are kept as they stand"
        ),
    };
    diagnostics.note(
        &Origin::at(file, first),
        what,
        "Nothing needs to be done if the publisher of the table has them so",
    );
}

/// The two sides; UCDP says who attacked whom only for one-sided violence.
fn sides(event: &Event, gathered: &mut Gathered) -> Vec<ActorEntry> {
    let (role_a, role_b) = match event.violence {
        Violence::OneSided => (Role::Initiator, Role::Affected),
        Violence::StateBased | Violence::NonState => (Role::Mentioned, Role::Mentioned),
    };
    let sides = [(event.side_a, role_a), (event.side_b, role_b)];
    let parts = sides.iter().flat_map(|&(side, role)| side.split(", ").map(move |name| (name, role)));
    let mut entries: Vec<ActorEntry> = Vec::new();
    for (name, role) in parts {
        let name = collapse(name);
        let actor = if name.is_empty() { continue } else { actor(&name, side_kind(&name), gathered) };
        if !entries.iter().any(|entry| entry.actor == actor && entry.role == role) {
            entries.push(ActorEntry { actor, role, group: entries.len() as u16 });
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

fn speakers(event: &Event, gathered: &mut Gathered) -> Vec<SpeakerEntry> {
    let name = collapse(event.original);
    if name.is_empty() {
        return Vec::new();
    }
    vec![SpeakerEntry { actor: actor(&name, ActorKind::Other, gathered), group: 0 }]
}

/// The actor of this very name: one that the publisher lists under it, or the table's own.
fn actor(name: &str, kind: ActorKind, gathered: &mut Gathered) -> u32 {
    let register = &gathered.actors.register;
    if let Some(at) = register.by_id(name) {
        return at;
    }
    let listed = register.find(name, "actor", crate::actors::FILE).ok();
    let same = |at: &u32| {
        let actor = gathered.actors.items.get(*at as usize);
        actor.is_some_and(|actor| actor.names.iter().any(|other| other.text == name))
    };
    listed.filter(same).unwrap_or_else(|| {
        let names = vec![Name { text: name.to_owned(), lang: String::new() }];
        let origin = Origin::whole(&crate::actors::FILE.into());
        let head = Head { id: name.to_owned(), names: names.clone(), parent: String::new(), origin };
        let actor = Actor { id: name.to_owned(), names, kind, parent: NONE, ..Actor::default() };
        gathered.actors.add(head, actor).unwrap_or(NONE)
    })
}

/// The outlets that reported a row, each once.
fn offices(cell: &str, gathered: &mut Gathered) -> Vec<u32> {
    let mut sources = Vec::new();
    for office in cell.split(';').map(collapse).filter(|office| !office.is_empty()) {
        let names = vec![Name { text: office.clone(), lang: String::new() }];
        let source = gathered.source(&office, &office, names);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

fn figures(event: &Event, gathered: &mut Gathered) -> Vec<DraftFigure> {
    let plain = Figure { measure: Measure::Killed, whom: NONE, part_of: NONE, ..Figure::default() };
    let all = Figure { low: event.low, best: event.best, high: event.high, ..plain.clone() };
    if all == plain {
        return Vec::new();
    }
    let draft = |figure, part_of| DraftFigure { figure, label: String::new(), part_of };
    let mut figures = vec![draft(all, PartOf::Nothing)];
    if event.civilians > 0 {
        let whom = gathered.populations.find("civilians").unwrap_or(NONE);
        let civilians = Figure { best: Some(event.civilians), whom, ..plain };
        figures.push(draft(civilians, PartOf::Own(0)));
    }
    figures
}

/// Without blanks at the ends, and every run of them one blank.
fn collapse(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut collapsed = words.next().unwrap_or("").to_owned();
    for word in words {
        collapsed.push(' ');
        collapsed.push_str(word);
    }
    collapsed
}
