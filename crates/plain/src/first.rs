//! The first statements of a corpus as a corpus of their own, with the tables as they are.

use index::{Corpus, Lists, NONE, Statements, Texts};

/// A corpus of the first `limit` statements; outlines and derivations, which a list does not show, are left out.
pub(crate) fn first(corpus: &Corpus, limit: usize) -> Corpus {
    let count = corpus.statements.len().min(limit);
    Corpus {
        hash: corpus.hash,
        about: corpus.about.clone(),
        actors: corpus.actors.clone(),
        places: corpus.places.clone(),
        kinds: corpus.kinds.clone(),
        sources: corpus.sources.clone(),
        populations: corpus.populations.clone(),
        reports: corpus.reports.clone(),
        statements: statements(&corpus.statements, count),
        events: corpus.events.clone(),
        derivations: Vec::new(),
        basemap: corpus.basemap.clone(),
    }
}

fn statements(all: &Statements, count: usize) -> Statements {
    let mut figures = lists(&all.figures, count);
    let kept = figures.values.len();
    for figure in &mut figures.values {
        if figure.part_of as usize >= kept {
            figure.part_of = NONE;
        }
    }
    Statements {
        ids: texts(&all.ids, count),
        summaries: texts(&all.summaries, count),
        quotes: texts(&all.quotes, count),
        spans: lists(&all.spans, count),
        reports: values(&all.reports, count),
        dates: lists(&all.dates, count),
        edtf: texts(&all.edtf, count),
        actors: lists(&all.actors, count),
        speakers: lists(&all.speakers, count),
        places: lists(&all.places, count),
        kinds: lists(&all.kinds, count),
        sources: lists(&all.sources, count),
        figures,
        events: values(&all.events, count),
        made: values(&all.made, count),
    }
}

fn values<T: Clone>(all: &[T], count: usize) -> Vec<T> {
    all.get(..count).unwrap_or(all).to_vec()
}

fn lists<T: Clone>(all: &Lists<T>, count: usize) -> Lists<T> {
    let ends = values(&all.ends, count);
    let end = ends.last().copied().unwrap_or(0) as usize;
    Lists { values: values(&all.values, end), ends }
}

fn texts(all: &Texts, count: usize) -> Texts {
    let ends = values(&all.ends, count);
    let end = ends.last().copied().unwrap_or(0) as usize;
    Texts { buffer: all.buffer.get(..end).unwrap_or_default().to_owned(), ends }
}
