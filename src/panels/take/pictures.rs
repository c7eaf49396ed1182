//! Pictures as files, and the report on paper.

use super::inside::Part;
use crate::app::{use_layout, use_words};
use crate::platform::{picture, reader};
use leptos::prelude::*;
use leptos::task::spawn_local;
use markup::{Markup, Signal, view};
use std::time::Duration;

/// Each picture: where it is drawn, its file's name, and whether it is saved as pixels.
const PICTURES: [(&str, &str, bool); 4] = [
    (".timeline__plot", "fieldbook-timeline.svg", false),
    (".timeline__plot", "fieldbook-timeline.png", true),
    (".map__window", "fieldbook-map.svg", false),
    (".map__window", "fieldbook-map.png", true),
];

/// How long the page takes to lay out a long list.
const LAID_OUT_IN: Duration = Duration::from_millis(400);

/// The part of the dialog.
#[component]
pub fn Pictures() -> Markup {
    let texts = &use_words().take;
    let (layout, said) = (use_layout(), Signal::new(""));
    let button =
        move |(label, (selector, name, as_pixels)): (&'static str, (&'static str, &'static str, bool))| {
            let save = move |_| {
                spawn_local(async move {
                    let done = picture::save(selector, name, as_pixels).await;
                    said.try_set(if done { "" } else { texts.no_picture });
                });
            };
            view! { <button type="button" class="button" on:click=save>{label}</button> }
        };
    let print = move |_| {
        // The dialog is no part of the report.
        layout.take.set(false);
        layout.printing.set(true);
        // The whole list follows a frame later.
        set_timeout(
            move || {
                reader::print();
                layout.printing.set(false);
            },
            LAID_OUT_IN,
        );
    };
    view! {
        <Part title=texts.pictures>
            <p class="take__row">
                {texts.picture_names.into_iter().zip(PICTURES).map(button).collect::<Markup>()}
                <button type="button" class="button" on:click=print>{texts.print}</button>
            </p>
            <p aria-live="polite">{move || said.get()}</p>
        </Part>
    }
}
