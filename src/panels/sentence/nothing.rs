//! Where nothing fits: which clause to loosen, and what that would give.

use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::platform::reader;
use crate::state::{use_choice, use_results};
use crate::text::{fill, number, unit};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, memo, view};
use query::{Counts, Dimension, Selection};

/// A clause that may be loosened, and what it then gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Without a dimension's clause.
    Without(Dimension, Counts),
    /// With what may match.
    WithMayMatch(Counts),
}

/// What to do where nothing fits.
#[component]
pub fn Nothing() -> Markup {
    let (results, fieldbook) = (use_results(), use_fieldbook());
    let texts = &use_words().sentence;
    let empty = memo(move || results.answers.with(|it| it.total > 0 && it.counts.shown() == 0));
    let ways = move || results.selection.with(|selection| ways(fieldbook, selection));
    let live = move || {
        empty.get().then(|| {
            let ways = ways();
            let lead = if ways.is_empty() { texts.nothing_at_all } else { texts.nothing };
            view! {
                <div class="notice">
                    <p>{lead}</p>
                    <p class="notice__ways">
                        {ways.into_iter().map(|way| view! { <WayButton way /> }).collect::<Markup>()}
                    </p>
                </div>
            }
        })
    };
    live.into_markup()
}

/// The ways that give something, the best first.
fn ways(fieldbook: crate::engine::Fieldbook, selection: &Selection) -> Vec<Way> {
    let mut ways: Vec<(Counts, Way)> = Vec::new();
    if selection.matches_only {
        let counts = fieldbook.counts(&Selection { matches_only: false, ..selection.clone() });
        ways.push((counts, Way::WithMayMatch(counts)));
    }
    let loosened = fieldbook.loosen(selection).into_iter();
    ways.extend(loosened.map(|(dimension, counts)| (counts, Way::Without(dimension, counts))));
    ways.retain(|(counts, _)| counts.shown() > 0);
    index::order::sort_by_key(&mut ways, |(counts, _)| std::cmp::Reverse((counts.shown(), counts.matching)));
    ways.into_iter().map(|(_, way)| way).collect()
}

#[component]
fn WayButton(way: Way) -> Markup {
    let (lang, choice, fieldbook) = (use_lang(), use_choice(), use_fieldbook());
    let texts = &lang.words().sentence;
    let said = |counts: Counts| {
        let shown = fieldbook.peek(|corpus| unit::counted(lang, &corpus.about.unit, counts.shown().into()));
        let number = |n: u32| number::whole(lang, n.into());
        let both = fill(lang.words().match_counts, &[&number(counts.matching), &number(counts.may_match)]);
        [shown, both].join(" ")
    };
    let text = match way {
        Way::Without(dimension, counts) => {
            let name = texts.clauses.get(dimension as usize).copied().unwrap_or_default();
            fill(texts.loosen, &[name, &said(counts)])
        }
        Way::WithMayMatch(counts) => fill(texts.loosen_matches_only, &[&said(counts)]),
    };
    let take = move |_| {
        match way {
            Way::Without(dimension, _) => choice.loosen(dimension),
            Way::WithMayMatch(_) => choice.set_matches_only(false),
        }
        reader::focus("selection");
    };
    view! { <button type="button" class="button" on:click=take>{text}</button> }
}
