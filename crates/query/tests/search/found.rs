//! What was found: lit in texts, named on statements, ranked.

use crate::names::engine_of;
use query::search::{Off, Rule};
use query::{Answer, Engine, Selection};

/// Statements by their summaries, and places by their names: the first statement holds the first place.
fn engine(summaries: &[&str], places: &[&[&str]]) -> Engine {
    engine_of(summaries, places)
}

fn asked(text: &str) -> Selection {
    Selection { text: text.to_owned(), ..Selection::default() }
}

fn found(engine: &Engine, selection: &Selection) -> Vec<usize> {
    let answers = engine.answers_of(selection);
    (0..answers.len()).filter(|&row| answers[row] == Answer::Match).collect()
}

fn lit(engine: &Engine, query: &str, text: &str) -> String {
    let mut lit = String::new();
    let mut from = 0;
    for (range, rule) in engine.lit(&engine.understand(&asked(query)), text) {
        lit += &format!("{}[{}:{rule:?}]", &text[from..range.start], &text[range.clone()]);
        from = range.end;
    }
    lit + &text[from..]
}

#[test]
fn what_is_lit() {
    let all = ["A convoy near Idleb", "Convoys in إدلب", "Air strikes, air raids", "Smoke"];
    let engine = engine(&all, &[&["Idlib", "İdlib"]]);
    for (query, text, expect) in [
        ("convoy", all[1], "[Convoys:Beginning] in إدلب"),
        ("idlib", all[0], "A convoy near [Idleb:Spelling]"),
        ("Идлиб", all[1], "Convoys in [إدلب:Spelling]"),
        ("\"air strikes\" smoke", all[2], "[Air strikes:Same], air raids"),
        ("\"air strike*\"", all[2], "[Air strikes:Same], air raids"),
        ("\"strikes raids\"", all[2], all[2]),
        ("-smoke", all[3], all[3]),
        ("smkoe", all[3], "[Smoke:Typo]"),
        ("place:smoke", all[3], all[3]),
        ("", all[0], all[0]),
    ] {
        assert_eq!(lit(&engine, query, text), expect, "{query}");
    }
}

#[test]
fn each_rule_is_named_and_can_be_switched_off() {
    let engine = engine(&["shelled again", "Halab was hit", "the smoke"], &[&["Aleppo", "حلب"]]);
    let check = |text: &str, row: usize, rule: Rule, word: &str| {
        let selection = asked(text);
        assert!(found(&engine, &selection).contains(&row), "{text}");
        let plan = engine.understand(&selection);
        assert!(plan.uses(rule), "{text}");
        let hits = engine.hits(&plan, row as u32);
        assert_eq!(
            hits.iter().map(|hit| (hit.rule, hit.found.as_str())).collect::<Vec<_>>(),
            [(rule, word)],
            "{text}"
        );
        let off = Selection { off: Off::default().with(rule), ..selection };
        assert!(!found(&engine, &off).contains(&row), "{text} without {rule:?}");
    };
    check("shell", 0, Rule::Beginning, "shelled");
    check("حلب", 1, Rule::Spelling, "Halab");
    check("smkoe", 2, Rule::Typo, "smoke");
    // Aleppo is also called حلب, and its name stands on the statement itself.
    assert_eq!(engine.hits(&engine.understand(&asked("aleppo")), 0), []);
}

#[test]
fn other_names_of_a_place_are_found_in_texts() {
    let engine = engine(&["", "North Town was hit", "Town North"], &[&["Nordstadt", "North Town"]]);
    assert_eq!(found(&engine, &asked("nordstadt")), [0, 1]);
    let hits = engine.hits(&engine.understand(&asked("nordstadt")), 1);
    assert_eq!((hits[0].rule, hits[0].found.as_str()), (Rule::Name, "North Town"));
    let off = Selection { off: Off::default().with(Rule::Name), ..asked("nordstadt") };
    assert_eq!(found(&engine, &off), [0]);
}

#[test]
fn what_fits_best_comes_first() {
    let engine = engine(
        &[
            "a long account of many other things and much else besides in which a convoy is named",
            "convoys",
            "convoy",
            "smoke",
        ],
        &[],
    );
    let selection = asked("convoy");
    let mut rows: Vec<(u32, Answer)> = (0..3).map(|row| (row, Answer::Match)).collect();
    engine.rank(&mut rows, &engine.understand(&selection));
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 1, 0]);
}

#[test]
fn an_index_made_in_slices_is_the_same() {
    let summaries: Vec<String> =
        (0..300).map(|at| format!("word{} convoy{} other", at % 7, at % 13)).collect();
    let summaries: Vec<&str> = summaries.iter().map(String::as_str).collect();
    let (whole, sliced) = (engine(&summaries, &[&["Idlib"]]), engine(&summaries, &[&["Idlib"]]));
    let mut slices = 0;
    while !sliced.prepare_search(100) {
        slices += 1;
    }
    assert!(slices > 50);
    for text in ["word3 convoy11", "idlib", "-word1", "conv*", "\"convoy1 other\"", "wrod1"] {
        assert_eq!(found(&whole, &asked(text)), found(&sliced, &asked(text)), "{text}");
    }
}
