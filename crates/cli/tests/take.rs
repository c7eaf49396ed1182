//! `query --export`: exactly what is shown, in every form, and read back as the same statements.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fieldbook")).args(arguments).output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("take").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn answer(sources: &str, more: &[&str]) -> Value {
    let output = run(&[&["query", sources, "--json"], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

const IDLIB: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/idlib");

/// The counts of each value by id, without those of no statement.
fn counts(answer: &Value, facet: &str) -> Vec<(String, u64, u64)> {
    let rows = answer["facets"][facet].as_array().unwrap().iter();
    let row = |row: &Value| {
        let number = |name: &str| row[name].as_u64().unwrap();
        (row["id"].as_str().unwrap().to_owned(), number("match"), number("may_match"))
    };
    let mut rows: Vec<_> = rows.map(row).filter(|row| row.1 + row.2 > 0).collect();
    rows.sort();
    rows
}

#[test]
fn an_export_is_what_is_shown_and_answers_the_same() {
    let asked = ["--place", "idlib-governorate", "--from", "2019"];
    let shown = answer(IDLIB, &asked);
    assert!(shown["shown"].as_u64().unwrap() > 0 && shown["may_match"].as_u64().unwrap() > 0);
    for ending in ["csv", "jsonl", "geojson", "parquet"] {
        let file = folder(ending).join(["export.", ending].concat());
        let file = file.to_str().unwrap();
        let output = run(&[&["query", IDLIB, "--export", file], &asked[..]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let all = answer(file, &[]);
        assert_eq!(all["total"], shown["shown"], "{ending}");
        assert_eq!(all["ids"], shown["ids"], "{ending}");
        // Facets count under the other clauses; those of dimensions without a clause are the shown statements' own.
        for facet in ["actors", "speakers", "kinds", "sources"] {
            let names = |answer: &Value| {
                counts(answer, facet).into_iter().map(|row| (row.0, row.1 + row.2)).collect::<Vec<_>>()
            };
            let (before, after) = (names(&shown), names(&all));
            assert_eq!(before, after, "{ending} {facet}");
        }
    }
}

#[test]
fn an_export_says_its_answers_and_whose_words_it_holds() {
    let file = folder("answers").join("export.jsonl");
    let file = file.to_str().unwrap();
    let asked = ["--place", "idlib-governorate", "--from", "2019"];
    let shown = answer(IDLIB, &asked);
    run(&[&["query", IDLIB, "--export", file], &asked[..]].concat());
    let text = fs::read_to_string(file).unwrap();
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let matching = rows.iter().filter(|row| row["answer"] == "match").count() as u64;
    assert_eq!(Some(matching), shown["match"].as_u64());
    assert!(rows.iter().all(|row| row["report_form"] == "digest"), "the Idlib reports are digests");
    let view = rows[0]["fieldbook_view"].as_str().unwrap();
    let counts = format!("&n={}.{}", shown["match"], shown["may_match"]);
    assert!(
        view.starts_with("from=2019-01-01&place=idlib-governorate&corpus=") && view.ends_with(&counts),
        "{view}"
    );
    assert!(rows.iter().skip(1).all(|row| row["fieldbook_view"].is_null()));
}

#[test]
fn an_export_of_nothing_and_a_wrong_ending_are_answered_calmly() {
    let folder = folder("odd");
    let file = folder.join("none.csv");
    let output = run(&["query", IDLIB, "--from", "1900", "--to", "1901", "--export", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Wrote 0 statements"));
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 1);
    let output = run(&["query", IDLIB, "--export", "x.docx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Name a file that ends in .csv"));
}
