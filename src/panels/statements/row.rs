//! One statement of the list.

use super::figures::FigureText;
use super::item::{Item, Party, item};
use super::{button_id, reasons};
use crate::app::{use_lang, use_layout, use_words};
use crate::components::lit::Lit;
use crate::components::why::Why;
use crate::engine::use_fieldbook;
use crate::panels::reader::TITLE_ID;
use crate::panels::veil::use_veil;
use crate::platform::reader;
use crate::state::{use_choice, use_results};
use crate::text::fill;
use index::Made;
use leptos::prelude::*;
use markup::{Markup, Signal, memo, view};
use query::search::Rule;
use query::{Answer, Selection};

/// A statement: when, what, and the line of who, where and how many.
#[component]
pub fn Row(
    /// Its position in the corpus.
    row: u32,
    /// Its answer.
    answer: Answer,
    /// The selection to explain an open answer by.
    settled: Signal<Selection>,
    /// Where the row that has the focus is noted.
    focused: StoredValue<Option<u32>>,
) -> Markup {
    let (lang, fieldbook, results, choice) = (use_lang(), use_fieldbook(), use_results(), use_choice());
    let Item {
        id,
        report,
        date,
        date_words,
        title,
        title_lang,
        digest,
        figures,
        kind,
        parties,
        place,
        place_why,
        says,
        made,
    } = fieldbook.peek(|corpus| item(corpus, row, lang));
    let own = id.clone();
    let current = move || results.statement.with(|open| *open == Some(row)).then_some("true");
    let open = move |_| {
        choice.open_statement(&id, &report);
        reader::leave_for(TITLE_ID);
    };
    let (may_match, veil) = (answer == Answer::MayMatch, use_veil());
    view! {
        <li class="statement" class:statement--may=may_match on:focusin=move |_| focused.set_value(Some(row))>
            <div class="statement__when">
                <span class="statement__date tabular"><Ends date /></span>
                {(!date_words.is_empty()).then(|| view! { <bdi class="statement__words">{date_words}</bdi> })}
            </div>
            <div class="statement__body">
                <button class="statement__title" type="button" id=button_id(row) aria-current=current lang=title_lang dir="auto" on:click=open>
                    {move || {
                        let text = veil.over(&title);
                        let lit = results.plan.with(|plan| fieldbook.lit(plan, &text));
                        let ranges = lit.into_iter().map(|(range, _)| range).collect();
                        view! { <Lit text ranges /> }
                    }}
                </button>
                <p class="statement__line">
                    <Marks made digest />
                    {figures.into_iter().map(|figure| view! { <Figure figure /> }).collect::<Markup>()}
                    {(!kind.is_empty()).then(|| view! { <span class="statement__part"><b>{kind}</b></span> })}
                    {parties.into_iter().map(|party| view! { <PartyNames party /> }).collect::<Markup>()}
                    {(!place.is_empty()).then(|| view! { <PlaceName place place_why /> })}
                    {(!says.is_empty()).then(|| view! { <span class="statement__part">{says}</span> })}
                    {may_match.then(|| view! { <Reasons row settled /> })}
                    <Hits row settled />
                </p>
                <OwnNote id=own />
            </div>
        </li>
    }
}

/// The reader's own note.
#[component]
fn OwnNote(id: String) -> Markup {
    let (words, notebook) = (use_words(), use_layout().notebook);
    let note = memo(move || notebook.with(|notebook| notebook.note(&id).to_owned()));
    view! {
        <Show when=move || !note.with(String::is_empty)>
            <p class="statement__note" dir="auto">{move || note.with(|note| fill(words.take.your_note, &[note]))}</p>
        </Show>
    }
}

/// A date whose lines break between its ends and nowhere else.
#[component]
fn Ends(date: String) -> Markup {
    let mut ends = date.split(" – ").map(str::to_owned);
    let first = ends.next();
    let rest = ends.map(|end| view! { " – " <span class="statement__end">{end}</span> }).collect::<Markup>();
    view! { <span class="statement__end">{first}</span> {rest} }
}

#[component]
fn Marks(made: Made, digest: bool) -> Markup {
    let words = &use_words().reading.statements;
    let machine = made == Made::Machine;
    view! {
        {machine.then(|| view! { <span class="statement__part statement__mark">{words.machine}</span> })}
        {digest.then(|| view! { <span class="statement__part statement__mark">{words.digest}</span> })}
    }
}

#[component]
fn Figure(figure: FigureText) -> Markup {
    let words = &use_words().reading;
    let computed = |computed: bool| {
        let text = [words.statements.comma, words.figures.computed].concat();
        computed.then(|| view! { <i class="statement__computed">{text}</i> })
    };
    let parts: Vec<String> = figure.parts.iter().map(|part| part.text.clone()).collect();
    let of_them = fill(words.figures.of_them, &[&parts.join(" · ")]);
    let computed_parts = figure.parts.iter().any(|part| part.computed);
    let parts = (!parts.is_empty()).then(|| {
        view! { <span class="statement__of">{[words.statements.comma, &of_them].concat()}{computed(computed_parts)}</span> }
    });
    view! { <span class="statement__part statement__figure">{figure.text}{computed(figure.computed)}{parts}</span> }
}

#[component]
fn PartyNames(party: Party) -> Markup {
    let Party { label, names, unnamed } = party;
    let label = (!label.is_empty()).then(|| [label, " "].concat());
    let names = if unnamed {
        view! { <b>{names}</b> }
    } else {
        view! { <bdi>{names}</bdi> }
    };
    view! { <span class="statement__part">{label}{names}</span> }
}

#[component]
fn PlaceName(place: String, place_why: Vec<String>) -> Markup {
    let label = use_words().why;
    let why =
        (!place_why.is_empty()).then(|| view! { " " <Why label about=place.clone() sentences=place_why /> });
    view! { <span class="statement__part"><bdi>{place}</bdi>{why}</span> }
}

/// What of the search words stands here otherwise than it was asked for, each with the rule that found it.
#[component]
fn Hits(row: u32, settled: Signal<Selection>) -> Markup {
    let (texts, fieldbook, results) = (&use_words().sentence, use_fieldbook(), use_results());
    let hits = memo(move || {
        settled.track();
        let hits = results.plan.with_untracked(|plan| fieldbook.hits(plan, row));
        let said = hits.into_iter().filter_map(|hit| {
            let at = Rule::ALL.iter().position(|(rule, _)| *rule == hit.rule)?;
            // That a word begins so is plain to see.
            (hit.rule != Rule::Beginning).then(|| fill(texts.hit, &[&hit.found, &hit.asked, texts.rules[at]]))
        });
        said.collect::<Vec<String>>().join(texts.comma)
    });
    view! {
        <Show when=move || !hits.with(String::is_empty)>
            <span class="statement__part statement__hits" dir="auto">{hits}</span>
        </Show>
    }
}

#[component]
fn Reasons(row: u32, settled: Signal<Selection>) -> Markup {
    let (lang, words, fieldbook) = (use_lang(), use_words(), use_fieldbook());
    let phrase = memo(move || {
        let open = settled.with(|selection| fieldbook.reasons(selection, row));
        fieldbook.peek(|corpus| reasons::phrase(corpus, &open, lang))
    });
    let because = move || {
        phrase.with(|phrase| match phrase.is_empty() {
            true => String::new(),
            false => fill(words.reading.reasons.because, &[phrase]),
        })
    };
    view! { <span class="statement__part statement__may"><b>{words.may_match}</b>{because}</span> }
}
