//! "Why?": a small button that says how a value was made.

use leptos::prelude::*;
use markup::{Markup, view};

/// The button, and what it opens below the line.
#[component]
pub fn Why(
    /// The visible word.
    label: &'static str,
    /// What it explains, read out after the word.
    about: String,
    /// The explanation.
    sentences: Vec<String>,
) -> Markup {
    let open = RwSignal::new(false);
    let name = [label, " ", &about].concat();
    let sentences = StoredValue::new(sentences);
    let lines = move || {
        let lines = sentences.get_value().into_iter();
        lines.map(|line| view! { <span class="why__line" dir="auto">{line}</span> }).collect::<Markup>()
    };
    view! {
        <button
            class="link why-button"
            type="button"
            aria-label=name
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {label}
        </button>
        <Show when=move || open.get()>
            <span class="why why--inline">{lines()}</span>
        </Show>
    }
}
