//! Every kind of bad input: what is said about it, and that the rest is compiled.

#![allow(clippy::unwrap_used)]

mod bundle;

use fieldbook_compile::{Compiled, Options, compile};

fn said(compiled: &Compiled) -> String {
    let mut lines: Vec<String> = compiled
        .diagnostics
        .iter()
        .map(|diagnostic| format!("{:?} {diagnostic}", diagnostic.severity))
        .collect();
    lines.push(format!("{} kept, {} left out\n", compiled.totals.statements, compiled.totals.left_out));
    lines.join("\n")
}

#[test]
fn bad_input_is_named_with_place_and_remedy() {
    for bundle in bundle::bundles() {
        let said = said(&compile(&bundle.files, &Options::default()));
        assert_eq!(said, bundle.expected, "\n--- {} says:\n{said}", bundle.name);
    }
}

#[test]
fn what_is_kept_can_be_opened() {
    for bundle in bundle::bundles() {
        let mut corpus = compile(&bundle.files, &Options::default()).corpus;
        let bytes = index::write(&mut corpus);
        assert_eq!(index::open(&bytes).unwrap(), corpus, "{}", bundle.name);
    }
}

#[test]
fn the_order_of_files_does_not_matter() {
    for mut bundle in bundle::bundles() {
        let bytes =
            |bundle: &bundle::Bundle| index::write(&mut compile(&bundle.files, &Options::default()).corpus);
        let first = bytes(&bundle);
        for turn in 0..bundle.files.len() {
            bundle.files.rotate_left(1);
            assert_eq!(bytes(&bundle), first, "{} turned {turn}", bundle.name);
        }
        bundle.files.reverse();
        assert_eq!(bytes(&bundle), first, "{} reversed", bundle.name);
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_told_by_offset_and_cost_no_row() {
    let mut bundle = bundle::bundle("sound");
    let file = bundle.files.iter_mut().find(|file| file.path == "actors.csv").unwrap();
    file.bytes.extend_from_slice(b"late,caf\xE9,,,\n");
    let compiled = compile(&bundle.files, &Options::default());
    let offset = b"id,name,names,kind,parent\nguard,the Guard,fr:la Garde; Militia,group,\ncouncil,the Council,,organization,\nlate,caf".len();
    let expect = format!("actors.csv:4: The bytes at offset {offset} are not UTF-8. Save the file as UTF-8.");
    assert_eq!(compiled.diagnostics[0].to_string(), expect);
    assert!(compiled.corpus.actors.iter().any(|actor| actor.names[0].text == "caf\u{fffd}"));
}

#[test]
fn a_table_that_unpacks_to_too_much_is_refused() {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b'x'; 1 << 20]).unwrap();
    let files = [fieldbook_compile::SourceFile { path: "t.csv.gz".into(), bytes: packer.finish().unwrap() }];
    let compiled = compile(&files, &Options { unpacked_limit: 1000 });
    let expect = "t.csv.gz: It unpacks to more than 1000 bytes. Pack the table again, or give it unpacked.";
    assert!(compiled.diagnostics.iter().any(|d| d.to_string() == expect), "{:?}", compiled.diagnostics);
}

#[test]
fn nothing_of_what_was_left_out_enters_the_corpus() {
    let with = compile(&bundle::bundle("wrong-length").files, &Options::default()).corpus;
    assert_eq!(with.about.left_out, 5);
    assert_eq!(with.about.diagnostics, ["places.csv: 2 left out", "statements.csv: 3 left out"]);
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let bundle = bundle::bundle("sound");
    let bytes = |files: &[fieldbook_compile::SourceFile]| {
        index::write(&mut compile(files, &Options::default()).corpus)
    };
    let mut marked = bundle::bundle("sound").files;
    marked.iter_mut().for_each(|file| file.bytes.splice(0..0, *b"\xEF\xBB\xBF").for_each(drop));
    assert_eq!(bytes(&marked), bytes(&bundle.files));
}

#[test]
fn built_in_entries_stay_out_unless_a_kept_statement_uses_them() {
    let ids = |name: &str| {
        let corpus = compile(&bundle::bundle(name).files, &Options::default()).corpus;
        let kinds: Vec<String> = corpus.kinds.into_iter().map(|kind| kind.id).collect();
        let populations: Vec<String> =
            corpus.populations.into_iter().map(|population| population.id).collect();
        let report = corpus.actors.iter().any(|actor| actor.id == "the-report");
        format!("{} | {} | {report}", kinds.join(" "), populations.join(" "))
    };
    assert_eq!(ids("sound"), "material-conflict assault | people | true");
    assert_eq!(ids("bad-figures"), " |  | false");
}

#[test]
fn a_million_bad_rows_need_no_million_sentences() {
    let mut text = "id,date,place\n".to_owned();
    (0..25_000).for_each(|id| text.push_str(&format!("{id},no day,X\n")));
    text.push_str("x,2021-03-04,X\n");
    // One column holds dates in a single row of many, so the mapping has to be given.
    let settings =
        "title = \"T\"\n[[table]]\nfile = \"t.csv\"\nid = \"id\"\ndate = \"date\"\nplace = \"place\"\n";
    let file = |path: &str, text: &str| fieldbook_compile::SourceFile {
        path: path.into(),
        bytes: text.as_bytes().to_vec(),
    };
    let compiled =
        compile(&[file("fieldbook.toml", settings), file("events/t.csv", &text)], &Options::default());
    assert_eq!((compiled.totals.statements, compiled.totals.left_out), (1, 25_000));
    assert_eq!(compiled.diagnostics.len(), 20_001);
    let last = compiled.diagnostics.last().unwrap().to_string();
    assert_eq!(last, "…: There are 5000 more errors; 20000 are listed. Correct those that are listed first.");
}
