//! A part of a corpus as a corpus of its own: some of its statements, and everything that they need.
//!
//! What a statement says does not change. Tables keep the entries that the statements, and the reports that carry
//! them, name, with everything above those in their trees; whoever asks the part about what it holds gets the
//! answers that the whole gives for these statements. A figure that was part of one that is gone stands alone. The
//! outlines and what the collection says of itself stay as they are; title and coverage are the caller's to change.

mod quoted;
mod table;

use crate::columns::Texts;
use crate::model::*;
use quoted::Passages;
use table::Kept;

/// How much of the reports goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reports {
    /// All of their text.
    Whole,
    /// The passages that the statements quote, and nothing else.
    Quoted,
}

/// The corpus of the statements at these positions.
pub fn subset(corpus: &Corpus, rows: &[u32], reports: Reports) -> Corpus {
    let rows = sorted(corpus, rows);
    let mut statements = Statements::default();
    rows.iter().for_each(|&row| add(&mut statements, &corpus.statements, row as usize));
    let mut part =
        Corpus { about: corpus.about.clone(), basemap: corpus.basemap.clone(), ..Corpus::default() };
    let kept = Kept::of(corpus.reports.len(), statements.reports.iter().copied(), |_| crate::NONE);
    part.reports = kept.taken(&corpus.reports);
    kept.point_all(&mut statements.reports);
    if reports == Reports::Quoted {
        Passages::of(&part.reports, &statements).cut(&mut part.reports, &mut statements);
    }
    take_tables(&mut part, &mut statements, corpus);
    keep_figures(&mut statements, corpus, &rows);
    part.derivations = derivations(corpus, &rows);
    part.statements = statements;
    part
}

/// Positions in order, each once, and none that is not there.
fn sorted(corpus: &Corpus, rows: &[u32]) -> Vec<u32> {
    let mut wanted = vec![false; corpus.statements.len()];
    for &row in rows {
        if let Some(slot) = wanted.get_mut(row as usize) {
            *slot = true;
        }
    }
    (0u32..).zip(wanted).filter_map(|(row, wanted)| wanted.then_some(row)).collect()
}

fn add(to: &mut Statements, from: &Statements, row: usize) {
    let text = |to: &mut Texts, from: &Texts| to.push(from.get(row));
    text(&mut to.ids, &from.ids);
    text(&mut to.summaries, &from.summaries);
    text(&mut to.quotes, &from.quotes);
    text(&mut to.edtf, &from.edtf);
    to.spans.push(from.spans.get(row).iter().copied());
    to.dates.push(from.dates.get(row));
    to.actors.push(from.actors.get(row));
    to.speakers.push(from.speakers.get(row));
    to.places.push(from.places.get(row));
    to.kinds.push(from.kinds.get(row));
    to.sources.push(from.sources.get(row));
    to.figures.push(from.figures.get(row));
    to.reports.push(from.reports.get(row).copied().unwrap_or(crate::NONE));
    to.events.push(from.events.get(row).copied().unwrap_or(crate::NONE));
    to.made.push(from.made.get(row).copied().unwrap_or_default());
}

