//! "Save this selection as a fieldbook": the statements shown, as one file of their own.

mod choices;

use crate::app::{use_layout, use_words};
use crate::components::dialog::Dialog;
use crate::components::later::Later;
use crate::platform::saver;
use leptos::prelude::*;
use markup::{Markup, view};

/// Opens the dialog; not there where the page carries no saver.
#[component]
pub fn SaveButton() -> Markup {
    let open = use_layout().save;
    let words = &use_words().saving;
    saver::is_here()
        .then(|| {
            view! {
                <button type="button" class="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                    {words.title}
                </button>
            }
        })
        .into_iter()
        .collect()
}

/// The dialog, opened by the layout's `save`.
#[component]
pub fn Save() -> Markup {
    let words = use_words();
    view! {
        <Dialog open=use_layout().save id="save" title=words.saving.title close=words.close>
            <Later inside=choices::choices />
        </Dialog>
    }
}
