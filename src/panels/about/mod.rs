//! "About this fieldbook": what it holds and does not, how its values were made, and what the page promises.

mod facts;
mod inside;

use crate::app::{use_layout, use_words};
use crate::components::dialog::Dialog;
use crate::components::later::Later;
use leptos::prelude::*;
use markup::{Markup, view};

/// The dialog, opened by the layout's `about`.
#[component]
pub fn About() -> Markup {
    let words = use_words();
    view! {
        <Dialog open=use_layout().about id="about" title=words.reading.about.title close=words.close>
            <Later inside=inside::inside />
        </Dialog>
    }
}
