//! Placeholder.

use leptos::prelude::*;

/// Placeholder.
#[component]
pub fn BottomBar() -> impl IntoView {
    view! { <section></section> }
}
