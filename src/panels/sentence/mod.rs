//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn Sentence() -> impl IntoView {
    view! { <section></section> }
}
