//! "Export": what is shown, as a file, a citation, a picture or paper; and the reader's own views and notes.

mod citing;
mod colophon;
mod file;
mod inside;
mod kept;
mod note;
mod notes;
mod pictures;
mod writing;

use crate::app::{use_layout, use_words};
use crate::components::dialog::Dialog;
use crate::components::later::Later;
pub use colophon::Colophon;
use leptos::prelude::*;
use markup::{Markup, view};
pub(super) use note::StatementNote;

/// The dialog, opened by the layout's `take`.
#[component]
pub fn Take() -> Markup {
    let words = use_words();
    view! {
        <Dialog open=use_layout().take id="take" title=words.take.export close=words.close>
            <Later inside=inside::inside />
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
