//! Tables that are read through a mapping: guessed, by HXL tags, by `fieldbook.toml`, and ACLED's.

#![allow(clippy::unwrap_used)]

mod shown;

use fieldbook_compile::{Form, Severity};
use index::name_in;
use shown::{compiled, folder, lines};

fn check(files: &[(&str, &str)], form: Form, expect: &[&str]) {
    let compiled = folder(files);
    assert_eq!(lines(&compiled), expect, "{:?}", compiled.diagnostics);
    assert_eq!(compiled.totals.tables[0].form, form);
}

const PLAIN: &str = "\
Incident ID,Date of incident,Province,District,Town,Lat,Lon,Perpetrator,Victim,Event type,Killed,Wounded,Source,Notes
A-1,31/01/2023,North,Mill,Millbrook,0.5,-20.1,Reds,Civilians,Shelling,3,\"1,200\",Courier,A shell hit the mill
A-2,01/02/2023,North,Mill,Millbrook,0.5,-20.1,,Civilians,Shelling,,2,Courier,
A-3,,North,,,,,Reds; Blues,,Clash,0,,,
";

#[test]
fn a_mapping_is_guessed_from_names_and_values() {
    check(
        &[("events/plain.csv", PLAIN)],
        Form::Guessed,
        &[
            "A-1 | 2023-01-31 | Reds:Initiator; Civilians:Affected | North > Mill > Millbrook Within |  | -/3/-; -/1200/- | Shelling | Courier |  | A shell hit the mill",
            "A-2 | 2023-02-01 | Civilians:Affected | North > Mill > Millbrook Within |  | -/2/- | Shelling | Courier |  | ",
            // Nobody said what joins several actors, so nothing is split.
            "A-3 |  | Reds; Blues:Initiator | North Within |  | -/0/- | Clash |  |  | ",
        ],
    );
}

#[test]
fn a_guess_saved_as_settings_reads_the_same() {
    let guessed = folder(&[("fieldbook.toml", "title = \"T\"\n"), ("events/plain.csv", PLAIN)]);
    let section = &guessed.totals.tables[0].mapping;
    let settings = format!("title = \"T\"\n\n{section}");
    let saved = folder(&[("fieldbook.toml", &settings), ("events/plain.csv", PLAIN)]);
    assert_eq!(saved.totals.tables[0].form, Form::Mapped);
    assert_eq!(lines(&saved), lines(&guessed));
    assert_eq!(saved.totals.tables[0].mapping, *section, "a mapping writes itself");
    assert!(saved.diagnostics.iter().all(|d| d.severity != Severity::Error), "{:?}", saved.diagnostics);
}

#[test]
fn dates_that_can_be_read_twice_are_said() {
    let check = |cells: &[&str], expect: &[&str], said: bool| {
        let compiled = compiled("t.csv", format!("date,place\n{},X\n", cells.join(",X\n")).as_bytes());
        let dates: Vec<String> =
            compiled.corpus.statements.dates.values().map(|span| span.to_string()).collect();
        assert_eq!(dates, expect);
        assert_eq!(compiled.diagnostics.iter().any(|d| d.what.contains("day or the month first")), said);
    };
    check(&["03/04/2021"], &["2021-04-03"], true);
    check(&["03/04/2021", "04/13/2021"], &["2021-03-04", "2021-04-13"], false);
    check(&["03/04/2021", "13/04/2021"], &["2021-04-03", "2021-04-13"], false);
}

#[test]
fn settings_map_a_table_without_header() {
    let settings = "title = \"T\"\n[[table]]\nfile = \"*.export.CSV\"\ndelimiter = \"tab\"\nheader = \"none\"\nid = \"1\"\n\
                    date = \"2\"\nactors = \"3\"\nlist = \"; \"\ncountry = \"=Land\"\nplace = \"4\"\nkind = [\"5\", \"6\"]\n\
                    killed = [\"7\", \"8\", \"9\"]\nspeaker = \"10\"\nquote = \"11\"\n";
    let table = "7\t20210304\tReds; Blues\tMillbrook\t19\t190\t1\t2\t3\tCouncil\tA headline\n";
    check(
        &[("fieldbook.toml", settings), ("events/x.export.CSV", table)],
        Form::Mapped,
        &[
            "7 | 2021-03-04 | Reds:Mentioned; Blues:Mentioned | Land > Millbrook Within | Council | 1/2/3 | 19 > 190 |  | A headline | ",
        ],
    );
}

