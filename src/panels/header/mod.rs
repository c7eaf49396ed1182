//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn Header() -> impl IntoView {
    view! { <section></section> }
}
