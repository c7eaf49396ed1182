//! The dates as text: "From" and "To", the publisher's ranges, "Matches only".

use super::typed::{Fault, Field, check};
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::state::{Commit, use_choice};
use crate::text::Words;
use crate::text::pictures::TimelineWords;
use leptos::prelude::*;
use markup::{Markup, Signal, effect, memo, view};
use query::Dimension;

/// What was typed and could not be taken over.
type Refused = Option<(String, Fault)>;

/// The two fields, side by side.
#[component]
pub fn DateFields() -> Markup {
    view! {
        <DateField field=Field::From />
        <DateField field=Field::To />
    }
}

#[component]
fn DateField(field: Field) -> Markup {
    let words = &use_words().pictures.timeline;
    let choice = use_choice();
    let dates = memo(move || choice.with(|address| (address.from.clone(), address.to.clone())));
    let refused = Signal::new(Refused::None);
    // A field is an outside world of its own: when the dates change elsewhere, it forgets what was typed.
    effect(move || {
        dates.track();
        refused.set(None);
    });
    let (id, fault_id, label) = match field {
        Field::From => ("date-from", "date-from-fault", words.from),
        Field::To => ("date-to", "date-to-fault", words.to),
    };
    let shown = move || match refused.get() {
        Some((typed, _)) => typed,
        None => dates.with(|(from, to)| if field == Field::From { from.clone() } else { to.clone() }),
    };
    let commit = move |typed: String| {
        let (from, to) = dates.get_untracked();
        let other = if field == Field::From { &to } else { &from };
        match check(field, &typed, other) {
            Err(fault) => refused.set(Some((typed, fault))),
            Ok(()) => {
                refused.set(None);
                let typed = typed.trim();
                let (first, last) =
                    if field == Field::From { (typed, to.as_str()) } else { (from.as_str(), typed) };
                choice.set_dates(first, last, Commit::Step);
            }
        }
    };
    let is_wrong = move || refused.with(Option::is_some);
    view! {
        <div class="timeline__field">
            <label for=id>{label}</label>
            <input class="input timeline__input" id=id r#type="text" autocomplete="off" spellcheck="false" dir="ltr"
                placeholder="2020-02-27"
                prop:value=shown
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=move || is_wrong().then_some(fault_id)
                on:change=move |event| commit(event_target_value(&event)) />
            <p class="timeline__fault" id=fault_id aria-live="polite">
                {move || refused.with(|refused| refused.as_ref().map(|(_, fault)| explain(words, *fault)))}
            </p>
        </div>
    }
}

fn explain(words: &TimelineWords, fault: Fault) -> String {
    let what = match fault {
        Fault::NotADate => words.not_a_date,
        Fault::NoSuchDay => words.no_such_day,
        Fault::TooFar => words.too_far,
        Fault::Backwards => words.backwards,
        Fault::FromAfterTo => return words.from_after_to.to_owned(),
    };
    [what, ". ", words.example].concat()
}

/// The publisher's ranges, and all dates.
#[component]
pub fn Presets() -> Markup {
    let words = &use_words().pictures.timeline;
    let choice = use_choice();
    let lang = use_lang();
    let presets = use_fieldbook().peek(|corpus| corpus.about.presets.clone());
    let buttons = presets.into_iter().map(|preset| {
        let label = index::name_in(&preset.label, lang.code()).to_owned();
        let (from, to) = (preset.from.clone(), preset.to.clone());
        let is_set = move || choice.with(|address| address.from == from && address.to == to).to_string();
        let set = move |_| choice.set_dates(&preset.from, &preset.to, Commit::Step);
        view! { <button r#type="button" class="button timeline__preset" aria-pressed=is_set on:click=set dir="auto">{label}</button> }
    });
    view! {
        <div class="timeline__presets" role="group" aria-label=words.presets>
            {buttons.collect::<Markup>()}
            <button r#type="button" class="button timeline__preset" on:click=move |_| choice.loosen(Dimension::Date)>
                {words.all_dates}
            </button>
        </div>
    }
}

/// Whether the dates are those of what happened, or of publication.
#[component]
pub fn AxisSwitch() -> Markup {
    let (words, choice) = (&use_words().figuring, use_choice());
    view! {
        <label class="timeline__check">
            <input r#type="checkbox"
                prop:checked=move || choice.with(|address| address.axis == "published")
                on:change=move |event| choice.set_axis(if event_target_checked(&event) { "published" } else { "" }) />
            {words.by_publication}
        </label>
    }
}

/// "Matches only".
#[component]
pub fn MatchesOnly() -> Markup {
    let words: &Words = use_words();
    let choice = use_choice();
    view! {
        <label class="timeline__check">
            <input r#type="checkbox"
                prop:checked=move || choice.with(|address| address.matches_only)
                on:change=move |event| choice.set_matches_only(event_target_checked(&event)) />
            {words.pictures.timeline.matches_only}
        </label>
    }
}
