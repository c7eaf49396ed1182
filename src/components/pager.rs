//! Turns the pages of a long list.

use leptos::prelude::*;
use markup::{Markup, Memo, memo, view};

/// Texts of a pager.
#[derive(Clone, Copy)]
pub struct PagerWords {
    /// Accessible name of the whole.
    pub label: &'static str,
    /// Turns back.
    pub previous: &'static str,
    /// Turns on.
    pub next: &'static str,
}

/// Previous, where we are, next. Not there where one page holds everything.
#[component]
pub fn Pager(
    /// Texts.
    words: PagerWords,
    /// Page shown, from 1, and how many there are.
    #[prop(into)]
    page: Memo<(u32, u32)>,
    /// The position in words: "page 1 of 3".
    #[prop(into)]
    position: Memo<String>,
    /// Asks for another page.
    turn: Callback<u32>,
) -> Markup {
    let several = memo(move || page.get().1 > 1);
    let step = move |by: i64| {
        let (number, of) = page.get_untracked();
        let asked = i64::from(number) + by;
        if let Ok(asked) = u32::try_from(asked)
            && (1..=of).contains(&asked)
        {
            turn.run(asked);
        }
    };
    let first = move || page.get().0 <= 1;
    let last = move || page.get().0 >= page.get().1;
    view! {
        <Show when=move || several.get()>
            <nav class="pager" aria-label=words.label>
                <button class="button" type="button" aria-disabled=move || first().to_string() on:click=move |_| step(-1)>
                    {words.previous}
                </button>
                <span class="pager__position tabular">{position}</span>
                <button class="button" type="button" aria-disabled=move || last().to_string() on:click=move |_| step(1)>
                    {words.next}
                </button>
            </nav>
        </Show>
    }
}