#[test]
fn wrong_settings_are_told_with_line_and_remedy() {
    let check = |section: &str, expect: &str| {
        let settings = format!("title = \"T\"\n[[table]]\n{section}");
        let compiled = folder(&[("fieldbook.toml", &settings), ("events/plain.csv", PLAIN)]);
        let said: Vec<String> = compiled.diagnostics.iter().map(|d| d.to_string()).collect();
        assert!(said.iter().any(|said| said == expect), "{expect}\n{said:#?}");
    };
    check(
        "date = \"x\"\n",
        "fieldbook.toml:2: The section names no file, and is ignored. Add a line file = \"events/…\".",
    );
    check(
        "file = \"plain.csv\"\ndate = \"When\"\n",
        "fieldbook.toml:2: The table “events/plain.csv” has no column “When”. Write one of: incident id, date of incident, province, district, town, lat….",
    );
    check(
        "file = \"plain.csv\"\ndelimiter = \"--\"\n",
        "fieldbook.toml:4: The delimiter is not one sign, and is guessed. Write one of: , ; | tab.",
    );
    check(
        "file = \"plain.csv\"\nkilled = [\"a\", \"b\"]\n",
        "fieldbook.toml:4: killed names neither one column nor three, and is ignored. Write \"best\" or [\"low\", \"best\", \"high\"].",
    );
    check(
        "file = \"plain.csv\"\ndates = \"year\"\n",
        "fieldbook.toml:4: The order of dates is not known; the day is taken to stand first. Write dates = \"day first\" or dates = \"month first\".",
    );
}

#[test]
fn tags_map_a_table() {
    let table = "Datum,Land,Region,P-Code,Ort,Y,X,Tote,Vertriebene,Text,Quelle\n\
                 #date+occurred,#country+name,#adm1+name,#adm1+code,#loc+name,#geo+lat,#geo+lon,#affected+killed,#affected+displaced,#description,#meta+source\n\
                 2021-03-04,Land,Valley,V1,Millbrook,0.5,-20.1,4,120,It burned,Radio\n";
    check(
        &[("events/tags.csv", table)],
        Form::Hxl,
        &[
            "tags-1 | 2021-03-04 |  | Land > Valley > Millbrook Within |  | -/4/-; -/120/- |  | Radio |  | It burned",
        ],
    );
}

#[test]
fn titles_above_the_header_are_passed_over() {
    let titled = format!("Incidents of the north,,,,,,,,,,,,,\n\n{PLAIN}");
    let (titled, plain) = (compiled("t.csv", titled.as_bytes()), compiled("t.csv", PLAIN.as_bytes()));
    assert_eq!(lines(&titled), lines(&plain));
    let line = |compiled: &fieldbook_compile::Compiled| compiled.diagnostics.iter().map(|d| d.line).max();
    assert_eq!((line(&plain), line(&titled)), (Some(4), Some(6)));
}

#[test]
fn rows_that_repeat_the_header_are_left_out() {
    let table = "time,event_type,target,city\n2004-01-01 00:20:00,IED,Army,Baghdad\n,Attack Type,Target,City\n,Attack Type,Target   City,\n,IED,,\n";
    let compiled = compiled("sig.csv", table.as_bytes());
    let expect = [
        "sig-1 | 2004-01-01 | Army:Affected | Baghdad Within |  |  | IED |  |  | ",
        "sig-2 |  |  |  |  |  | IED |  |  | ",
    ];
    assert_eq!(lines(&compiled), expect);
    let left_out: Vec<u32> =
        compiled.diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| d.line).collect();
    assert_eq!(left_out, [3, 4]);
    assert_eq!(compiled.totals.tables[0].rejected, 2);
}

const ACLED_NEW: &str = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";
const ACLED_OLD: &str = "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp,iso3";
const ACLED_TAGS: &str = ",,#event+code,,#date+occurred,#date+year,,#event+type,,#group+name+first,#group+name+first+assoc,,#group+name+second,#group+name+second+assoc,,,#region+name,#country+name,#adm1+name,#adm2+name,#adm3+name,#loc+name,#geo+lat,#geo+lon,,#meta+source,,#description,#affected+killed,,#country+code";

