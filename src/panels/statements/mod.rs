//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn Statements() -> impl IntoView {
    view! { <section></section> }
}
