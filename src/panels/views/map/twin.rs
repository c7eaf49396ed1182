//! The marks in view as a table.

use super::desk::Desk;
use super::naming;
use super::sites::Shape;
use crate::app::{use_lang, use_words};
use crate::components::counts::{short, spoken};
use index::NONE;
use leptos::prelude::*;
use markup::{Markup, memo, view};
use query::Counts;

/// No more rows than this; the others are counted.
const MOST: usize = 100;

/// The table twin, made when it is opened.
#[component]
pub fn Twin(desk: Desk) -> Markup {
    let words = &use_words().pictures.map;
    let open = RwSignal::new(false);
    view! {
        <details class="map__twin"
            on:toggle=move |event| open.set(event_target::<leptos::web_sys::Element>(&event).has_attribute("open"))>
            <summary class="link">{words.as_list}</summary>
            {move || open.get().then(|| view! { <Rows desk /> })}
        </details>
    }
}

/// Every place in view with its own counts, those that most statements name first.
fn rows(desk: Desk) -> Vec<(u32, Counts)> {
    let view = desk.view.get();
    let sites = desk.sites.get_value();
    let tallies = desk.own_tallies.get();
    let seen = sites.list.iter().zip(tallies.iter()).filter(|(site, tally)| {
        let shown = site.shape == Shape::Tag || site.spot.is_some_and(|spot| view.shows(spot, 0.0));
        shown && tally.counts().shown() > 0
    });
    let mut rows: Vec<(u32, Counts)> = seen.map(|(site, tally)| (site.place, tally.counts())).collect();
    index::order::sort_by_key(&mut rows, |(_, counts)| std::cmp::Reverse(counts.shown()));
    rows
}

#[component]
fn Rows(desk: Desk) -> Markup {
    let words = &use_words().pictures.map;
    let lang = use_lang();
    let rows = memo(move || rows(desk));
    let row = move |(place, counts): (u32, Counts)| {
        let (name, level) = desk
            .fieldbook
            .peek(|corpus| (naming::place(corpus, place, lang), naming::level(corpus, place, lang)));
        view! {
            <tr>
                <th scope="row">
                    <button r#type="button" class="link" dir="auto" on:click=move |_| desk.toggle(place)>{name}</button>
                </th>
                <td>{level}</td>
                <td>
                    <span aria-hidden="true">{short(lang, counts.into())}</span>
                    <span class="spoken">{spoken(lang, counts.into())}</span>
                </td>
            </tr>
        }
    };
    let more = move || {
        let hidden = rows.with(Vec::len).saturating_sub(MOST);
        (hidden > 0).then(|| view! { <p class="muted">{words.more.with(lang, hidden as u64)}</p> })
    };
    view! {
        <table class="map__rows">
            <thead>
                <tr>
                    <th scope="col">{words.place}</th>
                    <th scope="col">{words.level}</th>
                    <th scope="col">{words.counts}</th>
                </tr>
            </thead>
            <tbody>{move || rows.get().into_iter().take(MOST).filter(|row| row.0 != NONE).map(row).collect::<Markup>()}</tbody>
        </table>
        {more}
    }
}
