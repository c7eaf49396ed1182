//! Exports of a fieldbook, read back: the same statements, under the same ids.
//!
//! What is read are the cells whose names begin with `fieldbook_`, and the plain ones beside them (id, date,
//! summary, quote, report). Cells made for people, such as names and counts, are not: they say the same again. A report
//! becomes a table, because an export holds what its statements quote and not its text.

use super::open_totals;
use crate::actors;
use crate::diagnostic::{Diagnostics, Origin};
use crate::draft::{Draft, DraftFigure, PartOf};
use crate::gather::{Gathered, THE_REPORT};
use crate::places::{ListedPlace, point_of};
use crate::report::ReportFile;
use crate::roster::Head;
use crate::table::{Row, Table, shown};
use crate::totals::Form;
use index::date::parse_bounds;
use index::{
    Actor, ActorEntry, ActorKind, Derivation, Field, How, Level, Made, NONE, Name, Place, PlaceEntry, Point,
    Precision, Published, Report, Span, SpeakerEntry,
};
use take::cell::unguarded;
use take::notation::{Step, UNNAMED, split, split_once, step, values};

/// The columns by which an export is known; every statement fills them.
const KNOWN_BY: [&str; 4] = ["id", "answer", "fieldbook_format", "fieldbook_corpus"];

type Fault = (String, &'static str);

/// Whether a table is an export of a fieldbook.
pub(super) fn recognized(table: &Table) -> bool {
    table.has(&KNOWN_BY)
}

/// Reads an export.
pub(super) fn read(table: &Table, gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
    let mut totals = open_totals(table, Form::Taken);
    let left_out = diagnostics.count_left_out();
    table.rows(diagnostics, |row, diagnostics| {
        let read = statement(&Cells { row }, gathered, diagnostics);
        match read {
            Ok(draft) if gathered.is_free(&draft.id, &draft.origin, diagnostics) => {
                totals.count(&draft.dates);
                gathered.add(draft);
            }
            Ok(_) => {}
            Err((what, remedy)) => {
                diagnostics.left_out(&row.origin, format!("{what}; the row is left out"), remedy);
            }
        }
    });
    totals.rejected = diagnostics.count_left_out() - left_out;
    gathered.tables.push(totals);
}

/// The cells of a row as they were before they were guarded.
struct Cells<'r, 't, 'a> {
    row: &'r Row<'t, 'a>,
}

impl Cells<'_, '_, '_> {
    fn get(&self, column: &str) -> &str {
        let text = self.row.raw(column);
        if self.row.raw("fieldbook_format").ends_with("guarded") { unguarded(text) } else { text }
    }

    fn text(&self, column: &str) -> String {
        self.get(column).to_owned()
    }
}

fn statement(cells: &Cells, gathered: &mut Gathered, diagnostics: &mut Diagnostics) -> Result<Draft, Fault> {
    let format = cells.row.raw("fieldbook_format").trim();
    if format.split(' ').next() != Some(take::FORMAT) {
        let what = format!("The export is of the form “{}”, which is not known here", shown(format));
        return Err((what, "Read it with the version of fieldbook that wrote it, or a newer one"));
    }
    let id = cells.text("id");
    if id.is_empty() {
        return Err(("The row has no id".to_owned(), "Write back the id that the export gave it"));
    }
    let report = report(cells, gathered, diagnostics)?;
    let (dates, edtf) = dates(cells)?;
    Ok(Draft {
        origin: cells.row.origin.clone(),
        summary: cells.text("summary"),
        quote: cells.text("quote"),
        spans: Vec::new(),
        report,
        dates,
        edtf,
        actors: roles(cells.get("fieldbook_actors"), gathered)?,
        speakers: speakers(cells.get("fieldbook_speakers"), gathered),
        places: places(cells.get("fieldbook_places"), gathered)?,
        kinds: values(cells.get("fieldbook_kinds")).iter().map(|value| kind(value, gathered)).collect(),
        sources: values(cells.get("fieldbook_sources")).iter().map(|value| source(value, gathered)).collect(),
        figures: figures(&id, cells.get("fieldbook_figures"), gathered)?,
        event: cells.text("event"),
        made: made(cells.get("made")),
        derivations: derivations(cells),
        id,
    })
}

fn made(text: &str) -> Made {
    let all = [Made::Hand, Made::Machine, Made::Table];
    all.into_iter().find(|made| take::made_name(*made) == text).unwrap_or(Made::Table)
}

fn how(text: &str) -> How {
    let all =
        [How::Stated, How::Resolved, How::Carried, How::Inferred, How::Computed, How::Coded, How::Unknown];
    all.into_iter().find(|how| take::how_name(*how) == text).unwrap_or_default()
}

