//! Where all clauses must hold: in one statement, or somewhere in the same report.

use crate::app::{use_lang, use_words};
use crate::components::counts::{Tally, short, spoken};
use crate::engine::use_fieldbook;
use crate::state::{use_choice, use_results};
use leptos::prelude::*;
use markup::{Markup, Memo, memo, view};
use query::{Dimension, Selection};

/// The switch, with what either way gives; only where it makes a difference to ask.
#[component]
pub fn ScopeSwitch() -> Markup {
    let (choice, results, fieldbook) = (use_choice(), use_results(), use_fieldbook());
    let texts = &use_words().sentence;
    let readable = fieldbook.peek(|corpus| corpus.reports.iter().any(|report| !report.table));
    let wide = memo(move || choice.with(|address| address.scope == "report"));
    let useful = memo(move || readable && (wide.get() || results.selection.with(several)));
    let counts = move |of_wide: bool| {
        results.answers.with(|it| Tally::from(if of_wide == wide.get() { it.counts } else { it.other_scope }))
    };
    view! {
        <Show when=move || useful.get()>
            <fieldset class="scope">
                <legend class="spoken">{texts.scope}</legend>
                <Way id="scope-statement" name=texts.scope_statement on=memo(move || !wide.get())
                    tally=memo(move || counts(false)) choose=move || choice.set_report_scope(false) />
                <Way id="scope-report" name=texts.scope_report on=wide
                    tally=memo(move || counts(true)) choose=move || choice.set_report_scope(true) />
            </fieldset>
        </Show>
    }
}

/// Whether a selection restricts at least two dimensions.
fn several(selection: &Selection) -> bool {
    Dimension::ALL.iter().filter(|dimension| selection.restricts(**dimension)).count() > 1
}

#[component]
fn Way(
    id: &'static str,
    name: &'static str,
    #[prop(into)] on: Memo<bool>,
    tally: Memo<Tally>,
    choose: impl Fn() + 'static,
) -> Markup {
    let lang = use_lang();
    let count_id = [id, "-count"].concat();
    view! {
        <label class="scope__way">
            <input type="radio" name="scope" id=id aria-describedby=count_id.clone() prop:checked=on on:change=move |_| choose() />
            {name}
        </label>
        <span class="count">
            <span aria-hidden="true">{move || short(lang, tally.get())}</span>
            <span class="spoken" id=count_id>{move || spoken(lang, tally.get())}</span>
        </span>
    }
}
