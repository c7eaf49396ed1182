//! Places that have no spot on the map, listed by name: "somewhere in".

use super::desk::Desk;
use super::naming;
use super::sites::Shape;
use crate::app::{use_lang, use_words};
use crate::components::counts::short;
use leptos::prelude::*;
use markup::{Markup, Signal, memo, view};

/// So many are listed at first.
const FEW: usize = 12;

/// The tray.
#[component]
pub fn Tray(desk: Desk) -> Markup {
    let words = use_words();
    let lang = use_lang();
    let all = Signal::new(false);
    let tags = memo(move || {
        let tagged = |at: &u32| {
            desk.sites
                .with_value(|sites| sites.list.get(*at as usize).is_some_and(|site| site.shape == Shape::Tag))
        };
        let count = desk.sites.with_value(|sites| u32::try_from(sites.list.len()).unwrap_or(0));
        let counted = (0..count).filter(tagged).map(|at| (at, desk.tally(at).counts().shown()));
        let mut tags: Vec<(u32, u32)> =
            counted.filter(|&(at, shown)| shown > 0 || is_chosen(desk, at)).collect();
        index::order::sort_by_key(&mut tags, |&(_, shown)| std::cmp::Reverse(shown));
        let tags: Vec<u32> = tags.into_iter().map(|(at, _)| at).collect();
        tags
    });
    let listed = move || {
        let mut tags = tags.get();
        tags.truncate(if all.get() { usize::MAX } else { FEW });
        tags
    };
    let hidden = move || tags.with(Vec::len).saturating_sub(if all.get() { usize::MAX } else { FEW });
    view! {
        <div class="map__tray" hidden=move || tags.with(Vec::is_empty)>
            <p class="map__tray-title" id="map-tray">{words.pictures.map.somewhere_in}</p>
            <ul class="map__tray-list" aria-labelledby="map-tray">
                <For each=listed key=|site| *site children=move |site| view! { <Tag desk site /> } />
                <li hidden=move || hidden() == 0>
                    <button r#type="button" class="link" on:click=move |_| all.set(true)>
                        {move || crate::text::fill("+ {}", &[&crate::text::number::whole(lang, hidden() as u64)])}
                    </button>
                </li>
            </ul>
        </div>
    }
}

fn is_chosen(desk: Desk, site: u32) -> bool {
    let place = desk.sites.with_value(|sites| sites.list.get(site as usize).map(|site| site.place));
    place.is_some_and(|place| desk.is_chosen(place))
}

#[component]
fn Tag(desk: Desk, site: u32) -> Markup {
    let lang = use_lang();
    let place =
        desk.sites.with_value(|sites| sites.list.get(site as usize).map_or(index::NONE, |site| site.place));
    let tally = memo(move || desk.tally(site));
    let name = desk.fieldbook.peek(|corpus| naming::place(corpus, place, lang));
    let spoken = move || desk.fieldbook.peek(|corpus| naming::mark(corpus, place, 1, tally.get(), lang));
    view! {
        <li>
            <button r#type="button" class="map__tray-item"
                aria-pressed=move || desk.is_chosen(place).to_string()
                on:click=move |_| desk.toggle(place)>
                <span aria-hidden="true"><bdi>{name}</bdi> " "</span>
                <span class="tabular" aria-hidden="true">{move || short(lang, tally.get().counts().into())}</span>
                <span class="spoken">{spoken}</span>
            </button>
        </li>
    }
}
