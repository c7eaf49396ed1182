//! UCDP GED tables: a small invented one value by value, and real ones by their published totals.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod shown;

use fieldbook_compile::{Compiled, Options, SourceFile, compile};
use index::{Level, NONE, Precision, Role, name_in};
use shown::line;
use std::path::Path;

const INVENTED: &str = include_str!("ged.csv");

#[test]
fn rows_become_statements() {
    let compiled = shown::compiled("invented.csv", INVENTED.as_bytes());
    let check = |id: &str, expect: &str| assert_eq!(line(&compiled, id), expect, "{id}");
    check(
        "11",
        "2021-03-01 | Government of Land:Mentioned; North - East Front:Mentioned; Reds:Mentioned | \
         Land > Valley province > Mill district > Millbrook Exact | a witness | 1/2/3; -/1/- of 1 | 1 | \
         Courier;Radio | Clash; in two parts",
    );
    check(
        "12",
        "2021-03-01/2021-03-05 | Reds:Initiator; Civilians:Affected | Land > Valley province Within |  | 0/0/4 | 3 |  | ",
    );
    check(
        "13",
        "2021-03-02 | Blues:Mentioned; Reds:Mentioned | Land > Valley province > Mill district Within |  | 5/4/3 | 2 | Courier | ",
    );
    check("14", "2021-03-02 | Blues:Mentioned; Reds:Mentioned | Land Within |  | 1/1/1 | 2 | Courier | ");
    check(
        "15",
        "2021-03-02 | Blues:Mentioned; Reds:Mentioned | Land > Valley province > the river Within |  | 1/1/1 | 2 | Courier | ",
    );
    check(
        "16",
        "2021-03-02 | Blues:Mentioned; Reds:Mentioned | Land > Capital city Near |  | 1/1/1 | 2 | Courier | ",
    );
}

#[test]
fn places_are_one_tree() {
    let corpus = shown::compiled("invented.csv", INVENTED.as_bytes()).corpus;
    let place = |id: &str| corpus.places.iter().find(|place| place.id == id).unwrap();
    let check = |id: &str, level: Level, point: Option<(i32, i32)>| {
        let place = place(id);
        assert_eq!((place.level, place.point.map(|point| (point.lat, point.lon))), (level, point), "{id}");
    };
    check("Land", Level::Country, Some((100_000, -2_000_000)));
    check("Land > Valley province", Level::Admin1, Some((100_000, -2_000_000)));
    check("Land > Valley province > Mill district", Level::Admin2, Some((100_000, -2_000_000)));
    // Two of three rows agree; the row of precision 5 does not count.
    check("Land > Valley province > Mill district > Millbrook", Level::Town, Some((50_000, -2_010_000)));
    check("Land > Valley province > the river", Level::Region, Some((200_000, -2_000_000)));
    check("Land > Capital city", Level::Admin1, Some((300_000, -2_000_000)));
    assert_eq!(corpus.places.len(), 6);
    for (at, place) in corpus.places.iter().enumerate() {
        assert!(place.parent == NONE || (place.parent as usize) < at);
    }
}

#[test]
fn the_table_describes_itself() {
    let compiled = shown::compiled("invented.csv", INVENTED.as_bytes());
    let about = &compiled.corpus.about;
    assert_eq!(name_in(&about.title, "en"), "invented");
    assert_eq!(about.unit[0].other, "events");
    assert!(name_in(&about.coverage, "en").contains("from 2021-03-01 to 2021-03-05"));
    assert!(about.attributions[0].contains("Sundberg"));
    let report = &compiled.corpus.reports[0];
    assert!(report.table && report.paragraphs.is_empty());
    let table = &compiled.totals.tables[0];
    assert_eq!((table.rows, table.low, table.best, table.high), (8, 11, 11, 15));
    let kinds: Vec<u32> = table.kinds.iter().map(|(_, rows)| *rows).collect();
    assert_eq!(kinds, [1, 6, 1]);
    // Speakers of a table are not among those who act.
    let acts = |entry: &index::ActorEntry| entry.role != Role::Speaker;
    assert!(compiled.corpus.statements.actors.values().all(|entry| acts(&entry)));
    assert!(compiled.corpus.statements.places.values().any(|entry| entry.precision == Precision::Near));
}