/// How the date was made, as far as an export says so.
fn derivations(cells: &Cells) -> Vec<Derivation> {
    let (words, known) = (cells.text("date_words"), cells.get("date_how"));
    let made = Derivation { field: Field::Date, words, how: how(known), ..Derivation::default() };
    if made.words.is_empty() && known.is_empty() { Vec::new() } else { vec![made] }
}

/// The report's position, added where it is new; [`NONE`] where the row names none.
fn report(cells: &Cells, gathered: &mut Gathered, diagnostics: &mut Diagnostics) -> Result<u32, Fault> {
    let id = cells.get("report");
    if id.is_empty() {
        return Ok(NONE);
    }
    if let Ok(known) = gathered.report(id) {
        return Ok(known);
    }
    let edtf = cells.text("report_published");
    let published = Published {
        span: parse_bounds(&edtf).ok(),
        edtf,
        how: how(cells.get("report_published_how")),
        why: String::new(),
    };
    let publisher = values(cells.get("fieldbook_publisher")).first().map(|value| source(value, gathered));
    let report = Report {
        id: id.to_owned(),
        title: cells.text("report_title"),
        source: publisher.unwrap_or(NONE),
        author: cells.text("report_author"),
        language: cells.text("report_language"),
        published,
        url: cells.text("report_url"),
        archive: cells.text("report_archive"),
        licence: cells.text("report_licence"),
        citation: cells.text("report_citation"),
        sha256: cells.text("report_sha256"),
        digest: cells.get("report_form") == "digest",
        table: true,
        ..Report::default()
    };
    let origin = cells.row.origin.clone();
    let added =
        gathered.add_report(ReportFile { report, publisher: Vec::new(), origin, coded: true }, diagnostics);
    added.ok_or_else(|| ("The report's id is taken".to_owned(), "Give the report another id"))
}

fn dates(cells: &Cells) -> Result<(Vec<Span>, String), Fault> {
    let (shown_date, several) = (cells.get("date"), cells.get("fieldbook_dates"));
    let spans = match (several, shown_date) {
        (take::NO_DATES, _) | ("", "") => Vec::new(),
        ("", one) => vec![span(one)?],
        (several, _) => values(several).into_iter().map(span).collect::<Result<Vec<_>, _>>()?,
    };
    // What says no more than the days is made from them.
    let told = shown_date != take::dates_shown(&spans);
    Ok((spans, if told { shown_date.to_owned() } else { String::new() }))
}

/// One interval as [`Span`] writes it.
fn span(text: &str) -> Result<Span, Fault> {
    let fault = || (format!("“{}” is not a date", shown(text)), "Write it as the export had it");
    let qualified = text.contains('~');
    let plain = text.replace('~', "");
    let (from, to) = plain.split_once('/').unwrap_or((&plain, &plain));
    let end = |text: &str, first: bool| match text {
        ".." => Ok(None),
        text => {
            let bounds = parse_bounds(text).map_err(|_| fault())?;
            Ok(if first { bounds.from } else { bounds.to })
        }
    };
    let span = Span { from: end(from, true)?, to: end(to, false)?, qualified };
    if span.low() > span.high() { Err(fault()) } else { Ok(span) }
}

fn roles(cell: &str, gathered: &mut Gathered) -> Result<Vec<ActorEntry>, Fault> {
    let mut entries = Vec::new();
    for (group, value) in (0u16..).zip(values(cell)) {
        for text in split(value, '|') {
            let (role, text) = split_once(text, '@').unwrap_or(("", text));
            let role = take::role_named(role).ok_or_else(|| {
                (
                    format!("“{}” is not a role", shown(role)),
                    "Write initiator, affected, speaker, mentioned or relay",
                )
            })?;
            entries.push(ActorEntry { actor: actor(text, gathered), role, group });
        }
    }
    Ok(entries)
}

fn speakers(cell: &str, gathered: &mut Gathered) -> Vec<SpeakerEntry> {
    let mut entries = Vec::new();
    for (group, value) in (0u16..).zip(values(cell)) {
        let actors = split(value, '|').into_iter().map(|text| actor(text, gathered));
        entries.extend(actors.map(|actor| SpeakerEntry { actor, group }));
    }
    entries
}

/// The steps of a value, each with the id of the one above.
fn steps(text: &str) -> Vec<(String, Step)> {
    let mut above = String::new();
    let steps = split(text, '>').into_iter().map(step).filter(|step| !step.id.is_empty());
    steps.map(|step| (std::mem::replace(&mut above, step.id.clone()), step)).collect()
}

fn named(step: &Step) -> Vec<Name> {
    vec![Name { text: step.name.clone(), lang: String::new() }]
}

