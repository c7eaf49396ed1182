//! A corpus taken apart into sources and compiled again is the same corpus.
#![allow(clippy::unwrap_used)]

use fieldbook_compile::{Options, SourceFile, compile, sources};
use index::Corpus;
use proptest::prelude::*;

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.into(), bytes: text.as_bytes().to_vec() }
}

fn compiled(files: &[SourceFile]) -> Corpus {
    compile(files, &Options::default()).corpus
}

/// Takes a corpus apart and compares what its sources give.
fn comes_back(mut corpus: Corpus) {
    let parts = sources(&corpus);
    let again = compile(&parts, &Options::default());
    let errors: Vec<_> = again
        .diagnostics
        .iter()
        .filter(|found| found.severity == fieldbook_compile::Severity::Error)
        .collect();
    let mut again_corpus = again.corpus;
    let first = index::write(&mut corpus);
    let second = index::write(&mut again_corpus);
    if first != second {
        let shown: String = parts
            .iter()
            .map(|part| format!("--- {}\n{}\n", part.path, String::from_utf8_lossy(&part.bytes)))
            .collect();
        assert_eq!(corpus.about, again_corpus.about, "{shown}");
        assert_eq!(corpus.actors, again_corpus.actors, "{shown}");
        assert_eq!(corpus.places, again_corpus.places, "{shown}");
        assert_eq!(corpus.kinds, again_corpus.kinds, "{shown}");
        assert_eq!(corpus.sources, again_corpus.sources, "{shown}");
        assert_eq!(corpus.populations, again_corpus.populations, "{shown}");
        assert_eq!(corpus.reports, again_corpus.reports, "{shown}");
        assert_eq!(corpus.derivations, again_corpus.derivations, "{shown}");
        assert_eq!(corpus.statements, again_corpus.statements, "{shown} {errors:?}");
        assert_eq!(corpus, again_corpus, "{shown}");
    }
    assert!(first == second && errors.is_empty(), "{errors:?}");
}

fn folder(path: &std::path::Path) -> Vec<SourceFile> {
    fn walk(folder: &std::path::Path, prefix: &str, files: &mut Vec<SourceFile>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
            if path.is_dir() {
                walk(&path, &format!("{name}/"), files);
            } else {
                files.push(SourceFile { path: name, bytes: std::fs::read(&path).unwrap() });
            }
        }
    }
    let mut files = Vec::new();
    walk(path, "", &mut files);
    files
}

#[test]
fn the_shipped_corpus_comes_back() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    comes_back(compiled(&folder(&root.join("corpus/idlib"))));
    comes_back(compiled(&folder(&root.join("crates/cli/template"))));
}

/// The settings, reports and lists of a made-up folder.
fn base() -> Vec<SourceFile> {
    let report = "+++\ntitle = \"A “title” \\\\ more\"\npublisher = \"The Paper\"\npublished = \"2020-03-06\"\nanchor = \"friday<=published\"\n+++\n\n# Head\n\n[3]\nOn Friday three soldiers fled. Three soldiers fled again; three soldiers fled.\n\n[4 caption]\nA caption: 12 killed.\n";
    let machine = "+++\ntitle = \"Read\"\npublisher = \"Agency; B\"\npublished = \"2020-03-06\"\n+++\n\nRussian aircraft bombed Idlib on Thursday, killing at least 12 civilians, the Syrian Observatory for Human Rights said. On Monday it had said that 40 people were injured in Aleppo.\n\nTurkey sent troops to Saraqeb on Friday.\n";
    vec![
        file(
            "fieldbook.toml",
            "title = { en = \"T\", ar = \"ت\" }\nlanguage = \"en\"\nunit = { en = [\"a\", \"b\"], ar = [\"c\", \"d\"] }\n",
        ),
        file("reports/b.md", report),
        file("reports/old/a.md", machine),
        file(
            "actors.csv",
            "id,name,names,kind,parent,from,to,private,note\nforce,The Force,ar:قوة; en:Force; Troops,force,state,2001,,,\"a, \"\"note\"\"\"\nstate,State,,state,,,,,\nman,A Man,,person,,,,yes,\n",
        ),
        file(
            "places.csv",
            "id,name,parent,level,latitude,longitude,area,covers,overlaps\nsy,Syria,,country,35,38,SY,,\ntown,\"Town; of @x\",sy,town,-0.5,-0.00001,,,\nnorth,North,sy,region,,,,town,\n",
        ),
        file("populations.csv", "id,name,class\nlocals,Locals,civilian\n"),
    ]
}

