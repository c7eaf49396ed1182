//! Two selections side by side: A is the page's own, B stands in the address beside it.

use super::number::{cell, list};
use crate::app::{use_lang, use_words};
use crate::components::counts::{Tally, spoken};
use crate::engine::{Fieldbook, use_fieldbook};
use crate::panels::facets::{names_of, shown_name};
use crate::panels::sentence::in_words;
use crate::panels::statements::isolated;
use crate::state::versus::{OF_B, OF_BOTH, clauses, kept, of_clauses};
use crate::state::{Choice, resolve, use_choice, use_results};
use crate::text::{Lang, fill};
use crate::url::Address;
use markup::{Markup, memo, view};
use query::compare::Pair;
use query::{Dimension, Selection, Value};

/// So many values of a dimension are drawn.
const MOST: usize = 20;

/// The comparison in words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    sentences: [String; 2],
    shared: String,
    totals: [Tally; 2],
    facets: Vec<Facet>,
}

/// A dimension: its name, its values, and how many more there are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Facet {
    title: &'static str,
    rows: Vec<Row>,
    more: Option<String>,
}

/// A value with both counts, and the name of the statements behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    value: String,
    tallies: [Tally; 2],
    behind: String,
}

/// The comparison.
pub fn inside() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let told = &use_words().figuring.compare;
    let versus = memo(move || choice.with(|address| address.versus.clone()));
    let own = memo(move || choice.with(clauses));
    let shown = memo(move || {
        versus.with(|versus| {
            let keep = |versus: &String| {
                own.with(|own| results.selection.with(|it| shown(fieldbook, lang, own, it, versus)))
            };
            Some(versus).filter(|versus| !versus.is_empty()).map(keep)
        })
    });
    let keep = move |_| choice.set_versus(&own.with_untracked(of_clauses));
    let swap = move |_| exchange(choice);
    let drawn = move || {
        shown.with(|shown| match shown {
            None => view! { <p class="muted">{told.start}</p> },
            Some(shown) => tables(shown, lang),
        })
    };
    view! {
        <div class="weighed__head">
            <button type="button" class="button" on:click=keep>{told.keep}</button>
            <Show when=move || versus.with(|it| !it.is_empty())>
                <button type="button" class="button" on:click=swap>{told.swap}</button>
                <button type="button" class="button" on:click=move |_| choice.set_versus("")>{told.forget}</button>
            </Show>
        </div>
        {drawn}
    }
}

/// A becomes B, and B becomes A.
fn exchange(choice: Choice) {
    let now = choice.address();
    let (own, other) = (clauses(&now), kept(&now.versus));
    choice.restore(Address {
        versus: of_clauses(&own),
        view: now.view,
        lang: now.lang,
        sort: now.sort,
        report: now.report,
        statement: now.statement,
        ..other
    });
}

fn shown(fieldbook: Fieldbook, lang: Lang, own: &Address, first: &Selection, versus: &str) -> Shown {
    let words = &lang.words().figuring.compare;
    let other = kept(versus);
    let sentences = [own, &other].map(|address| match in_words(fieldbook, lang, address) {
        sentence if sentence.is_empty() => words.everything.to_owned(),
        sentence => sentence,
    });
    fieldbook.with_engine(|engine| {
        let (second, _) = resolve(&other, engine);
        let compared = engine.compare(first, &second);
        let name = |dimension: Dimension, value: Value| match value {
            Value::Missing => lang.words().none.to_owned(),
            Value::Entry(slot) => {
                let names = names_of(engine.corpus(), dimension, slot);
                isolated(lang, shown_name(names, lang.code(), ""))
            }
        };
        let facet = |(dimension, pairs): &(Dimension, Vec<Pair>)| {
            let row = |pair: &Pair| Row {
                value: name(*dimension, pair.value),
                tallies: [pair.first.into(), pair.second.into()],
                behind: engine.value_name(*dimension, pair.value),
            };
            let more = pairs.len().saturating_sub(MOST);
            Facet {
                title: title(*dimension, lang),
                rows: pairs.iter().take(MOST).map(row).collect(),
                more: (more > 0).then(|| words.more.with(lang, more as u64)),
            }
        };
        Shown {
            sentences,
            shared: words.shared.with(lang, compared.shared.into()),
            totals: [compared.totals.0.into(), compared.totals.1.into()],
            facets: compared.facets.iter().map(facet).collect(),
        }
    })
}

fn title(dimension: Dimension, lang: Lang) -> &'static str {
    let names = &lang.words().dimension;
    match dimension {
        Dimension::Date => names.date,
        Dimension::Actor => names.actor,
        Dimension::Speaker => names.speaker,
        Dimension::Place => names.place,
        Dimension::Kind => names.kind,
        Dimension::Source => names.source,
        Dimension::Text => names.text,
    }
}

fn tables(shown: &Shown, lang: Lang) -> Markup {
    let told = &use_words().figuring.compare;
    let choice = use_choice();
    let [first, second] = shown.sentences.clone();
    let totals = Row { value: told.all.to_owned(), tallies: shown.totals, behind: "all".to_owned() };
    let facets = shown.facets.iter().map(|facet| {
        let rows = std::iter::once(&totals).chain(&facet.rows).map(|line| row(line, lang)).collect::<Markup>();
        view! {
            <div class="weighed__box" role="region" aria-label=facet.title tabindex="0">
                <table class="weighed weighed--pairs">
                    <caption>{facet.title}</caption>
                    <thead><tr><th scope="col">{told.value}</th><th scope="col">{side(told.first)}</th><th scope="col">{side(told.second)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
                {facet.more.clone().map(|more| view! { <p class="weighed__foot muted">{more}</p> })}
            </div>
        }
    });
    let facets = facets.collect::<Markup>();
    view! {
        <p dir="auto"><b>{told.first}</b>" "{first}</p>
        <p dir="auto"><b>{told.second}</b>" "{second}</p>
        <p>
            <button type="button" class="link" on:click=move |_| list(choice, OF_BOTH)>{shown.shared.clone()}</button>
        </p>
        {facets}
    }
}

/// A column's head: the letter that its sentence begins with.
fn side(label: &str) -> String {
    label.chars().take(1).collect()
}

fn row(row: &Row, lang: Lang) -> Markup {
    let words = &lang.words().figuring;
    let of = |tally: Tally, label: &str, behind: String| {
        let label = fill(words.matrix.cell, &[&row.value, &side(label), &spoken(lang, tally)]);
        view! { <td class="tabular">{cell(tally, label, behind, lang)}</td> }
    };
    let [first, second] = row.tallies;
    view! {
        <tr>
            <th scope="row" dir="auto">{row.value.clone()}</th>
            {of(first, words.compare.first, row.behind.clone())}
            {of(second, words.compare.second, [OF_B, &row.behind].concat())}
        </tr>
    }
}
