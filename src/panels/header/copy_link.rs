//! Copies a link that restores this view, and says later whether it is still the same.

use crate::app::use_words;
use crate::engine::{Fieldbook, use_fieldbook};
use crate::platform::{history, reader};
use crate::state::{Choice, Results, stamped, use_choice, use_results};
use crate::url::encode;
use leptos::prelude::*;
use leptos::task::spawn_local;
use markup::{Markup, Signal, view};
use std::time::Duration;

/// How long the answer stands.
const SAID_FOR: Duration = Duration::from_secs(6);

/// The fragment of this view, with what it shows on which corpus.
pub fn here(choice: Choice, results: Results, fieldbook: Fieldbook) -> String {
    let now = results.answers.with_untracked(|answers| answers.counts);
    choice.peek(|address| encode(&stamped(address, &fieldbook.peek(take::short_hash), now)))
}

/// The button, and what came of pressing it.
#[component]
pub fn CopyLink() -> Markup {
    let texts = &use_words().shell;
    let (choice, results, fieldbook) = (use_choice(), use_results(), use_fieldbook());
    let said = Signal::new("");
    let copy = move |_| {
        spawn_local(async move {
            let done = reader::copy(&history::link(&here(choice, results, fieldbook))).await;
            said.try_set(if done { texts.copied } else { texts.copy_failed });
            set_timeout(
                move || {
                    said.try_set("");
                },
                SAID_FOR,
            );
        });
    };
    view! {
        <span class="copy-link">
            <button type="button" class="button" on:click=copy>{texts.copy_link}</button>
            <span class="copy-link__said" aria-live="polite">{move || said.get()}</span>
        </span>
    }
}
