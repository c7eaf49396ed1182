//! Says that another publication date is being tried, which the source does not have.

use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::platform::reader;
use crate::text::{date, fill};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, view};

/// The notice of a trial.
#[component]
pub fn TrialNotice() -> Markup {
    let (lang, fieldbook) = (use_lang(), use_fieldbook());
    let texts = &use_words().sentence;
    let stop = move |_| {
        fieldbook.try_publication(None);
        reader::focus("selection");
    };
    let live = move || {
        fieldbook.trial().map(|trial| {
            let title = fieldbook.peek(|corpus| {
                corpus
                    .reports
                    .get(trial.report as usize)
                    .map(|report| report.title.clone())
                    .unwrap_or_default()
            });
            let text = fill(texts.trial, &[&date::span(lang, &trial.published), &title]);
            view! {
                <div class="notice notice--warn">
                    <p>{text}</p>
                    <button type="button" class="button" on:click=stop>{texts.stop_trial}</button>
                </div>
            }
        })
    };
    live.into_markup()
}
