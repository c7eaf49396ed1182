//! The search box: its words are a clause of the selection.

use crate::app::{Layout, Sheet, use_lang, use_layout, use_words};
use crate::engine::use_fieldbook;
use crate::platform::keys::single_key;
use crate::platform::reader;
use crate::state::{Commit, use_choice};
use crate::text::{fill, unit};
use leptos::ev;
use leptos::prelude::*;
use markup::{Markup, Signal, memo, value_of, view};

/// Id of the search box.
const ID: &str = "search";

/// The search box, and the button that opens it on a phone.
#[component]
pub fn Search() -> Markup {
    let choice = use_choice();
    let (lang, texts) = (use_lang(), use_words());
    let Layout { sheet, single_keys, .. } = use_layout();
    let hint = use_fieldbook().peek(|corpus| {
        let all = unit::counted(lang, &corpus.about.unit, corpus.statements.len() as u64);
        fill(texts.header.search_hint, &[&all])
    });
    let words = memo(move || choice.with(|address| address.q.clone()));
    let typing = StoredValue::new(false);
    let typed = move |words: &str| {
        typing.set_value(true);
        choice.set_text(words, Commit::Drag);
    };
    // The end of typing is a step of its own.
    let settle = move || {
        if typing.get_value() {
            typing.set_value(false);
            choice.set_text(&words.get_untracked(), Commit::Step);
        }
    };
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            settle();
            reader::focus("statements");
        }
        "Escape" if !words.with_untracked(String::is_empty) => {
            event.prevent_default();
            typed("");
            settle();
        }
        "Escape" => {
            event.prevent_default();
            close_search(sheet);
        }
        _ => {}
    };
    let listener = window_event_listener(ev::keydown, move |event| {
        if single_keys.get_untracked() && single_key(&event).as_deref() == Some("/") {
            event.prevent_default();
            open_search(sheet);
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <button
            type="button"
            class="button header__open-search"
            id="open-search"
            aria-label=texts.header.open_search
            aria-expanded=move || if sheet.get() == Sheet::Search { "true" } else { "false" }
            on:click=move |_| match sheet.get_untracked() {
                Sheet::Search => close_search(sheet),
                _ => open_search(sheet),
            }
        >
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="1.6" />
                <line x1="10.4" y1="10.4" x2="14.5" y2="14.5" stroke="currentColor" stroke-width="1.6" />
            </svg>
        </button>
        <div class="search" role="search">
            <input
                type="search"
                class="input search__box"
                id=ID
                aria-label=texts.dimension.text
                aria-keyshortcuts="/"
                placeholder=hint
                autocomplete="off"
                spellcheck="false"
                dir=move || (!words.with(String::is_empty)).then_some("auto")
                prop:value=words
                on:input=move |event| typed(&value_of(&event))
                on:keydown=key
                on:blur=move |_| settle()
            />
            <kbd class="search__key" aria-hidden="true">"/"</kbd>
        </div>
    }
}

/// Moves the focus to the search box, which on a phone is opened by it.
pub fn open_search(sheet: Signal<Sheet>) {
    sheet.set(Sheet::Search);
    reader::focus_soon(ID);
}

/// Folds the search box away on a phone; elsewhere only leaves it.
fn close_search(sheet: Signal<Sheet>) {
    if sheet.get_untracked() == Sheet::Search {
        sheet.set(Sheet::List);
        reader::focus("open-search");
    }
}
