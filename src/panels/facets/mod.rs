//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn Facets() -> impl IntoView {
    view! { <section></section> }
}
