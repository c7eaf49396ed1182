//! The articles: who published each and when, to be filled in where the file does not say.

use super::bench::use_bench;
use super::{use_lang, use_words};
use crate::edits::Edits;
use crate::preview::TextSeen;
use app::text::number::digits;
use app::text::{fill, number};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, each_anew, memo, value_of, view};

/// The articles; not there where there is none.
#[component]
pub fn Articles() -> Markup {
    let (lang, words, bench) = (use_lang(), use_words(), use_bench());
    let texts =
        memo(move || bench.preview.with(|it| it.as_ref().map(|it| it.texts.clone()).unwrap_or_default()));
    let all = memo(move || bench.preview.with(|it| it.as_ref().map_or(0, |it| it.texts_in_all)));
    let more = move || all.get().saturating_sub(texts.with(Vec::len) as u32);
    let more = move || if more() > 0 { words.more.with(lang, more().into()) } else { String::new() };
    let heads = words.text_heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <section class="maker__part" aria-labelledby="texts-title" hidden=move || all.get() == 0>
            <h2 class="maker__heading" id="texts-title">{words.texts}</h2>
            <div class="maker__scroll" tabindex="0" role="group" aria-labelledby="texts-title">
                <table class="maker__table">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{each_anew(move || texts.get(), |text| text.id.clone(), row)}</tbody>
                </table>
            </div>
            <p>{more}</p>
        </section>
    }
}

fn row(text: TextSeen) -> Markup {
    let (lang, words, bench) = (use_lang(), use_words(), use_bench());
    let edited = bench.edits.with_untracked(|edits| edits.reports.get(&text.id).cloned().unwrap_or_default());
    let furniture = (!text.furniture.is_empty()).then(|| {
        let title = words.furniture.with(lang, text.furniture.len() as u64);
        let lines: Markup =
            text.furniture.iter().map(|it| view! { <li dir="auto">{it.clone()}</li> }).collect();
        view! { <details><summary>{title}</summary><ul class="maker__list">{lines}</ul></details> }
    });
    // What the file states is changed in the file; what is open, or was filled in here, can be filled in.
    let publisher = if text.publisher.is_empty() || !edited.publisher.is_empty() {
        let label = fill(words.publisher_of, &[&text.title]);
        field(label, text.publisher, text.id.clone(), |edits, id, value| {
            edits.reports.entry(id).or_default().publisher = value;
        })
    } else {
        text.publisher.into_markup()
    };
    let published = if text.published.is_empty() || text.inferred || !edited.published.is_empty() {
        let label = fill(words.published_of, &[&text.title]);
        field(label, text.published, text.id.clone(), |edits, id, value| {
            edits.reports.entry(id).or_default().published = value;
        })
    } else {
        digits(lang, &text.published).into_markup()
    };
    let why =
        (text.inferred && !text.why.is_empty()).then(|| view! { <p class="muted" dir="auto">{text.why}</p> });
    view! {
        <tr>
            <th scope="row" dir="auto">{text.title} {furniture}</th>
            <td dir="auto">{publisher}</td>
            <td class="tabular">{published} {why}</td>
            <td class="tabular">{number::whole(lang, text.statements.into())}</td>
        </tr>
    }
}

fn field(label: String, value: String, id: String, set: fn(&mut Edits, String, String)) -> Markup {
    let bench = use_bench();
    let change = move |value: String| {
        let id = id.clone();
        bench.correct(move |edits| set(edits, id, value.trim().to_owned()));
    };
    view! {
        <input class="input maker__cell" r#type="text" dir="auto" autocomplete="off" aria-label=label
            prop:value=value on:change=move |event| change(value_of(&event)) />
    }
}
