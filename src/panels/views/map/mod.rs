//! The map: where the statements' places are, as precisely as is known.
//!
//! [`sites`] decides how a place is drawn and counts what is said of it; [`desk`] holds the window and what
//! follows from it; [`ground`], [`marks`] and [`lettering`] draw; [`gestures`] move the window; [`tray`] lists
//! the places without a spot, [`twin`] all places in view; [`choosing`] turns the view into a selection.

mod choosing;
mod countries;
mod desk;
mod gestures;
mod ground;
mod lettering;
mod marks;
mod naming;
mod seats;
mod sites;
mod tray;
mod twin;

use crate::app::{use_lang, use_words};
use crate::chart::hatch::{Hatch, HatchPattern};
use crate::chart::path::number;
use crate::platform::size;
use crate::state::use_results;
use crate::text::{fill, number::whole};
use choosing::{InView, MOST, in_view};
use desk::Desk;
use gestures::{Gestures, ZOOM_STEP};
use ground::Ground;
use leptos::prelude::*;
use leptos::svg;
use lettering::Lettering;
use marks::Marks;
use markup::{Markup, Signal, effect, memo, view};
use query::{Dimension, Value};
use std::collections::HashSet;
use tray::Tray;
use twin::Twin;

/// The map with all that belongs to it.
pub fn inside() -> Markup {
    let words = &use_words().pictures.map;
    let desk = Desk::new();
    let empty = desk.sites.with_value(|sites| sites.list.is_empty());
    if empty {
        return view! { <p class="muted">{words.nothing}</p> };
    }
    view! {
        <figure class="map">
            <div class="map__box">
                <Window desk />
                <Buttons desk />
                <OnlyInView desk />
            </div>
            <Legend desk />
        </figure>
        <Tray desk />
        <Twin desk />
    }
}

/// The window itself.
#[component]
fn Window(desk: Desk) -> Markup {
    let words = &use_words().pictures.map;
    let gestures = Gestures::new(desk);
    let map: NodeRef<svg::Svg> = NodeRef::new();
    effect(move || {
        if let Some(map) = map.get() {
            size::watch(&map, move |width, height| desk.resize(width, height));
        }
    });
    let with_map = move |act: &dyn Fn(&leptos::web_sys::Element)| {
        if let Some(map) = map.get_untracked() {
            act(&map);
        }
    };
    let view_box =
        move || desk.view.with(|view| ["0 0 ", &number(view.width), " ", &number(view.height)].concat());
    view! {
        <p class="spoken" id="map-keys">{words.keys}</p>
        <svg class="map__window" id="map" role="group" aria-label=words.title aria-describedby="map-keys" tabindex="0"
            dir="ltr" viewBox=view_box preserveAspectRatio="xMidYMid slice" node_ref=map
            on:pointerdown=move |event| with_map(&|map| gestures.down(map, &event))
            on:pointermove=move |event| with_map(&|map| gestures.go(map, &event))
            on:pointerup=move |event| gestures.up(&event)
            on:pointercancel=move |event| gestures.up(&event)
            on:pointerleave=move |event| gestures.up(&event)
            on:wheel=move |event| with_map(&|map| gestures.wheel(map, &event))
            on:keydown=move |event| {
                gestures.key(&event);
            }>
            <Patterns desk />
            <Ground desk />
            <Marks desk />
            <Lettering desk />
        </svg>
    }
}

/// The hatches. Those of areas are undone by as much as the map is zoomed.
#[component]
fn Patterns(desk: Desk) -> Markup {
    let undo = memo(move || desk.view.with(|view| 1.0 / view.scale.max(1e-6)));
    view! {
        <defs>
            <HatchPattern id="map-hatch" hatch=Hatch::Mark scale=undo />
            <HatchPattern id="map-hatch-sparse" hatch=Hatch::Mark stripe=1.5 every=9.0 scale=undo />
            <HatchPattern id="map-hatch-fine" hatch=Hatch::Mark stripe=1.5 every=4.0 />
        </defs>
    }
}

#[component]
fn Buttons(desk: Desk) -> Markup {
    let words = &use_words().pictures.map;
    view! {
        <div class="map__buttons">
            <button r#type="button" class="map__button" aria-label=words.zoom_in title=words.zoom_in
                on:click=move |_| desk.zoom(ZOOM_STEP)>"+"</button>
            <button r#type="button" class="map__button" aria-label=words.zoom_out title=words.zoom_out
                on:click=move |_| desk.zoom(1.0 / ZOOM_STEP)>"−"</button>
            <button r#type="button" class="map__button" aria-label=words.reset title=words.reset
                on:click=move |_| desk.reset()>"⟲"</button>
        </div>
    }
}

/// How precision is drawn, whose outlines these are, and which borders they show.
#[component]
fn Legend(desk: Desk) -> Markup {
    let words = &use_words().pictures.map;
    let (attribution, policy) =
        desk.fieldbook.peek(|corpus| (corpus.basemap.attribution.clone(), corpus.basemap.policy.clone()));
    let policy = (!policy.is_empty()).then(|| {
        view! {
            <details class="map__policy">
                <summary class="link">{words.borders}</summary>
                <p dir="auto">{policy}</p>
            </details>
        }
    });
    view! {
        <figcaption class="map__legend">
            <span><span aria-hidden="true">"● "</span>{words.at_point}</span>
            <span><span aria-hidden="true">"○ "</span>{words.town}</span>
            <span><span class="map__swatch" aria-hidden="true"></span>{words.in_area}</span>
            <bdi>{attribution}</bdi>
            {policy}
        </figcaption>
    }
}

/// "Only places in view", and what stands in its way.
#[component]
fn OnlyInView(desk: Desk) -> Markup {
    let words = &use_words().pictures.map;
    let lang = use_lang();
    let results = use_results();
    let said = Signal::new(String::new());
    let choose = move |_| {
        let shown: HashSet<u32> = results.answers.with_untracked(|answers| {
            let some = answers.facets.places.iter().filter(|row| row.counts.shown() > 0);
            some.filter_map(|row| if let Value::Entry(place) = row.value { Some(place) } else { None })
                .collect()
        });
        let view = desk.view.get_untracked();
        let chosen = desk.sites.with_value(|sites| {
            desk.fieldbook.peek(|corpus| in_view(corpus, sites, &view, |place| shown.contains(&place)))
        });
        said.set(match chosen {
            InView::None => words.none_in_view.to_owned(),
            InView::TooMany(count) => {
                fill(words.too_many, &[&whole(lang, count as u64), &whole(lang, MOST as u64)])
            }
            InView::Ids(ids) => {
                desk.choice.choose(Dimension::Place, ids);
                String::new()
            }
        });
    };
    view! {
        <div class="map__choose">
            <button r#type="button" class="button" on:click=choose>{words.only_in_view}</button>
            <p class="map__said" aria-live="polite">{said}</p>
        </div>
    }
}
