//! "Export": what is shown, as a file, a citation, a picture or paper; and the reader's own views and notes.

mod citing;
mod file;
mod kept;
mod notes;
mod pictures;
mod writing;

use crate::app::{use_layout, use_words};
use crate::components::dialog::Dialog;
use citing::Citing;
pub use citing::Colophon;
use file::FilePart;
use leptos::prelude::*;
use markup::{Children, Markup, view};
use notes::NotesPart;
use pictures::Pictures;

/// The dialog, opened by the layout's `take`.
#[component]
pub fn Take() -> Markup {
    let words = use_words();
    view! {
        <Dialog open=use_layout().take id="take" title=words.take.export close=words.close>
            <div class="take"><FilePart /> <Citing /> <Pictures /> <NotesPart /></div>
        </Dialog>
    }
}

/// Opens the dialog.
#[component]
pub fn ExportButton() -> Markup {
    let open = use_layout().take;
    view! {
        <button type="button" class="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
            {use_words().take.export}
        </button>
    }
}

/// A heading and what stands under it.
#[component]
fn Part(title: &'static str, children: Children) -> Markup {
    view! { <section class="take__part"><h3 class="take__heading">{title}</h3> {children()}</section> }
}

/// Choices of which one holds.
fn choices(
    legend: &'static str,
    name: &'static str,
    labels: &'static [&'static str],
    chosen: markup::Signal<usize>,
) -> Markup {
    let one = move |(at, label): (usize, &'static str)| {
        view! {
            <label class="take__choice">
                <input type="radio" name=name prop:checked=move || chosen.get() == at on:change=move |_| chosen.set(at) />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="take__choices">
            <legend class="spoken">{legend}</legend>
            {labels.iter().copied().enumerate().map(one).collect::<Markup>()}
        </fieldset>
    }
}
