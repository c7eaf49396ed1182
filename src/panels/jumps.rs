//! Single keys that lead to a part of the page: `f` filters, `d` dates, `l` list, `r` report, `e` export, digits the
//! views.

use crate::app::{Layout, Sheet, use_layout};
use crate::panels::{facets, views};
use crate::platform::keys::single_key;
use crate::platform::late::Late;
use crate::platform::reader;
use crate::state::{Choice, Results, use_choice, use_results};
use leptos::ev;
use leptos::prelude::*;

/// Listens for the keys as long as the page stands, once the later half of the program is there.
pub fn listen() {
    let (layout, choice, results) = (use_layout(), use_choice(), use_results());
    let listener = window_event_listener(ev::keydown, move |event| {
        if layout.single_keys.get_untracked() && layout.late.get_untracked() == Late::Here {
            lead(&event, layout, choice, results);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Leads where the key leads; nowhere where it is none of ours.
#[inline(never)]
fn lead(event: &ev::KeyboardEvent, layout: Layout, choice: Choice, results: Results) {
    let Some(key) = single_key(event) else { return };
    let is_open = || results.report.get_untracked().is_some() || results.statement.get_untracked().is_some();
    let (opens, leads) = match key.as_str() {
        "f" => (Sheet::Filters, facets::next_group()),
        "d" => (Sheet::Filters, "date-from".to_owned()),
        "l" => (Sheet::List, "statements".to_owned()),
        "e" => return layout.take.set(true),
        "r" if is_open() => (Sheet::List, super::reader::TITLE_ID.to_owned()),
        key => match key.parse().ok().and_then(views::tab_numbered) {
            Some((name, tab)) => {
                choice.set_view(name);
                (Sheet::Map, tab.to_owned())
            }
            None => return,
        },
    };
    event.prevent_default();
    layout.sheet.set(opens);
    reader::focus_soon(leads);
}
