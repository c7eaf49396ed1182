//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn Views() -> impl IntoView {
    view! { <section></section> }
}
