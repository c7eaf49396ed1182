//! Rows of tables and drafts of reports become one set of columns in the corpus's order: earliest day, then
//! latest day, then id, undated last.
//!
//! Columns are moved one after another, so that hardly more than one of them is in memory twice.

use crate::draft::Draft;
use crate::parts;
use crate::rows::{RowFigure, Rows};
use index::{Derivation, Figures, Lists, NONE, Numbers, Pack, Packed, Span, Statements, Texts};
use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

/// What came out: the columns, how values were made, and the ids of events.
pub(crate) struct Merged {
    /// The statements in order.
    pub statements: Statements,
    /// How values were made, by statement.
    pub derivations: Vec<Derivation>,
    /// Ids of events.
    pub events: Texts,
}

/// Puts rows and drafts in order.
pub(crate) fn merge(rows: Rows, drafts: &[Draft]) -> Merged {
    let first_draft = rows.len();
    let Rows { mut columns, figures, mut derivations, .. } = rows;
    let events = push_drafts(&mut columns, drafts, &mut derivations);
    let order = order(&columns);
    let mut place = vec![0u32; order.len()];
    for (at, &old) in (0u32..).zip(&order) {
        if let Some(slot) = place.get_mut(old as usize) {
            *slot = at;
        }
    }
    let mut statements = if order.is_sorted() { columns } else { permuted(columns, &order) };
    statements.figures = figures_in(&order, figures, drafts);
    join_parts(&mut statements, drafts, place.get(first_draft..).unwrap_or_default());
    for derivation in &mut derivations {
        derivation.statement = place.get(derivation.statement as usize).copied().unwrap_or(NONE);
    }
    derivations.sort_by_key(|derivation| derivation.statement);
    Merged { statements, derivations, events }
}

/// The figures of rows and drafts, in order. Parts of rows point at their wholes already.
fn figures_in(order: &[u32], rows: Lists<RowFigure>, drafts: &[Draft]) -> Figures {
    let mut figures = Figures::with_room(order.len());
    for &at in order {
        match (at as usize).checked_sub(rows.len()).and_then(|at| drafts.get(at)) {
            Some(draft) => figures.push(draft.figures.iter().map(|draft| draft.figure.clone())),
            None => {
                let start = figures.count() as u32;
                figures.push(rows.get(at as usize).iter().map(|figure| figure.at(start)));
            }
        }
    }
    figures
}

/// Appends the drafts to the rows; gives the ids of events.
fn push_drafts(columns: &mut Statements, drafts: &[Draft], derivations: &mut Vec<Derivation>) -> Texts {
    let named: BTreeSet<&str> =
        drafts.iter().map(|draft| draft.event.as_str()).filter(|id| !id.is_empty()).collect();
    let events = named.iter().copied().collect();
    let event_at: BTreeMap<&str, u32> = named.into_iter().zip(0..).collect();
    for draft in drafts {
        let at = columns.len() as u32;
        columns.events.push(event_at.get(draft.event.as_str()).copied().unwrap_or(NONE));
        push(columns, draft);
        let numbered = draft.derivations.iter().cloned();
        derivations.extend(numbered.map(|derivation| Derivation { statement: at, ..derivation }));
    }
    events
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
    statements.made.push(draft.made);
}

/// The positions of the columns' statements, in the corpus's order.
fn order(columns: &Statements) -> Vec<u32> {
    // Earliest day and latest day in one number; undated ones last.
    let above = |day: i32| u64::from(day.cast_unsigned() ^ (1 << 31));
    let key = |at: usize| {
        let dates = columns.dates.get(at);
        let low = dates.iter().map(Span::low).min();
        let high = dates.iter().map(Span::high).max();
        low.zip(high).map_or(u64::MAX, |(low, high)| above(low) << 32 | above(high))
    };
    let mut keyed: Vec<(u64, u32)> = (0..columns.len()).map(|at| (key(at), at as u32)).collect();
    keyed.sort_unstable();
    let id = |at: u32| columns.ids.get(at as usize);
    // Where ids ascend as they come, ties are in order already.
    if !columns.ids.iter().is_sorted() {
        for run in keyed.chunk_by_mut(|a, b| a.0 == b.0) {
            run.sort_by(|a, b| id(a.1).cmp(id(b.1)));
        }
    }
    keyed.into_iter().map(|(_, at)| at).collect()
}

fn permuted(old: Statements, order: &[u32]) -> Statements {
    let mut old = old;
    Statements {
        ids: texts(take(&mut old.ids), order),
        summaries: texts(take(&mut old.summaries), order),
        quotes: texts(take(&mut old.quotes), order),
        spans: spans(take(&mut old.spans), order),
        reports: values(&take(&mut old.reports), order),
        dates: lists(take(&mut old.dates), order),
        edtf: texts(take(&mut old.edtf), order),
        actors: lists(take(&mut old.actors), order),
        speakers: lists(take(&mut old.speakers), order),
        places: lists(take(&mut old.places), order),
        kinds: lists(take(&mut old.kinds), order),
        sources: lists(take(&mut old.sources), order),
        figures: Figures::default(),
        events: values(&take(&mut old.events), order),
        made: values(&take(&mut old.made), order),
    }
}

fn texts(old: Texts, order: &[u32]) -> Texts {
    if old.buffer.is_empty() {
        return old;
    }
    let mut new =
        Texts { buffer: String::with_capacity(old.buffer.len()), ends: Numbers::with_room(order.len()) };
    order.iter().for_each(|&at| new.push(old.get(at as usize)));
    new
}

fn spans<T: Copy>(old: Lists<T>, order: &[u32]) -> Lists<T> {
    if old.values.is_empty() {
        return old;
    }
    let mut new =
        Lists { values: Vec::with_capacity(old.values.len()), ends: Numbers::with_room(order.len()) };
    order.iter().for_each(|&at| new.push(old.get(at as usize).iter().copied()));
    new
}

fn lists<T: Pack>(old: Packed<T>, order: &[u32]) -> Packed<T> {
    let mut new = Packed::with_room(order.len());
    order.iter().for_each(|&at| new.push(old.get(at as usize)));
    new
}

fn values<T: Copy>(old: &[T], order: &[u32]) -> Vec<T> {
    order.iter().filter_map(|&at| old.get(at as usize).copied()).collect()
}

/// Points every part at its whole, by the position of the whole among all figures. `places` says where each
/// draft went; the parts of rows point into their own row.
fn join_parts(statements: &mut Statements, drafts: &[Draft], places: &[u32]) {
    let figures = &statements.figures;
    let labels = parts::labels(drafts);
    let position = |(at, own): (usize, usize)| {
        let start = figures.range(places.get(at).copied()? as usize).start;
        u32::try_from(start + own).ok()
    };
    let mut wholes: BTreeMap<usize, u32> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        for (own, figure) in draft.figures.iter().enumerate() {
            let whole = parts::whole(figure, &labels).and_then(position);
            if let Some(own) = position((at, own)) {
                wholes.insert(own as usize, whole.unwrap_or(NONE));
            }
        }
    }
    if wholes.is_empty() {
        return;
    }
    statements.figures = figures.changed(&mut |at, figure| {
        if let Some(whole) = wholes.get(&at) {
            figure.part_of = *whole;
        }
    });
}
