//! One facet: a group of checkboxes, folded up or open, with a search where it is long.

use super::order::{Row, by_rank, by_slot, folded_names, rows};
use super::role::RoleChoice;
use super::row;
use super::table::table_len;
use super::visible::{Ask, FIRST, STEP, first_limit, visible};
use super::{group_id, title, title_id};
use crate::app::{use_lang, use_words};
use crate::components::counts::Tally;
use crate::engine::{Fieldbook, use_fieldbook};
use crate::platform::after_paint::AfterPaint;
use crate::platform::reader;
use crate::state::{dimension_values, use_choice, use_results};
use crate::text::{fill, number};
use crate::url::Values;
use index::fold::fold;
use leptos::prelude::*;
use markup::{Markup, Memo, Signal, each_anew, effect, memo, value_of, view};
use query::{Dimension, FacetRow};
use std::sync::Arc;

/// A group's counts under the selection, by slot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tallies {
    by_slot: Vec<Tally>,
    /// The number that a full bar stands for.
    pub largest: u32,
}

impl Tallies {
    /// The counts of one slot.
    pub fn of(&self, slot: u32) -> Tally {
        self.by_slot.get(slot as usize).copied().unwrap_or_default()
    }
}

/// What a group's parts share.
#[derive(Clone, Copy)]
pub struct GroupState {
    /// The dimension.
    pub dimension: Dimension,
    /// All rows, in order.
    pub rows: StoredValue<Arc<Vec<Row>>>,
    /// What is chosen and excluded.
    pub values: Memo<Values>,
    tallies: Memo<Arc<Tallies>>,
    /// The counts as they stand in the page while the group is out of sight.
    drawn: Signal<Arc<Tallies>>,
    out_of_sight: StoredValue<bool>,
    limit: Signal<usize>,
    open: Signal<bool>,
    wanted: Signal<String>,
}

impl GroupState {
    fn new(dimension: Dimension, facet: &[FacetRow]) -> Self {
        let (fieldbook, choice, results, lang) = (use_fieldbook(), use_choice(), use_results(), use_lang());
        let rows = fieldbook.peek(|corpus| rows(corpus, dimension, facet, lang.code(), lang.words().none));
        let slots = fieldbook.peek(|corpus| table_len(corpus, dimension));
        let tallies = memo(move || {
            results.answers.with(|answers| Arc::new(tallies(answers.facets.of(dimension), slots)))
        });
        Self {
            dimension,
            limit: Signal::new(first_limit(&rows)),
            rows: StoredValue::new(Arc::new(rows)),
            values: memo(move || {
                choice.with(|address| {
                    dimension_values(address, dimension).map(|(_, it)| it.clone()).unwrap_or_default()
                })
            }),
            tallies,
            drawn: Signal::new(tallies.get_untracked()),
            out_of_sight: StoredValue::new(false),
            open: Signal::new(true),
            wanted: Signal::new(String::new()),
        }
    }

    /// The counts under the selection: at once where the group is in the window, else a frame later, so that a
    /// change shows at once where it is seen.
    pub fn tallies(self) -> Arc<Tallies> {
        if self.out_of_sight.get_value() { self.drawn.get() } else { self.tallies.get() }
    }

    /// Lets the counts follow the selection while the group is out of sight.
    fn follow_out_of_sight(self) {
        let following = AfterPaint::new(move || {
            self.out_of_sight.set_value(!reader::in_window(group_id(self.dimension)));
            self.drawn.set(self.tallies.get_untracked());
        });
        effect(move || {
            self.tallies.track();
            following.ask();
        });
    }

