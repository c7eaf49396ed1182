//! "Why?": a small button that says how a value was made.

use leptos::prelude::*;

/// The button, and what it opens below the line.
#[component]
pub fn Why(
    /// The visible word.
    label: &'static str,
    /// What it explains, read out after the word.
    about: String,
    /// The explanation.
    text: String,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = [label, " ", &about].concat();
    let text = StoredValue::new(text);
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
            <span class="why why--inline" dir="auto">{text.get_value()}</span>
        </Show>
    }
}
