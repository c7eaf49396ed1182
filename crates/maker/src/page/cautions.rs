//! What to think of before a fieldbook is passed on.

use super::bench::use_bench;
use super::{use_lang, use_words};
use leptos::prelude::*;
use markup::{Markup, memo, view};

/// The cautions; not there where there is none.
#[component]
pub fn CautionsShown() -> Markup {
    let (lang, words, bench) = (use_lang(), use_words(), use_bench());
    let cautions =
        memo(move || bench.preview.with(|it| it.as_ref().map(|it| it.cautions.clone()).unwrap_or_default()));
    let parts = move || {
        let it = cautions.get();
        let acled = (!it.acled.is_empty()).then(|| part(words.acled.to_owned(), it.acled));
        let many = |list: &[String]| list.len() as u64;
        let texts =
            (!it.texts.is_empty()).then(|| part(words.closed_texts.with(lang, many(&it.texts)), it.texts));
        let persons =
            (!it.persons.is_empty()).then(|| part(words.persons.with(lang, many(&it.persons)), it.persons));
        [acled, texts, persons].into_iter().flatten().collect::<Markup>()
    };
    view! {
        <section class="maker__part maker__cautions" aria-labelledby="cautions-title"
            hidden=move || cautions.with(|it| it.is_empty())>
            <h2 class="maker__heading" id="cautions-title">{words.cautions}</h2>
            {parts}
        </section>
    }
}

fn part(what: String, names: Vec<String>) -> Markup {
    let names: Markup = names.into_iter().map(|name| view! { <li dir="auto">{name}</li> }).collect();
    view! { <details><summary>{what}</summary><ul class="maker__list">{names}</ul></details> }
}
