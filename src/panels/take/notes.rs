//! The reader's own views and notes: kept in this page, saved to and opened from a file.

use super::StatementNote;
use super::inside::Part;
use super::kept::{now, told};
use crate::app::{use_lang, use_layout, use_words};
use crate::engine::use_fieldbook;
use crate::panels::header::here;
use crate::panels::sentence::spoken;
use crate::platform::download::{Parts, chosen};
use crate::platform::reader;
use crate::state::{use_choice, use_results};
use crate::text::fill;
use crate::url::decode;
use leptos::prelude::*;
use leptos::task::spawn_local;
use markup::{IntoMarkup, Markup, Signal, value_of, view};
use take::notebook::{Fault, MAX_FILE_BYTES, MAX_TEXT_BYTES, NamedView, Notebook};

/// The most statements that a kept view may show; each is hashed when the view is kept and when it is opened.
const MOST_KEPT: u32 = 20_000;

/// The part of the dialog.
#[component]
pub fn NotesPart() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let texts = &use_words().take;
    let notebook = use_layout().notebook;
    let (name, said) = (Signal::new(String::new()), Signal::new(""));
    // Counts how often views came or went; a note that is being written is no reason to draw them anew.
    let shelf = Signal::new(0u32);
    let keep = move |_| {
        if results.answers.with_untracked(|answers| answers.counts.shown()) > MOST_KEPT {
            return said.set(texts.too_many);
        }
        let address = here(choice, results, fieldbook);
        let statements = now(fieldbook, &address);
        let corpus = fieldbook.peek(take::hash);
        let called = Some(name.get_untracked()).filter(|name| !name.trim().is_empty());
        let counts = results.answers.with_untracked(|answers| answers.counts);
        let called =
            called.unwrap_or_else(|| choice.peek(|address| spoken(fieldbook, lang, address, counts)));
        let view = NamedView { name: clipped(&called), note: String::new(), address, corpus, statements };
        notebook.update(|notebook| notebook.views.push(view));
        shelf.update(|times| *times += 1);
        said.set("");
        name.set(String::new());
    };
    let save = move |_| {
        notebook.update(|notebook| notebook.corpus = fieldbook.peek(take::hash));
        let parts = Parts::default();
        notebook.with_untracked(|notebook| parts.push(&notebook.write()));
        let saved = parts.save("fieldbook-notebook.json", "application/json");
        said.set(if saved { "" } else { texts.refused });
    };
    let open = move |event| {
        spawn_local(async move {
            let read = match chosen(event, MAX_FILE_BYTES).await {
                None => return,
                Some(Ok(text)) => Notebook::read(&text),
                Some(Err(())) => Err(Fault::TooLarge),
            };
            match read {
                Ok(opened) => {
                    said.try_set("");
                    notebook.try_set(opened);
                    shelf.try_set(shelf.get_untracked() + 1);
                }
                Err(fault) => said.try_set(texts.faults.get(fault as usize).copied().unwrap_or_default()),
            }
        });
    };
    let views = move || {
        shelf.track();
        let count = notebook.with_untracked(|notebook| notebook.views.len());
        (0..count).map(|at| view! { <Kept at shelf /> }).collect::<Markup>()
    };
    let notes = move || {
        let line = |(id, note): &(String, String)| [id, ": ", note].concat();
        let lines: Vec<String> = notebook.with(|notebook| notebook.notes.iter().map(line).collect());
        lines
            .into_iter()
            .map(|line| view! { <li class="take__line" dir="auto">{line}</li> })
            .collect::<Markup>()
    };
    view! {
        <Part title=texts.notebook>
            <p class="muted">{texts.notebook_hint}</p>
            <p class="take__row">
                <input type="text" class="input" aria-label=texts.view_name placeholder=texts.view_name
                    prop:value=move || name.get() on:input=move |event| name.set(value_of(&event)) />
                <button type="button" class="button" on:click=keep>{texts.keep}</button>
            </p>
            <ul class="take__views">{views.into_markup()}</ul>
            <StatementNote />
            <ul class="take__views">{notes.into_markup()}</ul>
            <p class="take__row">
                <button type="button" class="button" on:click=save>{texts.save_notebook}</button>
                <label class="take__choice">{texts.open_notebook}
                    <input type="file" accept=".json" on:change=open /></label>
            </p>
            <p aria-live="polite">{move || said.get()}</p>
        </Part>
    }
}

/// As much of a text as a notebook takes.
pub fn clipped(text: &str) -> String {
    let mut end = text.len().min(MAX_TEXT_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_owned()
}

/// A kept view: what has become of it, its note, and the ways to open and to remove it.
#[component]
fn Kept(at: usize, shelf: Signal<u32>) -> Markup {
    let (lang, choice, fieldbook) = (use_lang(), use_choice(), use_fieldbook());
    let texts = &use_words().take;
    let layout = use_layout();
    let notebook = layout.notebook;
    let kept = notebook.with_untracked(|notebook| notebook.views.get(at).cloned()).unwrap_or_default();
    let lines = told(fieldbook, lang, &kept);
    let lines = lines.into_iter().map(|line| view! { <p class="take__line" dir="auto">{line}</p> });
    let lines = lines.collect::<Markup>();
    let NamedView { name, note, address, .. } = kept;
    let open = move |_| {
        let (address, complaints) = decode(&address);
        layout.complaints.set(complaints);
        choice.restore(address);
        layout.take.set(false);
        reader::focus_soon("selection");
    };
    let remove = move |_| {
        notebook.update(|notebook| {
            if at < notebook.views.len() {
                notebook.views.remove(at);
            }
        });
        shelf.update(|times| *times += 1);
    };
    let written = move |event| {
        let text = clipped(&value_of(&event));
        notebook.update(|notebook| {
            if let Some(view) = notebook.views.get_mut(at) {
                view.note = text;
            }
        });
    };
    view! {
        <li class="take__view">
            <p class="take__row">
                <b dir="auto">{name.clone()}</b>
                <button type="button" class="button" on:click=open>{fill(texts.open_view, &[&name])}</button>
                <button type="button" class="button" on:click=remove>{fill(texts.remove, &[&name])}</button>
            </p>
            {lines}
            <textarea class="input take__note" rows="2" dir="auto" aria-label=fill(texts.view_note, &[&name])
                prop:value=note on:input=written></textarea>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_on_a_letter() {
        assert_eq!(clipped("short"), "short");
        let long = "é".repeat(MAX_TEXT_BYTES);
        assert_eq!(clipped(&long).len(), MAX_TEXT_BYTES);
        let odd = ["a", &long].concat();
        assert_eq!(clipped(&odd).len(), MAX_TEXT_BYTES - 1);
    }
}