    /// The positions of the rows to show.
    fn visible(self, fieldbook: Fieldbook) -> Memo<Vec<usize>> {
        let ranked = self.rows.with_value(|rows| by_rank(rows));
        let names = StoredValue::new(Vec::<String>::new());
        memo(move || {
            let wanted = self.wanted.with(|wanted| fold(wanted));
            let limit = if self.open.get() { self.limit.get() } else { 0 };
            let rows = self.rows.get_value();
            if !wanted.is_empty() && names.with_value(Vec::is_empty) {
                names.set_value(fieldbook.peek(|corpus| {
                    rows.iter().map(|row| folded_names(corpus, self.dimension, row.slot)).collect()
                }));
            }
            let hit = |at: usize| {
                names.with_value(|names| names.get(at).is_some_and(|name| name.contains(&wanted)))
            };
            let limit = if wanted.is_empty() { limit } else { limit.max(FIRST) };
            self.values.with(|values| {
                let pinned = |row: &Row| values.chosen.contains(&row.id) || values.excluded.contains(&row.id);
                let found = (!wanted.is_empty()).then_some(&hit as &dyn Fn(usize) -> bool);
                visible(&rows, &ranked, &Ask { limit, pinned: &pinned, found })
            })
        })
    }
}

fn tallies(facet: &[FacetRow], slots: usize) -> Tallies {
    let (counts, _) = by_slot(facet, slots);
    let by_slot: Vec<Tally> = counts.into_iter().map(Tally::from).collect();
    let largest = by_slot.iter().map(|tally| tally.shown()).max().unwrap_or_default();
    Tallies { by_slot, largest }
}

/// The group of a dimension's values.
#[component]
pub fn Group(
    /// The dimension.
    dimension: Dimension,
    /// Its facet where nothing is selected.
    facet: Vec<FacetRow>,
) -> Markup {
    let state = GroupState::new(dimension, &facet);
    state.follow_out_of_sight();
    let seen = state.visible(use_fieldbook());
    let total = state.rows.with_value(|rows| rows.len());
    let name = title(dimension);
    let rows_id = format!("{}-rows", group_id(dimension));
    let rows = each_anew(
        move || seen.with(|seen| row::shown(state, seen)),
        |shown| shown.at,
        move |shown| row::row(state, &shown),
    );
    let none_found = move || seen.with(Vec::is_empty) && state.wanted.with(|wanted| !wanted.is_empty());
    view! {
        <fieldset class="facet" id=group_id(dimension) class:facet--closed=move || !state.open.get()>
            <legend class="facet__legend">
                <button
                    type="button"
                    class="facet__title"
                    id=title_id(dimension)
                    aria-expanded=move || if state.open.get() { "true" } else { "false" }
                    aria-controls=rows_id.clone()
                    on:click=move |_| state.open.update(|open| *open = !*open)
                >
                    {name}
                </button>
            </legend>
            {(dimension == Dimension::Actor).then(|| view! { <RoleChoice /> })}
            {(total > FIRST + 1).then(|| view! { <Find state name /> })}
            <ul class="facet__rows" id=rows_id>
                {rows}
            </ul>
            <Show when=none_found>
                <p class="muted">{use_words().facets.none_found}</p>
            </Show>
            <More state total />
        </fieldset>
    }
}

/// The search inside a long group.
#[component]
fn Find(state: GroupState, name: &'static str) -> Markup {
    let label = fill(use_words().facets.find_in, &[name]);
    view! {
        <input
            type="search"
            class="input facet__find"
            aria-label=label.clone()
            placeholder=label
            prop:value=move || state.wanted.get()
            on:input=move |event| state.wanted.set(value_of(&event))
        />
    }
}

/// Shows more rows, or the first dozen again.
#[component]
fn More(state: GroupState, total: usize) -> Markup {
    let (lang, first) = (use_lang(), state.limit.get_untracked());
    let texts = &use_words().facets;
    let more = move || {
        let left = total.saturating_sub(state.limit.get());
        let all = left <= STEP;
        let count = number::whole(lang, if all { total } else { STEP } as u64);
        fill(if all { texts.show_all } else { texts.show_more }, &[&count])
    };
    // The missing value is seen without being counted.
    let has_more = move || state.open.get() && state.limit.get() + 1 < total;
    let has_fewer = move || state.open.get() && state.limit.get() != first;
    view! {
        <p class="facet__more">
            <Show when=has_more>
                <button type="button" class="link" on:click=move |_| state.limit.update(|limit| *limit += STEP)>
                    {more}
                </button>
            </Show>
            <Show when=has_fewer>
                <button type="button" class="link" on:click=move |_| state.limit.set(first)>
                    {texts.show_fewer}
                </button>
            </Show>
        </p>
    }
}
