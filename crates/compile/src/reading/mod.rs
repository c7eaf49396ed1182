//! Reports that nobody coded are read by machine: the annotator's statements become drafts, marked as such.
//!
//! Hand coding wins: a report with one coded statement is left as it is. The publisher's actors and places win
//! over the built-in ones, and only those that the statements use enter the corpus.

mod place;

use crate::actors;
use crate::diagnostic::{Diagnostics, Origin};
use crate::draft::{Draft, DraftFigure, PartOf};
use crate::gather::Gathered;
use crate::roster::Head;
use crate::statements::is_told;
use annotate::{ActorValue, Annotation, Annotator, FigureValue, Options, Statement};
use index::date::{Anchors, Rule, parse_bounds};
use index::{
    Actor, ActorEntry, ActorKind, Bound, Derivation, Field, Figure, How, Made, Measure, NONE, Name,
    ParagraphRole, Role, Span, SpeakerEntry, TextSpan,
};
use place::places_of;

/// Reads the reports that have a text and no statement.
pub(crate) fn read(gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
    // A row that names no report leaves open which one it codes, so none is taken for uncoded.
    if gathered.coded.contains("") {
        return;
    }
    for at in 0..gathered.reports.len() as u32 {
        let coded =
            gathered.reports.get(at as usize).is_none_or(|report| gathered.coded.contains(&report.id));
        if !coded {
            one(at, gathered, diagnostics);
        }
    }
}

/// A report's text in one piece, and where each paragraph begins in it.
struct Joined {
    text: String,
    starts: Vec<(u32, usize)>,
}

fn join(gathered: &Gathered, report: u32) -> Option<Joined> {
    let report = gathered.reports.get(report as usize).filter(|report| !report.table)?;
    let mut joined = Joined { text: String::new(), starts: Vec::new() };
    for (at, paragraph) in (0u32..).zip(&report.paragraphs) {
        if paragraph.role != ParagraphRole::Furniture {
            joined.starts.push((at, joined.text.len()));
            joined.text.push_str(&paragraph.text);
            joined.text.push_str("\n\n");
        }
    }
    (!joined.text.trim().is_empty()).then_some(joined)
}

fn one(at: u32, gathered: &mut Gathered, diagnostics: &mut Diagnostics) {
    let Some(joined) = join(gathered, at) else { return };
    let Some(report) = gathered.reports.get(at as usize) else { return };
    let origin = Origin::whole(&format!("reports/{}", report.id).into());
    if !report.language.is_empty() && !report.language.starts_with("en") {
        let what = format!("The report is in “{}”, which is not read by machine", report.language);
        return diagnostics.note(&origin, what, "Code its statements in statements.csv");
    }
    let published = report.published.span.and_then(|span| span.from);
    let annotation = Annotator::shared().annotate(&joined.text, &Options { published, ..Options::default() });
    settle_date(at, &annotation, gathered);
    if !annotation.english {
        let what = "The report does not read as English, the only language that is read by machine";
        return diagnostics.note(&origin, what, "Code its statements in statements.csv");
    }
    mark_furniture(at, &joined, &annotation, gathered);
    for (number, statement) in (1usize..).zip(&annotation.statements) {
        if let Some(draft) = draft(at, number, statement, &joined, &origin, gathered)
            && gathered.is_free(&draft.id, &origin, diagnostics)
        {
            gathered.add(draft);
        }
    }
    if annotation.statements.is_empty() {
        return;
    }
    let what = format!("The report was read by machine, statements found: {}", annotation.statements.len());
    diagnostics.note(&origin, what, "Check them; code the report in statements.csv to replace them");
}

/// Takes over the date that the text itself gives, where the report's file gives none.
fn settle_date(at: u32, annotation: &Annotation, gathered: &mut Gathered) {
    let Some(report) = gathered.reports.get_mut(at as usize) else { return };
    if report.published.span.is_none()
        && let Some(day) = annotation.published.day
    {
        let edtf = day.to_string();
        report.published.span = parse_bounds(&edtf).ok();
        report.published.edtf = edtf;
        report.published.how = How::Inferred;
        report.published.why.clone_from(&annotation.published.why);
    }
    if report.anchor.is_empty()
        && let Some(weekday) = annotation.published.weekday
    {
        report.anchor = format!("{}<=published", weekday.name());
        if report.published.why.is_empty() {
            report.published.why.clone_from(&annotation.published.why);
        }
    }
}

