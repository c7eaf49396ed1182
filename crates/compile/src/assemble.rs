//! From what was read to the corpus: trees arranged, statements sorted, references moved.

use crate::Compiled;
use crate::diagnostic::Diagnostics;
use crate::draft::Draft;
use crate::gather::{Gathered, THE_REPORT};
use crate::places::{self, ListedPlace};
use crate::populations::Populations;
use crate::totals::Totals;
use crate::used::keep_needed;
use crate::{mentions, outlines, parts};
use index::{Actor, Corpus, Day, Kind, NONE, Place, Population, Span, Statements};
use std::collections::{BTreeMap, BTreeSet};

/// Makes the corpus.
pub(crate) fn assemble(mut gathered: Gathered, mut diagnostics: Diagnostics) -> Compiled {
    parts::check_parts(&mut gathered.drafts, &mut diagnostics);
    gathered.drafts.sort_by(|a, b| order(a).cmp(&order(b)));
    places::settle_covers(&mut gathered.places, &mut diagnostics);
    outlines::check(&gathered.places, &mut diagnostics);
    let mut drafts = gathered.drafts;
    let mut corpus = Corpus { about: gathered.about, reports: gathered.reports, ..Corpus::default() };
    corpus.sources = gathered.sources;
    let (actors, actor_at) = gathered.actors.settle(
        |actor| &actor.id,
        |actor, parent| actor.parent = parent,
        "actor",
        &mut diagnostics,
    );
    let (kinds, kind_at) = gathered.kinds.roster.settle(
        |kind| &kind.id,
        |kind, parent| kind.parent = parent,
        "kind",
        &mut diagnostics,
    );
    let (listed, place_at) = gathered.places.settle(
        |listed: &ListedPlace| &listed.place.id,
        |listed, parent| listed.place.parent = parent,
        "place",
        &mut diagnostics,
    );
    for draft in &mut drafts {
        move_references(draft, &actor_at, &kind_at, &place_at);
    }
    corpus.actors = keep_actors(actors, &mut drafts);
    corpus.kinds = keep_kinds(kinds, &gathered.kinds.taken, &mut drafts);
    corpus.populations = keep_populations(gathered.populations, &mut drafts);
    fill_columns(&mut corpus, &drafts);
    corpus.places = settle_places(&listed, &place_at);
    outlines::draw(&mut corpus, &listed);
    draw(&mut corpus, &listed);
    mentions::find(&mut corpus, &drafts);
    corpus.about.left_out = diagnostics.count_left_out();
    corpus.about.diagnostics = diagnostics.left_out_by_file();
    let totals = totals(&corpus, gathered.tables);
    Compiled { corpus, diagnostics: diagnostics.sorted(), totals }
}

/// By earliest day, then latest day, then id; undated last.
fn order(draft: &Draft) -> (bool, i32, i32, &str) {
    let low = draft.dates.iter().map(Span::low).min();
    let high = draft.dates.iter().map(Span::high).max();
    (draft.dates.is_empty(), low.unwrap_or(0), high.unwrap_or(0), &draft.id)
}

fn moved(at: u32, positions: &[u32]) -> u32 {
    positions.get(at as usize).copied().unwrap_or(NONE)
}

fn move_references(draft: &mut Draft, actors: &[u32], kinds: &[u32], places: &[u32]) {
    draft.actors.iter_mut().for_each(|entry| entry.actor = moved(entry.actor, actors));
    draft.speakers.iter_mut().for_each(|entry| entry.actor = moved(entry.actor, actors));
    draft.places.iter_mut().for_each(|entry| entry.place = moved(entry.place, places));
    draft.kinds.iter_mut().for_each(|kind| *kind = moved(*kind, kinds));
}

/// The actors, without the report itself where no statement needs it.
fn keep_actors(actors: Vec<Actor>, drafts: &mut [Draft]) -> Vec<Actor> {
    let speakers = drafts.iter().flat_map(|draft| draft.speakers.iter().map(|entry| entry.actor));
    let used: BTreeSet<u32> = drafts
        .iter()
        .flat_map(|draft| draft.actors.iter().map(|entry| entry.actor))
        .chain(speakers)
        .collect();
    let needed = |at: usize, actor: &Actor| actor.id != THE_REPORT || used.contains(&(at as u32));
    let (kept, actor_at) = keep_needed(actors, needed, |actor| Some(&mut actor.parent));
    for draft in drafts {
        draft.actors.iter_mut().for_each(|entry| entry.actor = moved(entry.actor, &actor_at));
        draft.speakers.iter_mut().for_each(|entry| entry.actor = moved(entry.actor, &actor_at));
    }
    kept
}

