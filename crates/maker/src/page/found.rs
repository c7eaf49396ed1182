//! What was found, in numbers, and the fieldbook's title.

use super::bench::use_bench;
use super::{use_lang, use_words};
use crate::preview::Preview;
use crate::text::Words;
use app::text::number::digits;
use app::text::{Lang, fill};
use leptos::prelude::*;
use markup::{Markup, memo, value_of, view};
use std::sync::Arc;

/// The numbers and the title.
#[component]
pub fn Found() -> Markup {
    let (lang, words, bench) = (use_lang(), use_words(), use_bench());
    let look = move |see: fn(&Preview) -> String| {
        bench.preview.with(|it| it.as_deref().map(see).unwrap_or_default())
    };
    let counts =
        move || bench.preview.with(|it| it.as_deref().map(|it| counts(it, words, lang)).unwrap_or_default());
    let titled =
        memo(move || bench.preview.with(|it| it.as_ref().is_some_and(|it: &Arc<Preview>| it.titled)));
    view! {
        <section class="maker__part" aria-labelledby="found-title">
            <h2 class="maker__heading" id="found-title">{words.found}</h2>
            <p class="maker__counts" id="counts" role="status">{counts}</p>
            <p class="maker__field">
                <label for="title">{words.name}</label>
                <input class="input" id="title" r#type="text" dir="auto" autocomplete="off"
                    prop:value=move || look(|it| it.title.clone())
                    readonly=move || titled.get()
                    aria-describedby="title-is"
                    on:change=move |event| {
                        let title = value_of(&event);
                        bench.correct(move |edits| edits.title = title.trim().to_owned());
                    } />
                <span class="muted" id="title-is">{move || titled.get().then_some(words.titled)}</span>
            </p>
        </section>
    }
}

/// "3 statements from 2 reports, 1 row left out, 2020-02-27 to 2020-03-01".
fn counts(preview: &Preview, words: &Words, lang: Lang) -> String {
    let mut text = [
        words.statements.with(lang, preview.statements.into()),
        words.reports.with(lang, preview.reports.into()),
    ]
    .join(" ");
    let comma = if lang == Lang::Ar { "، " } else { ", " };
    let [first, last] = &preview.period;
    for part in [words.left_out.with(lang, preview.left_out.into()), period(first, last, words, lang)] {
        if !part.is_empty() {
            text.push_str(comma);
            text.push_str(&part);
        }
    }
    text
}

/// "2020-02-27 to 2020-03-01"; empty where nothing is known.
pub fn period(first: &str, last: &str, words: &Words, lang: Lang) -> String {
    match (first.is_empty(), last.is_empty()) {
        (true, true) => String::new(),
        _ if first == last => digits(lang, first),
        _ => fill(words.period, &[&digits(lang, first), &digits(lang, last)]),
    }
}
