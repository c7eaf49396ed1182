//! The pictures over the list: tabs "Map", "Table", "Matrix", "Figures", "Accounts" and "Compare".

mod accounts;
mod compare;
mod figures;
mod map;
mod matrix;
mod number;
mod table;

use crate::app::use_words;
use crate::components::later::Later;
use crate::platform::reader;
use crate::state::use_choice;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use markup::{Markup, Memo, memo, view};

/// The tabs: name in the address, id of the tab, id of the panel.
const TABS: [(&str, &str, &str); 6] = [
    ("map", "view-tab-map", "view-map"),
    ("table", "view-tab-table", "view-table"),
    ("matrix", "view-tab-matrix", "view-matrix"),
    ("figures", "view-tab-figures", "view-figures"),
    ("accounts", "view-tab-accounts", "view-accounts"),
    ("compare", "view-tab-compare", "view-compare"),
];

/// The tab that an address names; the first where it names none.
fn tab_of(view: &str) -> usize {
    TABS.iter().position(|tab| tab.0 == view).unwrap_or(0)
}

/// A tab by its number from 1: its name in the address, empty for the first so that the shortest address means it, and its element's id.
pub fn tab_numbered(number: usize) -> Option<(&'static str, &'static str)> {
    let at = number.checked_sub(1)?;
    TABS.get(at).map(|&(name, id, _)| (if at == 0 { "" } else { name }, id))
}

/// The tab that a key goes to from `at`. `forward` is the arrow key towards the end of the line.
fn tab_after(at: usize, key: &str, forward: &str) -> Option<usize> {
    let last = TABS.len() - 1;
    match key {
        "Home" => Some(0),
        "End" => Some(last),
        "ArrowLeft" | "ArrowRight" if key == forward => Some((at + 1) % TABS.len()),
        "ArrowLeft" | "ArrowRight" => Some((at + last) % TABS.len()),
        _ => None,
    }
}

/// Tabs and their panels.
#[component]
pub fn Views() -> Markup {
    let words = use_words();
    let choice = use_choice();
    let open = memo(move || choice.with(|address| tab_of(&address.view)));
    let told = &words.figuring.tabs;
    let labels = [words.shell.map, words.shell.table, told.matrix, told.figures, told.accounts, told.compare];
    let tabs = TABS.iter().zip(labels).enumerate();
    let tabs = tabs
        .map(|(at, (tab, label))| view! { <Tab at id=tab.1 panel=tab.2 label open /> })
        .collect::<Markup>();
    let (_, map_tab, map_panel) = TABS[0];
    view! {
        <section class="views" id="views" tabindex="-1" aria-label=words.pictures.views>
            <div class="views__tabs" role="tablist" aria-label=words.pictures.views>{tabs}</div>
            <div class="views__panel" id=map_panel role="tabpanel" aria-labelledby=map_tab hidden=move || open.get() != 0>
                <Later inside=map::inside />
            </div>
            {(1..TABS.len()).map(|at| view! { <Panel at open /> }).collect::<Markup>()}
        </section>
    }
}

/// A panel other than the map: made only while it is open, since each asks the engine something of its own.
#[component]
fn Panel(at: usize, open: Memo<usize>) -> Markup {
    let (_, tab, panel) = TABS.get(at).copied().unwrap_or(TABS[0]);
    let inside = move || {
        (open.get() == at).then(|| {
            let inside = match at {
                1 => table::inside,
                2 => matrix::inside,
                3 => figures::inside,
                4 => accounts::inside,
                _ => compare::inside,
            };
            view! { <Later inside /> }
        })
    };
    view! {
        <div class="views__panel" id=panel role="tabpanel" aria-labelledby=tab hidden=move || open.get() != at>
            {inside}
        </div>
    }
}

#[component]
fn Tab(at: usize, id: &'static str, panel: &'static str, label: &'static str, open: Memo<usize>) -> Markup {
    let choice = use_choice();
    let go = move |to: usize| {
        if let Some((name, id)) = tab_numbered(to + 1) {
            choice.set_view(name);
            reader::focus(id);
        }
    };
    let forward = if crate::app::use_lang().dir() == "rtl" { "ArrowLeft" } else { "ArrowRight" };
    let key = move |event: KeyboardEvent| {
        if let Some(to) = tab_after(at, &event.key(), forward) {
            event.prevent_default();
            go(to);
        }
    };
    let selected = move || open.get() == at;
    view! {
        <button r#type="button" class="views__tab" role="tab" id=id aria-controls=panel
            aria-selected=move || selected().to_string()
            tabindex=move || if selected() { "0" } else { "-1" }
            on:click=move |_| go(at) on:keydown=key>{label}</button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs() {
        assert_eq!((tab_of(""), tab_of("map"), tab_of("table"), tab_of("x")), (0, 0, 1, 0));
        assert_eq!((tab_of("figures"), tab_of("compare")), (3, 5));
        let check = |at, key, expect| assert_eq!(tab_after(at, key, "ArrowRight"), expect, "{key}");
        check(0, "ArrowRight", Some(1));
        check(5, "ArrowRight", Some(0));
        check(0, "ArrowLeft", Some(5));
        check(1, "Home", Some(0));
        check(0, "End", Some(5));
        check(0, "a", None);
        assert_eq!(tab_after(0, "ArrowLeft", "ArrowLeft"), Some(1));
        assert_eq!(tab_numbered(1), Some(("", "view-tab-map")));
        assert_eq!(tab_numbered(4), Some(("figures", "view-tab-figures")));
        assert_eq!((tab_numbered(0), tab_numbered(7)), (None, None));
    }
}
