//! What a publisher wants left out is nowhere: neither in the corpus's bytes nor in anything that they hold.
#![allow(clippy::unwrap_used)]

use fieldbook_compile::{Options, SourceFile, compile, sources};

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.into(), bytes: text.as_bytes().to_vec() }
}

/// Sources with values that must not get out, and the settings that say so.
fn files(care: &str) -> Vec<SourceFile> {
    let report = "+++\ntitle = \"T\"\nauthor = \"SECRETauthor\"\nurl = \"https://SECRETurl.example\"\npublished = \"2020\"\npublished_why = \"SECRETwhy\"\ncitation = \"SECRETcitation\"\n+++\n\nSomebody said that something happened.\n";
    vec![
        file("fieldbook.toml", &format!("title = \"T\"\n{care}")),
        file("reports/r.md", report),
        file(
            "actors.csv",
            "id,name,names,kind,private,note\nwitness,SECRETname,ar:SECRETarabic,person,yes,x\nforce,Force,,force,,SECRETnote\n",
        ),
        file(
            "places.csv",
            "id,name,parent,level,latitude,longitude,code,note\nsy,Syria,,country,34.8,38.9,,\nid,Idlib,sy,admin1,35.85280,36.68290,geo:1,\nfarm,Farm,id,site,35.12345,36.54321,SECRETcode,\n",
        ),
        file(
            "statements.csv",
            "id,report,quote,summary,initiator,speaker,place,place_why\ns1,r,something happened,SECRETsummary,force,witness,farm @exact,SECRETreason\n",
        ),
        file(
            "events/t.csv",
            "id,date,who,latitude,longitude,headline,notes\ne1,2020-01-01,Force,35.777,36.888,SECRETheadline,SECRETcoder\n",
        ),
    ]
}

const CARE: &str = "[care]\ncoordinates = \"admin1\"\ndrop = [\"private\", \"author\", \"url\", \"citation\", \"why\", \"note\", \"summary\", \"quote\"]\n";

/// Everything that a corpus says, as text and as its bytes.
fn said(files: &[SourceFile]) -> (String, Vec<u8>, index::Corpus) {
    let mut corpus = compile(files, &Options::default()).corpus;
    let bytes = index::write(&mut corpus);
    let opened = index::open(&bytes).unwrap();
    let parts: String =
        sources(&opened).iter().map(|part| String::from_utf8_lossy(&part.bytes).into_owned()).collect();
    (format!("{opened:?}{parts}"), bytes, opened)
}

#[test]
fn without_settings_everything_is_there() {
    let (text, ..) = said(&files(""));
    for value in [
        "SECRETauthor",
        "SECRETname",
        "SECRETnote",
        "SECRETsummary",
        "SECRETwhy",
        "3512345",
        "SECRETcode",
        "35.777",
    ] {
        assert!(text.contains(value), "{value} is not there to be removed");
    }
}

#[test]
fn what_is_left_out_is_nowhere() {
    let (text, bytes, corpus) = said(&files(CARE));
    let raw = String::from_utf8_lossy(&bytes).into_owned();
    for value in
        ["SECRET", "3512345", "3654321", "35.12345", "36.54321", "35.777", "36.888", "3577700", "3688800"]
    {
        assert!(!text.contains(value), "{value} is in the corpus: {text}");
        assert!(!raw.contains(value), "{value} is in the bytes");
    }
    for number in [3_512_345_i32, 3_654_321, 3_577_700, 3_688_800] {
        assert!(
            !bytes.windows(4).any(|four| four == number.to_le_bytes() || four == number.to_be_bytes()),
            "{number}"
        );
    }
    // What stays: the division's own point, the statement, and that somebody unnamed says so.
    assert!(text.contains("3585280"));
    assert_eq!(corpus.statements.len(), 2);
    let hand = corpus.statements.ids.iter().position(|id| id == "s1").unwrap();
    assert_eq!(corpus.statements.speakers.get(hand)[0].actor, index::NONE);
}

#[test]
fn a_setting_that_cannot_be_read_leaves_out_and_says_so() {
    let compiled =
        compile(&files("[care]\ncoordinates = \"admn1\"\ndrop = [\"everything\"]\n"), &Options::default());
    let said: String = compiled.diagnostics.iter().map(|found| found.what.as_str()).collect();
    assert!(said.contains("“admn1” is no level") && said.contains("“everything” is no field"), "{said}");
    let points = compiled.corpus.places.iter().filter(|place| place.point.is_some()).count();
    assert_eq!(points, 1, "the country alone keeps its point");
}

#[test]
fn words_to_veil_are_kept_folded_and_come_back_as_sources() {
    let veil = |care: &str| compile(&files(care), &Options::default());
    let own = veil("[care]\nveil = [\"Head Wound*\", \"Über\", \"…\"]\n");
    assert_eq!(own.corpus.about.veil, ["head wound*", "uber"]);
    let said: String = own.diagnostics.iter().map(|found| found.what.as_str()).collect();
    assert!(said.contains("“…” has no letters"), "{said}");
    let usual = veil("[care]\nveil = [\"usual\", \"corpse*\"]\n").corpus;
    assert!(usual.about.veil.len() > 20 && usual.about.veil.iter().all(|word| !word.starts_with('#')));
    let again = compile(&sources(&usual), &Options::default()).corpus;
    assert_eq!(again.about.veil, usual.about.veil);
    assert!(veil("").corpus.about.veil.is_empty());
}
