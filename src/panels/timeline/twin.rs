//! The histogram as a table: every cell that holds something, as a button that chooses its days.

use super::cells::{label, precision};
use crate::app::{use_lang, use_words};
use crate::components::counts::{short, spoken};
use crate::platform::reader;
use crate::state::{Commit, use_choice, use_results};
use crate::text::fill;
use leptos::html;
use leptos::prelude::*;
use markup::{Markup, memo, view};
use query::{Cell, Unit};

/// The table twin, made when it is opened.
#[component]
pub fn Twin() -> Markup {
    let words = &use_words().pictures.timeline;
    let open = RwSignal::new(false);
    let details: NodeRef<html::Details> = NodeRef::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            let _ = details.remove_attribute("open");
            reader::focus("timeline-twin");
        }
    };
    view! {
        <details class="timeline__twin" node_ref=details
            on:toggle=move |_| open.set(details.get_untracked().is_some_and(|it| it.has_attribute("open")))
            on:keydown=move |event| if event.key() == "Escape" { close() }>
            <summary class="link" id="timeline-twin">{words.as_table}</summary>
            {move || open.get().then(|| view! { <Rows /> })}
        </details>
    }
}

#[component]
fn Rows() -> Markup {
    let words = use_words();
    let results = use_results();
    let cells = memo(move || {
        results.answers.with(|answers| {
            let some = answers.histogram.cells.iter().filter(|cell| cell.counts.shown() > 0).copied();
            (answers.histogram.unit, some.collect::<Vec<Cell>>())
        })
    });
    let rows = move || {
        let (unit, cells) = cells.get();
        cells.into_iter().map(|cell| view! { <Row unit cell /> }).collect::<Markup>()
    };
    view! {
        <div class="timeline__rows">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.pictures.table.date}</th>
                        <th scope="col">{words.matches}</th>
                        <th scope="col">{words.may_match}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(unit: Unit, cell: Cell) -> Markup {
    let words = &use_words().pictures.timeline;
    let lang = use_lang();
    let choice = use_choice();
    let name = label(lang, cell.from, precision(unit));
    let spoken = fill(words.cell, &[&name, &spoken(lang, cell.counts.into())]);
    let number = |n: u32| short(lang, crate::components::counts::Tally { matching: n, may_match: 0 });
    let choose = move |_| choice.set_dates(&cell.from.to_string(), &cell.to.to_string(), Commit::Step);
    view! {
        <tr>
            <th scope="row">
                <button r#type="button" class="link" aria-label=spoken on:click=choose>{name}</button>
            </th>
            <td>{number(cell.counts.matching)}</td>
            <td>{number(cell.counts.may_match)}</td>
        </tr>
    }
}
