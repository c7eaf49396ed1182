//! Files: chosen, dropped, or a folder of them.

use super::bench::use_bench;
use super::{use_lang, use_words};
use crate::browser::chosen_in;
use crate::limits::{FILE_LIMIT, FILE_SECONDS, FILES_LIMIT, TOTAL_LIMIT, UNPACKED_LIMIT};
use app::text::{fill, number};
use leptos::prelude::*;
use markup::{Markup, view};

/// What the chooser offers first.
const ACCEPTED: &str =
    ".csv,.tsv,.tab,.xlsx,.xlsm,.jsonl,.ndjson,.geojson,.json,.gz,.txt,.md,.html,.htm,.pdf,.zip,.toml";

/// The part of the page where files come in.
#[component]
pub fn Choose() -> Markup {
    let (lang, words, bench) = (use_lang(), use_words(), use_bench());
    let any = move || bench.count.get() > 0;
    let count = move || words.chosen.with(lang, bench.count.get().into());
    view! {
        <section class="maker__part maker__drop" aria-labelledby="files-title">
            <h2 class="maker__heading" id="files-title">{words.files}</h2>
            <p>{words.drop}</p>
            <p class="maker__row">
                <label class="button maker__choose">
                    {words.choose_files}
                    <input class="maker__input" r#type="file" id="files" multiple=true accept=ACCEPTED
                        on:change=move |event| bench.add(chosen_in(&event)) />
                </label>
                <label class="button maker__choose">
                    {words.choose_folder}
                    <input class="maker__input" r#type="file" id="folder" webkitdirectory=true
                        on:change=move |event| bench.add(chosen_in(&event)) />
                </label>
                <Show when=any>
                    <button class="button" r#type="button" on:click=move |_| bench.start_over()>{words.start_over}</button>
                </Show>
            </p>
            <p class="muted">{words.kinds}</p>
            <Show when=any><p>{count}</p></Show>
            <details class="maker__limits"><summary>{words.limits}</summary><p>{limits()}</p></details>
        </section>
    }
}

fn limits() -> String {
    let (lang, words) = (use_lang(), use_words());
    let mib = |bytes: u64| number::whole(lang, bytes >> 20);
    let (files, seconds) =
        (number::whole(lang, FILES_LIMIT as u64), number::whole(lang, FILE_SECONDS.into()));
    fill(words.limits_are, &[&mib(FILE_LIMIT), &mib(TOTAL_LIMIT), &files, &mib(UNPACKED_LIMIT), &seconds])
}
