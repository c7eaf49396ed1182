//! `fieldbook query` against a plain loop over the rows of a UCDP GED table, written by the rules that a
//! reader of the table would follow by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use flate2::read::GzDecoder;
use index::fold::fold;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A row as the loop sees it.
struct Row {
    id: String,
    first: String,
    last: String,
    sides: Vec<String>,
    /// The place's path in lower case, from the country down.
    path: Vec<String>,
    kind: String,
}

/// What is asked; empty lists ask nothing.
#[derive(Clone, Debug, Default)]
struct Asked {
    from: Option<String>,
    to: Option<String>,
    actors: Vec<String>,
    not_actors: Vec<String>,
    places: Vec<String>,
    not_places: Vec<String>,
    kinds: Vec<String>,
    matches_only: bool,
}

/// No, may match, match: ordered, so that the worst is the least.
const NO: u8 = 0;
const MAY: u8 = 1;
const MATCH: u8 = 2;

fn blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|other| other == name).unwrap();
    let at = [
        "id",
        "date_start",
        "date_end",
        "side_a",
        "side_b",
        "where_prec",
        "country",
        "adm_1",
        "adm_2",
        "where_coordinates",
        "type_of_violence",
    ]
    .map(column);
    reader
        .records()
        .map(Result::unwrap)
        .filter(|record| !record.iter().any(|cell| cell == "#event+id" || cell.starts_with("#date")))
        .map(|record| {
            let cell = |i: usize| record.get(at[i]).unwrap().to_owned();
            let depth = match cell(5).as_str() {
                "6" => 1,
                "4" => 2,
                "3" => 3,
                _ => 4,
            };
            let mut path: Vec<String> = Vec::new();
            for step in (6..6 + depth).map(|i| blanks(&cell(i)).to_lowercase()) {
                if !step.is_empty() && path.last() != Some(&step) {
                    path.push(step);
                }
            }
            let sides = [cell(3), cell(4)]
                .iter()
                .flat_map(|side| side.split(", ").map(blanks).collect::<Vec<_>>())
                .collect();
            let day = |i: usize| cell(i)[..10].to_owned();
            Row { id: cell(0), first: day(1), last: day(2), sides, path, kind: cell(10) }
        })
        .collect()
}

/// The paths of all places of a name, wherever they stand.
fn named(rows: &[Row], name: &str) -> BTreeSet<Vec<String>> {
    let paths: BTreeSet<&[String]> = rows.iter().map(|row| row.path.as_slice()).collect();
    let prefixes: BTreeSet<&[String]> =
        paths.iter().flat_map(|path| (1..=path.len()).map(|length| &path[..length])).collect();
    let wanted = fold(name);
    let bears = |path: &&&[String]| path.last().is_some_and(|step| fold(step) == wanted);
    prefixes.iter().filter(bears).map(|path| path.to_vec()).collect()
}

fn turned(answer: u8) -> u8 {
    MATCH - answer
}

fn answer(
    row: &Row,
    asked: &Asked,
    places: &[BTreeSet<Vec<String>>],
    not_places: &[BTreeSet<Vec<String>>],
) -> u8 {
    let from = asked.from.clone().unwrap_or_default();
    let to = asked.to.clone().unwrap_or("9999-12-31".to_owned());
    let date = if from <= row.first && row.last <= to {
        MATCH
    } else if row.first <= to && from <= row.last {
        MAY
    } else {
        NO
    };
    let acts = |name: &String| {
        let wanted = fold(name);
        if row.sides.iter().any(|side| fold(side) == wanted) { MATCH } else { NO }
    };
    let at = |nodes: &BTreeSet<Vec<String>>| {
        let within = nodes.iter().any(|node| row.path.starts_with(node));
        let above = nodes.iter().any(|node| node.starts_with(&row.path) && !row.path.is_empty());
        if within {
            MATCH
        } else if above {
            MAY
        } else {
            NO
        }
    };
    let any = |answers: Vec<u8>| answers.into_iter().max().unwrap_or(MATCH);
    let none = |answers: Vec<u8>| answers.into_iter().max().map_or(MATCH, turned);
    let kind = |kind: &String| if *kind == row.kind { MATCH } else { NO };
    let worst = [
        date,
        any(asked.actors.iter().map(acts).collect()),
        none(asked.not_actors.iter().map(acts).collect()),
        any(places.iter().map(at).collect()),
        none(not_places.iter().map(at).collect()),
        any(asked.kinds.iter().map(kind).collect()),
    ];
    let worst = worst.into_iter().min().unwrap();
    if asked.matches_only && worst == MAY { NO } else { worst }
}

