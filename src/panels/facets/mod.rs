//! The facets: actors, speakers, places, kinds and sources, each with what choosing it would give.
//!
//! A group's rows are ordered once, by the whole corpus ([`order`]); which of them are seen follows from a
//! search, a limit and what is chosen ([`visible`]). Counts come from one table per group, of which each row
//! watches its own cell, so that a change of the selection touches numbers and bars and nothing else.

mod group;
mod order;
mod role;
mod row;
mod table;
mod visible;

use crate::app::{Sheet, use_lang, use_layout, use_words};
use crate::engine::use_fieldbook;
use crate::platform::reader;
use crate::state::use_results;
use crate::text::{fill, unit};
use group::Group;
use leptos::prelude::*;
use markup::{Markup, view};
use query::{Dimension, Selection, Value, Wants};

pub use role::role_name;
pub use table::{names_of, shown_name, table_len};

/// The facets' groups.
#[component]
pub fn Facets() -> Markup {
    let fieldbook = use_fieldbook();
    let wants = Wants { facets: true, ..Wants::COUNTS };
    let whole = untrack(|| fieldbook.ask(&Selection::default(), wants)).facets;
    let groups =
        Dimension::FACETS.map(|dimension| view! { <Group dimension facet=whole.of(dimension).to_vec() /> });
    view! {
        <aside class="facets" id="facets" tabindex="-1" aria-label=use_words().facets.title>
            {groups}
            <Done />
        </aside>
    }
}

/// Goes back to the list on a phone, saying how long it is.
#[component]
fn Done() -> Markup {
    let (lang, layout, results) = (use_lang(), use_layout(), use_results());
    let units = use_fieldbook().peek(|corpus| corpus.about.unit.clone());
    let text = move || {
        let shown = results.answers.with(|answers| answers.counts.shown());
        fill(lang.words().facets.show_list, &[&unit::counted(lang, &units, shown.into())])
    };
    let close = move |_| {
        layout.sheet.set(Sheet::List);
        reader::focus("bar-filters");
    };
    view! { <button type="button" class="facets__done" on:click=close>{text}</button> }
}

/// The element id of a facet's row.
fn row_id(dimension: Dimension, slot: u32) -> String {
    [group_id(dimension), "-", &slot.to_string()].concat()
}

/// The element id of a value's checkbox, so that the sentence can lead there.
pub fn value_id(corpus: &index::Corpus, dimension: Dimension, value: Value) -> String {
    let slot = match value {
        Value::Entry(slot) => slot,
        Value::Missing => u32::try_from(table_len(corpus, dimension)).unwrap_or(index::NONE),
    };
    row_id(dimension, slot)
}

/// The element id of a facet's group.
fn group_id(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Actor => "facet-actor",
        Dimension::Speaker => "facet-speaker",
        Dimension::Place => "facet-place",
        Dimension::Kind => "facet-kind",
        Dimension::Source => "facet-source",
        Dimension::Date | Dimension::Text => "facet",
    }
}

/// The element id of a group's title.
fn title_id(dimension: Dimension) -> String {
    [group_id(dimension), "-title"].concat()
}

/// The title of the group after the one that has the focus; of the first where none has.
pub fn next_group() -> String {
    let groups = Dimension::FACETS;
    let at = groups.iter().position(|&dimension| reader::has_focus_in(group_id(dimension)));
    let next = at.map_or(0, |at| (at + 1) % groups.len());
    title_id(groups[next])
}

/// A dimension's name as a heading.
fn title(dimension: Dimension) -> &'static str {
    let names = &use_words().dimension;
    match dimension {
        Dimension::Actor => names.actor,
        Dimension::Speaker => names.speaker,
        Dimension::Place => names.place,
        Dimension::Kind => names.kind,
        Dimension::Source => names.source,
        Dimension::Date => names.date,
        Dimension::Text => names.text,
    }
}
