//! Facets, histogram and ledger, in cases small enough to count by hand; the oracle does the rest.

use super::{engine, notation};
use crate::query::{Counts, LedgerPart, Value, Wants};
use index::Corpus;

fn numbers(Counts { matching, may_match }: Counts) -> String {
    format!("{matching}+{may_match}")
}

const CORPUS: &str = "
    actor russia
    actor turkey
    actor witness private
    place syria point
    place idlib < syria
    a: on 2020-02-27 by russia at idlib
    b: on 2020-02 by turkey at syria
    c: on 2020-02-28 at idlib
    d: by russia at idlib
    e: on 2020-02-27 by witness
    f: on 2020-03-01 by russia|turkey at idlib
    g: by russia
";

fn id(corpus: &Corpus, dimension: &str, value: Value) -> String {
    let Value::Entry(entry) = value else { return "(none)".to_owned() };
    match dimension {
        "place" => corpus.places[entry as usize].id.clone(),
        _ => corpus.actors[entry as usize].id.clone(),
    }
}

fn check_facet(selection: &str, dimension: &str, expect: &str) {
    let engine = engine(CORPUS);
    let answers = engine.ask(&notation::selection(selection, &engine), Wants::ALL);
    let rows = answers.facets.of(notation::dimension(dimension)).iter();
    let rows =
        rows.map(|row| format!("{} {}", id(engine.corpus(), dimension, row.value), numbers(row.counts)));
    assert_eq!(rows.collect::<Vec<_>>().join(", "), expect, "{dimension} under {selection}");
}

#[test]
fn a_facet_counts_under_every_clause_but_its_own() {
    check_facet("", "place", "syria 5+0, idlib 4+1, (none) 2+0");
    check_facet("place=idlib", "place", "syria 5+0, idlib 4+1, (none) 2+0");
    check_facet("actor=russia", "place", "syria 2+1, idlib 2+1, (none) 1+0");
    check_facet("actor=russia matches-only", "place", "syria 2+0, idlib 2+0, (none) 1+0");
    check_facet("actor=atlantis", "place", "syria 0+0, idlib 0+0, (none) 0+0");
}

#[test]
fn a_private_person_has_no_row() {
    check_facet("", "actor", "russia 3+1, turkey 1+1, (none) 1+0");
    check_facet("role=affected", "actor", "russia 0+0, turkey 0+0, (none) 7+0");
}

#[test]
fn the_histogram_stands_still_and_follows_the_other_clauses() {
    let check = |selection: &str, expect: &str| {
        let engine = engine(CORPUS);
        let histogram = engine.ask(&notation::selection(selection, &engine), Wants::ALL).histogram;
        let cells = histogram.cells.iter().filter(|cell| cell.from.to_string().as_str() >= "2020-02-26");
        let cells: Vec<String> = cells.map(|cell| numbers(cell.counts)).collect();
        assert_eq!(cells.join(" "), expect, "{selection}");
        assert_eq!(histogram.cells.len(), 30);
    };
    check("", "0+1 2+1 1+1 0+1 1+0");
    check("from=2020-02-28", "0+1 2+1 1+1 0+1 1+0");
    check("place=idlib", "0+1 1+1 1+1 0+1 1+0");
    check("place=idlib matches-only", "0+0 1+0 1+0 0+0 1+0");
}

#[test]
fn the_ledger_counts_each_hidden_statement_once() {
    let check = |selection: &str, expect: &str| {
        let engine = engine(CORPUS);
        let selection = notation::selection(selection, &engine);
        let parts = [
            ("outside", LedgerPart::Outside),
            ("undated", LedgerPart::Undated),
            ("unplaced", LedgerPart::Unplaced),
            ("without actor", LedgerPart::WithoutActor),
            ("without coordinates", LedgerPart::WithoutCoordinates),
        ];
        let ids = |part| {
            engine
                .rows_of(&selection, part)
                .into_iter()
                .map(|row| engine.corpus().statements.ids.get(row as usize))
        };
        let parts = parts.map(|(name, part)| (name, ids(part).collect::<Vec<_>>().join(" ")));
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(_, ids)| !ids.is_empty())
            .map(|(name, ids)| format!("{name}: {ids}"))
            .collect();
        assert_eq!(parts.join("; "), expect, "{selection:?}");
    };
    check("", "without coordinates: a c d f");
    check("from=2020-02 to=2020-02", "outside: f; undated: d g; without coordinates: a c");
    check("place=idlib", "unplaced: e g; without coordinates: a c d f");
    check("actor=russia", "outside: b e; without actor: c; without coordinates: a d f");
    check(
        "actor=russia place=idlib from=2020-02 to=2020-02",
        "outside: b e f g; undated: d; without actor: c; without coordinates: a",
    );
}

#[test]
fn undated_and_unplaced_are_counted_with_and_without_a_clause() {
    let check = |selection: &str, expect: (u32, u32)| {
        let engine = engine(CORPUS);
        let answers = engine.ask(&notation::selection(selection, &engine), Wants::COUNTS);
        assert_eq!((answers.undated, answers.unplaced), expect, "{selection}");
    };
    check("", (2, 2));
    check("from=2020-02 to=2020-02", (2, 1));
    check("place=idlib", (1, 2));
    check("actor=turkey", (0, 0));
}

#[test]
fn loosening_says_what_each_clause_costs() {
    let engine = engine(CORPUS);
    let selection = notation::selection("place=idlib actor=turkey to=2020-02-28", &engine);
    let loosened = engine.loosen(&selection).into_iter();
    let loosened: Vec<String> =
        loosened.map(|(dimension, counts)| format!("{dimension:?} {}", numbers(counts))).collect();
    assert_eq!(loosened.join(", "), "Date 0+2, Actor 2+1, Place 0+1");
}

#[test]
fn an_empty_corpus_is_asked_in_vain() {
    let engine = engine("");
    let answers = engine.ask(&notation::selection("from=2020 text=x", &engine), Wants::ALL);
    assert_eq!((answers.total, answers.counts, answers.histogram.cells.len()), (0, Counts::default(), 0));
}
