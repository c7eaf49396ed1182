//! A part that is saved is a fieldbook like any other, and holds nothing of what was left behind.
#![allow(clippy::unwrap_used)]

use compile::{Options, SourceFile, compile};
use fieldbook_saver::{Choice, Given};
use index::{Corpus, name_in};
use pack::{Shell, corpus_in, gzip, single_file};

/// The part as one file.
fn saved(given: Given, choice: &Choice) -> Result<String, String> {
    let part = fieldbook_saver::part(given, choice)?;
    let packed = part.blocks().map(gzip).collect();
    Ok(part.file(packed))
}

const REPORT: &str = "+++\ntitle = \"One\"\npublisher = \"Paper\"\npublished = \"2020-02-28\"\n+++\n\n\
Rockets fell on the market. Nobody remembers the weather.\n\nThe mayor spoke of marigolds. Guards fired on the crowd.\n";

const OTHER: &str = "+++\ntitle = \"Two\"\npublisher = \"Sheet\"\npublished = \"2020-03-01\"\n+++\n\nTalks began in the harbor.\n";

const STATEMENTS: &str = "id,report,quote,date,initiator,place\n\
a,one,Rockets fell on the market.,2020-02-27,army,north\n\
b,one,Guards fired on the crowd.,2020-02-28,guard,south\n\
c,two,Talks began in the harbor.,2020-03-01,envoy,south\n";

fn whole() -> Corpus {
    let files = [
        ("fieldbook.toml", "title = \"Whole\"\ndescription = \"All of it\"\n"),
        ("reports/one.md", REPORT),
        ("reports/two.md", OTHER),
        ("statements.csv", STATEMENTS),
        ("actors.csv", "id,name\narmy,Army\nguard,Guard\nenvoy,Envoy\n"),
        ("places.csv", "id,name\nnorth,North\nsouth,South\n"),
    ];
    let file = |(path, text): (&str, &str)| SourceFile { path: path.into(), bytes: text.as_bytes().to_vec() };
    let compiled = compile(&files.map(file), &Options::default());
    assert_eq!(compiled.corpus.statements.actors.count(), 3, "{:?}", compiled.diagnostics);
    compiled.corpus
}

fn shell() -> Shell {
    Shell {
        wasm: b"\0asm\x01\0\0\0".to_vec(),
        glue: "let wasm_bindgen;".into(),
        boot: "\"use strict\";".into(),
        css: "a { b: c }".into(),
        icon: "<svg/>".into(),
        late: b"\0asm\x01\0\0\0".to_vec(),
        late_packed: Vec::new(),
        saver: "\"use strict\";".into(),
        ..Shell::default()
    }
}

/// Saves a part, and opens it again.
fn part(rows: &[u32], quoted: bool, title: &str) -> Corpus {
    let corpus = index::write(&mut whole());
    let html = saved(Given { shell: shell(), corpus }, &Choice { rows, quoted, title }).unwrap();
    index::open(&corpus_in(html.as_bytes()).unwrap().unwrap()).unwrap()
}

#[test]
fn the_chosen_statements_are_there_with_what_they_need() {
    let part = part(&[2, 0], false, "");
    assert_eq!(part.statements.ids.iter().collect::<Vec<_>>(), ["a", "c"]);
    assert_eq!(part.reports.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["one", "two"]);
    assert!(!part.actors.iter().any(|it| it.id == "guard"));
    assert_eq!(name_in(&part.about.title, "en"), "Whole");
    assert!(name_in(&part.about.coverage, "en").starts_with("This is a selection: 2 of 3 statements"));
}

#[test]
fn only_quoted_passages_leave_nothing_else_behind() {
    let part = part(&[0, 1], true, "Neutral");
    let everything = format!("{part:?}");
    for word in ["marigolds", "weather", "harbor", "Envoy", "Sheet", "Whole", "All of it"] {
        assert!(!everything.contains(word), "{word} in {everything}");
    }
    let texts: Vec<&str> = part.reports[0].paragraphs.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["Rockets fell on the market.", "Guards fired on the crowd."]);
}

#[test]
fn a_corpus_in_the_module_and_one_beside_it_give_the_same() {
    let corpus = index::write(&mut whole());
    let choice = Choice { rows: &[1], quoted: false, title: "" };
    let within = Shell { wasm: pack::with_section(&shell().wasm, &corpus).unwrap(), ..shell() };
    let within = saved(Given { shell: within, corpus: Vec::new() }, &choice).unwrap();
    assert_eq!(saved(Given { shell: shell(), corpus }, &choice).unwrap(), within);
}

#[test]
fn what_is_damaged_is_said() {
    let choice = Choice { rows: &[0], quoted: false, title: "" };
    let none = saved(Given { shell: shell(), corpus: Vec::new() }, &choice).unwrap_err();
    assert_eq!(none, "this page carries no corpus");
    let bad = saved(Given { shell: shell(), corpus: b"x".to_vec() }, &choice).unwrap_err();
    assert!(bad.contains("not a fieldbook corpus"), "{bad}");
}

#[test]
fn all_of_it_is_the_whole_but_for_what_is_said_of_it() {
    let mut part = part(&[0, 1, 2], false, "");
    let mut whole = whole();
    part.about.coverage = whole.about.coverage.clone();
    let file = |corpus: &mut Corpus| {
        let bytes = index::write(corpus);
        single_file(&shell(), &plain::page(corpus), &bytes).unwrap()
    };
    assert_eq!(file(&mut part), file(&mut whole));
}
