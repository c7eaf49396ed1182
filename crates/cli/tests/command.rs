//! The command as people and scripts meet it: outputs, messages and exit codes.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fieldbook(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fieldbook")).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// An empty folder of this name.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

/// A template source folder of this name.
fn template(name: &str) -> PathBuf {
    let folder = scratch(name).join("sources");
    assert_eq!(fieldbook(&["new", path(&folder)]).status.code(), Some(0));
    folder
}

fn query(folder: &Path, arguments: &[&str]) -> Value {
    let mut all = vec!["query", path(folder), "--json"];
    all.extend(arguments);
    let output = fieldbook(&all);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", err(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn numbers(answer: &Value) -> (u64, u64) {
    (answer["match"].as_u64().unwrap(), answer["may_match"].as_u64().unwrap())
}

#[test]
fn a_new_folder_has_no_fault() {
    let folder = template("new");
    let check = fieldbook(&["check", path(&folder)]);
    assert_eq!(out(&check), "6 statements from 2 reports, 0 left out\n2021-01-01 to 2021-03-15\n");
    assert_eq!(check.status.code(), Some(0));
}

#[test]
fn a_folder_with_something_in_it_is_not_written_over() {
    let folder = template("twice");
    let again = fieldbook(&["new", path(&folder)]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("not an empty folder"), "{}", err(&again));
}

#[test]
fn selections_of_the_template() {
    let folder = template("selections");
    let check = |arguments: &[&str], expect: (u64, u64)| {
        assert_eq!(numbers(&query(&folder, arguments)), expect, "{arguments:?}");
    };
    check(&[], (6, 0));
    check(&["--actor", "river-guard"], (4, 0));
    check(&["--actor", "GARDE DE LA RIVIERE", "--role", "initiator"], (1, 0));
    check(&["--actor", "hill-council"], (4, 0));
    check(&["--not-actor", "the Guard"], (0, 2));
    check(&["--speaker", "none"], (1, 0));
    check(&["--speaker", "the-report"], (3, 0));
    check(&["--from", "2021-03-11", "--to", "2021-03-11"], (1, 2));
    check(&["--from", "2021-03", "--to", "2021-03", "--matches-only"], (3, 0));
    // The upper river overlaps the valley, so it may be at Millbrook.
    check(&["--place", "Amber Valley > Millbrook"], (3, 1));
    check(&["--place", "amber-valley"], (3, 1));
    check(&["--not-place", "millbrook"], (0, 3));
    check(&["--kind", "material conflict"], (1, 0));
    check(&["--source", "Valley Radio"], (3, 0));
    check(&["--text", "bridge fired"], (1, 0));
}