/// The kinds, without built-in ones that no statement needs.
fn keep_kinds(kinds: Vec<Kind>, built_in: &BTreeSet<String>, drafts: &mut [Draft]) -> Vec<Kind> {
    let used: BTreeSet<u32> = drafts.iter().flat_map(|draft| draft.kinds.iter().copied()).collect();
    let needed = |at: usize, kind: &Kind| !built_in.contains(&kind.id) || used.contains(&(at as u32));
    let (kept, kind_at) = keep_needed(kinds, needed, |kind| Some(&mut kind.parent));
    let all = drafts.iter_mut().flat_map(|draft| &mut draft.kinds);
    all.for_each(|kind| *kind = moved(*kind, &kind_at));
    kept
}

/// The populations, without built-in ones that no figure needs.
fn keep_populations(populations: Populations, drafts: &mut [Draft]) -> Vec<Population> {
    let figures = drafts.iter().flat_map(|draft| &draft.figures);
    let used: BTreeSet<u32> = figures.map(|draft| draft.figure.whom).collect();
    let needed = |at: usize, _: &Population| at < populations.listed || used.contains(&(at as u32));
    let (kept, population_at) = keep_needed(populations.items, needed, |_| None);
    let all = drafts.iter_mut().flat_map(|draft| &mut draft.figures);
    all.for_each(|draft| draft.figure.whom = moved(draft.figure.whom, &population_at));
    kept
}

fn settle_places(listed: &[ListedPlace], place_at: &[u32]) -> Vec<Place> {
    let settle = |listed: &ListedPlace| {
        let mut place = listed.place.clone();
        place.covers.iter_mut().for_each(|cover| cover.place = moved(cover.place, place_at));
        place
    };
    listed.iter().map(settle).collect()
}

/// Takes along the outlines that places name, and what the map shows around them.
fn draw(corpus: &mut Corpus, listed: &[ListedPlace]) {
    let wanted: Vec<String> = listed.iter().map(|listed| listed.area.clone()).collect();
    corpus.basemap = crate::basemap_for(&corpus.places, &wanted);
    let areas = &corpus.basemap.areas;
    for (place, wanted) in corpus.places.iter_mut().zip(&wanted) {
        let found = areas.iter().position(|area| area.id == *wanted);
        place.area = found.map_or(NONE, |at| at as u32);
    }
}

fn fill_columns(corpus: &mut Corpus, drafts: &[Draft]) {
    let named: BTreeSet<&str> =
        drafts.iter().map(|draft| draft.event.as_str()).filter(|id| !id.is_empty()).collect();
    corpus.events = named.iter().map(|&id| id.to_owned()).collect();
    let event_at: BTreeMap<&str, u32> = named.into_iter().zip(0..).collect();
    let statements = &mut corpus.statements;
    for (statement, draft) in (0u32..).zip(drafts) {
        push(statements, draft);
        statements.events.push(event_at.get(draft.event.as_str()).copied().unwrap_or(NONE));
        let numbered = draft.derivations.iter().cloned().map(|mut derivation| {
            derivation.statement = statement;
            derivation
        });
        corpus.derivations.extend(numbered);
    }
    join_parts(statements, drafts);
}

fn push(statements: &mut Statements, draft: &Draft) {
    statements.ids.push(&draft.id);
    statements.summaries.push(&draft.summary);
    statements.quotes.push(&draft.quote);
    statements.spans.push(draft.spans.iter().copied());
    statements.reports.push(draft.report);
    statements.dates.push(draft.dates.iter().copied());
    statements.edtf.push(&draft.edtf);
    statements.actors.push(draft.actors.iter().copied());
    statements.speakers.push(draft.speakers.iter().copied());
    statements.places.push(draft.places.iter().copied());
    statements.kinds.push(draft.kinds.iter().copied());
    statements.sources.push(draft.sources.iter().copied());
    statements.figures.push(draft.figures.iter().map(|draft| draft.figure.clone()));
    statements.made.push(draft.made);
}

/// Points every part at its whole, by the position of the whole among all figures.
fn join_parts(statements: &mut Statements, drafts: &[Draft]) {
    let labels = parts::labels(drafts);
    let starts: Vec<usize> = (0..drafts.len()).map(|at| statements.figures.range(at).start).collect();
    let all = drafts
        .iter()
        .enumerate()
        .flat_map(|(at, draft)| draft.figures.iter().map(move |figure| (at, figure)));
    for ((at, draft), figure) in all.zip(&mut statements.figures.values) {
        let whole = parts::whole(draft, at, &labels);
        let position = whole.and_then(|(at, own)| Some(starts.get(at)? + own));
        figure.part_of = position.and_then(|position| u32::try_from(position).ok()).unwrap_or(NONE);
    }
}

fn totals(corpus: &Corpus, tables: Vec<crate::TableTotals>) -> Totals {
    let dates = &corpus.statements.dates.values;
    let days = |end: fn(&Span) -> Option<Day>| dates.iter().filter_map(end).collect::<Vec<_>>();
    Totals {
        statements: corpus.statements.len() as u32,
        reports: corpus.reports.len() as u32,
        left_out: corpus.about.left_out,
        first: days(|span| span.from).into_iter().min(),
        last: days(|span| span.to).into_iter().max(),
        tables,
    }
}
