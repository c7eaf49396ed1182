//! How many, and who says so: a table for each measure, without anyone counted twice.

mod amounts;
mod passing;
mod texts;

use super::number::{Opens, number};
use crate::app::{use_lang, use_words};
use crate::engine::{Fieldbook, use_fieldbook};
use crate::panels::facets::{names_of, shown_name};
use crate::panels::statements::isolated;
use crate::state::{use_choice, use_results};
use crate::text::{Lang, date};
pub use amounts::amount;
use leptos::prelude::*;
use markup::{Markup, Signal, memo, value_of, view};
pub use passing::passed_on;
use query::figures::{By, Figures, GroupValue};
use query::{Dimension, Selection, Value};
use texts::{Row, Table, Wanted, tables};
pub use texts::{opens, says};

/// So many groups are drawn.
const MOST_GROUPS: usize = 24;

/// The measures, as the address names them, in the order of their words.
const MEASURES: [&str; 8] =
    ["killed", "injured", "missing", "detained", "displaced", "refugees", "residents", "other"];

/// What was asked of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    measure: String,
    by: String,
    totals: bool,
}

/// The figures.
pub fn inside() -> Markup {
    let (lang, words, choice, results) = (use_lang(), use_words(), use_choice(), use_results());
    let (fieldbook, told) = (use_fieldbook(), &words.figuring.figures);
    let totals = Signal::new(false);
    let asked = memo(move || {
        let (measure, by) = choice.with(|address| (address.measure.clone(), address.by.clone()));
        Asked { measure, by, totals: totals.get() }
    });
    let groups =
        memo(move || results.selection.with(|it| asked.with(|asked| groups(fieldbook, it, asked, lang))));
    let grouped = memo(move || asked.with(|asked| !asked.by.is_empty()));
    let drawn = move || {
        groups.with(|(groups, more)| {
            let all = groups.iter().map(|(heading, tables)| group(heading, tables)).collect::<Markup>();
            let more = (*more > 0).then(|| told.more_groups.with(lang, *more as u64));
            view! {
                {all}
                {more.map(|more| view! { <p class="muted">{more}</p> })}
            }
        })
    };
    let empty = move || groups.with(|(groups, _)| groups.is_empty());
    view! {
        <div class="weighed__head">
            <Menu label=told.measure names=MEASURES.iter().zip(told.measures).map(|(id, name)| (*id, name)).collect()
                first=told.all chosen=memo(move || asked.with(|it| it.measure.clone()))
                choose=Callback::new(move |it: String| choice.set_measure(&it)) />
            <Menu label=told.by
                names=["actor", "place", "kind", "year"].into_iter().zip(told.by_options.into_iter().skip(1)).collect()
                first=told.by_options[0] chosen=memo(move || asked.with(|it| it.by.clone()))
                choose=Callback::new(move |it: String| choice.set_by(&it)) />
            <span class="muted">{told.no_total}</span>
            <button type="button" class="button" aria-pressed=move || totals.get().to_string()
                on:click=move |_| totals.update(|it| *it = !*it)>
                {move || if totals.get() { told.hide } else { told.compute }}
            </button>
        </div>
        <Show when=move || grouped.get()>
            <p class="muted">{told.groups_note}</p>
        </Show>
        {drawn}
        <Show when=empty>
            <p class="muted">{told.nothing}</p>
        </Show>
    }
}

/// A menu of the panel; the first choice is the empty one.
#[component]
pub fn Menu(
    /// Its label.
    label: &'static str,
    /// The choices, as the address names them and as the reader reads them.
    names: Vec<(&'static str, &'static str)>,
    /// The choice that the address leaves out.
    first: &'static str,
    /// The choice as it is.
    chosen: markup::Memo<String>,
    /// Changes it.
    choose: Callback<String>,
) -> Markup {
    let option = |(id, name): (&'static str, &'static str)| {
        view! { <option value=id selected=move || chosen.with(|it| it == id)>{name}</option> }
    };
    let options = std::iter::once(("", first)).chain(names).map(option).collect::<Markup>();
    view! {
        <label class="weighed__menu">
            <span>{label}</span>
            <select class="input" prop:value=move || chosen.get() on:change=move |event| choose.run(value_of(&event))>
                {options}
            </select>
        </label>
    }
}

type Groups = (Vec<(String, Vec<Table>)>, usize);

