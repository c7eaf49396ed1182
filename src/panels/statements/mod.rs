//! The list: what the selection shows, or a part of the ledger, page by page.

mod figures;
mod in_view_first;
mod item;
mod naming;
mod paging;
mod reasons;
mod row;
#[cfg(test)]
mod sample;
mod sources;

pub(super) use figures::{FigureText, bounded, population};
pub(super) use in_view_first::in_view_first;
pub(super) use item::{
    Speakers, composed, derivations, how, in_role, item, kinds, quoted, reason, speakers, when,
};
pub(super) use naming::{actor, isolated, joined, ours, place_path, source};
#[cfg(test)]
pub(super) use sample::corpus as sample_corpus;

use crate::app::{use_lang, use_layout, use_words};
use crate::components::pager::{Pager, PagerWords};
use crate::engine::use_fieldbook;
use crate::panels::veil::VeilNotice;
use crate::platform::keys::single_key;
use crate::platform::reader;
use crate::state::{Choice, use_choice, use_results};
use crate::text::{fill, number, unit};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use markup::{Markup, Memo, Signal, effect, memo, value_of, view};
pub(super) use paging::{Page, page};
use query::Selection;
use row::Row;
use sources::Sources;

/// Reasons are looked up this long after the last change of the selection, so that a brush stays quick.
const SETTLE_MS: u32 = 150;

/// Id of the list.
const LIST_ID: &str = "statements-list";

/// The id of a statement's button in the list.
pub(super) fn button_id(row: u32) -> String {
    ["statement-", &row.to_string()].concat()
}

/// The list of statements.
#[component]
pub fn Statements() -> Markup {
    let (lang, words, results, choice) =
        (use_lang(), &use_words().reading.statements, use_results(), use_choice());
    let (fieldbook, layout) = (use_fieldbook(), use_layout());
    let page = memo(move || {
        let (asked, printing) = (choice.with(|address| address.page), layout.printing.get());
        results
            .listed
            .with(|rows| if printing { paging::printed(rows.len()) } else { paging::page(rows.len(), asked) })
    });
    let count = move || {
        let listed = results.listed.with(|rows| rows.len() as u64);
        fieldbook.peek(|corpus| unit::counted(lang, &corpus.about.unit, listed))
    };
    let position = memo(move || {
        let Page { number, of, .. } = page.get();
        let write = |n: u32| number::whole(lang, n.into());
        fill(words.page, &[&write(number), &write(of)])
    });
    let turn = Callback::new(move |number| {
        choice.set_page(number);
        reader::focus("statements");
        reader::reveal("statements");
    });
    let is_part = memo(move || choice.with(|address| !address.show.is_empty() || !address.behind.is_empty()));
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && is_part.get_untracked() {
            event.prevent_default();
            back_to_selection(choice);
        }
    };
    let pager = PagerWords { label: words.pages, previous: words.previous, next: words.next };
    view! {
        <section class="statements" id="statements" tabindex="-1" aria-labelledby="statements-title" on:keydown=escape>
            <div class="statements__head">
                <h2 class="heading" id="statements-title">{count}</h2>
                <Show when=move || is_part.get()>
                    <button type="button" class="link statements__back" on:click=move |_| back_to_selection(choice)>{use_words().sentence.back}</button>
                </Show>
                <Sort />
            </div>
            <VeilNotice />
            <List page />
            <Sources page />
            <Pager words=pager page=memo(move || (page.get().number, page.get().of)) position turn />
        </section>
    }
}

/// Lists the selection again, and gives the focus back to the number that had led here.
pub(super) fn back_to_selection(choice: Choice) {
    choice.show("");
    reader::come_back_from("statements", "selection".to_owned());
}

#[component]
fn Sort() -> Markup {
    let (words, choice) = (&use_words().reading.statements, use_choice());
    let orders = [
        ("", words.by_date),
        ("place", words.by_place),
        ("kind", words.by_kind),
        ("relevance", words.by_relevance),
    ];
    let order = memo(move || match choice.with(|address| address.sort.clone()) {
        sort if sort == "date" => String::new(),
        sort => sort,
    });
    view! {
        <label class="statements__sort">
            <span class="spoken">{words.sort}</span>
            <select class="input" prop:value=move || order.get() on:change=move |event| choice.set_sort(&value_of(&event))>
                {orders
                    .map(|(id, label)| {
                        view! { <option value=id selected=move || order.with(|order| order == id)>{label}</option> }
                    })}
            </select>
        </label>
    }
}

#[component]
fn List(page: Memo<Page>) -> Markup {
    let (words, results, fieldbook) = (&use_words().reading.statements, use_results(), use_fieldbook());
    let shown = memo(move || {
        let Page { start, end, .. } = page.get();
        let trial = fieldbook.trial().map(|trial| (trial.report, trial.published));
        let rows = results.listed.with(|rows| rows.part(start..end));
        rows.into_iter().map(|(row, answer)| (row, answer, trial)).collect::<Vec<_>>()
    });
    let settled = settled(results.selection);
    let focused = StoredValue::new(None::<u32>);
    let single_keys = use_layout().single_keys;
    // From anywhere on the page, since the first one is wanted from where a question was asked.
    let walking = window_event_listener(leptos::ev::keydown, move |event| {
        let step = match single_key(&event).filter(|_| single_keys.get_untracked()).as_deref() {
            Some("j") => 1,
            Some("k") => -1,
            _ => return,
        };
        let rows: Vec<u32> = shown.with_untracked(|shown| shown.iter().map(|&(row, ..)| row).collect());
        if let Some(row) = neighbor(&rows, focused.get_value(), step) {
            event.prevent_default();
            reader::focus(&button_id(row));
        }
    });
    on_cleanup(move || walking.remove());
    let rows = in_view_first(shown, LIST_ID, |&(row, ..)| row);
    view! {
        <ul class="statements__list" id=LIST_ID aria-label=words.list role="list">
            <For each=rows key=|entry| *entry let((row, answer, _))>
                <Row row answer settled focused />
            </For>
        </ul>
        <Show when=move || shown.with(Vec::is_empty)>
            <p class="statements__empty muted">{words.empty}</p>
        </Show>
    }
}

/// The selection as it was when it last stood still.
fn settled(selection: Memo<Selection>) -> Signal<Selection> {
    let settled = Signal::new(selection.get_untracked());
    let timer = StoredValue::new_local(None::<Timeout>);
    effect(move || {
        let now = selection.get();
        // A timer that is dropped is cancelled.
        timer.set_value(Some(Timeout::new(SETTLE_MS, move || {
            settled.try_set(now);
        })));
    });
    settled
}

/// The row `step` further on than the one that has the focus; the first where none has.
fn neighbor(rows: &[u32], from: Option<u32>, step: isize) -> Option<u32> {
    let at = from.and_then(|row| rows.iter().position(|&known| known == row));
    match at {
        Some(at) => rows.get(at.checked_add_signed(step)?).copied(),
        None => rows.first().copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::neighbor;

    #[test]
    fn walking() {
        let check = |from, step, expect| assert_eq!(neighbor(&[7, 3, 9], from, step), expect);
        check(None, 1, Some(7));
        check(Some(7), 1, Some(3));
        check(Some(9), 1, None);
        check(Some(7), -1, None);
        check(Some(9), -1, Some(3));
        check(Some(99), 1, Some(7));
    }
}
