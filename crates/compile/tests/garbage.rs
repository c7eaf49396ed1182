//! Whatever bytes come in: no panic, and what comes out can be opened.

#![allow(clippy::unwrap_used)]

mod bundle;

use fieldbook_compile::{Options, SourceFile, compile};
use proptest::prelude::*;

const PATHS: [&str; 17] = [
    "fieldbook.toml",
    "actors.csv",
    "places.csv",
    "kinds.csv",
    "populations.csv",
    "statements.csv",
    "reports/a.md",
    "reports/b.txt",
    "events/t.csv",
    "events/u.csv.gz",
    "events/v.tsv",
    "events/w.jsonl",
    "events/x.geojson",
    "events/y.json",
    "events/z.xlsx",
    "events/z.zip",
    "events/acled.csv",
];

fn survives(files: &[SourceFile]) {
    let mut corpus = compile(files, &Options::default()).corpus;
    let bytes = index::write(&mut corpus);
    assert_eq!(index::open(&bytes).unwrap(), corpus);
}

/// Pieces that readers look for, so that chance gets beyond the first line.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "id",
        "name",
        "parent",
        ",",
        ";",
        "|",
        "\n",
        "\r\n",
        "\"",
        "#",
        "+++\n",
        "[3]\n",
        "[1 caption]\n",
        "title = ",
        "published = \"2020\"\n",
        "a",
        "b",
        "level",
        "covers",
        "region",
        "quote",
        "report",
        "date",
        "2020-02-30",
        "thursday<anchor",
        "figures",
        "killed 3 of people part of a",
        "a: killed 2",
        "latitude",
        "999",
        "\u{feff}",
        "é",
        "id,report,quote,date,place,initiator,figures\n",
        "id,name,parent\na,b,c\n",
        "[[preset]]\n",
        "[[table]]\nfile = \"*\"\n",
        "header = \"none\"\n",
        "date = \"1\"\n",
        "killed = [\"1\", \"2\", \"3\"]\n",
        "id,date,place,killed\n",
        "id\tdate\tlat\tlon\n",
        "#date,#adm1,#affected+killed\n",
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,geo_precision,fatalities\n",
        "2021-03-04",
        "03/04/2021",
        "\t",
        "{\"date\":\"2021-03-04\"",
        ",\"a\":[1,{\"b\":2}]",
        "{\"type\":\"FeatureCollection\",\"features\":[",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":",
        "}",
        "]",
        "PK\u{3}\u{4}",
        "{ en = 1 }",
    ]);
    let text = prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![text, prop::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn random_files(contents in prop::collection::vec((prop::sample::select(PATHS.to_vec()), pieces()), 0..6)) {
        let files: Vec<SourceFile> =
            contents.into_iter().map(|(path, bytes)| SourceFile { path: path.to_owned(), bytes }).collect();
        survives(&files);
    }

    #[test]
    fn damaged_files(name in prop::sample::select(vec!["sound", "ged-bad-rows", "part-larger-than-whole", "bad-report", "bad-settings"]),
                     hits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut files = bundle::bundle(name).files;
        for (file, at, byte) in hits {
            let file = file.get(&files).path.clone();
            let bytes = &mut files.iter_mut().find(|other| other.path == file).unwrap().bytes;
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        survives(&files);
    }

    #[test]
    fn cut_files(name in prop::sample::select(vec!["sound", "ged-bad-rows", "ged-alone"]), cut in any::<prop::sample::Index>(), which in any::<prop::sample::Index>()) {
        let mut files = bundle::bundle(name).files;
        let which = which.index(files.len());
        let cut = cut.index(files[which].bytes.len() + 1);
        files[which].bytes.truncate(cut);
        survives(&files);
    }
}
