//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn Reader() -> impl IntoView {
    view! { <section></section> }
}