/// Invented rows, as (id, date, time precision, actor1, associates, actor2, geo precision, source, fatalities).
type AcledRow = (
    &'static str,
    [&'static str; 3],
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const ACLED_ROWS: [AcledRow; 3] = [
    (
        "LND1",
        ["2023-01-31", "31-01-2023", "31 January 2023"],
        "1",
        "Military Forces of Land (1989-)",
        "Reds; Blues",
        "Civilians (Land)",
        "1",
        "Courier; Radio",
        "4",
    ),
    (
        "LND2",
        ["2023-02-01", "01-02-2023", "01 February 2023"],
        "2",
        "Rioters (Land)",
        "",
        "",
        "2",
        "Courier",
        "0",
    ),
    ("LND3", ["2023-02-15", "15-02-2023", "15 February 2023"], "3", "Reds", "", "Blues", "3", "", "0"),
];

fn acled(old: bool, form: usize) -> String {
    let header = if old { ACLED_OLD } else { ACLED_NEW };
    let tags = if old { format!("{ACLED_TAGS}\n") } else { String::new() };
    let mut text = format!("\u{feff}{header}\n{tags}");
    for (id, dates, time, actor1, associates, actor2, geo, source, fatalities) in ACLED_ROWS {
        let cell = |name: &str| match name {
            "event_id_cnty" => id,
            "event_date" => dates[form],
            "time_precision" => time,
            "event_type" => "Battles",
            "sub_event_type" => "Armed clash",
            "actor1" => actor1,
            "assoc_actor_1" => associates,
            "actor2" => actor2,
            "inter1" if old => "1",
            "inter1" => "State forces",
            "country" => "Land",
            "admin1" => "Valley",
            "admin2" => "Mill",
            "location" => "Millbrook",
            "latitude" => "0.5",
            "longitude" => "-20.1",
            "geo_precision" => geo,
            "source" => source,
            "notes" => "Invented.",
            "fatalities" => fatalities,
            _ => "",
        };
        let cells: Vec<String> = header.split(',').map(|name| format!("\"{}\"", cell(name))).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

#[test]
fn acled_is_read_in_both_layouts_and_all_three_date_forms() {
    let expect = [
        "LND3 | 2023-02-01/2023-02-28 | Reds:Mentioned; Blues:Mentioned | Land > Valley Within |  | 0/-/- | Battles > Armed clash |  |  | Invented.",
        "LND2 | 2023-01-26/2023-02-07 | Rioters (Land):Mentioned | Land > Valley > Mill > Millbrook Near |  | 0/-/- | Battles > Armed clash | Courier |  | Invented.",
        "LND1 | 2023-01-31 | Military Forces of Land (1989-):Mentioned; Reds:Mentioned; Blues:Mentioned; Civilians (Land):Mentioned | Land > Valley > Mill > Millbrook Exact |  | -/4/- | Battles > Armed clash | Courier;Radio |  | Invented.",
    ];
    for (old, form) in [(false, 0), (false, 1), (false, 2), (true, 0), (true, 1), (true, 2)] {
        let compiled = compiled("acled.csv", acled(old, form).as_bytes());
        let mut found = lines(&compiled);
        found.sort();
        let mut expect = expect.map(str::to_owned);
        expect.sort();
        assert_eq!(found, expect, "old {old} form {form}: {:?}", compiled.diagnostics);
        let figures = compiled.corpus.statements.figures.values();
        assert_eq!(figures.filter(|figure| figure.words == "0 or not reported").count(), 2);
        assert_eq!(compiled.totals.tables[0].form, Form::Acled);
        let kind = compiled.corpus.actors.iter().find(|actor| actor.id.starts_with("Military")).unwrap().kind;
        assert_eq!(kind, index::ActorKind::Force);
    }
}

#[test]
fn totals_and_coding_rules_are_in_the_corpus() {
    let about = compiled("acled.csv", acled(false, 0).as_bytes()).corpus.about;
    let coverage = name_in(&about.coverage, "en");
    assert!(
        coverage.starts_with("The table acled holds 3 events, from 2023-01-26 to 2023-02-28."),
        "{coverage}"
    );
    assert!(coverage.contains("By kind: Battles > Armed clash 3."), "{coverage}");
    assert!(name_in(&about.method, "en").contains("0 in fatalities"));
    assert!(about.attributions[0].starts_with("ACLED"));
    let settings = "title = \"T\"\ncoverage = \"What I hold.\"\n";
    let own = folder(&[("fieldbook.toml", settings), ("events/plain.csv", PLAIN)]).corpus.about;
    let coverage = name_in(&own.coverage, "en");
    assert!(coverage.starts_with("What I hold.\n\nThe table plain holds 3 events"), "{coverage}");
    assert!(coverage.contains("Rows without a date: 1."), "{coverage}");
    assert!(
        name_in(&own.method, "en").contains("were guessed and not checked by its publisher: id: incident id")
    );
}
