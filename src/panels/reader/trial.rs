//! Trying another publication date: a field, and what would move.

use super::Desk;
use super::moves::{Move, moves};
use crate::app::{use_lang, use_words};
use crate::engine::{Trial, use_fieldbook};
use crate::platform::reader;
use crate::state::use_choice;
use crate::text::fill;
use index::Span;
use index::date::parse_bounds;
use leptos::prelude::*;
use markup::{Markup, memo, value_of, view};

/// Id of the field.
pub(super) const FIELD_ID: &str = "try-date";

/// Reads what was typed; only an interval with both ends is a publication date.
fn typed(text: &str) -> Option<Span> {
    parse_bounds(text.trim()).ok().filter(|span| span.from.is_some() && span.to.is_some())
}

/// The button that opens the field, the field, and what moves.
#[component]
pub fn TrialPart(report: u32) -> Markup {
    let (lang, words, fieldbook) = (use_lang(), &use_words().reading.trial, use_fieldbook());
    let desk = expect_context::<Desk>();
    let movable = fieldbook.peek(|corpus| depends_on_date(corpus, report));
    let tried = move || fieldbook.trial().filter(|trial| trial.report == report);
    let moved = memo(move || {
        tried().map(|_| {
            fieldbook.as_published(|before| fieldbook.with(|after| moves(before, after, report, lang)))
        })
    });
    let open = move |_| {
        desk.trying.set(true);
        reader::focus_soon(FIELD_ID);
    };
    view! {
        <Show when=move || movable && !desk.trying.get()>
            <button class="link reader__try" type="button" on:click=open>{words.open}</button>
        </Show>
        <Show when=move || movable && desk.trying.get()>
            <div class="trial"><Field report /> {move || moved.get().map(|moved| view! { <Moved moved /> })}</div>
        </Show>
    }
}

#[component]
fn Field(report: u32) -> Markup {
    let (words, fieldbook, desk) = (&use_words().reading.trial, use_fieldbook(), expect_context::<Desk>());
    let before = untrack(|| fieldbook.trial()).filter(|trial| trial.report == report);
    let text = RwSignal::new(before.map(|trial| trial.published.to_string()).unwrap_or_default());
    let wrong = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let published = text.with_untracked(|text| typed(text));
        wrong.set(published.is_none());
        if let Some(published) = published {
            fieldbook.try_publication(Some(Trial { report, published }));
        }
    };
    let stop = move |_| {
        fieldbook.try_publication(None);
        desk.trying.set(false);
        reader::focus_soon(super::TITLE_ID);
    };
    let described = move || if wrong.get() { "try-date-wrong" } else { "try-date-hint" };
    view! {
        <form class="trial__form" on:submit=submit novalidate>
            <label class="trial__label" for=FIELD_ID>{words.label}</label>
            <input class="input trial__input" id=FIELD_ID type="text" autocomplete="off" spellcheck="false" dir="ltr" prop:value=move || text.get()
                aria-invalid=move || wrong.get().to_string() aria-describedby=described on:input=move |event| text.set(value_of(&event)) />
            <button class="button" type="submit">{words.submit}</button>
            <button class="button" type="button" on:click=stop>{words.stop}</button>
            <p class="trial__hint muted" id="try-date-hint" hidden=move || wrong.get()>{words.hint}</p>
            <p class="trial__wrong" id="try-date-wrong" aria-live="polite">{move || wrong.get().then_some(words.wrong)}</p>
        </form>
    }
}

#[component]
fn Moved(moved: Vec<Move>) -> Markup {
    let (lang, words, choice) = (use_lang(), &use_words().reading.trial, use_choice());
    let heading = match moved.len() {
        0 => words.none.to_owned(),
        some => words.moves.with(lang, some as u64),
    };
    let item = move |Move { id, title, old, new }: Move| {
        let report = choice.peek(|address| address.report.clone());
        let open = move |_| choice.open_statement(&id, &report);
        let dates = fill(words.instead, &[&new, &old]);
        view! {
            <li class="trial__move">
                <b class="tabular">{dates}</b>
                <button class="link trial__statement" type="button" dir="auto" on:click=open>{title}</button>
            </li>
        }
    };
    let items = moved.into_iter().map(item).collect::<Markup>();
    view! { <p class="trial__count" aria-live="polite">{heading}</p> <ul class="trial__moves" role="list">{items}</ul> }
}

/// Whether any date of a report's statements counts from its publication.
fn depends_on_date(corpus: &index::Corpus, report: u32) -> bool {
    corpus.derivations.iter().any(|note| {
        let here = corpus.statements.reports.get(note.statement as usize) == Some(&report);
        here && index::date::Rule::parse(&note.rule).is_some_and(|rule| rule.depends_on_publication())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn what_may_be_typed() {
        for (text, expect) in
            [("2024-12-06", true), (" 2024-12 ", true), ("2024-12/..", false), ("soon", false), ("", false)]
        {
            assert_eq!(typed(text).is_some(), expect, "{text}");
        }
    }

    #[test]
    fn only_a_report_with_relative_dates_can_be_tried() {
        assert!(depends_on_date(&sample_corpus(), 0));
        assert!(!depends_on_date(&sample_corpus(), 1));
    }
}
