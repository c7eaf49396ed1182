//! Open and save. Where there is something to think of, saving asks that it was read.

use super::bench::use_bench;
use super::use_words;
use leptos::prelude::*;
use markup::{Markup, Signal, effect, memo, view};

/// The two buttons.
#[component]
pub fn Finish() -> Markup {
    let (words, bench) = (use_words(), use_bench());
    let cautions =
        memo(move || bench.preview.with(|it| it.as_ref().map(|it| it.cautions.clone()).unwrap_or_default()));
    let considered = Signal::new(false);
    // Other cautions are to be read anew.
    effect(move || {
        cautions.track();
        considered.set(false);
    });
    let asks = move || cautions.with(|cautions| !cautions.is_empty());
    let empty = memo(move || bench.preview.with(|it| it.as_ref().is_none_or(|it| it.statements == 0)));
    let held_back = move || empty.get() || (asks() && !considered.get());
    view! {
        <section class="maker__part maker__row maker__finish">
            <button class="button" r#type="button" disabled=move || empty.get() on:click=move |_| bench.open()>
                {words.open}
            </button>
            <Show when=asks>
                <label class="maker__check">
                    <input r#type="checkbox" prop:checked=move || considered.get()
                        on:change=move |event| considered.set(event_target_checked(&event)) />
                    {words.considered}
                </label>
            </Show>
            <button class="button maker__save" r#type="button" disabled=held_back on:click=move |_| bench.save()>
                {words.save}
            </button>
        </section>
    }
}
