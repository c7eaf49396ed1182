//! Why a statement only may match, in words.

use super::{engine, notation};
use crate::query::{Dimension, Engine, Reason, Why};

fn words(engine: &Engine, reason: Reason) -> String {
    let place = |place: u32| &engine.corpus().places[place as usize].id;
    let why = match reason.why {
        Why::DateOverlaps { before: true, after: true } => "begins before and ends after".to_owned(),
        Why::DateOverlaps { before: true, .. } => "begins before".to_owned(),
        Why::DateOverlaps { .. } => "ends after".to_owned(),
        Why::DateQualified => "doubted".to_owned(),
        Why::PlaceAbove(above) => format!("wider place {}", place(above)),
        Why::RegionCovers(region) => format!("region {}", place(region)),
        Why::Alternatives => format!("alternatives for {:?}", reason.dimension),
        Why::Missing => format!("no {:?}", reason.dimension),
        Why::Unnamed => format!("unnamed {:?}", reason.dimension),
    };
    assert_eq!(
        matches!(reason.why, Why::DateOverlaps { .. } | Why::DateQualified),
        reason.dimension == Dimension::Date
    );
    if reason.excluded { format!("not excluded: {why}") } else { why }
}

#[test]
fn reasons() {
    let engine = engine(
        "
        actor russia
        actor syria
        place country
        place idlib < country
        place town < idlib
        place aleppo < country
        place region < country overlaps idlib
        report r1
        a: on 2020 at country by russia|syria in r1
        b: on 2020-02-27~ at region by unnamed,syria in r1
        c: at town|aleppo
        d: at country|idlib
        ",
    );
    let check = |statement: u32, selection: &str, expect: &str| {
        let reasons = engine.reasons(&notation::selection(selection, &engine), statement);
        let words: Vec<String> = reasons.into_iter().map(|reason| words(&engine, reason)).collect();
        assert_eq!(words.join("; "), expect, "{statement} under {selection}");
    };
    check(0, "", "");
    check(0, "from=2020-02 to=2020-03", "begins before and ends after");
    check(0, "from=2019 to=2020-03", "ends after");
    check(0, "from=2020-03", "begins before");
    check(0, "from=2020-03 place=idlib", "begins before; wider place country");
    check(0, "from=2021 place=idlib", "");
    check(0, "actor=russia place=country", "alternatives for Actor");
    check(0, "not-actor=russia", "not excluded: alternatives for Actor");
    check(1, "from=2020-02-27", "doubted");
    check(1, "from=2020-02-28", "");
    check(1, "place=idlib", "region region");
    check(1, "place=town", "region region");
    check(1, "not-actor=russia", "not excluded: unnamed Actor");
    check(1, "not-actor=none", "");
    check(2, "place=idlib", "alternatives for Place");
    check(
        2,
        "not-actor=russia not-place=idlib",
        "not excluded: no Actor; not excluded: alternatives for Place",
    );
    check(3, "place=town", "wider place country; wider place idlib");
    check(3, "place=idlib", "wider place country; alternatives for Place");
    check(3, "place=idlib matches-only", "");
    check(0, "not-actor=russia in-report", "not excluded: alternatives for Actor");
    check(1, "from=2020-02-27 to=2020-02-27 place=region in-report", "begins before and ends after");
    check(9, "place=idlib", "");
}
