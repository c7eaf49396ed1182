//! What cannot both be true, what differs, and what is silence.

use index::*;
use query::accounts::{Account, Aspect};
use query::{Engine, Selection};

/// A statement on the one event.
struct Said {
    report: u32,
    speaker: u32,
    kind: u32,
    did_it: Vec<(u32, u16)>,
    day: i32,
    place: u32,
    killed: Option<(u64, u64)>,
}

impl Default for Said {
    fn default() -> Self {
        Self { report: 0, speaker: NONE, kind: 1, did_it: vec![], day: 10, place: 1, killed: None }
    }
}

fn engine(said: &[Said]) -> Engine {
    let actor = |id: &str, parent| Actor { id: id.into(), parent, ..Actor::default() };
    let place = |id: &str, parent| Place { id: id.into(), parent, ..Place::default() };
    let kind = |id: &str, parent| Kind { id: id.into(), parent, ..Kind::default() };
    let mut corpus = Corpus {
        actors: vec![actor("state", NONE), actor("force", 0), actor("rebels", NONE), actor("agency", NONE)],
        places: vec![place("country", NONE), place("town", 0), place("city", 0)],
        kinds: vec![
            kind("verbal-conflict", NONE),
            kind("assault", NONE),
            kind("accuse", 0),
            kind("deny", NONE),
        ],
        reports: vec![Report::default(), Report::default()],
        events: ["strike"].into_iter().collect(),
        populations: vec![Population { id: "people".into(), ..Population::default() }],
        ..Corpus::default()
    };
    for (row, said) in said.iter().enumerate() {
        let statements = &mut corpus.statements;
        statements.ids.push(&row.to_string());
        statements.summaries.push("");
        statements.quotes.push("");
        statements.spans.push([]);
        statements.reports.push(said.report);
        statements.dates.push((said.day > 0).then(|| Span::day(Day(said.day))));
        statements.edtf.push("");
        let initiator = |&(actor, group): &(u32, u16)| ActorEntry { actor, role: Role::Initiator, group };
        statements.actors.push(said.did_it.iter().map(initiator));
        statements
            .speakers
            .push((said.speaker != NONE).then_some(SpeakerEntry { actor: said.speaker, group: 0 }));
        statements
            .places
            .push((said.place != NONE).then(|| PlaceEntry { place: said.place, ..PlaceEntry::default() }));
        statements.kinds.push([said.kind]);
        statements.sources.push([]);
        statements.figures.push(said.killed.map(|(low, high)| Figure {
            measure: Measure::Killed,
            whom: 0,
            low: Some(low),
            high: Some(high),
            part_of: NONE,
            ..Figure::default()
        }));
        statements.events.push(0);
        statements.made.push(Made::Hand);
    }
    Engine::new(corpus)
}

fn account(said: &[Said]) -> Account {
    let accounts = engine(said).accounts(&Selection::default());
    accounts.events.into_iter().next().unwrap()
}

fn check(said: &[Said], cannot: &[Aspect], differ: &[Aspect]) {
    let account = account(said);
    let aspects = |clashes: &[query::accounts::Clash]| clashes.iter().map(|it| it.aspect).collect::<Vec<_>>();
    assert_eq!(aspects(&account.cannot), cannot);
    assert_eq!(aspects(&account.differ), differ);
}

#[test]
fn ranges_that_do_not_meet_cannot_both_be_true() {
    let other = |killed| Said { report: 1, killed, ..Said::default() };
    let first = || Said { killed: Some((30, 40)), ..Said::default() };
    check(&[first(), other(Some((41, 50)))], &[Aspect::Figure], &[]);
    check(&[first(), other(Some((40, 50)))], &[], &[]);
    check(&[first(), other(None)], &[], &[]);
    // One speaker in one report may give several figures.
    check(&[first(), Said { killed: Some((41, 50)), ..Said::default() }], &[], &[]);
    // Passed on by another report, it is two accounts all the same.
    let day_after = Said { report: 1, killed: Some((41, 50)), day: 11, kind: 2, ..Said::default() };
    check(&[first(), day_after], &[], &[]);
}

#[test]
fn days_and_places_of_one_act() {
    let other = |day, place, kind| Said { report: 1, day, place, kind, ..Said::default() };
    check(&[Said::default(), other(11, 1, 1)], &[Aspect::Date], &[]);
    check(&[Said::default(), other(10, 2, 1)], &[Aspect::Place], &[]);
    check(&[Said::default(), other(10, 0, 1)], &[], &[]);
    // An accusation of another day and in another place is another act.
    check(&[Said::default(), other(12, 2, 2)], &[], &[]);
    let accuse = |report, day| Said { report, day, kind: 2, ..Said::default() };
    check(&[accuse(0, 10), accuse(1, 11)], &[], &[Aspect::Date]);
    check(&[Said::default(), other(0, NONE, 1)], &[], &[]);
}

#[test]
fn who_did_it() {
    let by = |report, did_it: &[(u32, u16)]| Said { report, did_it: did_it.to_vec(), ..Said::default() };
    check(&[by(0, &[(0, 0)]), by(1, &[(2, 0)])], &[], &[Aspect::Who]);
    check(&[by(0, &[(0, 0)]), by(1, &[(1, 0)])], &[], &[]);
    check(&[by(0, &[(0, 0)]), by(1, &[])], &[], &[]);
    check(&[by(0, &[(0, 0), (2, 0)]), by(1, &[(2, 0)])], &[], &[]);
    // One who accuses is not said to have done it.
    let accuses = Said { kind: 2, ..by(1, &[(2, 0)]) };
    check(&[by(0, &[(0, 0)]), accuses], &[], &[]);
}

#[test]
fn a_denial_is_set_against_what_it_denies() {
    let strike = |actor, group_of_two: bool| {
        let mut did_it = vec![(actor, 0)];
        did_it.extend(group_of_two.then_some((2, 0)));
        Said { did_it, ..Said::default() }
    };
    let denial = || Said { report: 1, kind: 3, speaker: 0, did_it: vec![(0, 0)], ..Said::default() };
    check(&[strike(1, false), denial()], &[Aspect::Who], &[]);
    check(&[strike(2, false), denial()], &[], &[]);
    check(&[strike(0, true), denial()], &[], &[]);
}

#[test]
fn silence() {
    let said = [
        Said { did_it: vec![(0, 0)], ..Said::default() },
        Said { report: 1, killed: Some((1, 2)), ..Said::default() },
    ];
    let account = account(&said);
    assert_eq!(account.sides[0].silent, [Aspect::Figure]);
    assert_eq!(account.sides[1].silent, [Aspect::Who]);
    assert!(account.cannot.is_empty() && account.differ.is_empty());
}
