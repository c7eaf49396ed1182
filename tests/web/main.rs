//! Panels mounted in a headless browser: act, let the effects run, look at the DOM.
//!
//! Run by `cargo xtask test web`. The corpus is the one that ships, compiled in the test itself.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod desk;
mod patching;

use desk::{Desk, open};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_status_counts_and_follows() {
    let desk = open("").await;
    assert!(
        desk.text("[role=status]").starts_with("41 statements (41 match, 0 may match)"),
        "{}",
        desk.text("[role=status]")
    );
    desk.check("Actors", "Russia").await;
    let after = desk.text("[role=status]");
    assert!(!after.starts_with("41 statements"), "{after}");
    assert!(Desk::fragment().contains("actor=russia"), "{}", Desk::fragment());
}

#[wasm_bindgen_test]
async fn a_clause_never_filters_its_own_group() {
    let desk = open("").await;
    let boxes = |desk: &Desk| desk.all("fieldset input[type=checkbox]").len();
    let before = boxes(&desk);
    desk.check("Places", "Syria").await;
    assert_eq!(boxes(&desk), before);
}

#[wasm_bindgen_test]
async fn a_wrong_date_is_explained_and_changes_nothing() {
    let desk = open("").await;
    let status = desk.text("[role=status]");
    desk.enter("From", "2020-02-30").await;
    assert_eq!(desk.field("From").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(desk.field("From").value(), "2020-02-30");
    assert_eq!(desk.text("[role=status]"), status);
    desk.enter("From", "2020-02").await;
    assert_ne!(desk.field("From").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_ne!(desk.text("[role=status]"), status);
}

#[wasm_bindgen_test]
async fn the_reader_lights_the_open_statement_and_explains_it() {
    let desk = open("statement=001-soldiers-killed&report=001").await;
    let reader = desk.text("[role=region][aria-label=Report], section[aria-label=Report]");
    assert!(reader.contains("On Thursday an air strike killed 33"), "{reader}");
    assert!(reader.contains("27 Feb 2020"), "{reader}");
    assert!(!desk.all("mark.mention--figure").is_empty());
}

#[wasm_bindgen_test]
async fn a_report_of_an_unknown_day_says_a_weekday_and_no_more() {
    let undated = |name: &str, bytes: Vec<u8>| match name.ends_with("000.md") {
        false => bytes,
        true => {
            let text = String::from_utf8(bytes).unwrap();
            text.lines()
                .filter(|line| !line.starts_with("published"))
                .collect::<Vec<_>>()
                .join("\n")
                .into_bytes()
        }
    };
    let desk = desk::open_changed("report=000&statement=000-bashir-defends", undated).await;
    let reader = desk.text("[role=region][aria-label=Report], section[aria-label=Report]");
    assert!(reader.contains("a Friday"), "{reader}");
    assert!(!reader.contains("2024"), "{reader}");
}

#[wasm_bindgen_test]
async fn arabic_turns_the_page() {
    let desk = open("lang=ar").await;
    let root = leptos::prelude::document().document_element().unwrap();
    assert_eq!(root.get_attribute("dir").as_deref(), Some("rtl"));
    assert!(desk.text("[role=status]").starts_with("٤١ إفادة"), "{}", desk.text("[role=status]"));
}

#[wasm_bindgen_test]
async fn a_zero_result_names_what_to_loosen() {
    let desk = open("from=1990&to=1990").await;
    assert!(desk.text("[role=status]").starts_with("0 statements"), "{}", desk.text("[role=status]"));
    assert!(desk.text(".page").contains("41"), "what loosening gives is not said");
}
