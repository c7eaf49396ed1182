//! Care for people named, and for those who read: what is left out of the fieldbook, and what is veiled in it.

use super::bench::use_bench;
use super::use_words;
use crate::edits::Care;
use leptos::prelude::*;
use markup::{Markup, memo, value_of, view};

/// The levels at which coordinates can end, as settings name them; the first leaves them as they are.
const LEVELS: [&str; 4] = ["", "admin2", "admin1", "country"];

/// Two switches and a menu; not there where the files' own settings take care.
#[component]
pub fn CareChoice() -> Markup {
    let (words, bench) = (use_words(), use_bench());
    let care = memo(move || bench.edits.with(|edits| edits.care.clone()));
    let own = memo(move || bench.preview.with(|it| it.as_ref().is_some_and(|it| it.cared)));
    let switch = move |label: &'static str, is_on: fn(&Care) -> bool, turn: fn(&mut Care, bool)| {
        view! {
            <label class="maker__check">
                <input r#type="checkbox" prop:checked=move || care.with(is_on)
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        bench.correct(move |edits| turn(&mut edits.care, on));
                    } />
                {label}
            </label>
        }
    };
    let levels = LEVELS.iter().zip(words.care_levels).map(|(level, label)| {
        view! { <option value=*level selected=move || care.with(|care| care.coordinates == *level)>{label}</option> }
    });
    let choose = move |level: String| bench.correct(move |edits| edits.care.coordinates = level);
    view! {
        <section class="maker__part" aria-labelledby="care-title" hidden=move || own.get()>
            <h2 class="maker__heading" id="care-title">{words.care}</h2>
            <p>{switch(words.care_private, |care| care.private, |care, on| care.private = on)}</p>
            <p>{switch(words.care_veil, |care| care.veil, |care, on| care.veil = on)}</p>
            <p class="maker__field">
                <label for="care-coordinates">{words.care_coordinates}</label>
                <select class="input" id="care-coordinates" on:change=move |event| choose(value_of(&event))>
                    {levels.collect::<Markup>()}
                </select>
            </p>
        </section>
    }
}