#[test]
fn an_unknown_name_finds_nothing_and_says_so() {
    let folder = template("unknown");
    let output = fieldbook(&["query", path(&folder), "--actor", "Atlantis", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(numbers(&serde_json::from_slice(&output.stdout).unwrap()), (0, 0));
    assert_eq!(err(&output), "No actor is called “Atlantis”, so nothing can be found by it.\n");
}

#[test]
fn the_keys_of_the_answer_and_their_order_are_a_contract() {
    let folder = template("contract");
    let output = out(&fieldbook(&["query", path(&folder), "--place", "old-bridge", "--json"]));
    let keys = ["total", "shown", "match", "may_match", "undated", "unplaced", "facets", "histogram", "ids"];
    let mut at = 0;
    for key in keys {
        let quoted = format!("\"{key}\":");
        at = at + output[at..].find(&quoted).unwrap_or_else(|| panic!("{key} is not there")) + quoted.len();
        if key == "facets" {
            for facet in ["actors", "speakers", "places", "kinds", "sources"] {
                at = at + output[at..].find(&format!("\"{facet}\":[")).unwrap();
            }
        }
    }
    assert!(
        output
            .starts_with("{\"total\":6,\"shown\":4,\"match\":1,\"may_match\":3,\"undated\":0,\"unplaced\":2")
    );
    assert!(output.contains(
        "{\"name\":\"the old bridge\",\"id\":\"old-bridge\",\"path\":\"Exampleland > Amber Valley > Millbrook > the old bridge\",\"match\":1,\"may_match\":3}"
    ));
    assert!(output.contains("{\"name\":\"(none)\",\"id\":\"none\",\"match\":"));
    assert!(output.contains("],\"ids\":[\"b2\",\"b1\",\"m2\",\"m1\"],\"figures\":["), "{output}");
    let answer: Value = serde_json::from_str(&output).unwrap();
    for facet in ["actors", "speakers", "places", "kinds", "sources"] {
        let order = |row: &Value| {
            let count = |key: &str| std::cmp::Reverse(row[key].as_u64().unwrap());
            (count("match"), count("may_match"), row["name"].as_str().unwrap().to_owned())
        };
        assert!(answer["facets"][facet].as_array().unwrap().is_sorted_by_key(order), "{facet}");
    }
    let cell = &answer["histogram"][0];
    assert_eq!((cell["from"].as_str().unwrap().len(), cell["to"].as_str().unwrap().len()), (10, 10));
}

#[test]
fn wrong_use_is_told_with_place_and_remedy() {
    let folder = template("wrong");
    let check = |arguments: &[&str], expect: &str| {
        let output = fieldbook(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(expect), "{arguments:?}: {}", err(&output));
        assert_eq!(out(&output), "");
    };
    let sources = path(&folder);
    check(&["query", sources, "--from", "yesterday", "--json"], "--from: “yesterday” is not a date");
    check(&["query", sources, "--from", "2021", "--to", "2020", "--json"], "Exchange the two");
    check(&["query", sources, "--role", "hero", "--json"], "initiator, affected, speaker, mentioned, relay");
    check(&["query", sources, "--colour", "red"], "--colour");
    check(&["query", "/no/such/folder", "--json"], "/no/such/folder");
    check(&["check", "/no/such/folder"], "Check the path");
    check(&["build", sources], "--output");
    check(&["frobnicate"], "frobnicate");
}

#[test]
fn errors_in_the_sources_are_listed_and_counted() {
    let folder = template("faulty");
    let statements = folder.join("statements.csv");
    let text = fs::read_to_string(&statements).unwrap().replace("2021-02/published", "2021-02-30");
    fs::write(&statements, text).unwrap();
    let check = fieldbook(&["check", path(&folder)]);
    assert_eq!(check.status.code(), Some(1));
    assert!(out(&check).contains("statements.csv:6: “2021-02-30” is not a date"), "{}", out(&check));
    assert!(out(&check).contains("5 statements from 2 reports, 1 left out"), "{}", out(&check));
    assert_eq!(err(&check), "1 error in the sources.\n");
    let answer = fieldbook(&["query", path(&folder), "--json"]);
    assert_eq!(answer.status.code(), Some(0));
    assert!(err(&answer).contains("`fieldbook check` lists them"), "{}", err(&answer));
}

/// Whether this command carries the page's program; says so where it does not.
fn has_shell(sources: &Path) -> bool {
    let output = fieldbook(&["build", path(sources), "-o", path(&scratch("probe").join("out"))]);
    let missing = err(&output).contains("cargo xtask dist");
    if missing {
        assert_eq!(output.status.code(), Some(2));
        println!("skipped: this command was built without a shell");
    }
    !missing
}

#[test]
fn what_is_built_answers_as_its_sources() {
    let sources = template("built");
    if !has_shell(&sources) {
        return;
    }
    let folder = scratch("built-out");
    let (site, single) = (folder.join("site"), folder.join("one.html"));
    let build = fieldbook(&["build", path(&sources), "-o", path(&site), "--single-file", path(&single)]);
    assert_eq!(build.status.code(), Some(0), "{}", err(&build));
    assert!(err(&build).ends_with("6 statements from 2 reports, 0 left out\n"), "{}", err(&build));
    let asked = ["--place", "millbrook"];
    let expect = query(&sources, &asked);
    assert_eq!(query(&site, &asked), expect);
    assert_eq!(query(&single, &asked), expect);
    // A second build over the first leaves no file of the first behind.
    let text =
        fs::read_to_string(sources.join("fieldbook.toml")).unwrap().replace("Amber Valley", "Green Valley");
    fs::write(sources.join("fieldbook.toml"), text).unwrap();
    let count = || fs::read_dir(&site).unwrap().count();
    let before = count();
    assert_eq!(fieldbook(&["build", path(&sources), "-o", path(&site)]).status.code(), Some(0));
    assert_eq!(count(), before);
}

#[test]
fn a_build_spares_the_files_of_others() {
    let sources = template("spare");
    if !has_shell(&sources) {
        return;
    }
    let folder = scratch("spare-out");
    fs::write(folder.join("thesis.txt"), "mine").unwrap();
    let build = fieldbook(&["build", path(&sources), "-o", path(&folder)]);
    assert_eq!(build.status.code(), Some(2));
    assert!(err(&build).contains("no build has written"), "{}", err(&build));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn strict_writes_nothing_when_the_sources_have_errors() {
    let sources = template("strict");
    if !has_shell(&sources) {
        return;
    }
    fs::write(sources.join("events.csv"), "a,b\n1,2\n").unwrap();
    let folder = scratch("strict-out").join("site");
    let build = fieldbook(&["build", path(&sources), "-o", path(&folder), "--strict"]);
    assert_eq!(build.status.code(), Some(1));
    assert!(!folder.exists());
}

/// The numbers of the last line of `check --compare`: "found again: dates 13 of 35, places …".
fn compared(text: &str) -> Vec<(String, u32)> {
    let line = text.lines().last().unwrap();
    let score = line.split("found again: ").nth(1).unwrap();
    let one = |part: &str| {
        let words: Vec<&str> = part.split(' ').collect();
        (words[0].to_owned(), words[1].parse().unwrap())
    };
    score.split(", ").map(one).collect()
}

#[test]
fn the_machine_finds_again_what_was_coded_by_hand() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/idlib");
    let output = fieldbook(&["check", path(&corpus), "--compare"]);
    assert!(output.status.success(), "{}", err(&output));
    let found = compared(&out(&output));
    // What it found when this was written; a change that finds less must say why.
    for (name, least) in [("dates", 13), ("places", 20), ("actors", 25), ("figures", 5), ("speakers", 32)] {
        let (_, now) = found.iter().find(|(other, _)| other == name).unwrap();
        assert!(*now >= least, "{name}: {now}, and it was {least}");
    }
}
