//! Which statements match, may match, or do not: one case per rule.

use super::{engine, shown};

#[track_caller]
fn check(corpus: &str, cases: &[(&str, &str)]) {
    let engine = engine(corpus);
    for (selection, expect) in cases {
        assert_eq!(shown(&engine, selection), *expect, "{selection}");
    }
}

#[test]
fn no_clause_restricts_nothing() {
    check("a: on 2020\nb: \"undated\"", &[("", "a b")]);
}

#[test]
fn a_date_matches_inside_may_match_across_and_is_lost_outside() {
    let corpus = "
        day: on 2020-02-27
        month: on 2020-02
        year: on 2020
        none:
    ";
    check(
        corpus,
        &[
            ("from=2020-02-27 to=2020-02-27", "day month? year?"),
            ("from=2020-02-01 to=2020-02-29", "day month year?"),
            ("from=2020-02-02 to=2020-02-29", "day month? year?"),
            ("from=2020-02-28 to=2020-03-01", "month? year?"),
            ("from=2020-03-01 to=2020-03-31", "year?"),
            ("from=2020-01-01 to=2020-12-31", "day month year"),
            ("from=2021-01-01", ""),
            ("to=2019-12-31", ""),
        ],
    );
}

#[test]
fn an_open_end_lies_only_in_an_open_side() {
    let corpus = "
        since: on 2019-12/..
        until: on ../2020-03
    ";
    check(
        corpus,
        &[
            ("from=2019-12-01", "since until?"),
            ("from=2019-12-02", "since? until?"),
            ("to=2020-03-31", "since? until"),
            ("from=1000-01-01 to=9000-01-01", "since? until?"),
            ("to=2019-11-30", "until?"),
            ("from=2020-04-01", "since?"),
        ],
    );
}

#[test]
fn a_doubted_date_never_matches_for_sure() {
    check("a: on 2020-02-27~\nb: on 2020-02-27?", &[("from=2020 to=2020", "a? b?"), ("from=2021", "")]);
}

#[test]
fn several_dates_match_only_all_together() {
    check(
        "a: on {2020-02-01,2020-02-20}",
        &[
            ("from=2020-02-01 to=2020-02-20", "a"),
            ("from=2020-02-01 to=2020-02-19", "a?"),
            ("from=2020-02-02 to=2020-02-19", ""),
            ("from=2020-02-10", "a?"),
        ],
    );
}

#[test]
fn undated_statements_are_asked_for_by_name() {
    check(
        "a: on 2020\nb: \"undated\"",
        &[("undated", "b"), ("from=2020 to=2020 undated", "a b"), ("from=2021 undated", "b")],
    );
}

#[test]
fn dates_that_end_before_they_begin_show_nothing() {
    check("a: on 2020\nb: on 2019/..", &[("from=2020-06-02 to=2020-06-01", "")]);
}

const PLACES: &str = "
    place syria
    place idlib < syria
    place saraqeb < idlib
    place aleppo < syria
    place tabqa < aleppo
    place northwest < syria covers idlib overlaps aleppo
    place turkey
    country: at syria
    governorate: at idlib
    town: at saraqeb
    other: at tabqa
    region: at northwest
    both: at saraqeb,aleppo
    either: at saraqeb|aleppo
    inside: at saraqeb|idlib
    nowhere:
";

#[test]
fn a_place_matches_within_and_may_match_above() {
    check(
        PLACES,
        &[
            ("place=syria", "country governorate town other region both either inside"),
            ("place=idlib", "country? governorate town region? both either? inside"),
            ("place=saraqeb", "country? governorate? town region? both either? inside?"),
            ("place=aleppo", "country? other region? both either?"),
            ("place=tabqa", "country? other region? both? either?"),
            ("place=turkey", ""),
        ],
    );
}

#[test]
fn a_region_holds_what_it_covers_and_not_what_it_only_overlaps() {
    check(PLACES, &[("place=northwest", "country? governorate town region both either? inside")]);
}

#[test]
fn excluding_a_place_turns_the_answer_and_leaves_the_unplaced_open() {
    check(
        PLACES,
        &[
            ("not-place=idlib", "country? other region? either? nowhere?"),
            ("not-place=syria", "nowhere?"),
            ("not-place=turkey", "country governorate town other region both either inside nowhere?"),
            ("not-place=none", "country governorate town other region both either inside"),
            ("place=none", "nowhere"),
            ("place=none,tabqa", "country? other region? both? either? nowhere"),
            ("place=syria not-place=idlib", "country? other region? either?"),
        ],
    );
}

const ACTORS: &str = "
    actor turkey
    actor army < turkey
    actor russia
    actor un
    did: by turkey to russia
    below: by army
    suffered: by russia to army
    open: by russia|army
    together: by russia,army
    unnamed: by unnamed to army
    nobody: \"nobody\"
    told: by unnamed says un
    family: by army|turkey
";

#[test]
fn an_actor_matches_itself_and_those_below_it_only() {
    check(
        ACTORS,
        &[
            ("actor=turkey", "did below suffered open? together unnamed family"),
            ("actor=army", "below suffered open? together unnamed family?"),
            ("actor=un", "told"),
        ],
    );
}

#[test]
fn a_role_says_in_which_part() {
    check(
        ACTORS,
        &[
            ("actor=turkey role=initiator", "did below open? together family"),
            ("actor=turkey role=affected", "suffered unnamed"),
            ("actor=turkey role=initiator,affected", "did below suffered open? together unnamed family"),
            ("actor=un role=speaker", "told"),
            ("role=affected", "did below suffered open together unnamed nobody told family"),
        ],
    );
}

