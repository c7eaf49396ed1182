//! Who did something to whom, or where: a table of counts, which is its own twin.

use super::figures::Menu;
use super::number::cell;
use crate::app::{use_lang, use_words};
use crate::components::counts::{Tally, spoken};
use crate::engine::{Fieldbook, use_fieldbook};
use crate::panels::facets::{names_of, shown_name};
use crate::panels::statements::isolated;
use crate::state::{use_choice, use_results};
use crate::text::{Lang, fill, number::whole};
use leptos::prelude::*;
use markup::{Markup, memo, view};
use query::matrix::Across;
use query::{Dimension, Selection, Value};

/// So many rows and columns are drawn.
const MOST: usize = 14;

/// The matrix in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    columns: Vec<String>,
    rows: Vec<(String, Vec<Cell>)>,
    more: Option<String>,
}

/// A cell: its counts, its name read out, and the name of the statements behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Cell {
    tally: Tally,
    label: String,
    behind: String,
}

/// The matrix.
pub fn inside() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let told = &use_words().figuring.matrix;
    let across = memo(move || choice.with(|address| address.across.clone()));
    let shown = memo(move || {
        let across = across.with(|it| if it == "place" { Across::Place } else { Across::Affected });
        results.selection.with(|it| shown(fieldbook, it, across, lang))
    });
    let drawn = move || {
        shown.with(|shown| {
            if shown.rows.is_empty() {
                view! { <p class="muted">{told.nothing}</p> }
            } else {
                grid(shown, lang)
            }
        })
    };
    view! {
        <div class="weighed__head">
            <Menu label=told.across names=vec![("place", told.across_options[1])] first=told.across_options[0]
                chosen=across choose=Callback::new(move |it: String| choice.set_across(&it)) />
        </div>
        {drawn}
    }
}

fn shown(fieldbook: Fieldbook, selection: &Selection, across: Across, lang: Lang) -> Shown {
    let words = &lang.words().figuring.matrix;
    fieldbook.with_engine(|engine| {
        let matrix = engine.matrix(selection, across, MOST);
        let dimension = if across == Across::Place { Dimension::Place } else { Dimension::Actor };
        let name = |dimension: Dimension, value: Value| match value {
            Value::Entry(slot) => {
                let names = names_of(engine.corpus(), dimension, slot);
                isolated(lang, shown_name(names, lang.code(), ""))
            }
            Value::Missing => lang.words().none.to_owned(),
        };
        let columns: Vec<String> = matrix.columns.iter().map(|&value| name(dimension, value)).collect();
        let row = |(at, &value): (usize, &Value)| {
            let own = name(Dimension::Actor, value);
            let cell = |(of, &column): (usize, &Value)| {
                let tally = Tally::from(matrix.cell(at, of));
                let other = columns.get(of).map_or("", String::as_str);
                Cell {
                    tally,
                    label: fill(words.cell, &[&own, other, &spoken(lang, tally)]),
                    behind: engine.cell_name(across, value, column),
                }
            };
            let cells: Vec<Cell> = matrix.columns.iter().enumerate().map(cell).collect();
            (own.clone(), cells)
        };
        let (rows, more) = (matrix.rows.iter().enumerate().map(row), matrix.more);
        // Who did nothing to anybody named has no row to fill.
        let rows: Vec<_> =
            rows.filter(|(_, cells)| cells.iter().any(|cell| cell.tally.shown() > 0)).collect();
        let number = |n: usize| whole(lang, n as u64);
        let more = (more != (0, 0)).then(|| fill(words.more, &[&number(more.0), &number(more.1)]));
        Shown { columns, rows, more }
    })
}

fn grid(shown: &Shown, lang: Lang) -> Markup {
    let told = &use_words().figuring.matrix;
    let columns = shown.columns.iter();
    let columns =
        columns.map(|name| view! { <th scope="col" dir="auto">{name.clone()}</th> }).collect::<Markup>();
    let rows = shown.rows.iter().map(|(name, cells)| {
        let cells = cells.iter().map(|cell| one(cell, lang)).collect::<Markup>();
        view! { <tr><th scope="row" dir="auto">{name.clone()}</th>{cells}</tr> }
    });
    let rows = rows.collect::<Markup>();
    view! {
        <div class="weighed__box" role="region" aria-label=told.caption tabindex="0">
            <table class="weighed weighed--matrix">
                <caption>{told.caption}</caption>
                <thead><tr><th scope="col">{told.did_it}</th>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {shown.more.clone().map(|more| view! { <p class="muted">{more}</p> })}
    }
}

fn one(it: &Cell, lang: Lang) -> Markup {
    if it.tally.shown() == 0 {
        return view! { <td></td> };
    }
    let may = it.tally.matching == 0;
    view! {
        <td class="tabular weighed__cell" class:weighed__cell--may=may>
            {cell(it.tally, it.label.clone(), it.behind.clone(), lang)}
        </td>
    }
}
