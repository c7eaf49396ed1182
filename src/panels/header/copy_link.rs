//! Copies the address, which restores this view.

use crate::app::use_words;
use crate::platform::{history, reader};
use leptos::prelude::*;
use leptos::task::spawn_local;
use markup::{Markup, view};
use std::time::Duration;

/// How long the answer stands.
const SAID_FOR: Duration = Duration::from_secs(6);

/// The button, and what came of pressing it.
#[component]
pub fn CopyLink() -> Markup {
    let texts = &use_words().shell;
    let said = RwSignal::new("");
    let copy = move |_| {
        spawn_local(async move {
            let done = reader::copy(&history::link()).await;
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
