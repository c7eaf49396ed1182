//! The ledger's line: what is not shown, and why; each number lists the statements behind it.

use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::statements::back_to_selection;
use crate::state::{use_choice, use_results};
use crate::text::plural::Forms;
use crate::text::{Lang, fill, unit};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, memo, view};
use query::Ledger;

/// A number of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// The address's name for the statements behind it.
    pub show: &'static str,
    /// The number in words.
    pub text: String,
}

/// The numbers of what is not shown, without zeros.
pub fn not_shown(lang: Lang, ledger: &Ledger) -> Vec<Item> {
    let texts = &lang.words().sentence;
    let item = |show, forms: &Forms, n: u32| (n > 0).then(|| Item { show, text: forms.with(lang, n.into()) });
    let items = [
        item("outside", &texts.outside, ledger.outside),
        item("undated", &texts.undated, ledger.undated),
        item("unplaced", &texts.unplaced, ledger.unplaced),
        item("without-actor", &texts.without_actor, ledger.without_actor),
    ];
    items.into_iter().flatten().collect()
}

/// Notes on what is shown, without zeros.
pub fn notes(lang: Lang, ledger: &Ledger) -> Vec<Item> {
    let text = |n: u32| lang.words().sentence.without_coordinates.with(lang, n.into());
    let item = |n: u32| Item { show: "without-coordinates", text: text(n) };
    Some(ledger.without_coordinates).filter(|&n| n > 0).map(item).into_iter().collect()
}

/// The line.
#[component]
pub fn LedgerLine() -> Markup {
    let (lang, results) = (use_lang(), use_results());
    let texts = &use_words().sentence;
    let lines = memo(move || {
        results.answers.with(|answers| (not_shown(lang, &answers.ledger), notes(lang, &answers.ledger)))
    });
    let live = move || {
        let (not_shown, notes) = lines.get();
        view! {
            <p class="ledger">
                {(!not_shown.is_empty()).then(|| view! { <Items lead=texts.not_shown items=not_shown /> })}
                {(!notes.is_empty()).then(|| view! { <Items lead=texts.among_shown items=notes /> })}
            </p>
        }
    };
    live.into_markup()
}

#[component]
fn Items(lead: &'static str, items: Vec<Item>) -> Markup {
    let choice = use_choice();
    let last = items.len().saturating_sub(1);
    let button = move |(at, item): (usize, Item)| {
        let pressed = move || choice.with(|address| address.show == item.show);
        let press = move |_| {
            choice.show(if choice.peek(|address| address.show == item.show) { "" } else { item.show });
        };
        view! {
            <span class="ledger__item">
                <button
                    type="button"
                    class="link"
                    aria-pressed=move || if pressed() { "true" } else { "false" }
                    on:click=press
                >
                    {item.text}
                </button>
                {if at == last { "." } else { " ·" }}
            </span>
            " "
        }
    };
    view! {
        {lead}
        {items.into_iter().enumerate().map(button).collect::<Markup>()}
    }
}

/// Says that a part of the ledger is listed instead of the selection.
#[component]
pub fn Showing() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let texts = &use_words().sentence;
    let units = StoredValue::new(fieldbook.peek(|corpus| corpus.about.unit.clone()));
    let template = move || {
        choice.with(|address| match address.show.as_str() {
            "outside" => Some(texts.showing_outside),
            "undated" => Some(texts.showing_undated),
            "unplaced" => Some(texts.showing_unplaced),
            "without-actor" => Some(texts.showing_without_actor),
            "without-coordinates" => Some(texts.showing_without_coordinates),
            _ if !address.behind.is_empty() => Some(use_words().figuring.showing_behind),
            _ => None,
        })
    };
    let text = move |template: &str| {
        let n = results.listed.with(|rows| rows.len() as u64);
        fill(template, &[&units.with_value(|units| unit::counted(lang, units, n))])
    };
    let back = move |_| back_to_selection(choice);
    let live = move || {
        template().map(|template| {
            view! {
                <div class="notice">
                    <p>{move || text(template)}</p>
                    <button type="button" class="button" on:click=back>{texts.back}</button>
                </div>
            }
        })
    };
    live.into_markup()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_left_out() {
        let ledger =
            Ledger { outside: 20, undated: 0, unplaced: 1, without_actor: 0, without_coordinates: 0 };
        let texts: Vec<String> = not_shown(Lang::En, &ledger).into_iter().map(|item| item.text).collect();
        assert_eq!(texts, ["20 outside", "1 without a place"]);
        assert_eq!(notes(Lang::En, &ledger), []);
        let noted = Ledger { without_coordinates: 3, ..ledger };
        assert_eq!(notes(Lang::En, &noted)[0].text, "3 without coordinates");
    }
}
