//! One value of a facet: its checkbox, its counts and bar, and the button that excludes it.

use super::group::GroupState;
use super::row_id;
use crate::app::{use_lang, use_words};
use crate::components::counts::{Bar, Count};
use crate::state::use_choice;
use crate::text::fill;
use leptos::prelude::*;
use markup::{Markup, memo, view};

/// The deepest indentation; what lies deeper stands at it.
const DEEPEST: u8 = 4;

/// The row at a position of the group.
#[component]
pub fn RowView(
    /// The group.
    state: GroupState,
    /// The row's position.
    at: usize,
) -> Markup {
    let (choice, lang, texts) = (use_choice(), use_lang(), &use_words().facets);
    let row = state.rows.with_value(|rows| rows.get(at).cloned()).unwrap_or_default();
    let (id, dimension) = (StoredValue::new(row.id), state.dimension);
    let chosen = memo(move || state.values.with(|it| id.with_value(|id| it.chosen.contains(id))));
    let excluded = memo(move || state.values.with(|it| id.with_value(|id| it.excluded.contains(id))));
    let tally = state.tally(row.slot);
    let box_id = row_id(dimension, row.slot);
    let count_id = box_id.clone() + "-count";
    let depth = row.depth.min(DEEPEST).to_string();
    let missing = row.parent.is_none() && id.with_value(|id| id == "none");
    view! {
        <li
            class="facet-row"
            class:facet-row--excluded=excluded
            class:facet-row--none=move || tally.get().shown() == 0
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
            <Count id=count_id tally lang />
            <button
                type="button"
                class="facet-row__exclude"
                aria-label=fill(texts.exclude_value, &[&row.name])
                aria-pressed=move || if excluded.get() { "true" } else { "false" }
                on:click=move |_| id.with_value(|id| choice.exclude(dimension, id))
            >
                {texts.exclude}
            </button>
            <Bar tally largest=state.largest() />
        </li>
    }
}
