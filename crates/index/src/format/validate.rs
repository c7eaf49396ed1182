//! Everything that bytes alone cannot promise: that references point into their tables, that columns are
//! equally long, that trees have no loops, and that spans lie on letter borders.

use super::OpenError;
use crate::NONE;
use crate::columns::{Lists, Texts};
use crate::model::*;

type Checked = Result<(), OpenError>;

/// Checks a corpus that was just read.
///
/// # Errors
/// The first contradiction found.
pub fn validate(corpus: &Corpus) -> Checked {
    trees(corpus)?;
    tables(corpus)?;
    columns(&corpus.statements)?;
    references(corpus)?;
    texts(corpus)
}

fn fail(what: impl Into<String>) -> Checked {
    Err(OpenError::Invalid { what: what.into() })
}

fn ensure(holds: bool, what: &str) -> Checked {
    if holds { Ok(()) } else { fail(what) }
}

/// Whether `index` points into a table of `len` entries, or nowhere where that is allowed.
fn points(index: u32, len: usize) -> bool {
    index == NONE || (index as usize) < len
}

fn trees(corpus: &Corpus) -> Checked {
    tree(corpus.actors.iter().map(|actor| actor.parent), "an actor stands before its parent")?;
    tree(corpus.places.iter().map(|place| place.parent), "a place stands before its parent")?;
    tree(corpus.kinds.iter().map(|kind| kind.parent), "a kind stands before its group")?;
    tree(corpus.sources.iter().map(|source| source.parent), "a source stands before its parent")
}

/// Parents come first, so there can be no loop.
fn tree(parents: impl Iterator<Item = u32>, what: &str) -> Checked {
    let ordered = |(i, parent): (usize, u32)| parent == NONE || (parent as usize) < i;
    ensure(parents.enumerate().all(ordered), what)
}

fn tables(corpus: &Corpus) -> Checked {
    for place in &corpus.places {
        ensure(points(place.area, corpus.basemap.areas.len()), "a place has an outline that is not there")?;
        let known = |cover: &Cover| (cover.place as usize) < corpus.places.len();
        ensure(place.covers.iter().all(known), "a region covers a place that is not there")?;
    }
    for report in &corpus.reports {
        ensure(points(report.source, corpus.sources.len()), "a report has a publisher that is not there")?;
        for mention in &report.mentions {
            let table = match mention.kind {
                MentionKind::Actor | MentionKind::Attribution => corpus.actors.len(),
                MentionKind::Place => corpus.places.len(),
                MentionKind::Date | MentionKind::Figure => 0,
            };
            ensure(points(mention.target, table), "a mention names something that is not there")?;
            span_in(report, mention.paragraph, mention.start, mention.end)?;
        }
    }
    Ok(())
}

fn span_in(report: &Report, paragraph: u32, start: u32, end: u32) -> Checked {
    let text = report.paragraphs.get(paragraph as usize).map(|paragraph| paragraph.text.as_str());
    let inside = text.is_some_and(|text| text.get(start as usize..end as usize).is_some());
    ensure(inside, "a span lies outside its paragraph")
}

fn columns(statements: &Statements) -> Checked {
    let rows = statements.reports.len();
    let lengths = [
        statements.ids.len(),
        statements.summaries.len(),
        statements.quotes.len(),
        statements.edtf.len(),
        statements.spans.len(),
        statements.dates.len(),
        statements.actors.len(),
        statements.speakers.len(),
        statements.places.len(),
        statements.kinds.len(),
        statements.sources.len(),
        statements.figures.len(),
        statements.events.len(),
        statements.made.len(),
    ];
    ensure(lengths.iter().all(|&length| length == rows), "columns of different lengths")?;
    lists(&statements.spans)?;
    [&statements.ids, &statements.summaries, &statements.quotes, &statements.edtf]
        .into_iter()
        .try_for_each(borders)
}

fn lists<T>(column: &Lists<T>) -> Checked {
    let total = column.ends.last().unwrap_or(0) as usize;
    ensure(column.ends.is_sorted() && total == column.values.len(), "a column whose borders do not fit")
}

fn borders(column: &Texts) -> Checked {
    let total = column.ends.last().unwrap_or(0) as usize;
    let on_letters = column.ends.iter().all(|end| column.buffer.is_char_boundary(end as usize));
    ensure(
        column.ends.is_sorted() && total == column.buffer.len() && on_letters,
        "texts whose borders do not fit",
    )
}

fn references(corpus: &Corpus) -> Checked {
    let statements = &corpus.statements;
    let all = |holds: bool, what: &str| ensure(holds, what);
    all(statements.reports.iter().all(|&i| points(i, corpus.reports.len())), "a report that is not there")?;
    all(statements.events.iter().all(|&i| points(i, corpus.events.len())), "an event that is not there")?;
    let actors = corpus.actors.len();
    all(statements.actors.all(|entry| points(entry.actor, actors)), "an actor that is not there")?;
    all(statements.speakers.all(|entry| points(entry.actor, actors)), "a speaker that is not there")?;
    let inside = |i: u32, len: usize| (i as usize) < len;
    let places = corpus.places.len();
    all(statements.places.all(|entry| inside(entry.place, places)), "a place that is not there")?;
    all(statements.kinds.all(|i| inside(i, corpus.kinds.len())), "a kind that is not there")?;
    all(statements.sources.all(|i| inside(i, corpus.sources.len())), "a source that is not there")?;
    let (figures, populations) = (statements.figures.count(), corpus.populations.len());
    all(statements.figures.all(|figure| points(figure.part_of, figures)), "a figure is part of nothing")?;
    all(statements.figures.all(|figure| points(figure.whom, populations)), "nobody is counted")?;
    let rows = statements.len();
    let derivations = &corpus.derivations;
    all(derivations.iter().all(|note| inside(note.statement, rows)), "a derivation of no statement")?;
    all(derivations.is_sorted_by_key(|note| note.statement), "derivations out of order")?;
    let mut ordered = true;
    statements.dates.each(&mut |spans| ordered &= spans.iter().all(|span| span.low() <= span.high()));
    all(ordered, "a date that ends before it begins")
}

fn texts(corpus: &Corpus) -> Checked {
    for (row, spans) in corpus.statements.spans.iter().enumerate() {
        let report =
            corpus.statements.reports.get(row).and_then(|&report| corpus.reports.get(report as usize));
        for span in spans {
            match report {
                Some(report) => span_in(report, span.paragraph, span.start, span.end)?,
                None => fail("a span of no report")?,
            }
        }
    }
    Ok(())
}