/// Takes over the entries of all tables that statements and reports name, and points to where they now stand.
fn take_tables(part: &mut Corpus, statements: &mut Statements, corpus: &Corpus) {
    let mentions = || part.reports.iter().flat_map(|report| &report.mentions);
    let is_actor = |it: &&Mention| matches!(it.kind, MentionKind::Actor | MentionKind::Attribution);
    let named = statements.actors.values().map(|it| it.actor);
    let named = named.chain(statements.speakers.values().map(|it| it.actor));
    let named = named.chain(mentions().filter(is_actor).map(|it| it.target));
    let actors = Kept::of(corpus.actors.len(), named, |at| above(&corpus.actors, at, |it| it.parent));
    let named = statements.places.values().map(|it| it.place);
    let named = named.chain(mentions().filter(|it| it.kind == MentionKind::Place).map(|it| it.target));
    let places = with_reach(&corpus.places, named.collect());
    let named = statements.kinds.values();
    let kinds = Kept::of(corpus.kinds.len(), named, |at| above(&corpus.kinds, at, |it| it.parent));
    let named = statements.sources.values().chain(part.reports.iter().map(|it| it.source));
    let sources = Kept::of(corpus.sources.len(), named, |at| above(&corpus.sources, at, |it| it.parent));
    let named = statements.figures.values().map(|it| it.whom);
    let populations = Kept::of(corpus.populations.len(), named, |_| crate::NONE);
    let events = Kept::of(corpus.events.len(), statements.events.iter().copied(), |_| crate::NONE);

    part.actors = actors.taken(&corpus.actors);
    part.actors.iter_mut().for_each(|it| actors.point(&mut it.parent));
    part.places = places.taken(&corpus.places);
    for place in &mut part.places {
        places.point(&mut place.parent);
        place.covers.iter_mut().for_each(|cover| places.point(&mut cover.place));
    }
    part.kinds = kinds.taken(&corpus.kinds);
    part.kinds.iter_mut().for_each(|it| kinds.point(&mut it.parent));
    part.sources = sources.taken(&corpus.sources);
    part.sources.iter_mut().for_each(|it| sources.point(&mut it.parent));
    part.populations = populations.taken(&corpus.populations);
    part.events = events.taken_texts(&corpus.events);

    statements.actors.renumber(|it| ActorEntry { actor: actors.pointed(it.actor), ..it });
    statements.speakers.renumber(|it| SpeakerEntry { actor: actors.pointed(it.actor), ..it });
    statements.places.renumber(|it| PlaceEntry { place: places.pointed(it.place), ..it });
    statements.kinds.renumber(|kind| kinds.pointed(kind));
    statements.sources.renumber(|source| sources.pointed(source));
    statements.figures = statements.figures.changed(&mut |_, it| populations.point(&mut it.whom));
    events.point_all(&mut statements.events);
    for report in &mut part.reports {
        sources.point(&mut report.source);
        for mention in &mut report.mentions {
            match mention.kind {
                MentionKind::Actor | MentionKind::Attribution => actors.point(&mut mention.target),
                MentionKind::Place => places.point(&mut mention.target),
                MentionKind::Date | MentionKind::Figure => {}
            }
        }
    }
}

/// The places that are named, and what regions among them cover or overlap: through that, and all above it, a
/// region may be what was asked for.
fn with_reach(places: &[Place], mut named: Vec<u32>) -> Kept {
    loop {
        let kept = Kept::of(places.len(), named.iter().copied(), |at| above(places, at, |it| it.parent));
        let reached = kept.taken(places).into_iter().flat_map(|place| place.covers).map(|cover| cover.place);
        let new: Vec<u32> = reached.filter(|&at| !kept.has(at)).collect();
        if new.is_empty() {
            return kept;
        }
        named.extend(new);
    }
}

/// What stands above an entry of a tree.
fn above<T>(table: &[T], at: u32, parent: impl Fn(&T) -> u32) -> u32 {
    table.get(at as usize).map_or(crate::NONE, parent)
}

/// Points figures to the figures they are part of, where those are kept.
fn keep_figures(statements: &mut Statements, corpus: &Corpus, rows: &[u32]) {
    let old = rows.iter().flat_map(|&row| corpus.statements.figures.range(row as usize));
    let kept = Kept::of(corpus.statements.figures.count(), old.map(|at| at as u32), |_| crate::NONE);
    statements.figures = statements.figures.changed(&mut |_, it| kept.point(&mut it.part_of));
}

fn derivations(corpus: &Corpus, rows: &[u32]) -> Vec<Derivation> {
    let kept = Kept::of(corpus.statements.len(), rows.iter().copied(), |_| crate::NONE);
    let mut all = corpus.derivations.clone();
    all.iter_mut().for_each(|it| kept.point(&mut it.statement));
    all.retain(|it| it.statement != crate::NONE);
    all
}
