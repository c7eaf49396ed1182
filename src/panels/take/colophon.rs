//! The end of a printed report.

use super::citing;
use crate::app::use_layout;
use crate::components::later::Later;
use leptos::prelude::*;
use markup::{Markup, view};

/// How the view is cited. There while it is printed, and nowhere else.
#[component]
pub fn Colophon() -> Markup {
    let printing = use_layout().printing;
    view! {
        <Show when=move || printing.get()>
            <Later inside=citing::printed />
        </Show>
    }
}