fn mark_furniture(at: u32, joined: &Joined, annotation: &Annotation, gathered: &mut Gathered) {
    let Some(report) = gathered.reports.get_mut(at as usize) else { return };
    for (from, _) in &annotation.boilerplate {
        let paragraph =
            joined.starts.iter().find(|(_, start)| start == from).map(|(paragraph, _)| *paragraph);
        if let Some(paragraph) = paragraph.and_then(|at| report.paragraphs.get_mut(at as usize)) {
            paragraph.role = ParagraphRole::Furniture;
        }
    }
}

fn draft(
    at: u32,
    number: usize,
    statement: &Statement,
    joined: &Joined,
    origin: &Origin,
    gathered: &mut Gathered,
) -> Option<Draft> {
    let place_in_text =
        joined.starts.partition_point(|(_, start)| *start <= statement.start).checked_sub(1)?;
    let (paragraph, start) = *joined.starts.get(place_in_text)?;
    let id = format!("{}-m{number}", gathered.reports.get(at as usize)?.id);
    let (dates, edtf, rule) = when(statement, &gathered.anchors(at));
    let speakers = vec![speaker(statement, gathered)];
    let span =
        TextSpan { paragraph, start: (statement.start - start) as u32, end: (statement.end - start) as u32 };
    let summary =
        joined.text.get(statement.start..statement.end)?.split_whitespace().collect::<Vec<_>>().join(" ");
    let report_id = id.clone();
    Some(Draft {
        origin: origin.clone(),
        summary,
        quote: String::new(),
        spans: vec![span],
        report: at,
        derivations: derivations(statement, &rule),
        dates,
        edtf,
        actors: actors_of(statement, gathered),
        speakers,
        places: places_of(statement, gathered),
        kinds: gathered.kinds.find(statement.kind).into_iter().collect(),
        sources: gathered.source_of(at),
        figures: statement.figures.iter().map(|figure| draft_figure(figure, &report_id, gathered)).collect(),
        event: String::new(),
        made: Made::Machine,
        id,
    })
}

/// The days, the EDTF where it is not just those days, and the rule where they move with the publication date.
fn when(statement: &Statement, anchors: &Anchors) -> (Vec<Span>, String, String) {
    let Some(date) = &statement.date else { return (Vec::new(), String::new(), String::new()) };
    if let Some(first) = date.edtf.strip_suffix("/..").filter(|first| !first.is_empty()) {
        let rule = format!("{first}/published");
        let span = Rule::parse(&rule).and_then(|rule| rule.apply(anchors));
        return (span.into_iter().collect(), date.edtf.clone(), rule);
    }
    if !date.moves.is_empty() {
        let rule =
            if date.open == "since" { format!("{}/published", date.moves) } else { date.moves.clone() };
        let span = Rule::parse(&rule).and_then(|rule| rule.apply(anchors));
        return (span.into_iter().collect(), String::new(), rule);
    }
    (parse_bounds(&date.edtf).into_iter().collect(), String::new(), String::new())
}

fn derivations(statement: &Statement, rule: &str) -> Vec<Derivation> {
    let how = |word: &str| match word {
        "resolved" => How::Resolved,
        "carried" | "sentence" | "quotation goes on" | "the count goes on" => How::Carried,
        _ => How::Stated,
    };
    let made = |field, words: &str, word: &str, why: &str| Derivation {
        field,
        words: words.to_owned(),
        how: how(word),
        why: why.to_owned(),
        ..Derivation::default()
    };
    let mut all = Vec::new();
    if let Some(date) = &statement.date {
        let why = if statement.date_how == "carried" {
            "The clause names no date; it is that of its sentence."
        } else {
            ""
        };
        let mut date = made(Field::Date, &date.words, statement.date_how, why);
        rule.clone_into(&mut date.rule);
        all.push(date);
    }
    if statement.speaker_how.contains("goes on") {
        all.push(made(
            Field::Speaker,
            "",
            statement.speaker_how,
            "The words go on from the sentence that names the speaker.",
        ));
    }
    match statement.place_how {
        "sentence" => all.push(made(
            Field::Place,
            "",
            "sentence",
            "The clause names no place; it is that of its sentence.",
        )),
        "carried" => all.push(made(
            Field::Place,
            "",
            "carried",
            "The sentence names no place; it is carried over from the sentence before.",
        )),
        _ => {}
    }
    if statement.figures.iter().any(|figure| figure.computed) {
        let mut figure = made(Field::Figure, "", "", "A fraction of the number that the text gives.");
        figure.how = How::Computed;
        all.push(figure);
    }
    // In the order of a hand-coded row's, and without those that say nothing.
    all.retain(is_told);
    all
}

