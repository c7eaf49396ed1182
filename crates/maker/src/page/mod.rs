//! The interface: files are chosen, what was found is shown and corrected, the fieldbook is opened and saved.
//!
//! Components hold signals and views. What is shown is computed by the worker; what happens, [`bench`] says.

mod articles;
pub mod bench;
mod care;
mod cautions;
mod choose;
mod findings;
mod finish;
mod found;
mod frame;
mod making;
mod tables;
mod work;

use crate::text::{Words, words};
use app::platform::{history, reader};
use app::text::Lang;
use bench::{Bench, use_bench};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, effect, memo, value_of, view};

/// The reader's language.
pub fn use_lang() -> Lang {
    expect_context()
}

/// The texts in the reader's language. Everything is built anew when it changes.
pub fn use_words() -> &'static Words {
    words(use_lang())
}

/// The language to begin with: the address's, else the browser's.
fn first_lang() -> Lang {
    let fragment = history::fragment();
    let named = fragment.split('&').find_map(|part| part.strip_prefix("lang="));
    named.and_then(Lang::from_code).or_else(|| Lang::from_code(&reader::language())).unwrap_or_default()
}

/// The whole page.
#[component]
pub fn Maker() -> Markup {
    let bench = Bench::provide(first_lang());
    bench.listen_for_drops();
    let lang = memo(move || bench.lang.get());
    effect(move || reader::set_language(lang.get().code(), lang.get().dir()));
    (move || view! { <Page lang=lang.get() /> }).into_markup()
}

#[component]
fn Page(lang: Lang) -> Markup {
    provide_context(lang);
    let (bench, words) = (use_bench(), words(lang));
    reader_title(words);
    let is_made = move || bench.preview.with(Option::is_some);
    let is_over = move || bench.over.get();
    view! {
        <div class="maker" class:maker--over=is_over>
            <header class="maker__head">
                <h1 class="maker__title">{words.title}</h1>
                <LanguageChoice />
            </header>
            <main class="maker__main">
                <p class="maker__lead">{words.lead}</p>
                {(!lang.reviewed()).then(|| view! { <p class="maker__note">{words.unreviewed}</p> })}
                <choose::Choose />
                <work::Work />
                <work::Refused />
                <Show when=is_made>
                    <found::Found />
                    <tables::Tables />
                    <articles::Articles />
                    <findings::Findings />
                    <care::CareChoice />
                    <cautions::CautionsShown />
                    <finish::Finish />
                </Show>
            </main>
        </div>
        <frame::Frame />
    }
}

fn reader_title(words: &Words) {
    document().set_title(words.title);
}

/// A native menu; each language under its own name for itself.
#[component]
fn LanguageChoice() -> Markup {
    let (lang, bench) = (use_lang(), use_bench());
    let options = Lang::ALL.map(|it| {
        view! { <option value=it.code() lang=it.code() selected=move || it == lang>{it.own_name()}</option> }
    });
    let choose = move |code: String| {
        if let Some(lang) = Lang::from_code(&code) {
            bench.lang.set(lang);
            reader::focus_soon("language");
        }
    };
    view! {
        <select class="button" id="language" aria-label=use_words().language
            on:change=move |event| choose(value_of(&event))>
            {options}
        </select>
    }
}
