//! The reader's note on the open statement, to write.

use super::notes::clipped;
use crate::app::{use_layout, use_words};
use crate::engine::use_fieldbook;
use crate::state::use_results;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, value_of, view};

/// The note on the open statement.
#[component]
pub fn StatementNote() -> Markup {
    let (results, fieldbook) = (use_results(), use_fieldbook());
    let texts = &use_words().take;
    let notebook = use_layout().notebook;
    let open = move || {
        let row = results.statement.get()?;
        let id = fieldbook.peek(|corpus| corpus.statements.ids.get(row as usize).to_owned());
        let note = notebook.with_untracked(|notebook| notebook.note(&id).to_owned());
        let written = move |event| {
            let text = clipped(&value_of(&event));
            notebook.update(|notebook| notebook.set_note(&id, &text));
        };
        Some(view! {
            <label class="take__own">
                {texts.statement_note}
                <textarea class="input take__note" rows="2" dir="auto" prop:value=note on:input=written></textarea>
            </label>
        })
    };
    open.into_markup()
}
