//! Where the report stands: the frame around [`super::reader`], which is of the program's later half.

use super::reader;
use crate::app::{use_layout, use_words};
use crate::components::later::Later;
use crate::platform::alone::{leave_alone, on_phone};
use crate::platform::late::Late;
use crate::state::use_results;
use leptos::html;
use leptos::prelude::*;
use markup::{Markup, effect, memo, view};

/// The report, the record, or an invitation to open one.
#[component]
pub fn Report() -> Markup {
    let (words, results, late) = (&use_words().reading.reader, use_results(), use_layout().late);
    let is_open = memo(move || results.report.get().is_some() || results.statement.get().is_some());
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() && late.get_untracked() == Late::Here {
            event.prevent_default();
            reader::close();
        }
    };
    // On a phone the report covers the page.
    let (place, narrow) = (NodeRef::<html::Section>::new(), on_phone());
    effect(move || {
        let alone = is_open.get() && narrow.get();
        if let Some(section) = place.get() {
            leave_alone(&section, alone);
        }
    });
    view! {
        <section node_ref=place class="reader" class:reader--empty=move || !is_open.get() role="region" aria-label=words.report on:keydown=keys>
            <Later inside=reader::inside />
        </section>
    }
}
