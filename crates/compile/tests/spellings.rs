//! What is proposed for several spellings, and that a proposal put beside the events does what it says.

#![allow(clippy::unwrap_used)]

mod shown;

use fieldbook_compile::{Severity, spellings};
use shown::{folder, lines};

const EVENTS: &str = "id,date,country,province,town,latitude,longitude,actor
1,2021-03-04,Land,Idlib Province,Khan Shaykhun,35.4,36.6,Border Guard Corps
2,2021-03-05,Land,Idlib Province,Khan Shaykhun,35.4,36.6,Border Gard Corps
3,2021-03-06,Land,Idlib Province,Khan Sheykhun,35.4,36.6,border guard corps
4,2021-03-07,Land,İdlib Province,Saraqib,35.8,36.8,Army of Land (1989-)
5,2021-03-08,Land,Idlib Province,Saraqib,35.8,36.8,Army of Land (1989-) 5th Corps
6,2021-03-09,Land,Far Province,Millbrook,10.0,10.0,Reds - North
7,2021-03-10,Land,Far Province,Milbrook,20.0,20.0,Reds
";

#[test]
fn spellings_are_proposed_with_reasons() {
    let compiled = folder(&[("fieldbook.toml", "title = \"T\"\n"), ("events/e.csv", EVENTS)]);
    let before = lines(&compiled);
    let proposal = spellings(&compiled.corpus);
    assert_eq!(
        proposal.actors,
        "id,name,names,kind,parent,from,to,note\n\
         army-of-land-1989,Army of Land (1989-),,,,1989,,proposed: years in the name\n\
         army-of-land-1989-5th-corps,Army of Land (1989-) 5th Corps,,,army-of-land-1989,,,proposed: the parent's name begins it\n\
         border-guard-corps,Border Guard Corps,border guard corps,,,,,proposed: same letters\n\
         reds,Reds,,,,,,proposed as a parent\n\
         reds-north,Reds - North,,,reds,,,proposed: the parent's name begins it\n"
    );
    assert_eq!(
        proposal.places,
        "id,name,names,parent,level,latitude,longitude,note\n\
         Land > Idlib Province,Idlib Province,İdlib Province,Land,admin1,,,proposed: same letters\n\
         Land > Idlib Province > Khan Shaykhun,Khan Shaykhun,Khan Sheykhun,Land > Idlib Province,town,35.4,36.6,proposed: one letter differs\n"
    );
    // Proposing changes nothing.
    assert_eq!(lines(&folder(&[("fieldbook.toml", "title = \"T\"\n"), ("events/e.csv", EVENTS)])), before);
}

#[test]
fn a_proposal_that_was_accepted_joins_what_it_names() {
    let first = folder(&[("fieldbook.toml", "title = \"T\"\n"), ("events/e.csv", EVENTS)]);
    let proposal = spellings(&first.corpus);
    let files = [
        ("fieldbook.toml", "title = \"T\"\n"),
        ("actors.csv", proposal.actors.as_str()),
        ("places.csv", proposal.places.as_str()),
        ("events/e.csv", EVENTS),
    ];
    let joined = folder(&files);
    assert!(joined.diagnostics.iter().all(|d| d.severity != Severity::Error), "{:?}", joined.diagnostics);
    let of = |id: &str| lines(&joined).into_iter().find(|line| line.starts_with(id)).unwrap();
    assert!(
        of("3 ").contains("border-guard-corps:Mentioned | Land > Idlib Province > Khan Shaykhun"),
        "{}",
        of("3 ")
    );
    assert!(
        of("4 ").contains("army-of-land-1989:Mentioned | Land > Idlib Province > Saraqib"),
        "{}",
        of("4 ")
    );
    assert_eq!(joined.corpus.places.len() + 3, first.corpus.places.len());
    let again = spellings(&joined.corpus);
    assert!(!again.actors.contains("same letters") && again.places.is_empty(), "{again:?}");
}
