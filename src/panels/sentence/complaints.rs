//! What was ignored in the address, in plain words.

use crate::app::{use_lang, use_layout, use_words};
use crate::state::use_results;
use crate::text::{Lang, fill};
use crate::url::Complaint;
use index::Role;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Signal, memo, view};

/// A complaint as a reader may read it: what was ignored, and what is expected.
pub fn said(lang: Lang, complaint: &Complaint) -> String {
    let texts = &lang.words().sentence;
    match complaint {
        Complaint::TooLong => texts.too_long.to_owned(),
        Complaint::UnknownKey(key) => fill(texts.unknown_key, &[key]),
        Complaint::BadValue(key, value) => fill(texts.bad_value, &[key, value, &expected(lang, key)]),
        Complaint::UnknownId(key, id) => fill(texts.unknown_id, &[id, key]),
        Complaint::NoSearch => texts.no_search.to_owned(),
    }
}

fn expected(lang: Lang, key: &str) -> String {
    let texts = &lang.words().sentence;
    let one_of = |values: &str| fill(texts.expect_one_of, &[values]);
    match key {
        "from" | "to" => texts.expect_date.to_owned(),
        "role" => one_of(&Role::ALL.map(take::role_name).join(", ")),
        "matches-only" => one_of("yes, no"),
        "scope" => one_of("report"),
        "show" => one_of("outside, undated, unplaced, without-actor, without-coordinates"),
        "view" => one_of("map, table, matrix, figures, accounts, compare"),
        "axis" => one_of("published"),
        "by" => one_of("actor, place, kind, year"),
        "across" => one_of("place"),
        "measure" => one_of("killed, injured, missing, detained, displaced, refugees, residents, other"),
        "sort" => one_of("date, place, kind, relevance"),
        "off" => one_of("beginnings, spellings, names, typos"),
        "lang" => one_of("en, ar, tr"),
        "page" | "n" => texts.expect_number.to_owned(),
        _ => texts.expect_id.to_owned(),
    }
}

/// The notice; it goes when it is closed, and comes back for new complaints only.
#[component]
pub fn Complaints() -> Markup {
    let (lang, layout, results) = (use_lang(), use_layout(), use_results());
    let texts = &use_words().sentence;
    let closed = Signal::new(Vec::<Complaint>::new());
    let open = memo(move || {
        let all = layout.complaints.get().into_iter().chain(results.complaints.get());
        closed.with(|closed| all.filter(|complaint| !closed.contains(complaint)).collect::<Vec<_>>())
    });
    let close = move |_| {
        layout.complaints.set(Vec::new());
        closed.set(results.complaints.get_untracked());
    };
    let live = move || {
        let complaints = open.get();
        let lines =
            complaints.iter().map(|it| view! { <li dir="auto">{said(lang, it)}</li> }).collect::<Markup>();
        (!complaints.is_empty()).then(|| {
            view! {
                <div class="notice notice--warn">
                    <div>
                        <p><strong>{texts.complaints}</strong></p>
                        <ul class="notice__list">{lines}</ul>
                    </div>
                    <button type="button" class="button" on:click=close>{use_words().close}</button>
                </div>
            }
        })
    };
    live.into_markup()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_complaint_says_what_to_write_instead() {
        let check = |complaint: Complaint, expect: &str| assert_eq!(said(Lang::En, &complaint), expect);
        check(
            Complaint::BadValue("to".into(), "tomorrow".into()),
            "“to” cannot be “tomorrow”: a date such as 2020-02-27, 2020-02 or 2020 is expected",
        );
        check(Complaint::UnknownKey("colour".into()), "“colour” is not known to this page");
        check(
            Complaint::UnknownId("actor".into(), "mars".into()),
            "There is no “mars” in this fieldbook (actor)",
        );
    }

    #[test]
    fn every_key_that_can_be_wrong_says_what_is_expected() {
        for (_, name) in crate::url::Key::ALL {
            assert!(!expected(Lang::En, name).is_empty(), "{name}");
        }
    }
}
