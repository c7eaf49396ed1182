//! A part of a corpus answers as the whole does about the statements that it holds.

use crate::random::{self, Random};
use index::{Area, Corpus, Figure, NONE, Reports, subset};
use query::search::Off;
use query::{Answer, Engine, Scope, Selection, Value, ValueClause};
use std::collections::BTreeMap;

/// A random corpus with figures and mentions, and some of its rows.
fn case(seed: u64) -> (Random, Corpus, Vec<u32>) {
    let mut random = Random(seed);
    let mut corpus = random::corpus(&mut random);
    let rows = corpus.statements.len();
    for (at, report) in corpus.reports.iter_mut().enumerate() {
        report.id = format!("report{at}");
    }
    corpus.basemap.areas.push(Area::default());
    // One figure a row, part of any other.
    corpus.statements.figures = index::Figures::default();
    for row in 0..rows {
        let part_of = if random.one_in(2) { NONE } else { random.below(rows) as u32 };
        corpus.statements.figures.push([Figure { part_of, words: row.to_string(), ..Figure::default() }]);
    }
    let kept = (0..rows as u32).filter(|_| random.one_in(2)).collect();
    (random, corpus, kept)
}

/// Points a clause to where entries stand in the part; `None` where one is gone.
fn moved(clause: &ValueClause, ids: &[&String], part: &[&String]) -> Option<ValueClause> {
    let place: BTreeMap<_, _> = part.iter().enumerate().map(|(at, id)| (*id, at as u32)).collect();
    let one = |value: &Value| match value {
        Value::Entry(at) => match ids.get(*at as usize) {
            Some(id) => place.get(*id).map(|at| Value::Entry(*at)),
            None => Some(*value),
        },
        other => Some(*other),
    };
    let all = |values: &[Value]| values.iter().map(one).collect::<Option<Vec<_>>>();
    Some(ValueClause { chosen: all(&clause.chosen)?, excluded: all(&clause.excluded)? })
}

fn moved_selection(selection: &Selection, whole: &Corpus, part: &Corpus) -> Option<Selection> {
    macro_rules! ids {
        ($table:ident) => {
            (
                whole.$table.iter().map(|it| &it.id).collect::<Vec<_>>(),
                part.$table.iter().map(|it| &it.id).collect::<Vec<_>>(),
            )
        };
    }
    let (actors, places, kinds, sources) = (ids!(actors), ids!(places), ids!(kinds), ids!(sources));
    Some(Selection {
        actor: moved(&selection.actor, &actors.0, &actors.1)?,
        speaker: moved(&selection.speaker, &actors.0, &actors.1)?,
        place: moved(&selection.place, &places.0, &places.1)?,
        kind: moved(&selection.kind, &kinds.0, &kinds.1)?,
        source: moved(&selection.source, &sources.0, &sources.1)?,
        ..selection.clone()
    })
}

#[test]
fn answers_are_the_wholes() {
    let mut compared = 0;
    for seed in 0..1_500 {
        let (mut random, corpus, rows) = case(seed);
        for reports in [Reports::Whole, Reports::Quoted] {
            let part = subset(&corpus, &rows, reports);
            let (whole, part) = (Engine::new(corpus.clone()), Engine::new(part));
            for _ in 0..4 {
                let mut selection = random::selection(&mut random, &corpus);
                // Somewhere in the same report: there, other statements count, which may be gone.
                selection.scope = Scope::Statement;
                // What sounds alike, what a listed name is called besides and what is a slip depend on which words there are.
                selection.off = Off::of(["spellings", "names", "typos"]);
                let Some(asked) = moved_selection(&selection, whole.corpus(), part.corpus()) else {
                    continue;
                };
                let answers = whole.answers_of(&selection);
                let expect: Vec<Answer> = rows.iter().map(|&row| answers[row as usize]).collect();
                assert_eq!(part.answers_of(&asked), expect, "seed {seed}, {reports:?}: {selection:#?}");
                compared += rows.len();
            }
        }
    }
    assert!(compared > 5_000, "{compared}");
}

#[test]
fn a_part_is_a_corpus_that_opens() {
    for seed in 0..500 {
        let (_, corpus, rows) = case(seed);
        for reports in [Reports::Whole, Reports::Quoted] {
            let mut part = subset(&corpus, &rows, reports);
            let bytes = index::write(&mut part);
            assert_eq!(index::open(&bytes).as_ref(), Ok(&part), "seed {seed}");
            // A part of a part is that part.
            let all: Vec<u32> = (0..rows.len() as u32).collect();
            let again = subset(&part, &all, reports);
            assert_eq!(Corpus { hash: part.hash, ..again }, part, "seed {seed}");
        }
    }
}

#[test]
fn nothing_that_is_not_needed_goes_along() {
    for seed in 0..500 {
        let (_, corpus, rows) = case(seed);
        let part = subset(&corpus, &rows, Reports::Quoted);
        let statements = &part.statements;
        let ids: Vec<&str> = rows.iter().map(|&row| corpus.statements.ids.get(row as usize)).collect();
        assert_eq!(statements.ids.iter().collect::<Vec<_>>(), ids, "seed {seed}");
        for at in 0..part.reports.len() as u32 {
            assert!(statements.reports.contains(&at), "seed {seed}: report {at} says nothing");
        }
        // Each entry is named, or stands above one that is.
        for at in 0..part.actors.len() as u32 {
            let named = statements.actors.values().any(|it| it.actor == at)
                || statements.speakers.values().any(|it| it.actor == at)
                || part.actors.iter().any(|it| it.parent == at);
            assert!(named, "seed {seed}: actor {at}");
        }
        for (row, spans) in statements.spans.iter().enumerate() {
            let report = &part.reports.get(statements.reports[row] as usize);
            let before = corpus.reports.get(corpus.statements.reports[rows[row] as usize] as usize);
            for (span, old) in spans.iter().zip(corpus.statements.spans.get(rows[row] as usize)) {
                let words = |report: &index::Report, at: &index::TextSpan| {
                    report.paragraphs[at.paragraph as usize].text[at.start as usize..at.end as usize]
                        .to_owned()
                };
                assert_eq!(words(report.unwrap(), span), words(before.unwrap(), old), "seed {seed}");
            }
        }
        // Figures are part of the same figures, where those are there.
        for figure in statements.figures.values() {
            let row: usize = figure.words.parse().unwrap();
            let whole = corpus.statements.figures.at(row).unwrap().part_of;
            let expect = if rows.contains(&whole) { whole.to_string() } else { String::new() };
            let found = statements.figures.at(figure.part_of as usize).map(|it| it.words).unwrap_or_default();
            assert_eq!(found, expect, "seed {seed}");
        }
    }
}