#[test]
fn machine_read_and_hand_coded_reports_come_back() {
    let mut files = base();
    files.push(file("statements.csv", "id,report,quote,date,initiator,speaker,relay,place,figures,paragraph\ns1,b,three soldiers fled,friday<anchor,force | state; unnamed,man,state; force,town | north; sy @near,w: killed 12 at least of locals over 2019/published; killed 3 part of w,3\ns2,b,12 killed,2019-12/published,,,,,,\n"));
    let corpus = compiled(&files);
    assert!(corpus.statements.made.contains(&index::Made::Machine), "nothing was read by machine");
    comes_back(corpus);
}

#[test]
fn tables_come_back() {
    let ged = "id,type_of_violence,side_a,side_b,source_office,source_headline,source_original,country,adm_1,adm_2,where_coordinates,where_prec,latitude,longitude,date_start,date_end,low,best,high,deaths_civilians\n\
        2,1,\"Government of Syria, Government of Russia\",\"IS; x\",SANA;BBC,\"He said \"\"no\"\", then\",army source,Syria,Idlib,,Idlib town,1,35.93,36.63,2020-02-27,2020-02-27,5,4,33,2\n\
        10,3,IS,Civilians,BBC,,,Syria,Idlib,,Idlib Town,2,35.93,36.63,2020-02-27,2020-02-28,0,0,0,0\n\
        11,2,A | B,C @ D,,,,Iraq,,,,6,33,44,2020-01-01,2020-12-31,1,,3,0\n\
        bad,9,,,,,,,,,,,,,,,,,,\n";
    comes_back(compiled(&[file("ged.csv", ged)]));
    let plain = "Date,Actor,Province,Town,Killed,Notes\n2020-01-02,Army,Idlib,Binnish,3,\"A, b\"\n,Army,Idlib,,,\n2020-03,#1 Brigade,Aleppo,,,x\n";
    comes_back(compiled(&[file("incidents.csv", plain)]));
    let mut both = base();
    both.push(file("events/z/ged.csv", ged));
    both.push(file("events/incidents.csv", plain));
    comes_back(compiled(&both));
}

fn text() -> impl Strategy<Value = String> {
    "[a-zé ,;|@\"'#\\\\:\\[\\]0-9ا]{0,12}"
}

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn generated_sources_come_back(
        names in prop::collection::vec((text(), text()), 1..4),
        rows in prop::collection::vec((text(), 0_usize..8, 0_usize..7, 0_usize..6, text()), 0..6),
        title in text(),
    ) {
        let mut files = base();
        files.retain(|file| file.path != "actors.csv");
        let mut actors = String::from("id,name,names,kind\n");
        for (at, (name, note)) in names.iter().enumerate() {
            actors.push_str(&format!("a{at},{},{},group\n", cell(name), cell(note)));
        }
        files.push(file("actors.csv", &actors));
        let dates = ["", "2020-02-27", "2020-02", "2019-12/published", "thursday<anchor", "2020~", "2020/..", "anchor-1"];
        let figures = ["", "killed 3", "killed ? ((dozens; or so))", "injured 2..5 about", "killed 1..2..3", "displaced 9 nearly over 2019/published computed", "x: killed 5; killed 2 of children part of x"];
        let actors = ["", "a0", "a0 | unnamed", "unnamed; a0", "a0", "a0; a0"];
        let mut table = String::from("id,report,quote,summary,date,figures,initiator,speaker,relay,date_words,place\n");
        for (at, (summary, date, figure, actor, words)) in rows.iter().enumerate() {
            let figure = figures[*figure].replace("x", &format!("x{at}"));
            table.push_str(&format!(
                "s{at},b,three soldiers fled,{},{},{},{},{},{},{},town\n",
                cell(summary), dates[*date], cell(&figure), actors[*actor], actors[(*actor + 1) % 6], actors[(*actor + 3) % 6], cell(words)
            ));
        }
        files.push(file("statements.csv", &table));
        let mut events = String::from("id,date,who,where,what\n");
        for (at, (summary, _, _, _, words)) in rows.iter().enumerate() {
            events.push_str(&format!("e{at},2020-01-0{},{},{},{}\n", at + 1, cell(summary), cell(words), cell(&title)));
        }
        files.push(file("events/t.csv", &events));
        comes_back(compiled(&files));
    }
}
