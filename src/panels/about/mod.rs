//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn About() -> impl IntoView {
    view! { <section></section> }
}
