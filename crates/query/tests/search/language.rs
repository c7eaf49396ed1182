//! The query language: every text is a query, and says what was understood.

use proptest::prelude::*;
use query::search::{Field, MAX_TERMS, Query, Term};

/// A query in one line: clauses in brackets, `not`, field, phrase in quotes, an open end as `*`.
fn shown(text: &str) -> String {
    let term = |term: &Term| {
        let field =
            Field::ALL.iter().find(|(field, _)| Some(*field) == term.field).map_or("", |(_, name)| name);
        let words = term.words.join(if term.phrase { "_" } else { "+" });
        format!(
            "{}{field}{}{}{words}{}",
            if term.not { "not " } else { "" },
            if field.is_empty() { "" } else { ":" },
            if term.phrase { "\"" } else { "" },
            if term.open { "*" } else { "" },
        )
    };
    let clause = |terms: &Vec<Term>| terms.iter().map(term).collect::<Vec<_>>().join(" or ");
    Query::read(text).clauses.iter().map(clause).collect::<Vec<_>>().join("; ")
}

#[test]
fn what_is_understood() {
    for (text, expect) in [
        ("", ""),
        ("  ?! … ", ""),
        ("smoke convoy", "smoke; convoy"),
        ("Smoke OR convoy", "smoke or convoy"),
        ("a b OR c d", "a; b or c; d"),
        ("OR smoke OR", "smoke"),
        ("smoke AND convoy", "smoke; convoy"),
        ("-smoke", "not smoke"),
        ("--smoke - convoy", "not smoke; convoy"),
        ("\"air strike\"", "\"air_strike"),
        ("\"air strike", "\"air_strike"),
        ("“air strike” x", "\"air_strike; x"),
        ("-\"air strike\"", "not \"air_strike"),
        ("strik*", "strik*"),
        ("\"air strik*\"", "\"air_strik*"),
        ("\"air strik\"*", "\"air_strik*"),
        ("place:Idlib", "place:idlib"),
        ("-place:\"north west\"", "not place:\"north_west"),
        ("PLACE:x", "place:x"),
        ("place: x", "place; x"),
        ("place:", "place"),
        ("10:30", "10+30"),
        ("https://example.org/a", "https+example+org+a"),
        ("al-Bab", "bab"),
        ("Deir ez-Zor", "deir; zor"),
        ("Al Bab", "bab"),
        ("Рас-эль-Айн", "рас+аин"),
        ("al-", "al"),
        ("north-western", "north+western"),
        ("smoke,convoy;x", "smoke; convoy; x"),
        ("^(smoke|con.*)+$", "smoke; con"),
        ("[a-z]{3}\\d?", "a+z+3+d"),
        ("\"\"\"", ""),
        ("Erdoğan إدلب", "erdogan; ادلب"),
    ] {
        assert_eq!(shown(text), expect, "{text}");
    }
}

#[test]
fn ten_thousand_letters_are_a_query() {
    let query = Query::read(&"x".repeat(10_000));
    assert_eq!((query.clauses.len(), query.cut), (1, false));
    let query = Query::read(&"ab ".repeat(10_000 / 3));
    assert_eq!((query.clauses.len(), query.cut), (MAX_TERMS, true));
}

proptest! {
    #[test]
    fn every_text_is_a_query(text in "\\PC{0,60}|[a-c\"*:| -]{0,40}|(OR |-|\"|place:|x ){0,20}") {
        let query = Query::read(&text);
        let terms: Vec<&Term> = query.clauses.iter().flatten().collect();
        prop_assert!(terms.len() <= MAX_TERMS);
        prop_assert!(query.clauses.iter().all(|clause| !clause.is_empty()));
        for term in terms {
            prop_assert!(!term.words.is_empty());
            prop_assert!(term.words.iter().all(|word| index::fold::fold(word) == *word && !word.contains(' ')));
        }
    }
}
