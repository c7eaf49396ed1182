//! The matrix and the comparison against slow loops.

use crate::random::{self, Random};
use crate::slow;
use index::{Corpus, NONE, Role};
use query::compare::Pair;
use query::matrix::Across;
use query::{Answer, Counts, Dimension, Engine, Scope, Selection, Value, ValueClause, Wants};

/// A statement's answer to one more clause, of its own or of its report.
fn also(
    corpus: &Corpus,
    row: usize,
    dimension: Dimension,
    value: Value,
    roles: &[Role],
    scope: Scope,
) -> Answer {
    let mut asked = Selection { roles: roles.to_vec(), scope, ..Selection::default() };
    *asked.clause_mut(dimension).unwrap() = ValueClause::of([value]);
    slow::answer(corpus, &asked, row)
}

fn count(corpus: &Corpus, selection: &Selection, more: impl Fn(usize) -> Answer) -> Counts {
    let mut counts = Counts::default();
    for row in 0..corpus.statements.len() {
        let answer = slow::answer(corpus, selection, row).min(more(row));
        if !(selection.matches_only && answer == Answer::MayMatch) {
            counts.add(answer);
        }
    }
    counts
}

#[test]
fn each_cell_is_what_a_loop_counts() {
    let mut filled = 0;
    for seed in 0..2_000 {
        let mut random = Random(seed * 13 + 1);
        crate::words::forget();
        let engine = Engine::new(random::corpus(&mut random));
        let selection = random::selection(&mut random, engine.corpus());
        for across in [Across::Affected, Across::Place] {
            let (dimension, role) = match across {
                Across::Affected => (Dimension::Actor, vec![Role::Affected]),
                Across::Place => (Dimension::Place, vec![]),
            };
            let matrix = engine.matrix(&selection, across, 20);
            for (at, &row) in matrix.rows.iter().enumerate() {
                for (of, &column) in matrix.columns.iter().enumerate() {
                    let (corpus, own) = (engine.corpus(), Scope::Statement);
                    let expect = count(corpus, &selection, |statement| {
                        let did_it = also(corpus, statement, Dimension::Actor, row, &[Role::Initiator], own);
                        did_it.min(also(corpus, statement, dimension, column, &role, own))
                    });
                    assert_eq!(matrix.cell(at, of), expect, "{row:?} {column:?} {across:?} in seed {seed}");
                    filled += expect.shown();
                    let name = engine.cell_name(across, row, column);
                    let behind = engine.behind(&selection, &name).unwrap();
                    assert_eq!(behind.len() as u32, expect.shown(), "{name} in seed {seed}");
                }
            }
        }
    }
    assert!(filled > 500, "{filled}");
}

#[test]
fn two_selections_are_each_counted_within_themselves() {
    for seed in 0..1_500 {
        let mut random = Random(seed * 17 + 3);
        crate::words::forget();
        let engine = Engine::new(random::corpus(&mut random));
        let corpus = engine.corpus();
        let first = random::selection(&mut random, corpus);
        let second = random::selection(&mut random, corpus);
        let compared = engine.compare(&first, &second);
        let counts = |selection: &Selection| engine.ask(selection, Wants::COUNTS).counts;
        assert_eq!(compared.totals, (counts(&first), counts(&second)));
        let shown = |selection: &Selection, row: usize| match slow::answer(corpus, selection, row) {
            Answer::MayMatch if selection.matches_only => Answer::No,
            answer => answer,
        };
        let both = (0..corpus.statements.len()).filter_map(|row| {
            let answer = shown(&first, row).min(shown(&second, row));
            (answer != Answer::No).then_some((row as u32, answer))
        });
        let both: Vec<(u32, Answer)> = both.collect();
        assert_eq!(engine.behind_both(&first, &second), both, "seed {seed}");
        assert_eq!(compared.shared, both.len() as u32);
        for (dimension, pairs) in &compared.facets {
            for &Pair { value, first: a, second: b } in pairs {
                for (selection, got) in [(&first, a), (&second, b)] {
                    let roles = if *dimension == Dimension::Actor { selection.roles.as_slice() } else { &[] };
                    let expect = count(corpus, selection, |row| {
                        also(corpus, row, *dimension, value, roles, selection.scope)
                    });
                    assert_eq!(got, expect, "{dimension:?} {value:?} in seed {seed}: {selection:#?}");
                    let name = engine.value_name(*dimension, value);
                    assert_eq!(
                        engine.behind(selection, &name).unwrap().iter().map(|row| row.1).collect::<Counts>(),
                        expect,
                        "{name} in seed {seed}"
                    );
                }
            }
        }
    }
}

/// A value that no statement has stands nowhere.
#[test]
fn nothing_gives_nothing() {
    let engine = Engine::new(Corpus::default());
    let all = Selection::default();
    assert!(engine.compare(&all, &all).facets.is_empty());
    assert!(engine.matrix(&all, Across::Place, 9).rows.is_empty());
    assert_eq!(engine.behind(&all, "done-to/a/b"), None);
    assert_eq!(engine.behind(&all, &NONE.to_string()), None);
}