#[test]
fn excluding_an_actor_leaves_open_what_is_not_named() {
    check(
        ACTORS,
        &[
            ("not-actor=russia", "below open? unnamed? nobody? told? family"),
            ("not-actor=turkey", "open? nobody? told?"),
            ("not-actor=russia role=initiator", "did below open? unnamed? nobody? told? family"),
            (
                "not-actor=russia role=affected",
                "below? suffered open? together? unnamed nobody? told? family?",
            ),
        ],
    );
}

#[test]
fn nobody_is_a_value() {
    check(
        ACTORS,
        &[
            ("actor=none", "nobody"),
            ("actor=none role=initiator", "unnamed nobody told"),
            ("not-actor=none", "did below suffered open together unnamed told family"),
            ("not-actor=none role=initiator", "did below suffered open together family"),
            ("not-actor=none,russia role=initiator", "did below open? family"),
            ("actor=none,un role=speaker", "did below suffered open together unnamed nobody told family"),
        ],
    );
}

#[test]
fn an_unknown_name_shows_nothing() {
    check(ACTORS, &[("actor=atlantis", ""), ("actor=atlantis,un", "told")]);
}

#[test]
fn who_says_so_is_a_dimension_of_its_own() {
    let corpus = "
        actor government
        actor ministry < government
        actor monitor
        said: says ministry
        either: says ministry|monitor
        unsaid: by monitor
        somebody: says unnamed
        passed: says ministry passes monitor
    ";
    check(
        corpus,
        &[
            ("speaker=government", "said either? passed"),
            ("speaker=monitor", "either?"),
            ("actor=monitor role=initiator", "unsaid"),
            ("actor=monitor role=relay", "passed"),
            ("actor=monitor", "either? unsaid passed"),
            ("not-speaker=government", "either? unsaid? somebody?"),
            ("speaker=none", "unsaid somebody"),
            ("not-speaker=none", "said either passed"),
        ],
    );
}

#[test]
fn kinds_and_publishers_match_or_do_not() {
    let corpus = "
        kind force
        kind assault < force
        kind talk
        source agency
        source desk < agency
        a: as assault from desk
        b: as talk,assault from agency
        c:
    ";
    check(
        corpus,
        &[
            ("kind=force", "a b"),
            ("kind=assault", "a b"),
            ("kind=talk", "b"),
            ("not-kind=talk", "a c?"),
            ("kind=none", "c"),
            ("source=agency", "a b"),
            ("source=desk", "a"),
            ("not-source=desk", "b c?"),
            ("not-source=none,desk", "b"),
        ],
    );
}

#[test]
fn all_words_stand_in_one_statement_each_beginning_a_word() {
    let corpus = "
        actor Erdoğan
        place Ma‘arrat
        report r1 Soldiers killed
        a: by Erdoğan at Ma‘arrat in r1 \"Two convoys\"
        b: in r1 \"One convoy was hit\"
        c: \"Convoys\"
    ";
    check(
        corpus,
        &[
            ("text=CONVOY", "a b c"),
            ("text=kill+convoy", "a b"),
            ("text=erdogan+maarrat", "a"),
            ("text=illed", ""),
            ("text=convoys+hit", ""),
            ("text=convoys,", "a c"),
            ("text=!?", "a b c"),
        ],
    );
}

#[test]
fn between_dimensions_the_worst_answer_wins_in_one_statement() {
    let corpus = "
        place syria
        place idlib < syria
        actor russia
        all: on 2020-02-27 at idlib by russia
        wide: on 2020 at idlib by russia
        where: on 2020-02-27 by russia
    ";
    check(corpus, &[("from=2020-02 to=2020-02 place=idlib actor=russia", "all wide?")]);
}

#[test]
fn matches_only_hides_what_may_match() {
    check(
        PLACES,
        &[
            ("place=idlib matches-only", "governorate town both inside"),
            ("not-place=idlib matches-only", "other"),
        ],
    );
}

#[test]
fn a_report_may_answer_for_its_statements() {
    let corpus = "
        place idlib
        actor russia
        report r1
        report r2
        table t1
        a: at idlib in r1
        b: by russia in r1
        c: at idlib in r2
        d: at idlib in t1
        e: by russia in t1
        f: at idlib
        g: by russia|unnamed
    ";
    check(
        corpus,
        &[
            ("place=idlib actor=russia", ""),
            ("place=idlib actor=russia in-report", "a b"),
            ("place=idlib in-report", "a b c d f"),
            ("not-actor=russia in-report", "a? b? c? d? f? g?"),
        ],
    );
}

/// The stories of the first issue, in small.
#[test]
fn thirty_three_soldiers() {
    let corpus = "
        actor turkey
        actor turkish-army < turkey
        actor russia
        actor un
        place syria
        place idlib < syria
        place northwest < syria overlaps idlib
        kind assault
        killed: on 2020-02-27 by unnamed to turkish-army at idlib as assault
        strikes: on 2020-02-27/2020-02-28 by russia to unnamed at idlib as assault
        toll: on 2019-04-29/2020-02-24 says un at northwest
    ";
    check(
        corpus,
        &[
            ("from=2020-02-27 to=2020-02-27", "killed strikes?"),
            ("from=2020-02-27 to=2020-02-27 not-actor=russia", "killed?"),
            ("actor=turkey", "killed"),
            ("place=idlib actor=un", "toll?"),
            ("place=idlib", "killed strikes toll?"),
        ],
    );
}