/// The tables to draw, under headings where figures are grouped; and how many groups there are besides.
fn groups(fieldbook: Fieldbook, selection: &Selection, asked: &Asked, lang: Lang) -> Groups {
    let by = match asked.by.as_str() {
        "actor" => Some(By::Value(Dimension::Actor)),
        "place" => Some(By::Value(Dimension::Place)),
        "kind" => Some(By::Value(Dimension::Kind)),
        "year" => Some(By::Year),
        _ => None,
    };
    fieldbook.with_engine(|engine| {
        let drawn = |figures: &Figures, within: String| {
            let wanted = Wanted { measure: &asked.measure, totals: asked.totals, within };
            tables(engine, figures, &wanted, lang)
        };
        let Some(by) = by else {
            let tables = drawn(&engine.figures(selection), String::new());
            return (if tables.is_empty() { Vec::new() } else { vec![(String::new(), tables)] }, 0);
        };
        let (groups, more) = engine.figures_by(selection, by, MOST_GROUPS);
        let group = |group: query::figures::Group| {
            let name = match group.value {
                GroupValue::Year(first, _) => date::year(lang, first),
                GroupValue::Value(Value::Missing) => lang.words().none.to_owned(),
                GroupValue::Value(Value::Entry(slot)) => {
                    let By::Value(dimension) = by else { return (String::new(), Vec::new()) };
                    let names = names_of(engine.corpus(), dimension, slot);
                    isolated(lang, shown_name(names, lang.code(), ""))
                }
            };
            (name, drawn(&group.figures, engine.group_name(by, group.value)))
        };
        (groups.into_iter().map(group).filter(|(_, tables)| !tables.is_empty()).collect(), more)
    })
}

fn group(heading: &str, tables: &[Table]) -> Markup {
    let tables = tables.iter().map(|it| table(it, heading)).collect::<Markup>();
    let heading = (!heading.is_empty())
        .then(|| view! { <h2 class="weighed__group" dir="auto">{heading.to_owned()}</h2> });
    view! {
        {heading}
        {tables}
    }
}

/// A measure's table, under the heading of its group if it has one.
fn table(table: &Table, heading: &str) -> Markup {
    let told = &use_words().figuring.figures;
    let label = match heading.is_empty() {
        true => table.title.to_owned(),
        false => [heading, use_words().reading.statements.comma, table.title].concat(),
    };
    let head = told.columns.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect::<Markup>();
    let rows = table.rows.iter().map(row).collect::<Markup>();
    let outside = (!table.outside.is_empty()).then(|| {
        let rows = table.outside.iter().map(row).collect::<Markup>();
        view! {
            <tbody>
                <tr><th colspan="6" scope="rowgroup" class="weighed__outside">{told.outside}</th></tr>
                {rows}
            </tbody>
        }
    });
    let total = table.total.as_ref().map(|lines| {
        let line = |(text, opens): &(String, Opens)| {
            view! { <p dir="auto">{number(text.clone(), opens.clone())}</p> }
        };
        let lines = lines.iter().map(line).collect::<Markup>();
        view! { <div class="weighed__total" role="note">{lines}</div> }
    });
    view! {
        <div class="weighed__box" role="region" aria-label=label tabindex="0">
            <table class="weighed">
                <caption>{table.title}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
                {outside}
            </table>
            <p class="weighed__foot muted">{table.told.clone()}</p>
        </div>
        {table.has_parts.then(|| view! { <p class="muted">{told.parts_note}</p> })}
        {total}
    }
}

/// Under the one who says so: whose reports pass it on.
pub fn passed_on_line(text: &str) -> Option<Markup> {
    (!text.is_empty()).then(|| view! { <span class="weighed__passed muted">{text.to_owned()}</span> })
}

fn row(row: &Row) -> Markup {
    let number = |text: &str| {
        let opens = row.opens.clone();
        let text = text.to_owned();
        (!text.is_empty()).then(|| number(text, opens))
    };
    let passed_on = passed_on_line(&row.passed_on);
    let (matching, may_match) = (number(&row.matching), number(&row.may_match));
    view! {
        <tr class="weighed__row" class:weighed__row--inner=row.inner>
            <td dir="auto">{row.says.clone()}{passed_on}</td>
            <th scope="row" dir="auto">{row.whom.clone()}</th>
            <td>{row.period.clone()}</td>
            <td class="tabular weighed__number">{matching}</td>
            <td class="tabular weighed__number weighed__may">{may_match}</td>
            <td class="weighed__why">{row.counts_as.clone()}</td>
        </tr>
    }
}
