//! What needs the later half of the program.

use crate::app::{use_layout, use_words};
use crate::platform::late::{self, Late};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, view};

/// Shows what it holds once the later half is there; until then that it comes, or that it could not be had.
#[component]
pub fn Later(
    /// What needs the later half, itself a function of it: were it a closure, the compiler would put what it calls into
    /// the first.
    inside: fn() -> Markup,
) -> Markup {
    let (late, words) = (use_layout().late, &use_words().shell);
    let shown = move || match late.get() {
        Late::Here => inside(),
        Late::Coming => view! { <p class="later muted" role="status">{words.coming}</p> },
        Late::Missing => {
            view! {
                <div class="later" role="alert">
                    <p>{words.missing}</p>
                    <button type="button" class="button" on:click=move |_| late::fetch(late)>{words.again}</button>
                </div>
            }
        }
    };
    shown.into_markup()
}
