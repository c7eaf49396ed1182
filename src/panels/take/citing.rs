//! "Cite this view": a citation that can be checked later.

use super::inside::{Part, choices};
use crate::app::{use_lang, use_words};
use crate::engine::{Fieldbook, use_fieldbook};
use crate::panels::sentence::{left_out, spoken};
use crate::platform::{history, reader};
use crate::state::{Choice, Results, stamped, use_choice, use_results};
use crate::text::Lang;
use crate::url::encode;
use index::name_in;
use leptos::prelude::*;
use leptos::task::spawn_local;
use markup::{Markup, Signal, memo, view};
use take::cite::{Style, View, cite};

/// The view as it is cited.
fn cited(fieldbook: Fieldbook, lang: Lang, choice: Choice, results: Results) -> View {
    let (counts, ledger) = results.answers.with(|answers| (answers.counts, answers.ledger));
    let address = choice.with(|address| stamped(address, &fieldbook.peek(take::short_hash), counts));
    let selection = spoken(fieldbook, lang, &address, counts);
    fieldbook.peek(|corpus| View {
        title: name_in(&corpus.about.title, lang.code()).to_owned(),
        edition: corpus.about.edition.clone(),
        selection,
        left_out: left_out(lang, &ledger),
        address: history::public_link(&encode(&address)),
        hash: take::hash(corpus),
        accessed: reader::today(),
    })
}

/// How the view is cited on paper.
pub fn printed() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let text = cite(&cited(fieldbook, lang, choice, results), &use_words().take.citation, Style::Plain);
    view! { <p class="colophon" dir="auto">{text}</p> }
}

/// The part of the dialog.
#[component]
pub fn Citing() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let (words, texts) = (use_words(), &use_words().take);
    let (style, said) = (Signal::new(0usize), Signal::new(""));
    let text = memo(move || {
        let style = Style::ALL.get(style.get()).copied().unwrap_or_default();
        cite(&cited(fieldbook, lang, choice, results), &texts.citation, style)
    });
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let done = reader::copy(&text).await;
            said.try_set(if done { texts.copied } else { words.shell.copy_failed });
        });
    };
    view! {
        <Part title=texts.cite>
            {choices(texts.cite, "take-style", &texts.styles, style)}
            <pre class="take__citation" role="group" dir="auto" aria-label=texts.cite>{move || text.get()}</pre>
            <p class="take__row">
                <button type="button" class="button" on:click=copy>{texts.copy}</button>
                <span aria-live="polite">{move || said.get()}</span>
            </p>
        </Part>
    }
}