#[test]
fn a_publisher_s_own_actors_and_places_win() {
    let file = |path: &str, text: &str| SourceFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let files = [
        file("fieldbook.toml", "title = \"Mine\"\n"),
        file("actors.csv", "id,name,names\nred-front,Red Front,Reds\n"),
        file("places.csv", "id,name,level\nLand,The Land,country\n"),
        file("events/invented.csv", INVENTED),
    ];
    let compiled = compile(&files, &Options::default());
    assert_eq!(
        line(&compiled, "14"),
        "2021-03-02 | Blues:Mentioned; red-front:Mentioned | Land Within |  | 1/1/1 | 2 | Courier | "
    );
    assert_eq!(compiled.corpus.about.title[0].text, "Mine");
    let land = compiled.corpus.places.iter().find(|place| place.id == "Land").unwrap();
    assert_eq!(land.names[0].text, "The Land");
}

/// A shared table's bytes where it is at hand.
fn bytes(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: {} is not here", path.display());
    }
    bytes
}

fn shared(name: &str) -> Option<Compiled> {
    Some(shown::compiled(name, &bytes(name)?))
}

fn check_totals(name: &str, rows: u32, best: u64, kinds: [u32; 3], days: (&str, &str)) {
    let Some(compiled) = shared(name) else { return };
    let table = &compiled.totals.tables[0];
    assert_eq!((table.rows, table.best), (rows, best), "{name}");
    assert_eq!(table.kinds.iter().map(|(_, rows)| *rows).collect::<Vec<_>>(), kinds, "{name}");
    let day = |day: Option<index::Day>| day.unwrap().to_string();
    assert_eq!((day(table.first), day(table.last)), (days.0.to_owned(), days.1.to_owned()), "{name}");
    assert_eq!((compiled.totals.statements, compiled.totals.left_out), (rows, 0), "{name}");
}

#[test]
fn real_tables_have_their_published_totals() {
    check_totals(
        "ucdp-ged-syria-41col.csv.gz",
        16_566,
        112_337,
        [11_507, 4_577, 482],
        ("2016-01-01", "2019-12-01"),
    );
    check_totals("ucdp-ged-ukraine-hxl.csv.gz", 2_989, 7_882, [2_988, 1, 0], ("2014-01-22", "2021-12-31"));
    check_totals("ucdp-ged.csv.gz", 48_620, 313_687, [20_555, 23_800, 4_265], ("1989-01-01", "2023-12-31"));
    check_totals("ucdp-ged-car.geojson.gz", 1_848, 14_948, [401, 371, 1_076], ("1991-08-08", "2022-12-31"));
    if let Some(compiled) = shared("ucdp-ged.csv.gz") {
        let table = &compiled.totals.tables[0];
        assert_eq!(table.civilians, 51_338);
        let odd: Vec<(&str, u32)> = table.odd.iter().map(|(reason, rows)| (reason.as_str(), *rows)).collect();
        assert_eq!(odd, [("a source older than its event", 449), ("low, best, high not in order", 246)]);
        let countries = compiled.corpus.places.iter().filter(|place| place.level == Level::Country);
        assert_eq!(countries.count(), 59);
    }
}

#[test]
fn other_real_tables_have_their_published_totals() {
    if let Some(compiled) = shared("sigacts-iraq.csv.gz") {
        assert_eq!((compiled.totals.statements, compiled.totals.left_out), (162_852 - 4_826, 4_826));
    }
    let settings = "title = \"G\"\n[[table]]\nfile = \"*.CSV.gz\"\nheader = \"none\"\nid = \"1\"\ndate = \"2\"\n\
                    initiator = \"7\"\naffected = \"17\"\nkind = [\"29\", \"27\"]\ncountry = \"54\"\nplace = \"53\"\nkilled = \"32\"\n";
    let name = "gdelt-20191024143000.export.CSV.gz";
    let Some(bytes) = bytes(name) else { return };
    let settings = SourceFile { path: "fieldbook.toml".to_owned(), bytes: settings.as_bytes().to_vec() };
    let events = SourceFile { path: format!("events/{name}"), bytes };
    let compiled = compile(&[settings, events], &Options::default());
    // Its number of mentions, taken for a figure to have a sum to hold against.
    assert_eq!((compiled.totals.tables[0].rows, compiled.totals.tables[0].best), (2_111, 9_870));
    let days = [compiled.totals.first, compiled.totals.last].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2018-10-24", "2019-10-24"]);
}
