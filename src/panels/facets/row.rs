//! One value of a facet: its checkbox, its counts and bar, and the button that excludes it.

use super::group::{GroupState, Tallies};
use super::row_id;
use crate::app::{use_lang, use_words};
use crate::components::counts::{Tally, bar, count};
use crate::state::use_choice;
use crate::text::fill;
use crate::url::Values;
use leptos::prelude::*;
use markup::{Markup, view};

/// The deepest indentation; what lies deeper stands at it.
const DEEPEST: u8 = 4;

/// A value as its row shows it.
pub struct Shown {
    /// Its position in the group.
    pub at: usize,
    tally: Tally,
    largest: u32,
    chosen: bool,
    excluded: bool,
}

/// The values at some positions of the group, under the selection.
pub fn shown(state: GroupState, positions: &[usize]) -> Vec<Shown> {
    let rows = state.rows.get_value();
    let of = |tallies: &Tallies, values: &Values, at: usize| {
        let row = rows.get(at)?;
        Some(Shown {
            at,
            tally: tallies.of(row.slot),
            largest: tallies.largest,
            chosen: values.chosen.contains(&row.id),
            excluded: values.excluded.contains(&row.id),
        })
    };
    let tallies = state.tallies();
    state.values.with(|values| positions.iter().filter_map(|&at| of(&tallies, values, at)).collect())
}

/// A value's row.
pub fn row(state: GroupState, shown: &Shown) -> Markup {
    let &Shown { at, tally, largest, chosen, excluded } = shown;
    let (choice, lang, texts) = (use_choice(), use_lang(), &use_words().facets);
    let row = state.rows.with_value(|rows| rows.get(at).cloned()).unwrap_or_default();
    let (id, dimension) = (StoredValue::new(row.id), state.dimension);
    let box_id = row_id(dimension, row.slot);
    let count_id = box_id.clone() + "-count";
    let depth = row.depth.min(DEEPEST).to_string();
    let missing = row.parent.is_none() && id.with_value(|id| id == "none");
    view! {
        <li
            class="facet-row"
            class:facet-row--excluded=excluded
            class:facet-row--none=tally.shown() == 0
            data-depth=depth
        >
            <label class="facet-row__label">
                <input
                    type="checkbox"
                    id=box_id
                    aria-describedby=count_id.clone()
                    prop:checked=chosen
                    on:change=move |_| id.with_value(|id| choice.toggle(dimension, id))
                />
                <bdi class="facet-row__name" class:facet-row__name--missing=missing>{row.name.clone()}</bdi>
            </label>
            {row.region.then(|| view! { <span class="facet-row__region muted">{texts.region}</span> })}
            {count(count_id, tally, lang)}
            <button
                type="button"
                class="facet-row__exclude"
                aria-label=fill(texts.exclude_value, &[&row.name])
                aria-pressed=if excluded { "true" } else { "false" }
                on:click=move |_| id.with_value(|id| choice.exclude(dimension, id))
            >
                {texts.exclude}
            </button>
            {bar(tally, largest)}
        </li>
    }
}
