//! Parquet out and in again, as a file and as a partitioned folder; damaged files are refused, not survived by
//! luck.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const EVENTS: &str = "\
id,date,date_end,country,province,town,latitude,longitude,perpetrator,victim,event_type,killed,source,notes
a1,2021-03-04,,Land,Valley,Millbrook,0.5,-20.1,Reds,Civilians,Shelling,3,Courier,\"A shell, at dawn\"
a2,2021-03-05,2021-03-09,Land,Valley,,,,Blues,,Clash,,,
a3,,,Land,,,,,,Civilians,Clash,0,Radio,
";

const SETTINGS: &str = "title = \"T\"\n\n[[table]]\nfile = \"*.parquet\"\nid = \"id\"\ndate = \"date_from\"\ndate_end = \"date_to\"\n\
    initiator = \"initiator\"\naffected = \"affected\"\nlist = \"; \"\ncountry = \"country\"\nplace = \"place\"\nkind = \"kind\"\n\
    source = \"source\"\nsummary = \"summary\"\nkilled = [\"killed_low\", \"killed_best\", \"killed_high\"]\n";

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parquet").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fieldbook")).args(arguments).output().unwrap()
}

fn asked(path: &Path, arguments: &[&str]) -> Value {
    let path = path.to_str().unwrap();
    let output = run(&[&["query", path, "--json"], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The events as Parquet, beside settings that map them.
fn exported(folder: &Path, inside: &str) -> PathBuf {
    let (events, parquet) = (folder.join("events.csv"), folder.join("sources/events").join(inside));
    fs::write(&events, EVENTS).unwrap();
    fs::create_dir_all(parquet.parent().unwrap()).unwrap();
    fs::write(folder.join("sources/fieldbook.toml"), SETTINGS).unwrap();
    let output = run(&["export", events.to_str().unwrap(), "-o", parquet.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    parquet
}

#[test]
fn what_is_written_is_read_again() {
    let folder = scratch("again");
    exported(&folder, "out.parquet");
    let (before, after) = (folder.join("events.csv"), folder.join("sources"));
    let check = |arguments: &[&str], shown: u64| {
        let (before, after) = (asked(&before, arguments), asked(&after, arguments));
        assert_eq!(before["shown"], shown, "{arguments:?}");
        for key in ["total", "match", "may_match", "undated", "ids", "histogram"] {
            assert_eq!(before[key], after[key], "{key} {arguments:?}");
        }
        for facet in ["actors", "kinds", "sources"] {
            assert_eq!(before["facets"][facet], after["facets"][facet], "{facet} {arguments:?}");
        }
    };
    check(&[], 3);
    check(&["--actor", "Reds"], 1);
    check(&["--from", "2021-03-06", "--to", "2021-03-06"], 1);
    check(&["--kind", "Clash"], 2);
}

#[test]
fn a_partitioned_folder_is_one_table_with_its_folders_as_columns() {
    let folder = scratch("parts");
    let first = exported(&folder, "all/country=C%C3%B4te/part-0.parquet");
    let second = folder.join("sources/events/all/country=Land/part-0.parquet");
    fs::create_dir_all(second.parent().unwrap()).unwrap();
    fs::copy(&first, &second).unwrap();
    fs::write(folder.join("sources/events/all/_SUCCESS"), "").unwrap();
    let output = run(&["check", folder.join("sources").to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("events/all.parquet: 3 rows, 3 left out"), "{said}");
    assert!(said.contains("events/all.parquet:5: The id “a1” is taken by an earlier statement"), "{said}");
    let answer = asked(&folder.join("sources"), &["--place", "Côte"]);
    assert_eq!(answer["match"], 3);
    // The folder of parts is a table by itself, too; without settings, ids that repeat are not taken for ids.
    assert_eq!(asked(&folder.join("sources/events/all"), &[])["total"], 6);
}

#[test]
fn other_endings_and_damaged_files_are_refused_with_a_remedy() {
    let folder = scratch("refused");
    let parquet = exported(&folder, "out.parquet");
    let output = run(&["export", folder.join("events.csv").to_str().unwrap(), "-o", "out.xls"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("a file that ends in .parquet"));
    let whole = fs::read(&parquet).unwrap();
    for cut in [0, 3, 100, whole.len() / 2, whole.len() - 1] {
        fs::write(&parquet, &whole[..cut]).unwrap();
        let output = run(&["query", parquet.to_str().unwrap(), "--json"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{cut}: {said}");
        assert!(said.contains("it cannot be read as Parquet"), "{cut}: {said}");
    }
}
