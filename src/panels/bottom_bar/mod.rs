//! The bar at a phone's lower edge, and the sheet behind "More".

use crate::app::{Sheet, use_lang, use_layout, use_words};
use crate::panels::header::{AboutButton, CopyLink, Facts, LanguageChoice, Unreviewed};
use crate::panels::save::SaveButton;
use crate::panels::take::ExportButton;
use crate::platform::reader;
use crate::state::use_choice;
use crate::text::{fill, number};
use crate::url::Address;
use leptos::ev;
use leptos::prelude::*;
use markup::{Markup, Memo, Signal, memo, view};

/// The bar.
#[component]
pub fn BottomBar() -> Markup {
    let (lang, choice, layout) = (use_lang(), use_choice(), use_layout());
    let words = use_words();
    let texts = &words.shell;
    let filters = move || match choice.with(clauses) {
        0 => texts.filters.to_owned(),
        n => fill(texts.filters_with, &[&number::whole(lang, n as u64)]),
    };
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() {
            close(layout.sheet);
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <Show when=move || layout.sheet.get() == Sheet::More>
            <MoreSheet />
        </Show>
        <nav class="bottom-bar" aria-label=words.header.bar>
            <Tab sheet=Sheet::List id="bar-list" leads="statements" text=memo(move || texts.list.to_owned()) />
            <Tab sheet=Sheet::Filters id="bar-filters" leads="selection" text=memo(filters) />
            <Tab sheet=Sheet::Map id="bar-map" leads="views" text=memo(move || texts.map.to_owned()) />
            <Tab sheet=Sheet::More id="bar-more" leads="more" text=memo(move || texts.more.to_owned()) />
        </nav>
    }
}

/// One entry of the bar. Pressing the open one goes back to the list.
#[component]
fn Tab(sheet: Sheet, id: &'static str, leads: &'static str, text: Memo<String>) -> Markup {
    let open = use_layout().sheet;
    // The search box stands over the list.
    let is_open = move || open.get() == sheet || (open.get() == Sheet::Search && sheet == Sheet::List);
    let press = move |_| {
        let next = if open.get_untracked() == sheet { Sheet::List } else { sheet };
        open.set(next);
        if next == sheet && sheet != Sheet::List {
            reader::focus_soon(leads);
        }
    };
    view! {
        <button
            type="button"
            class="bottom-bar__tab"
            id=id
            aria-current=move || is_open().then_some("true")
            on:click=press
        >
            {text}
        </button>
    }
}

/// Goes back to the list, and with the focus to the entry that had left it.
fn close(open: Signal<Sheet>) {
    let left = match open.get_untracked() {
        Sheet::List => return,
        Sheet::Filters => "bar-filters",
        Sheet::Map => "bar-map",
        Sheet::More => "bar-more",
        Sheet::Search => "open-search",
    };
    open.set(Sheet::List);
    reader::focus(left);
}

/// Language, link and about: what stands in the header of a wider screen.
#[component]
fn MoreSheet() -> Markup {
    let (layout, words) = (use_layout(), use_words());
    view! {
        <section class="more-sheet" id="more" tabindex="-1" aria-label=words.shell.more>
            <Facts />
            <p class="more-sheet__row">
                <label for="more-language">{words.shell.language}</label>
                <LanguageChoice id="more-language" />
            </p>
            <Unreviewed />
            <ExportButton />
            <CopyLink />
            <SaveButton />
            <AboutButton />
            <button type="button" class="button" on:click=move |_| close(layout.sheet)>{words.close}</button>
        </section>
    }
}

/// How many values the selection's clauses have.
fn clauses(address: &Address) -> usize {
    let values = [&address.actor, &address.speaker, &address.place, &address.kind, &address.source];
    let dates = !address.from.is_empty() || !address.to.is_empty();
    let single = [dates, !address.q.trim().is_empty(), address.matches_only];
    values.iter().map(|it| it.chosen.len() + it.excluded.len()).sum::<usize>()
        + single.iter().filter(|set| **set).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_counts_and_the_dates_count_once() {
        let check = |fragment: &str, expect| {
            assert_eq!(clauses(&crate::url::decode(fragment).0), expect, "{fragment}")
        };
        check("", 0);
        check("view=table&page=3&role=speaker", 0);
        check("from=2020&to=2021", 1);
        check("actor=a&actor=b&not-place=c&q=x&matches-only=yes", 5);
    }
}
