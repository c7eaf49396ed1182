//! The list's statements as a table, on the same page as the list.

mod record;

use crate::app::{use_lang, use_words};
use crate::components::pager::{Pager, PagerWords};
use crate::engine::use_fieldbook;
use crate::panels::reader::TITLE_ID;
use crate::panels::statements::{Page, in_view_first, page};
use crate::panels::veil::use_veil;
use crate::platform::reader;
use crate::state::{use_choice, use_results};
use crate::text::{fill, number::whole};
use leptos::prelude::*;
use markup::{Markup, memo, view};
use query::Answer;
use record::{Record, record};

/// Id of the rows' element.
const ROWS_ID: &str = "table-rows";

/// The table.
pub fn inside() -> Markup {
    let (lang, words, results, choice) = (use_lang(), use_words(), use_results(), use_choice());
    let fieldbook = use_fieldbook();
    let shown = memo(move || {
        let asked = choice.with(|address| address.page);
        results.listed.with(|rows| page(rows.len(), asked))
    });
    let rows = memo(move || {
        let Page { start, end, .. } = shown.get();
        let trial = fieldbook.trial().map(|trial| (trial.report, trial.published));
        let rows = results.listed.with(|rows| rows.part(start..end));
        rows.into_iter().map(|(row, answer)| (row, answer, trial)).collect::<Vec<_>>()
    });
    let rows = in_view_first(rows, ROWS_ID, |&(row, ..)| row);
    let position = memo(move || {
        let Page { start, end, .. } = shown.get();
        let write = |n: usize| whole(lang, n as u64);
        let all = results.listed.with(|rows| rows.len());
        fill(words.pictures.table.range, &[&write(start + 1), &write(end), &write(all)])
    });
    let reading = &words.reading.statements;
    let pager =
        PagerWords { label: words.pictures.table.pages, previous: reading.previous, next: reading.next };
    let turn = Callback::new(move |number| choice.set_page(number));
    view! {
        <div class="table" role="region" aria-label=words.pictures.table.title tabindex="0">
            <table class="table__grid">
                <Head />
                <tbody id=ROWS_ID>
                    <For each=rows key=|entry| *entry let((row, answer, _))>
                        <Row record=fieldbook.peek(|corpus| record(corpus, row, answer, lang)) row may=answer == Answer::MayMatch />
                    </For>
                </tbody>
            </table>
        </div>
        <Pager words=pager page=memo(move || (shown.get().number, shown.get().of)) position turn />
    }
}

#[component]
fn Head() -> Markup {
    let words = &use_words().pictures.table;
    let plain = |label: &'static str| view! { <th scope="col">{label}</th> };
    view! {
        <thead>
            <tr>
                <SortHead id="" label=words.date />
                {plain(words.statement)}
                {plain(words.did_it)}
                {plain(words.done_to)}
                {plain(words.says_so)}
                <SortHead id="place" label=words.place />
                <SortHead id="kind" label=words.kind />
                {plain(words.figures)}
                {plain(words.report)}
                {plain(words.answer)}
            </tr>
        </thead>
    }
}

/// A column by which the list can be sorted. `id` is the address's word for it, empty for the default.
#[component]
fn SortHead(id: &'static str, label: &'static str) -> Markup {
    let choice = use_choice();
    let sorted = move || {
        choice.with(|address| if address.sort == "date" { id.is_empty() } else { address.sort == id })
    };
    view! {
        <th scope="col" aria-sort=move || sorted().then_some("ascending")>
            <button r#type="button" class="table__sort" on:click=move |_| choice.set_sort(id)>
                {label}
                <span class="table__arrow" aria-hidden="true">{move || if sorted() { " ▲" } else { "" }}</span>
            </button>
        </th>
    }
}

#[component]
fn Row(record: Record, row: u32, may: bool) -> Markup {
    let (choice, results, veil) = (use_choice(), use_results(), use_veil());
    let current = move || results.statement.with(|open| *open == Some(row)).then_some("true");
    let Record {
        id,
        report_id,
        title,
        title_lang,
        date,
        did_it,
        done_to,
        says_so,
        place,
        kind,
        figures,
        report,
        answer,
    } = record;
    let open = move |_| {
        choice.open_statement(&id, &report_id);
        reader::leave_for(TITLE_ID);
    };
    let cell = |text: String| view! { <td dir="auto">{text}</td> };
    view! {
        <tr class="table__row" class:table__row--may=may aria-current=current>
            <td class="table__date tabular">{date}</td>
            <th scope="row" class="table__statement">
                <button r#type="button" class="table__open" lang=title_lang dir="auto" on:click=open>{move || veil.over(&title)}</button>
            </th>
            {cell(did_it)}
            {cell(done_to)}
            {cell(says_so)}
            {cell(place)}
            {cell(kind)}
            <td class="table__figures" dir="auto">{figures}</td>
            <td class="table__report" dir="auto">{move || veil.over(&report)}</td>
            <td class="table__answer">{answer}</td>
        </tr>
    }
}
