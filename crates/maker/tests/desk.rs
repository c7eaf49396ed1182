//! The desk is the command's compiler and packer, and survives whatever is laid on it.
#![allow(clippy::unwrap_used)]

use compile::{Options, SourceFile, compile};
use fieldbook_maker::desk::Desk;
use fieldbook_maker::edits::{Edits, ReportEdit};
use fieldbook_maker::preview::FormSeen;
use pack::{Shell, single_file};
use proptest::prelude::*;
use std::collections::BTreeMap;

const TABLE: &str = "id,date,place,actor,killed\n1,2020-02-01,Idlib,Army,3\n2,2020-02-02,Aleppo,Army\n3,2020-02-03,Idlib,Army,5\n";

const ARTICLE: &str = "Turkish soldiers were killed in Idlib on Thursday, 27 February 2020, the governor of Hatay said.\n\nDozens fled towards the border.\n";

fn shell() -> Shell {
    Shell {
        wasm: b"\0asm\x01\0\0\0".to_vec(),
        glue: "let wasm_bindgen;".into(),
        boot: "\"use strict\";".into(),
        css: "a { b: c }".into(),
        icon: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".into(),
        ..Shell::default()
    }
}

fn desk(files: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::default();
    files.iter().for_each(|(path, text)| desk.take(path, text.as_bytes().to_vec()).unwrap());
    desk
}

/// What the command makes of sources.
fn built(files: &[(&str, &str)]) -> String {
    let file =
        |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), bytes: text.as_bytes().to_vec() };
    let files: Vec<SourceFile> = files.iter().map(file).collect();
    let mut corpus = compile(&files, &Options::default()).corpus;
    let bytes = index::write(&mut corpus);
    single_file(&shell(), &plain::page(&corpus), &bytes).unwrap()
}

#[test]
fn what_is_saved_is_what_the_command_builds() {
    let mut one = desk(&[("table.csv", TABLE)]);
    one.check(&Edits::default());
    assert_eq!(one.pack(&shell()).unwrap(), built(&[("table.csv", TABLE)]));

    let mut both = desk(&[("table.csv", TABLE), ("article.md", ARTICLE)]);
    both.check(&Edits { title: "Mine".into(), ..Edits::default() });
    let sources = [
        ("fieldbook.toml", "title = \"Mine\"\n"),
        ("events/table.csv", TABLE),
        ("reports/article.md", ARTICLE),
    ];
    assert_eq!(both.pack(&shell()).unwrap(), built(&sources));
}

#[test]
fn corrections_are_sources_and_can_be_taken_back() {
    let mut desk = desk(&[("article.txt", ARTICLE)]);
    let plain = desk.check(&Edits::default());
    let first = desk.pack(&shell()).unwrap();
    let edit = ReportEdit { publisher: "A paper".into(), published: "2020-02-28".into() };
    let edits = Edits { reports: BTreeMap::from([("article".into(), edit)]), ..Edits::default() };
    let corrected = desk.check(&edits);
    assert_eq!(corrected.texts[0].publisher, "A paper");
    assert_eq!(corrected.texts[0].published, "2020-02-28");
    let article = format!("+++\npublisher = \"A paper\"\npublished = \"2020-02-28\"\n+++\n\n{ARTICLE}");
    let sources = [("fieldbook.toml", "title = \"article\"\n"), ("reports/article.md", article.as_str())];
    assert_eq!(desk.pack(&shell()).unwrap(), built(&sources));
    assert_eq!(desk.check(&Edits::default()), plain);
    assert_eq!(desk.pack(&shell()).unwrap(), first);
}

#[test]
fn the_preview_counts_and_says_what_is_wrong_by_line() {
    let mut desk = desk(&[("table.csv", TABLE), ("article.md", ARTICLE), ("picture.png", "x")]);
    let preview = desk.check(&Edits::default());
    let table = &preview.tables[0];
    assert_eq!((table.form, table.rows, table.left_out), (FormSeen::Guessed, 2, 1));
    assert_eq!(table.period, ["2020-02-01", "2020-02-03"]);
    assert_eq!(table.columns, ["id", "date", "place", "actor", "killed"]);
    assert_eq!(preview.left_out, 1);
    assert!(preview.findings.iter().any(|it| it.severity == 0 && it.line == 3), "{:?}", preview.findings);
    assert!(preview.findings.iter().any(|it| it.file.ends_with("picture.png")), "{:?}", preview.findings);
    assert_eq!(preview.title, "article");
    assert!(desk.settings().contains("[[table]]"), "{}", desk.settings());
}

#[test]
fn a_table_without_dates_can_be_given_a_mapping() {
    let mut desk = desk(&[("t.csv", "a,b\nx,0\ny,1\n")]);
    let preview = desk.check(&Edits::default());
    assert_eq!(preview.tables[0].form, FormSeen::Unread);
    assert_eq!(preview.tables[0].columns, ["a", "b"]);
    let section = fieldbook_maker::mapping::with(&preview.tables[0].mapping, "summary", "a");
    let section = fieldbook_maker::mapping::with(&section, "date", "b");
    let edits = Edits { mappings: BTreeMap::from([("t.csv".into(), section)]), ..Edits::default() };
    let preview = desk.check(&edits);
    assert_eq!(preview.tables[0].form, FormSeen::Mapped, "{preview:?}");
}

#[test]
fn limits_are_named() {
    let mut desk = Desk::default();
    let why = desk.take("a.csv", vec![0; (256 << 20) + 1]).unwrap_err();
    assert!(why.contains("268435456"), "{why}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_that_is_dropped_brings_it_down(
        files in prop::collection::vec(("[a-z]{1,3}(/[a-z]{1,2})?", 0..10_usize, prop::collection::vec(any::<u8>(), 0..200)), 0..4),
        title in "\\PC{0,8}",
    ) {
        const ENDINGS: [&str; 10] =
            [".csv", ".md", ".html", ".pdf", ".zip", ".xlsx", ".json", ".geojson", ".toml", ".csv.gz"];
        let mut desk = Desk::default();
        for (name, ending, bytes) in files {
            let _ = desk.take(&format!("{name}{}", ENDINGS[ending]), bytes);
        }
        desk.check(&Edits { title, ..Edits::default() });
        prop_assert!(desk.pack(&shell()).is_ok());
    }
}
