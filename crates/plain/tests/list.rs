//! The plain list: everything is in it, nothing gets out of it, and what it answers is what the engine answers.
#![allow(clippy::unwrap_used)]

use fieldbook_plain::{LIST_LIMIT, page};
use index::{Actor, ActorEntry, Corpus, Day, NONE, Name, Place, PlaceEntry, Report, Span};
use proptest::prelude::*;

fn names(text: &str) -> Vec<Name> {
    vec![Name { text: text.to_owned(), lang: "en".into() }]
}

/// A corpus of statements with these texts, each by one of two actors at one of two places.
fn corpus(texts: &[String], dated: bool) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.about.language = "en".into();
    corpus.about.title = names("Title");
    corpus.reports =
        vec![Report { id: "r".into(), title: "Report".into(), source: NONE, ..Report::default() }];
    for at in 0..2 {
        let actor = Actor {
            id: format!("a{at}"),
            names: names(&format!("Actor {at}")),
            parent: NONE,
            ..Actor::default()
        };
        corpus.actors.push(actor);
    }
    let place =
        |id: &str, parent| Place { id: id.into(), names: names(id), parent, area: NONE, ..Place::default() };
    corpus.places = vec![place("country", NONE), place("town", 0)];
    for (at, text) in texts.iter().enumerate() {
        let statements = &mut corpus.statements;
        statements.ids.push(&format!("s{at}"));
        statements.summaries.push(text);
        statements.quotes.push("");
        statements.spans.push([]);
        statements.reports.push(0);
        statements.dates.push(dated.then(|| Span::day(Day(18_000 + at as i32))));
        statements.edtf.push("");
        statements.actors.push([ActorEntry { actor: at as u32 % 2, ..ActorEntry::default() }]);
        statements.speakers.push([]);
        statements.places.push([PlaceEntry { place: at as u32 % 2, ..PlaceEntry::default() }]);
        statements.kinds.push([]);
        statements.sources.push([]);
        statements.figures.push([]);
        statements.events.push(NONE);
        statements.made.push(index::Made::Hand);
    }
    corpus
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let texts: Vec<String> = (0..LIST_LIMIT + 5).map(|at| format!("text {at}")).collect();
    let parts = page(&corpus(&texts, true)).plain;
    let html = parts.concat();
    assert_eq!(html.matches("<li data-d").count(), LIST_LIMIT);
    assert!(html.contains("Listed here: the first 2,000 of 2,005"));
    assert!(parts.iter().all(|part| part.len() < 256 << 10), "WebKit is slow with long texts");
    let short = page(&corpus(&texts[..3], false)).plain.concat();
    assert!(!short.contains("Listed here") && short.contains("undated: 3"));
}

#[test]
fn every_menu_says_what_matches_and_what_only_may() {
    let html = page(&corpus(&["one".into(), "two".into()], true)).plain.concat();
    // The first stands in the country, so it may be in the town; the second is in the town and so in the country.
    assert!(html.contains("data-actor=\"0\" data-place=\"0 ~1\""), "{html}");
    assert!(html.contains("data-actor=\"1\" data-place=\"0 1\""), "{html}");
}

#[test]
fn what_is_veiled_stands_behind_a_fold() {
    let mut corpus = corpus(&["A charred body.".into(), "A letter.".into()], true);
    corpus.about.veil = vec!["charred".into()];
    let html = page(&corpus).plain.concat();
    assert_eq!(html.matches("<details>").count(), 1, "{html}");
    let (before, _) = html.split_once("A charred body.").unwrap();
    assert!(before.ends_with("veiled by the publisher</summary><bdi dir=\"auto\" lang=\"en\">"), "{before}");
}

#[test]
fn an_arabic_fieldbook_has_an_arabic_list() {
    let mut corpus = corpus(&["نص".into()], true);
    corpus.about.language = "ar".into();
    let page = page(&corpus);
    assert_eq!(page.dir, "rtl");
    assert!(page.plain.concat().contains("الأقوال"));
}

proptest! {
    #[test]
    fn nothing_becomes_markup(text in "(?s).{0,40}|[<>/a-z\"'&= !-]{0,60}|</noscript><script>.{0,9}") {
        let mut corpus = corpus(std::slice::from_ref(&text), true);
        corpus.about.title[0].text.clone_from(&text);
        corpus.about.licence.clone_from(&text);
        let report = &mut corpus.reports[0];
        for field in [&mut report.title, &mut report.url, &mut report.licence] {
            field.clone_from(&text);
        }
        corpus.actors[0].names[0].text.clone_from(&text);
        corpus.places[0].names[0].text.clone_from(&text);
        corpus.about.coverage = names(&text);
        corpus.about.attributions = vec![text.clone()];
        corpus.about.veil = vec![index::fold::fold(&text)];
        let plain = page(&corpus).plain.concat();
        let empty = page(&self::corpus(&["x".into()], true)).plain.concat();
        // Only tags of ours, whatever the data.
        let ours = ["section", "p", "bdi", "ul", "li", "form", "label", "span", "input", "select", "option", "button",
            "h2", "h3", "ol", "dl", "dt", "dd", "strong", "a", "blockquote", "small", "div", "details", "summary"];
        for tag in plain.split('<').skip(1) {
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            prop_assert!(ours.contains(&name.as_str()), "<{}", tag);
        }
        prop_assert!(!plain.to_lowercase().contains("href=\"javascript"));
        prop_assert!(empty.len() < plain.len() + 400);
    }
}