fn speaker(statement: &Statement, gathered: &mut Gathered) -> SpeakerEntry {
    let actor = match &statement.speaker {
        Some(actor) => actor_at(actor, gathered).unwrap_or(NONE),
        None => gathered.the_report(),
    };
    SpeakerEntry { actor, group: 0 }
}

fn actors_of(statement: &Statement, gathered: &mut Gathered) -> Vec<ActorEntry> {
    let mut all: Vec<ActorEntry> = Vec::new();
    let mut group = 0;
    let mut add = |actor: u32, role: Role, all: &mut Vec<ActorEntry>| {
        if !all.iter().any(|entry| entry.actor == actor && entry.role == role) {
            all.push(ActorEntry { actor, role, group });
            group += 1;
        }
    };
    for (role, actor) in &statement.actors {
        let role = match *role {
            "initiator" => Role::Initiator,
            "affected" => Role::Affected,
            _ => Role::Mentioned,
        };
        if let Some(actor) = actor_at(actor, gathered) {
            add(actor, role, &mut all);
        }
    }
    if statement.unnamed {
        add(NONE, Role::Initiator, &mut all);
    }
    if let Some(actor) = statement.speaker.as_ref().and_then(|actor| actor_at(actor, gathered)) {
        add(actor, Role::Speaker, &mut all);
    }
    for actor in statement.relays.iter().filter_map(|actor| actor_at(actor, gathered)) {
        add(actor, Role::Relay, &mut all);
    }
    // In the order of a hand-coded row's columns.
    let order = |role: Role| match role {
        Role::Initiator => 0,
        Role::Affected => 1,
        Role::Mentioned => 2,
        Role::Speaker => 3,
        Role::Relay => 4,
    };
    all.sort_by_key(|entry| order(entry.role));
    (0u16..).zip(&mut all).for_each(|(group, entry)| entry.group = group);
    all
}

/// The actor of the publisher's list that bears one of the names, or a new one; nothing for a common noun.
fn actor_at(value: &ActorValue, gathered: &mut Gathered) -> Option<u32> {
    if value.id.is_empty() {
        return None;
    }
    let names = std::iter::once(&value.name).chain(value.names.iter());
    let known =
        names.clone().find_map(|name| gathered.actors.register.find(name, "actor", actors::FILE).ok());
    if let Some(at) = known.or_else(|| gathered.actors.register.by_id(&value.id)) {
        return Some(at);
    }
    let names: Vec<Name> = names.map(|name| Name { text: name.clone(), lang: "en".to_owned() }).collect();
    let kind = match value.kind {
        "person" => ActorKind::Person,
        "state" => ActorKind::State,
        "government" => ActorKind::Government,
        "force" => ActorKind::Force,
        "group" => ActorKind::Group,
        "organisation" => ActorKind::Organization,
        "media" => ActorKind::Media,
        "nationality" => ActorKind::Population,
        _ => ActorKind::Other,
    };
    let private = kind == ActorKind::Person && !value.listed && !value.office;
    let head = Head {
        id: value.id.clone(),
        names: names.clone(),
        parent: String::new(),
        origin: Origin::whole(&actors::FILE.into()),
    };
    let actor = Actor { id: value.id.clone(), names, kind, parent: NONE, private, ..Actor::default() };
    gathered.actors.add(head, actor)
}

fn draft_figure(figure: &FigureValue, report: &str, gathered: &mut Gathered) -> DraftFigure {
    let measure = match figure.measure {
        "killed" => Measure::Killed,
        "injured" => Measure::Injured,
        "displaced" => Measure::Displaced,
        "refugees" => Measure::Refugees,
        "detained" => Measure::Detained,
        "missing" => Measure::Missing,
        _ => Measure::Other,
    };
    let bound = match figure.bound {
        "at least" => Bound::AtLeast,
        "at most" => Bound::AtMost,
        "about" => Bound::About,
        "nearly" => Bound::Nearly,
        _ => Bound::Exact,
    };
    let report = report.rsplit_once("-m").map_or(report, |(report, _)| report);
    let label = |start: usize| format!("{report}-f{start}");
    let part_of = match figure.part_of {
        None => PartOf::Nothing,
        Some(start) => PartOf::Label(label(start)),
    };
    let whom = gathered.populations.find(&figure.whom).unwrap_or(NONE);
    let given = Figure {
        measure,
        whom,
        low: figure.low.filter(|_| figure.best.is_none()),
        best: figure.best,
        high: None,
        bound,
        period: figure.period.as_deref().and_then(|edtf| parse_bounds(edtf).ok()),
        computed: figure.computed,
        part_of: NONE,
        words: figure.words.clone(),
    };
    DraftFigure { figure: given, label: label(figure.start), part_of }
}