/// Matching and perhaps matching rows, and the ids of all of them.
fn counted(rows: &[Row], asked: &Asked) -> (u64, u64, BTreeSet<String>) {
    let nodes = |names: &[String]| names.iter().map(|name| named(rows, name)).collect::<Vec<_>>();
    let (places, not_places) = (nodes(&asked.places), nodes(&asked.not_places));
    let (mut matching, mut may, mut ids) = (0, 0, BTreeSet::new());
    for row in rows {
        match answer(row, asked, &places, &not_places) {
            MATCH => matching += 1,
            MAY => may += 1,
            _ => continue,
        }
        ids.insert(row.id.clone());
    }
    (matching, may, ids)
}

fn query(table: &Path, asked: &Asked) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fieldbook"));
    command.arg("query").arg(table).arg("--json");
    let one = |command: &mut Command, option: &str, value: &Option<String>| {
        if let Some(value) = value {
            command.args([option, value]);
        }
    };
    one(&mut command, "--from", &asked.from);
    one(&mut command, "--to", &asked.to);
    let lists = [
        ("--actor", &asked.actors),
        ("--not-actor", &asked.not_actors),
        ("--place", &asked.places),
        ("--not-place", &asked.not_places),
        ("--kind", &asked.kinds),
    ];
    for (option, values) in lists {
        values.iter().for_each(|value| {
            command.args([option, value]);
        });
    }
    if asked.matches_only {
        command.arg("--matches-only");
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{asked:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A seeded source of choices.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    fn asked(&mut self, rows: &[Row]) -> Asked {
        let mut asked = Asked::default();
        if self.below(3) > 0 {
            let mut days = [self.of(rows).first.clone(), self.of(rows).last.clone()];
            days.sort();
            let [from, to] = days;
            (asked.from, asked.to) =
                (Some(from).filter(|_| self.below(4) > 0), Some(to).filter(|_| self.below(4) > 0));
        }
        for list in [&mut asked.actors, &mut asked.not_actors] {
            for _ in 0..self.below(3) {
                let row = self.of(rows);
                list.push(self.of(&row.sides).clone());
            }
        }
        for list in [&mut asked.places, &mut asked.not_places] {
            if self.below(2) == 0 {
                let row = self.of(rows);
                list.push(self.of(&row.path).clone());
            }
        }
        if self.below(3) == 0 {
            asked.kinds.push(["1", "2", "3"][self.below(3)].to_owned());
        }
        asked.matches_only = self.below(4) == 0;
        asked
    }
}

fn agree(table: &Path, rows: &[Row], asked: &Asked, facets: bool) {
    let got = query(table, asked);
    let (matching, may, ids) = counted(rows, asked);
    assert_eq!((got["match"].as_u64(), got["may_match"].as_u64()), (Some(matching), Some(may)), "{asked:?}");
    assert_eq!(got["shown"].as_u64(), Some(matching + may), "{asked:?}");
    assert_eq!(got["total"].as_u64(), Some(rows.len() as u64));
    let shown: BTreeSet<String> =
        got["ids"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect();
    assert_eq!(shown, ids, "{asked:?}");
    if facets {
        facets_agree(&got, rows, asked);
    }
}

/// The first rows of each facet: what choosing the value alone in its dimension would give.
fn facets_agree(got: &Value, rows: &[Row], asked: &Asked) {
    let first =
        |facet: &str| got["facets"][facet].as_array().unwrap().iter().take(4).cloned().collect::<Vec<_>>();
    let counts = |row: &Value| (row["match"].as_u64().unwrap(), row["may_match"].as_u64().unwrap());
    let counted_by = |others: &Asked, holds: &dyn Fn(&Row) -> u8| {
        let nodes = |names: &[String]| names.iter().map(|name| named(rows, name)).collect::<Vec<_>>();
        let (places, not_places) = (nodes(&others.places), nodes(&others.not_places));
        let answers: Vec<u8> =
            rows.iter().map(|row| answer(row, others, &places, &not_places).min(holds(row))).collect();
        let count = |wanted: u8| answers.iter().filter(|&&answer| answer == wanted).count() as u64;
        (count(MATCH), count(MAY))
    };
    // A facet's row is one actor; the name of another may differ in a diacritic only.
    for row in first("actors").iter().filter(|row| row["id"] != "none") {
        let others = Asked { actors: Vec::new(), not_actors: Vec::new(), ..asked.clone() };
        let acts = |other: &Row| if other.sides.iter().any(|side| row["id"] == **side) { MATCH } else { NO };
        assert_eq!(counts(row), counted_by(&others, &acts), "{row} under {asked:?}");
    }
    for row in first("kinds").iter().filter(|row| row["id"] != "none") {
        let others = Asked { kinds: Vec::new(), ..asked.clone() };
        let is = |other: &Row| if row["id"] == *other.kind { MATCH } else { NO };
        assert_eq!(counts(row), counted_by(&others, &is), "{row} under {asked:?}");
    }
    for row in first("places").iter().filter(|row| row["id"] != "none") {
        let path: Vec<String> = row["path"].as_str().unwrap().split(" > ").map(str::to_lowercase).collect();
        let others = Asked { places: Vec::new(), not_places: Vec::new(), ..asked.clone() };
        let at = |other: &Row| match () {
            () if other.path.starts_with(&path) => MATCH,
            () if path.starts_with(&other.path) && !other.path.is_empty() && !asked.matches_only => MAY,
            () => NO,
        };
        assert_eq!(counts(row), counted_by(&others, &at), "{row} under {asked:?}");
    }
}

/// An invented table with every trap of the real ones.
fn invented(chance: &mut Chance) -> String {
    let mut text = "id,type_of_violence,side_a,side_b,source_office,source_headline,source_original,where_prec,\
                    where_coordinates,adm_1,adm_2,latitude,longitude,country,date_start,date_end,deaths_civilians,low,best,high\n"
        .to_owned();
    let sides = [
        "Reds",
        "Blues",
        "\"Reds, Blues\"",
        "Civilians",
        "\"Front - North,  Blues\"",
        "Government of Land",
        " Réds ",
    ];
    let countries = ["Land", "Other Land", "land"];
    let first = ["Valley province", "Valley Province", "", "Land", "Hill  province"];
    let second = ["Mill district", "MILL district", "", "Valley province"];
    let towns = ["Millbrook", "Mill district", "Valley province", "Land", "millbrook", "the river", ""];
    for id in 0..300 {
        let (year, month, day) = (2020 + chance.below(2), 1 + chance.below(12), 1 + chance.below(25));
        let last = day + chance.below(4);
        let prec = ["1", "2", "3", "4", "5", "6", "7"][chance.below(7)];
        let (a, b) = (*chance.of(&sides), *chance.of(&sides));
        let place = format!("{},{},{}", chance.of(&towns), chance.of(&first), chance.of(&second));
        let (country, kind) = (*chance.of(&countries), 1 + chance.below(3));
        text.push_str(&format!(
            "{id},{kind},{a},{b},Courier,\"A line\nbreak\",Radio,{prec},{place},0.5,-20.1,{country},\
             {year}-{month:02}-{day:02} 00:00:00.000,{year}-{month:02}-{last:02} 00:00:00.000,0,0,1,2\n"
        ));
    }
    text
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ged");
    fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

#[test]
fn an_invented_table_answers_as_a_plain_loop() {
    let mut chance = Chance(7);
    let text = invented(&mut chance);
    let table = scratch("invented.csv");
    fs::write(&table, &text).unwrap();
    let rows = rows(&text);
    agree(&table, &rows, &Asked::default(), true);
    for _ in 0..40 {
        let asked = chance.asked(&rows);
        agree(&table, &rows, &asked, true);
    }
}

#[test]
fn a_packed_table_answers_as_the_same_unpacked() {
    let text = invented(&mut Chance(9));
    let (plain, packed) = (scratch("same.csv"), scratch("same.csv.gz"));
    fs::write(&plain, &text).unwrap();
    let mut packer =
        flate2::write::GzEncoder::new(fs::File::create(&packed).unwrap(), flate2::Compression::fast());
    packer.write_all(text.as_bytes()).unwrap();
    packer.finish().unwrap();
    let asked = Asked { actors: vec!["blues".to_owned()], ..Asked::default() };
    assert_eq!(query(&plain, &asked), query(&packed, &asked));
}

#[test]
fn real_tables_answer_as_a_plain_loop() {
    let real =
        [("ucdp-ged-syria-41col.csv.gz", 4), ("ucdp-ged-ukraine-hxl.csv.gz", 4), ("ucdp-ged.csv.gz", 6)];
    for (name, turns) in real {
        let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
        let Ok(file) = fs::File::open(&table) else {
            println!("skipped: {} is not here", table.display());
            continue;
        };
        let mut text = String::new();
        GzDecoder::new(file).read_to_string(&mut text).unwrap();
        let rows = rows(&text);
        let mut chance = Chance(turns as u64);
        for turn in 0..turns {
            let asked = chance.asked(&rows);
            agree(&table, &rows, &asked, turn == 0);
        }
    }
}
