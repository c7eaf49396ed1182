//! The engine against a slow loop, on thousands of random corpora and selections.
#![allow(clippy::unwrap_used, clippy::expect_used)]

extern crate fieldbook_query as query;

mod behind;
mod figures;
mod pairs;
mod random;
mod slow;
mod subset;
mod walk;
mod words;

use index::Corpus;
use query::{Answer, Dimension, Engine, LedgerPart, Selection, Wants};
use random::Random;

/// Selections over each corpus.
const SELECTIONS: u64 = 5;

/// Runs a test on selections over as many random corpora.
fn each_case(corpora: u64, test: impl Fn(&Engine, &Selection, &str)) {
    for seed in 0..corpora {
        let mut random = Random(seed);
        let corpus = random::corpus(&mut random);
        let engine = Engine::new(corpus);
        words::forget();
        for turn in 0..SELECTIONS {
            let selection = random::selection(&mut random, engine.corpus());
            let name = format!("seed {seed}, selection {turn}: {selection:#?}");
            test(&engine, &selection, &name);
        }
    }
}

#[test]
fn everything_is_what_the_slow_loop_says() {
    each_case(1_500, |engine, selection, name| {
        let expect = slow::ask(engine.corpus(), selection);
        assert_eq!(engine.ask(selection, Wants::ALL), expect, "{name}");
    });
}

#[test]
fn each_number_of_the_ledger_lists_its_statements() {
    each_case(500, |engine, selection, name| {
        let part = |row: usize| slow::ledger_part(engine.corpus(), selection, row);
        for wanted in PARTS {
            let expect: Vec<u32> =
                rows(engine.corpus()).filter(|&row| part(row as usize) == Some(wanted)).collect();
            assert_eq!(engine.rows_of(selection, wanted), expect, "{wanted:?} in {name}");
        }
    });
}

#[test]
fn the_ledger_and_what_is_shown_add_up_to_the_whole() {
    each_case(500, |engine, selection, name| {
        let answers = engine.ask(selection, Wants::COUNTS);
        let ledger = answers.ledger;
        let hidden = ledger.outside + ledger.undated + ledger.unplaced + ledger.without_actor;
        assert_eq!(hidden + answers.counts.shown(), answers.total, "{name}");
        let mut seen = vec![0; answers.total as usize];
        let parts = PARTS.into_iter().filter(|&part| part != LedgerPart::WithoutCoordinates);
        parts.flat_map(|part| engine.rows_of(selection, part)).for_each(|row| seen[row as usize] += 1);
        engine.ask(selection, Wants::ALL).rows.iter().for_each(|(row, _)| seen[row as usize] += 1);
        assert!(seen.iter().all(|&times| times == 1), "{name}");
    });
}

#[test]
fn loosening_is_asking_without_the_clause() {
    each_case(500, |engine, selection, name| {
        for (dimension, counts) in engine.loosen(selection) {
            let looser = slow::without(selection, dimension);
            assert_eq!(counts, slow::counts(engine.corpus(), &looser), "{dimension:?} in {name}");
            assert!(selection.restricts(dimension), "{dimension:?} in {name}");
            assert_eq!(engine.ask(&selection.without(dimension), Wants::COUNTS).counts, counts, "{name}");
        }
        let restricted = Dimension::ALL.into_iter().filter(|&dimension| selection.restricts(dimension));
        assert_eq!(engine.loosen(selection).len(), restricted.count(), "{name}");
    });
}

#[test]
fn there_are_reasons_exactly_where_a_statement_may_match() {
    each_case(500, |engine, selection, name| {
        for (row, answer) in (0..).zip(engine.answers_of(selection)) {
            assert_eq!(answer, slow::answer(engine.corpus(), selection, row as usize), "row {row} in {name}");
            let reasons = engine.reasons(selection, row);
            assert_eq!(!reasons.is_empty(), answer == Answer::MayMatch, "row {row}: {reasons:?} in {name}");
            assert!(reasons.iter().all(|reason| selection.restricts(reason.dimension)), "{name}");
        }
    });
}

/// The generator must reach what it is there to test.
#[test]
fn the_cases_are_worth_their_time() {
    let mut met = std::collections::HashSet::new();
    for seed in 0..500 {
        let mut random = Random(seed);
        let engine = Engine::new(random::corpus(&mut random));
        for _ in 0..SELECTIONS {
            let selection = random::selection(&mut random, engine.corpus());
            let answers = engine.ask(&selection, Wants::ALL);
            let ledger = answers.ledger;
            met.insert(format!("unit {:?}", answers.histogram.unit));
            for (name, number) in [
                ("matching", answers.counts.matching),
                ("may match", answers.counts.may_match),
                ("outside", ledger.outside),
                ("undated", ledger.undated),
                ("unplaced", ledger.unplaced),
                ("without actor", ledger.without_actor),
                ("without coordinates", ledger.without_coordinates),
                ("scopes differ", u32::from(answers.counts != answers.other_scope)),
            ] {
                if number > 0 {
                    met.insert(name.to_owned());
                }
            }
            for (row, _) in answers.rows.iter() {
                met.extend(
                    engine
                        .reasons(&selection, row)
                        .iter()
                        .map(|reason| format!("{:?} {}", reason.dimension, kind(reason.why))),
                );
            }
        }
    }
    let mut met: Vec<String> = met.into_iter().collect();
    met.sort();
    assert_eq!(met.join(", "), REACHED);
}

fn kind(why: query::Why) -> String {
    format!("{why:?}").chars().take_while(|c| c.is_alphabetic()).collect()
}

const REACHED: &str = "Actor Alternatives, Actor Missing, Actor Unnamed, Date DateOverlaps, Date DateQualified, \
    Kind Missing, Place Alternatives, Place Missing, Place PlaceAbove, Place RegionCovers, Source Missing, \
    Speaker Alternatives, Speaker Missing, Speaker Unnamed, matching, may match, outside, scopes differ, undated, \
    unit Day, unit Month, unit Year, unplaced, without actor, without coordinates";

const PARTS: [LedgerPart; 5] = [
    LedgerPart::Outside,
    LedgerPart::Undated,
    LedgerPart::Unplaced,
    LedgerPart::WithoutActor,
    LedgerPart::WithoutCoordinates,
];

fn rows(corpus: &Corpus) -> std::ops::Range<u32> {
    0..corpus.statements.len() as u32
}
