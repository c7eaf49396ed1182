//! Finding entries by the names that people type.

use super::notation;
use crate::query::{Dimension, Engine};
use index::{Corpus, NONE, Name, Place};

fn places(entries: &[(&str, &str, u32)]) -> Corpus {
    let place = |&(id, names, parent): &(&str, &str, u32)| Place {
        id: id.to_owned(),
        names: names.split('/').map(|text| Name { text: text.to_owned(), lang: String::new() }).collect(),
        parent,
        ..Place::default()
    };
    Corpus { places: entries.iter().map(place).collect(), ..Corpus::default() }
}

#[test]
fn places_by_name_and_path() {
    let engine = Engine::new(places(&[
        ("sy", "Syria/سوريا/Suriye", NONE),
        ("sy-id", "Idlib/إدلب", 0),
        ("c-idlib", "Idlib", 1),
        ("us", "United States", NONE),
        ("us-id", "Idlib > Ohio", 3),
        ("sy-2", "Syria", 3),
        ("id-2", "Idlib", 5),
    ]));
    let check =
        |name: &str, expect: &[u32]| assert_eq!(engine.find(Dimension::Place, name), expect, "{name}");
    check("idlib", &[1, 2, 6]);
    check("ادلب", &[1]);
    check("SURIYE", &[0]);
    check("sy-id", &[1]);
    check("Syria > Idlib", &[1]);
    check("United States > Syria > Idlib", &[6]);
    check("Syria > Idlib > Idlib", &[2]);
    check("Idlib > Idlib", &[2]);
    check("سوريا>idlib", &[1]);
    check("Idlib > Ohio", &[4]);
    check("Idlib > Syria", &[]);
    check("Atlantis", &[]);
    check("", &[]);
    check(" > ", &[]);
    check("!", &[]);
}

#[test]
fn other_tables_by_name_and_by_exact_id() {
    let corpus = "actor Erdoğan\nkind assault\nsource The-New-Humanitarian";
    let engine = Engine::new(notation::corpus(corpus));
    assert_eq!(engine.find(Dimension::Actor, "erdogan"), [0]);
    assert_eq!(engine.find(Dimension::Speaker, "ERDOĞAN"), [0]);
    assert_eq!(engine.find(Dimension::Kind, "Assault"), [0]);
    assert_eq!(engine.find(Dimension::Source, "the new humanitarian"), [0]);
    assert_eq!(engine.find(Dimension::Text, "assault"), [0u32; 0]);
    assert_eq!(engine.entry(Dimension::Kind, "assault"), Some(0));
    assert_eq!(engine.entry(Dimension::Kind, "Assault"), None);
}
