//! The fieldbook that was made, in a frame over the page: the file itself, as it will be saved.

use super::bench::use_bench;
use super::use_words;
use app::platform::reader;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, view};

/// The frame; not there until something is opened.
#[component]
pub fn Frame() -> Markup {
    let (words, bench) = (use_words(), use_bench());
    let close = move |_| {
        bench.close();
        reader::focus_soon("files");
    };
    let frame = move || {
        let address = bench.shown.get()?;
        reader::focus_soon("back");
        Some(view! {
            <div class="maker__over" role="dialog" aria-modal="true" aria-label=words.frame>
                <p class="maker__row maker__bar">
                    <button class="button" r#type="button" id="back" on:click=close>{words.back}</button>
                </p>
                <iframe class="maker__frame" title=words.frame src=address></iframe>
            </div>
        })
    };
    frame.into_markup()
}
