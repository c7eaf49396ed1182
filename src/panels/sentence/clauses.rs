//! The sentence's clauses: each value leads to where it is changed, and can be taken away.

use super::parts::{Part, Target, parts};
use super::reports::reports_shown;
use crate::app::{Layout, Sheet, use_lang, use_layout, use_words};
use crate::engine::{Fieldbook, use_fieldbook};
use crate::panels::facets::{names_of, shown_name, value_id};
use crate::panels::header::open_search;
use crate::platform::reader;
use crate::state::{Choice, Commit, use_choice, use_results};
use crate::text::{Lang, fill, number};
use crate::url::Address;
use leptos::prelude::*;
use markup::{Markup, memo, view};
use query::{Dimension, Value};

/// The clauses, from how many reports, and the ways back.
#[component]
pub fn Clauses() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let spoken =
        memo(move || choice.with(|it| parts(lang, it, |dimension, id| name(fieldbook, lang, dimension, id))));
    let reports = memo(move || {
        let shown = results.answers.with(|it| fieldbook.peek(|corpus| reports_shown(corpus, it.rows.iter())));
        shown.map(|(shown, total)| {
            let forms = &lang.words().sentence.reports;
            fill(forms.form(lang, total), &[&number::whole(lang, shown), &number::whole(lang, total)])
        })
    });
    let tail = move || match (reports.get(), spoken.with(Vec::is_empty)) {
        (Some(reports), false) => [lang.words().sentence.comma, &reports].concat(),
        (Some(reports), true) => [" ", &reports].concat(),
        (None, _) => String::new(),
    };
    view! {
        <span class="sentence__clauses">
            <For
                each=move || spoken.get().into_iter().enumerate()
                key=|(at, part)| (*at, part.clone())
                let((_, part))
            >
                <PartView part />
            </For>
            {tail}
            ". "
        </span>
        <Ways />
    }
}

/// "Clear all", and "Undo" after it.
#[component]
fn Ways() -> Markup {
    let (choice, texts) = (use_choice(), &use_words().sentence);
    let something = memo(move || choice.with(restricts));
    let clear = move |_| {
        choice.clear_all();
        reader::focus_soon("undo-clear");
    };
    let undo = move |_| {
        choice.undo_clear();
        reader::focus_soon("clear-all");
    };
    view! {
        <Show when=move || something.get()>
            <button type="button" class="link sentence__way" id="clear-all" on:click=clear>{texts.clear_all}</button>
        </Show>
        <Show when=move || choice.can_undo_clear()>
            <button type="button" class="link sentence__way" id="undo-clear" on:click=undo>{texts.undo}</button>
        </Show>
    }
}

/// Whether there is anything that "Clear all" would take away.
fn restricts(address: &Address) -> bool {
    let values = [&address.actor, &address.speaker, &address.place, &address.kind, &address.source];
    let texts = [&address.from, &address.to, &address.q, &address.scope, &address.show];
    values.iter().any(|it| !it.is_empty())
        || texts.iter().any(|it| !it.is_empty())
        || !address.role.is_empty()
        || address.matches_only
}

#[component]
fn PartView(part: Part) -> Markup {
    match part {
        Part::Words(words) => view! { <span>{words}</span> },
        Part::Value(label, target) => view! { <ValueView label target /> },
    }
}

#[component]
fn ValueView(label: String, target: Target) -> Markup {
    let (choice, layout, fieldbook) = (use_choice(), use_layout(), use_fieldbook());
    let remove_name = fill(use_words().sentence.remove, &[&label]);
    let target = StoredValue::new(target);
    let excluded = target.with_value(|target| matches!(target, Target::Value(_, _, true)));
    let open = move |_| target.with_value(|target| lead_to(layout, fieldbook, target));
    let remove = move |_| {
        target.with_value(|target| take_away(choice, target));
        reader::focus("selection");
    };
    view! {
        <span class="clause" class:clause--excluded=excluded>
            <button type="button" class="clause__value" on:click=open><bdi>{label}</bdi></button>
            <button type="button" class="clause__remove" aria-label=remove_name on:click=remove>"×"</button>
        </span>
    }
}

fn take_away(choice: Choice, target: &Target) {
    match target {
        Target::Dates => choice.loosen(Dimension::Date),
        Target::Text => choice.set_text("", Commit::Step),
        Target::Roles => choice.set_roles(Vec::new()),
        Target::MatchesOnly => choice.set_matches_only(false),
        Target::Value(dimension, id, true) => choice.exclude(*dimension, id),
        Target::Value(dimension, id, false) => choice.toggle(*dimension, id),
    }
}

/// Moves the focus to where a value is changed; on a phone that opens the filters first.
fn lead_to(layout: Layout, fieldbook: Fieldbook, target: &Target) {
    let place = match target {
        Target::Dates => "date-from".to_owned(),
        Target::MatchesOnly => "matches-only".to_owned(),
        Target::Text => return open_search(layout.sheet),
        Target::Roles => "role".to_owned(),
        Target::Value(dimension, id, _) => {
            let value = fieldbook.value(*dimension, id).unwrap_or(Value::Missing);
            fieldbook.peek(|corpus| value_id(corpus, *dimension, value))
        }
    };
    layout.sheet.set(Sheet::Filters);
    reader::focus_soon(place);
}

/// The clauses of an address as plain words; empty where it restricts nothing.
pub fn in_words(fieldbook: Fieldbook, lang: Lang, address: &Address) -> String {
    let parts = parts(lang, address, |dimension, id| name(fieldbook, lang, dimension, id));
    let words = parts.into_iter().map(|part| match part {
        Part::Words(words) | Part::Value(words, _) => words,
    });
    words.collect::<String>().trim().to_owned()
}

/// A value's name in the reader's language; nothing for an id that the corpus does not have.
pub fn name(fieldbook: Fieldbook, lang: Lang, dimension: Dimension, id: &str) -> Option<String> {
    match fieldbook.value(dimension, id)? {
        Value::Missing => Some(lang.words().none.to_owned()),
        Value::Entry(slot) => fieldbook
            .peek(|corpus| Some(shown_name(names_of(corpus, dimension, slot), lang.code(), id).to_owned())),
    }
}
