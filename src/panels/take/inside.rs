//! What "Export" holds.

use super::citing::Citing;
use super::file::FilePart;
use super::notes::NotesPart;
use super::pictures::Pictures;
use leptos::prelude::*;
use markup::{Children, Markup, view};

/// All parts of the dialog.
pub fn inside() -> Markup {
    view! { <div class="take"><FilePart /> <Citing /> <Pictures /> <NotesPart /></div> }
}

/// A heading and what stands under it.
#[component]
pub fn Part(title: &'static str, children: Children) -> Markup {
    view! { <section class="take__part"><h3 class="take__heading">{title}</h3> {children()}</section> }
}

/// Choices of which one holds.
pub fn choices(
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
