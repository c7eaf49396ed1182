//! The report: the open statement where it stands, its mentions underlined, and *Why?* for what was derived.

mod empty;
mod explained;
mod moves;
mod page;
mod paragraph;
mod published;
mod record;
mod row_record;
mod rule_words;
mod segments;
mod stepper;
mod stepping;
mod trial;
mod why_box;

use crate::app::use_words;
use crate::engine::use_fieldbook;
use crate::panels::statements::button_id;
use crate::platform::reader;
use crate::state::{use_choice, use_results};
use empty::Empty;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Memo, Signal, memo, view};
use page::Page;
use row_record::RowRecord;
use stepping::Stops;

/// Id of the heading that takes the focus when a statement is opened.
pub(super) const TITLE_ID: &str = "report-title";

/// What the panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    Report(u32),
    Record(u32),
}

/// What the parts of the panel share: presentation only, in no link.
#[derive(Clone, Copy)]
struct Desk {
    /// Whether the underlines are drawn.
    underlines: Signal<bool>,
    /// Whether the field for another publication date is open.
    trying: Signal<bool>,
    /// The stop stepped to, while the statement noted beside it is open.
    stepped: Signal<Option<(Option<u32>, usize)>>,
    /// What there is to step through.
    stops: Memo<Stops>,
}

/// The report, the record, or an invitation to open one.
pub fn inside() -> Markup {
    let results = use_results();
    let open = memo(move || match (results.report.get(), results.statement.get()) {
        (Some(report), _) => Open::Report(report),
        (None, Some(row)) => Open::Record(row),
        (None, None) => Open::Nothing,
    });
    let stops = memo(move || current_stops(open.get()));
    let desk =
        Desk { underlines: Signal::new(true), trying: Signal::new(false), stepped: Signal::new(None), stops };
    provide_context(desk);
    let shown = move || match open.get() {
        Open::Nothing => view! { <Empty /> },
        Open::Report(report) => view! { <Page report /> },
        Open::Record(row) => view! { <RowRecord row /> },
    };
    shown.into_markup()
}

/// The button that closes the panel.
#[component]
fn CloseButton() -> Markup {
    view! { <button class="button reader__close" type="button" on:click=move |_| close()>{use_words().close}</button> }
}

/// Closes the panel and gives the focus back to what opened it, or to the statement in the list.
pub fn close() {
    let row = use_results().statement.get_untracked();
    use_choice().close_report();
    reader::come_back_from(TITLE_ID, row.map_or("statements".to_owned(), button_id));
}

fn current_stops(open: Open) -> Stops {
    let (results, fieldbook) = (use_results(), use_fieldbook());
    let Open::Report(report) = open else { return Stops::Statements(Vec::new()) };
    results.answers.with(|answers| {
        results.selection.with(|selection| {
            results.plan.with(|plan| {
                let lit =
                    |text: &str| fieldbook.lit(plan, text).into_iter().map(|(range, _)| range).collect();
                fieldbook.peek(|corpus| stepping::stops(corpus, report, selection, answers.rows.iter(), &lit))
            })
        })
    })
}
