//! Says that a link showed something else where it was made.

use super::spoken::counted;
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::platform::reader;
use crate::state::{origin, use_choice, use_results};
use crate::text::fill;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, memo, view};

/// The notice; it goes with the next selection, or when it is closed.
#[component]
pub fn OriginNotice() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let texts = &use_words().take;
    let hash = fieldbook.peek(take::hash);
    let differs = memo(move || {
        // Under a date that is only tried, other numbers are meant.
        let now = results.answers.with(|answers| answers.counts);
        choice.with(|address| origin(address, &hash, now)).filter(|_| fieldbook.trial().is_none())
    });
    let close = move |_| {
        choice.forget_origin();
        reader::focus("selection");
    };
    let live = move || {
        differs.get().map(|it| {
            let template = if it.same_corpus { texts.seen_same } else { texts.seen_other };
            let text =
                fill(template, &[&counted(fieldbook, lang, it.then), &counted(fieldbook, lang, it.now)]);
            view! {
                <div class="notice notice--warn">
                    <p>{text}</p>
                    <button type="button" class="button" on:click=close>{use_words().close}</button>
                </div>
            }
        })
    };
    live.into_markup()
}
