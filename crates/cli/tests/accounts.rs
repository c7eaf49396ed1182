//! Accounts of the shipped corpus: its two reports contradict each other nowhere.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod idlib;

use query::Selection;
use query::accounts::Aspect;

#[test]
fn the_two_seed_reports_hold_no_contradiction() {
    let engine = idlib::engine();
    let accounts = engine.accounts(&Selection::default());
    assert!(accounts.events.len() >= 8, "{}", accounts.events.len());
    assert_eq!((accounts.cannot(), accounts.differ()), (0, 0), "{accounts:#?}");
}

#[test]
fn silence_is_counted_and_is_no_disagreement() {
    let engine = idlib::engine();
    let accounts = engine.accounts(&Selection::default());
    let event = |id: &str| {
        accounts.events.iter().find(|it| engine.corpus().events.get(it.event as usize) == id).unwrap()
    };
    // One statement of the reconciliation has no date; that sets it against nobody.
    let reconciliation = event("turkish-syrian-reconciliation");
    assert!(reconciliation.sides.iter().any(|side| side.silent.contains(&Aspect::Date)));
    assert!(reconciliation.cannot.is_empty() && reconciliation.differ.is_empty());
    // The second line of the toll says nothing that the first one does not speak of.
    assert!(event("civilian-toll").cannot.is_empty());
}

#[test]
fn naming_a_target_is_no_claim_about_an_attacker() {
    let engine = idlib::engine();
    let accounts = engine.accounts(&Selection::default());
    let raids =
        accounts.events.iter().find(|it| engine.corpus().events.get(it.event as usize) == "raids-on-idlib");
    // Air forces on one side, armed forces that they are part of on the other.
    assert_eq!(raids.unwrap().differ, []);
    let call = accounts
        .events
        .iter()
        .find(|it| engine.corpus().events.get(it.event as usize) == "call-to-end-attacks");
    // All of it is words: nobody is asked who attacked.
    assert!(call.unwrap().sides.iter().all(|side| !side.silent.contains(&Aspect::Who)));
}

#[test]
fn speakers_and_reports_are_counted_beside_statements() {
    let engine = idlib::engine();
    let accounts = engine.accounts(&Selection::default());
    let raids =
        accounts.events.iter().find(|it| engine.corpus().events.get(it.event as usize) == "raids-on-idlib");
    let raids = raids.unwrap();
    assert_eq!((raids.sides.len(), raids.speakers, raids.origins, raids.reports), (2, 2, 2, 1));
}
