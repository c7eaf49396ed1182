//! The timeline: a histogram to brush, and the dates as text.
//!
//! The histogram counts under all clauses but the date's, so that the brush never empties what it brushes.
//! [`cells`] prepares it for the pure geometry of [`crate::chart`]; [`plot`] draws it and follows pointers and
//! keys; [`fields`] has the typed dates; [`twin`] says the same as a table.

mod cells;
mod fields;
mod plot;
mod twin;
mod typed;

use crate::app::use_words;
use crate::state::use_results;
use fields::{AxisSwitch, DateFields, MatchesOnly, Presets};
use leptos::prelude::*;
use markup::{Markup, memo, view};
use plot::PlotArea;
use twin::Twin;

/// The timeline.
#[component]
pub fn Timeline() -> Markup {
    let words = &use_words().pictures.timeline;
    let results = use_results();
    let has_dates = memo(move || results.answers.with(|answers| !answers.histogram.cells.is_empty()));
    view! {
        <section class="timeline" aria-label=words.title>
            <Show when=move || has_dates.get() fallback=move || view! { <p class="timeline__none muted">{words.no_dates}</p> }>
                <PlotArea />
                <div class="timeline__controls">
                    <DateFields />
                    <Presets />
                    <MatchesOnly />
                    <AxisSwitch />
                    <p class="timeline__legend">
                        <span class="timeline__swatch timeline__swatch--match"></span>
                        {words.solid}
                        <span class="timeline__swatch timeline__swatch--may"></span>
                        {words.hatched}
                    </p>
                    <Twin />
                </div>
            </Show>
        </section>
    }
}
