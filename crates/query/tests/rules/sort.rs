//! The order of lists.

use super::engine;
use crate::query::{Selection, Sort, Wants};

#[test]
fn lists_are_sorted_by_date_place_or_kind() {
    let engine = engine(
        "
        place turkey
        place syria
        place idlib < syria
        place aleppo < syria
        kind talk
        kind assault
        a: on 2020-03 at idlib as talk
        b: on 2020-02 at turkey
        c: at aleppo as assault
        d: on ../2020-03
        e: on 2020-02-01 at syria as talk
        f: on 2020-02-01 at idlib as assault
        ",
    );
    let check = |sort: Sort, expect: &str| {
        let mut rows: Vec<_> = engine.ask(&Selection::default(), Wants::ALL).rows.iter().collect();
        engine.sort(&mut rows, sort, "en");
        let ids: Vec<&str> =
            rows.iter().map(|&(row, _)| engine.corpus().statements.ids.get(row as usize)).collect();
        assert_eq!(ids.join(" "), expect, "{sort:?}");
    };
    check(Sort::Date, "d e f b a c");
    check(Sort::Place, "e c f a b d");
    check(Sort::Kind, "f c e a d b");
}
