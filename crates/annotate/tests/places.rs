//! Places that look like something else, and the other way round.

#![allow(clippy::unwrap_used, missing_docs)]

use fieldbook_annotate::{Annotation, Annotator, Options, Value};

fn read(text: &str) -> Annotation {
    Annotator::shared().annotate(text, &Options::default())
}

/// "words=path" of each place.
fn places(text: &str) -> Vec<String> {
    let annotation = read(text);
    let all = annotation.mentions.iter().filter_map(|mention| {
        let Value::Place(place) = &mention.value else { return None };
        Some(format!("{}={}", text.get(mention.start..mention.end)?, place.id))
    });
    all.collect()
}

#[test]
fn short_names_stand_behind_a_comma() {
    assert_eq!(
        places("A fire broke out in Pleasanton, Calif. on Friday.")[1],
        "Calif=united-states/california"
    );
    assert_eq!(places("He flew to Raleigh, N.C. with her.")[1], "N.C.=united-states/north-carolina");
    assert_eq!(places("OK, the Pa and the Ma were there.").len(), 0);
}

#[test]
fn a_list_of_states_is_no_list_of_towns() {
    let found = places(
        "Cases were seen in Ohio, Oklahoma, Oregon, South Carolina, Washington, West Virginia and Wyoming.",
    );
    for state in ["oklahoma", "oregon", "wyoming"] {
        assert!(found.iter().any(|place| place.ends_with(&format!("=united-states/{state}"))), "{found:?}");
    }
}

#[test]
fn money_and_illness_are_no_places() {
    assert!(places("The appeal asks for US$42 million to help.").is_empty());
    assert!(places("Two cases of the Marburg virus were found.").is_empty());
}

#[test]
fn a_place_in_a_name_is_named_but_no_scene() {
    let text = "The Ministry of Health of Turkey said that 12 people were killed.";
    assert!(places(text).iter().any(|place| place.starts_with("Turkey=")), "{:?}", places(text));
    let annotation = read(text);
    let killed = annotation.statements.iter().find(|statement| !statement.figures.is_empty()).unwrap();
    assert!(killed.places.is_empty(), "nothing is said to have happened there");
}

#[test]
fn a_region_before_a_name_is_a_region() {
    let text = "Minister for the Middle East Tobias Ellwood said so.";
    assert_eq!(places(text), ["Middle East=middle-east"]);
}
