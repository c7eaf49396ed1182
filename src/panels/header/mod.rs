//! The header: what this fieldbook is and holds, the search box, and what concerns the page as a whole.

mod copy_link;
mod facts;
mod language;
mod search;

use crate::app::{use_lang, use_layout, use_words};
use crate::engine::use_fieldbook;
use crate::panels::save::SaveButton;
use crate::panels::take::ExportButton;
use index::name_in;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, view};
use search::Search;

pub use copy_link::{CopyLink, here};
pub use facts::facts;
pub use language::LanguageChoice;
pub use search::open_search;

/// The header.
#[component]
pub fn Header() -> Markup {
    let (lang, fieldbook) = (use_lang(), use_fieldbook());
    let title = fieldbook.peek(|corpus| name_in(&corpus.about.title, lang.code()).to_owned());
    view! {
        <header class="header">
            <div class="header__what">
                <h1 class="header__title" dir="auto">{title}</h1>
                <Facts />
                <Unreviewed />
            </div>
            <Search />
            <div class="header__page">
                <ExportButton />
                <CopyLink />
                <SaveButton />
                <LanguageChoice id="language" />
                <AboutButton />
            </div>
        </header>
    }
}

/// What the fieldbook holds, in one line.
#[component]
pub fn Facts() -> Markup {
    let lang = use_lang();
    let facts = use_fieldbook().peek(|corpus| facts(lang, corpus));
    let bits = facts.into_iter().map(|fact| view! { <li class="facts__one">{fact}</li> });
    view! { <ul class="facts" aria-label=use_words().header.holds>{bits.collect::<Markup>()}</ul> }
}

/// Opens "About this fieldbook".
#[component]
pub fn AboutButton() -> Markup {
    let about = use_layout().about;
    view! {
        <button type="button" class="button" aria-haspopup="dialog" on:click=move |_| about.set(true)>
            {use_words().shell.about}
        </button>
    }
}

/// Says of a language that no native speaker has reviewed it.
#[component]
pub fn Unreviewed() -> Markup {
    let lang = use_lang();
    (!lang.reviewed()).then(|| view! { <p class="unreviewed">{use_words().unreviewed}</p> }).into_markup()
}
