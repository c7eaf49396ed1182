//! From what was read to the corpus: trees arranged, statements sorted, references moved.

use crate::Compiled;
use crate::diagnostic::Diagnostics;
use crate::draft::Draft;
use crate::gather::{Gathered, THE_REPORT};
use crate::places::{self, ListedPlace};
use crate::populations::Populations;
use crate::rows::Rows;
use crate::totals::Totals;
use crate::used::keep_needed;
use crate::{mentions, merge, outlines, parts};
use index::{Actor, ActorEntry, Corpus, Kind, NONE, Place, PlaceEntry, Population, SpeakerEntry, Statements};
use std::collections::BTreeSet;

/// Makes the corpus.
pub(crate) fn assemble(mut gathered: Gathered, mut diagnostics: Diagnostics) -> Compiled {
    parts::settle_taken(&mut gathered.drafts, &mut diagnostics);
    parts::check_parts(&mut gathered.drafts, &mut diagnostics);
    places::settle_covers(&mut gathered.places, &mut diagnostics);
    outlines::check(&gathered.places, &mut diagnostics);
    let (mut drafts, mut rows) = (gathered.drafts, gathered.rows);
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
    let columns = &mut rows.columns;
    move_row_references(columns, &actor_at, &kind_at, &place_at);
    corpus.actors = keep_actors(actors, &mut drafts, columns, gathered.care.drops_private());
    corpus.kinds = keep_kinds(kinds, &gathered.kinds.taken, &mut drafts, columns);
    corpus.populations = keep_populations(gathered.populations, &mut drafts, &mut rows);
    let merged = merge::merge(rows, &drafts);
    corpus.statements = merged.statements;
    corpus.derivations = merged.derivations;
    corpus.events = merged.events;
    corpus.places = settle_places(&listed, &place_at);
    outlines::draw(&mut corpus, &listed);
    mentions::find(&mut corpus, &drafts);
    // Sources that were taken out of a fieldbook bring along what was left out of its own.
    corpus.about.left_out = corpus.about.left_out.saturating_add(diagnostics.count_left_out());
    corpus.about.diagnostics.extend(diagnostics.left_out_by_file());
    let totals = Totals { unread: gathered.unread, ..totals(&corpus, gathered.tables) };
    Compiled { corpus, diagnostics: diagnostics.sorted(), totals }
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

fn move_row_references(rows: &mut Statements, actors: &[u32], kinds: &[u32], places: &[u32]) {
    move_row_actors(rows, actors);
    rows.places.renumber(|entry| PlaceEntry { place: moved(entry.place, places), ..entry });
    rows.kinds.renumber(|kind| moved(kind, kinds));
}

/// Which of `count` entries are in `used`.
fn marked(count: usize, used: impl Iterator<Item = u32>) -> Vec<bool> {
    let mut marks = vec![false; count];
    for at in used {
        if let Some(mark) = marks.get_mut(at as usize) {
            *mark = true;
        }
    }
    marks
}

/// The actors, without the report itself where no statement needs it, and without private persons where they
/// are to be left out: what named one then names nobody.
fn keep_actors(
    actors: Vec<Actor>,
    drafts: &mut [Draft],
    rows: &mut Statements,
    drop_private: bool,
) -> Vec<Actor> {
    let in_drafts = drafts.iter().flat_map(|draft| {
        let speakers = draft.speakers.iter().map(|entry| entry.actor);
        draft.actors.iter().map(|entry| entry.actor).chain(speakers)
    });
    let in_rows = rows.actors.values().map(|entry| entry.actor);
    let said = rows.speakers.values().map(|entry| entry.actor);
    let used = marked(actors.len(), in_drafts.chain(in_rows).chain(said));
    let needed = |at: usize, actor: &Actor| {
        let dropped = drop_private && actor.private;
        !dropped && (actor.id != THE_REPORT || used.get(at) == Some(&true))
    };
    let (kept, actor_at) = keep_needed(actors, needed, |actor| Some(&mut actor.parent));
    for draft in drafts {
        draft.actors.iter_mut().for_each(|entry| entry.actor = moved(entry.actor, &actor_at));
        draft.speakers.iter_mut().for_each(|entry| entry.actor = moved(entry.actor, &actor_at));
    }
    move_row_actors(rows, &actor_at);
    kept
}

fn move_row_actors(rows: &mut Statements, actors: &[u32]) {
    rows.actors.renumber(|entry| ActorEntry { actor: moved(entry.actor, actors), ..entry });
    rows.speakers.renumber(|entry| SpeakerEntry { actor: moved(entry.actor, actors), ..entry });
}

/// The kinds, without built-in ones that no statement needs.
fn keep_kinds(
    kinds: Vec<Kind>,
    built_in: &BTreeSet<String>,
    drafts: &mut [Draft],
    rows: &mut Statements,
) -> Vec<Kind> {
    let in_drafts = drafts.iter().flat_map(|draft| draft.kinds.iter().copied());
    let used = marked(kinds.len(), in_drafts.chain(rows.kinds.values()));
    let needed = |at: usize, kind: &Kind| !built_in.contains(&kind.id) || used.get(at) == Some(&true);
    let (kept, kind_at) = keep_needed(kinds, needed, |kind| Some(&mut kind.parent));
    let own = drafts.iter_mut().flat_map(|draft| &mut draft.kinds);
    own.for_each(|kind| *kind = moved(*kind, &kind_at));
    rows.kinds.renumber(|kind| moved(kind, &kind_at));
    kept
}

/// The populations, without built-in ones that no figure needs.
fn keep_populations(populations: Populations, drafts: &mut [Draft], rows: &mut Rows) -> Vec<Population> {
    let in_drafts = drafts.iter().flat_map(|draft| &draft.figures).map(|draft| draft.figure.whom);
    let in_rows = rows.figures.values.iter().map(|figure| figure.whom);
    let used = marked(populations.items.len(), in_drafts.chain(in_rows));
    let needed = |at: usize, _: &Population| at < populations.listed || used.get(at) == Some(&true);
    let (kept, population_at) = keep_needed(populations.items, needed, |_| None);
    let all = drafts.iter_mut().flat_map(|draft| &mut draft.figures).map(|draft| &mut draft.figure.whom);
    all.chain(rows.figures.values.iter_mut().map(|figure| &mut figure.whom))
        .for_each(|whom| *whom = moved(*whom, &population_at));
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

fn totals(corpus: &Corpus, tables: Vec<crate::TableTotals>) -> Totals {
    let dates = || corpus.statements.dates.values();
    Totals {
        statements: corpus.statements.len() as u32,
        reports: corpus.reports.len() as u32,
        left_out: corpus.about.left_out,
        first: dates().filter_map(|span| span.from).min(),
        last: dates().filter_map(|span| span.to).max(),
        tables,
        ..Totals::default()
    }
}
