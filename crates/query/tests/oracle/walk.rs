//! Walks: one engine asked again and again, each question differing a little from the one before.
//!
//! An engine keeps what it counted, and counts only what changed; so it is compared with the slow loop, and on
//! longer tables with an engine that was never asked before.

use crate::random::{self, Random};
use crate::slow;
use index::{Corpus, Day, Span};
use query::{DateClause, Engine, Scope, Selection, Wants};
use std::collections::BTreeMap;

/// A table of many statements: those of random corpora with the same tables, in the order of dates.
fn table(random: &mut Random, rows: usize) -> Corpus {
    let mut corpus = loop {
        let corpus = random::corpus(random);
        if corpus.places.len() > 2 && corpus.actors.len() > 1 {
            break corpus;
        }
    };
    corpus.statements = Default::default();
    let exceptions = random.pick(&[2, 10, 1_000]);
    let mut days = BTreeMap::new();
    for row in 0..rows {
        random::statement(random, &mut corpus, row, 60);
        if !random.one_in(exceptions) {
            let day = Span::day(Day(18_300 + (row * 60 / rows) as i32));
            days.insert(row, day);
        }
    }
    let dates = corpus.statements.dates.iter().enumerate();
    let dates = dates.map(|(row, own)| days.get(&row).map_or(own.to_vec(), |&day| vec![day]));
    corpus.statements.dates = dates.collect();
    corpus
}

/// The selection after one more thing that a reader does.
fn next(random: &mut Random, corpus: &Corpus, mut now: Selection) -> Selection {
    let other = random::selection(random, corpus);
    let shift = random.pick(&[-7, -1, 1, 2, 9]);
    let moved = |day: Option<Day>| day.map(|day| Day(day.0 + shift));
    match random.below(12) {
        0..=4 if !now.date.is_empty() => {
            let (from, to) = (now.date.from, now.date.to);
            now.date = match random.below(3) {
                0 => DateClause { from: moved(from), ..now.date },
                1 => DateClause { to: moved(to), ..now.date },
                _ => DateClause { from: moved(from), to: moved(to), ..now.date },
            };
        }
        0..=5 => now.date = other.date,
        6 => now.actor = other.actor,
        7 => now.place = other.place,
        8 => (now.kind, now.source) = (other.kind, other.source),
        9 => now.roles = other.roles,
        10 => now.matches_only = !now.matches_only,
        _ => (now.text, now.speaker) = (other.text, other.speaker),
    }
    if random.one_in(15) {
        now.scope = if now.scope == Scope::Report { Scope::Statement } else { Scope::Report };
    }
    now
}

fn walk(seed: u64, rows: usize, steps: usize, expect: impl Fn(&Corpus, &Selection) -> query::Answers) {
    let mut random = Random(seed);
    let corpus = table(&mut random, rows);
    let engine = Engine::new(corpus.clone());
    crate::words::forget();
    let mut selection = Selection::default();
    for step in 0..steps {
        selection = next(&mut random, &corpus, selection);
        let wants = random.pick(&[Wants::ALL, Wants::ALL, Wants::ALL, Wants::COUNTS]);
        let got = engine.ask(&selection, wants);
        let mut expect = expect(&corpus, &selection);
        if wants == Wants::COUNTS {
            (expect.facets, expect.histogram, expect.rows) = Default::default();
        }
        assert_eq!(got, expect, "seed {seed}, step {step}: {selection:#?}");
    }
}

#[test]
fn each_step_gives_what_the_slow_loop_says() {
    for seed in 0..60 {
        walk(seed, 20 + seed as usize, 30, slow::ask);
    }
}

#[test]
fn long_tables_give_what_an_engine_asked_for_the_first_time_says() {
    for seed in 1_000..1_030 {
        let rows = 300 + 200 * (seed as usize % 10);
        walk(seed, rows, 40, |corpus, selection| Engine::new(corpus.clone()).ask(selection, Wants::ALL));
    }
}
