//! What goes on, with a way to stop it; and files that are not read.

use super::bench::use_bench;
use super::use_words;
use leptos::prelude::*;
use markup::{Markup, each_anew, memo, view};

/// Progress, and what is to be said of the last deed.
#[component]
pub fn Work() -> Markup {
    let (words, bench) = (use_words(), use_bench());
    let busy = memo(move || bench.doing.with(Option::is_some));
    let what = move || bench.doing.with(|doing| doing.as_ref().map(|it| it.what.clone()).unwrap_or_default());
    let all = move || bench.doing.with(|doing| doing.as_ref().map_or(0, |it| it.steps[1]));
    let value = move || {
        let done = bench.doing.with(|doing| doing.as_ref().map_or(0, |it| it.steps[0]));
        (all() > 0).then(|| done.to_string())
    };
    view! {
        <div class="maker__work" id="work" role="status">
            <p>{what}</p>
            <p>{move || bench.said.get()}</p>
        </div>
        <Show when=move || busy.get()>
            <p class="maker__row">
                <progress class="maker__progress" aria-labelledby="work" max=move || all().max(1).to_string()
                    value=value></progress>
                <button class="button" r#type="button" on:click=move |_| bench.cancel()>{words.cancel}</button>
            </p>
        </Show>
    }
}

/// The files that are not read, each with its reason.
#[component]
pub fn Refused() -> Markup {
    let (words, bench) = (use_words(), use_bench());
    let any = move || bench.refused.with(|refused| !refused.is_empty());
    let rows = each_anew(
        move || bench.refused.get().into_iter().enumerate(),
        |(at, _)| *at,
        |(_, refusal)| view! { <li dir="auto"><b>{refusal.file}</b> " " {refusal.why}</li> },
    );
    view! {
        <section class="maker__part" aria-labelledby="refused-title" hidden=move || !any()>
            <h2 class="maker__heading" id="refused-title">{words.refused}</h2>
            <ul class="maker__list">{rows}</ul>
        </section>
    }
}
