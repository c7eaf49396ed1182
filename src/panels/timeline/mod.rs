//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn Timeline() -> impl IntoView {
    view! { <section></section> }
}