fn actor(text: &str, gathered: &mut Gathered) -> u32 {
    let mut found = NONE;
    if text == UNNAMED {
        return found;
    }
    for (parent, step) in steps(text) {
        if step.id == THE_REPORT {
            found = gathered.the_report();
            continue;
        }
        found = gathered.actors.register.by_id(&step.id).unwrap_or_else(|| {
            let (kind, private) = match step.class.strip_prefix("private ") {
                Some(kind) => (kind, true),
                None => (&*step.class, false),
            };
            let names = named(&step);
            let origin = Origin::whole(&actors::FILE.into());
            let head = Head { id: step.id.clone(), names: names.clone(), parent, origin };
            let kind = actor_kind(kind);
            let actor = Actor { id: step.id.clone(), names, kind, parent: NONE, private, ..Actor::default() };
            gathered.actors.add(head, actor).unwrap_or(NONE)
        });
    }
    found
}

fn actor_kind(text: &str) -> ActorKind {
    let all = [
        ActorKind::Person,
        ActorKind::State,
        ActorKind::Government,
        ActorKind::Force,
        ActorKind::Group,
        ActorKind::Organization,
        ActorKind::Media,
        ActorKind::Population,
        ActorKind::Report,
    ];
    all.into_iter().find(|kind| take::actor_kind_name(*kind) == text).unwrap_or_default()
}

fn places(cell: &str, gathered: &mut Gathered) -> Result<Vec<PlaceEntry>, Fault> {
    let all = [Precision::Within, Precision::Exact, Precision::Near];
    let mut entries = Vec::new();
    for (group, value) in (0u16..).zip(values(cell)) {
        for text in split(value, '|') {
            let mut marks = split(text, '@').into_iter();
            let path = marks.next().unwrap_or("");
            let mark = marks.next().unwrap_or("");
            let precision = all.into_iter().find(|known| take::precision_name(*known) == mark);
            let degrees = marks.next().and_then(|mark| mark.split_once(',')).unwrap_or(("", ""));
            let point = point_of(degrees.0, degrees.1).map_err(|fault| (fault, "Write degrees"))?;
            let place = place(path, point, gathered);
            if place == NONE {
                return Err((format!("“{}” names no place", shown(text)), "Write it as the export had it"));
            }
            entries.push(PlaceEntry { place, precision: precision.unwrap_or_default(), group });
        }
    }
    Ok(entries)
}

fn place(path: &str, point: Option<Point>, gathered: &mut Gathered) -> u32 {
    let all = [
        Level::Country,
        Level::Admin1,
        Level::Admin2,
        Level::Admin3,
        Level::Town,
        Level::Site,
        Level::Region,
    ];
    let mut found = NONE;
    for (parent, step) in steps(path) {
        found = gathered.places.register.by_id(&step.id).unwrap_or_else(|| {
            let level = all.into_iter().find(|level| take::level_name(*level) == step.class);
            let (id, names) = (step.id.clone(), named(&step));
            let origin = Origin::whole(&crate::places::FILE.into());
            let head = Head { id: id.clone(), names: names.clone(), parent, origin };
            let place = Place {
                id,
                names,
                level: level.unwrap_or_default(),
                parent: NONE,
                area: NONE,
                ..Place::default()
            };
            gathered.places.add(head, ListedPlace { place, ..ListedPlace::default() }).unwrap_or(NONE)
        });
    }
    // The place itself may have been met as a part of another's path, where its point does not stand.
    if let Some(listed) = gathered.places.items.get_mut(found as usize)
        && listed.place.point.is_none()
    {
        listed.place.point = point;
    }
    found
}

fn kind(text: &str, gathered: &mut Gathered) -> u32 {
    let mut found = NONE;
    for (parent, step) in steps(text) {
        found = gathered
            .kinds
            .take(&step.id)
            .unwrap_or_else(|| super::cast::add_kind(&step.id, named(&step), &parent, gathered));
    }
    found
}

fn source(text: &str, gathered: &mut Gathered) -> u32 {
    let mut found = NONE;
    for (_, step) in steps(text) {
        let parent = found;
        found = gathered.source_with_id(&step.id, &step.name, parent);
    }
    found
}

fn figures(id: &str, cell: &str, gathered: &mut Gathered) -> Result<Vec<DraftFigure>, Fault> {
    let mut figures = Vec::new();
    for (own, text) in values(cell).into_iter().enumerate() {
        let fault =
            |what: &str| (format!("“{}” is not a figure", shown(what)), "Write it as the export had it");
        let read = take::figure::read(text).map_err(|what| fault(&what))?;
        let mut figure = read.figure;
        if !read.period.is_empty() {
            figure.period = Some(span(&read.period)?);
        }
        if let Some((id, name, class)) = read.whom {
            figure.whom = gathered.populations.with_id(&id, &name, class);
        }
        let part_of = match read.part_of.as_str() {
            "" => PartOf::Nothing,
            label => PartOf::Taken(label.to_owned()),
        };
        figures.push(DraftFigure { figure, label: take::figure::label(id, own), part_of });
    }
    Ok(figures)
}
