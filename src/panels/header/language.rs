//! The menu of languages.

use crate::app::{use_lang, use_words};
use crate::platform::reader;
use crate::state::use_choice;
use crate::text::Lang;
use leptos::prelude::*;
use markup::{Markup, value_of, view};

/// A native menu; each language under its own name for itself.
#[component]
pub fn LanguageChoice(
    /// Id of the element; the menu stands in the header and in the phone's sheet.
    id: &'static str,
) -> Markup {
    let (lang, choice) = (use_lang(), use_choice());
    let options = Lang::ALL.map(|it| {
        view! { <option value=it.code() lang=it.code() selected=move || it == lang>{it.own_name()}</option> }
    });
    let choose = move |code: String| {
        if let Some(lang) = Lang::from_code(&code) {
            choice.set_lang(lang);
            // The page is built anew in the other language.
            reader::focus_soon(id);
        }
    };
    view! {
        <select
            class="button language"
            id=id
            aria-label=use_words().shell.language
            on:change=move |event| choose(value_of(&event))
        >
            {options}
        </select>
    }
}
