//! The box under the open statement: how its values were made, and who says so.

use super::Desk;
use super::explained::{Chain, Explained, Sibling, chain, explained, siblings};
use super::trial::FIELD_ID;
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::header::here;
use crate::panels::statements::{FigureText, item, quoted, source};
use crate::panels::take::StatementNote;
use crate::panels::veil::use_veil;
use crate::platform::{history, reader};
use crate::state::{use_choice, use_results};
use crate::text::{Lang, fill};
use index::Corpus;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Signal, memo, view};

/// How the open statement came to be.
#[component]
pub fn WhyBox(row: u32) -> Markup {
    let (lang, words, fieldbook) = (use_lang(), use_words(), use_fieldbook());
    let notes = memo(move || fieldbook.with(|corpus| explained(corpus, row, lang)));
    let notes = move || notes.get().into_iter().map(|note| view! { <Note note /> }).collect::<Markup>();
    let figures = memo(move || fieldbook.with(|corpus| item(corpus, row, lang).figures));
    let figures = move || {
        let figures = figures.get();
        (!figures.is_empty()).then(|| {
            let lines = figures.into_iter().map(|figure| view! { <FigureLine figure /> }).collect::<Markup>();
            view! {
                <h3 class="why__question">{words.reading.reader.record_rows.figures}</h3>
                <ul class="why__figures" role="list">{lines}</ul>
            }
        })
    };
    let (attribution, others) =
        fieldbook.peek(|corpus| (chain(corpus, row, lang), siblings(corpus, row, lang)));
    view! {
        <div class="why" id="why-box">
            {notes} {figures} <Attribution attribution /> <Siblings others /> <StatementNote /> <Copying row />
        </div>
    }
}

#[component]
fn Note(note: Explained) -> Markup {
    let (words, desk) = (&use_words().reading.trial, expect_context::<Desk>());
    let Explained { question, sentences, moves } = note;
    let open = move |_| {
        desk.trying.set(true);
        reader::focus_soon(FIELD_ID);
    };
    view! {
        <h3 class="why__question">{question}</h3>
        {sentences.into_iter().map(|line| view! { <p class="why__line" dir="auto">{line}</p> }).collect::<Markup>()}
        {moves.then(|| view! { <button class="link" type="button" on:click=open>{words.open}</button> })}
    }
}

#[component]
fn FigureLine(figure: FigureText) -> Markup {
    let words = &use_words().reading.figures;
    let FigureText { text, parts, details, .. } = figure;
    let line = |text: String, details: Vec<String>| {
        view! { <b>{text}</b> {(!details.is_empty()).then(|| [" · ", &details.join(" · ")].concat())} }
    };
    let parts = (!parts.is_empty()).then(|| {
        let lines = parts
            .into_iter()
            .map(|part| view! { <li>{line(part.text, part.details)}</li> })
            .collect::<Markup>();
        let label = fill(words.of_them, &[""]).trim().to_owned();
        view! { <span class="why__parts">{label}</span> <ul role="list">{lines}</ul> }
    });
    view! { <li>{line(text, details)} {parts}</li> }
}

#[component]
fn Attribution(attribution: Chain) -> Markup {
    let words = &use_words().reading.reader;
    let Chain { did_it, says_so, passed_on, reports_it } = attribution;
    let link = |label: &'static str, name: String| {
        view! { <li class="chain__link"><span class="chain__label">{label}</span> <bdi class="chain__name">{name}</bdi></li> }
    };
    view! {
        <ol class="chain" role="list">
            {link(words.did_it, did_it)} {link(words.says_so, says_so)}
            {(!passed_on.is_empty()).then(|| link(words.record_rows.relay, passed_on))}
            {link(words.reports_it, reports_it)}
        </ol>
    }
}

#[component]
fn Siblings(others: Vec<Sibling>) -> Markup {
    let (lang, words, choice, veil) = (use_lang(), &use_words().reading.reader, use_choice(), use_veil());
    let heading = words.siblings.with(lang, others.len() as u64 + 1);
    let any = !others.is_empty();
    let item = move |Sibling { id, report, title, .. }: Sibling| {
        let open = move |_| {
            choice.open_statement(&id, &report);
            reader::focus_soon(super::TITLE_ID);
        };
        view! { <li><button class="link why__sibling" type="button" dir="auto" on:click=open>{move || veil.over(&title)}</button></li> }
    };
    any.then(|| {
        let items = others.into_iter().map(item).collect::<Markup>();
        view! { <h3 class="why__question">{heading}</h3> <ul class="why__siblings" role="list">{items}</ul> }
    })
    .into_markup()
}

/// Copies the link to this statement, or its words with their source.
#[component]
fn Copying(row: u32) -> Markup {
    let (lang, words, fieldbook) = (use_lang(), use_words(), use_fieldbook());
    let (choice, results) = (use_choice(), use_results());
    let said = Signal::new("");
    let copy = move |text: String, done: &'static str| {
        leptos::task::spawn_local(async move {
            let copied = reader::copy(&text).await;
            said.try_set(if copied { done } else { words.shell.copy_failed });
        });
    };
    let quote = fieldbook.peek(|corpus| citation(corpus, row, lang));
    let has_quote = quote.is_some();
    let quote = StoredValue::new(quote.unwrap_or_default());
    view! {
        <p class="why__copy">
            <button class="button" type="button" on:click=move |_| copy(history::link(&here(choice, results, fieldbook)), words.shell.copied)>
                {words.reading.reader.copy_link}
            </button>
            {has_quote
                .then(|| {
                    view! {
                        <button class="button" type="button" on:click=move |_| copy(quote.get_value(), words.reading.reader.quote_copied)>
                            {words.reading.reader.copy_quote}
                        </button>
                    }
                })}
            <span aria-live="polite" class="why__said">{move || said.get()}</span>
        </p>
    }
}

/// The quoted words with title, publisher and date, marked where they are a digest's; nothing without words.
fn citation(corpus: &Corpus, row: u32, lang: Lang) -> Option<String> {
    let report =
        corpus.statements.reports.get(row as usize).and_then(|&at| corpus.reports.get(at as usize))?;
    let spans = corpus.statements.spans.get(row as usize).iter();
    let words = spans.filter_map(|span| {
        let text = &report.paragraphs.get(span.paragraph as usize)?.text;
        text.get(span.start as usize..span.end as usize)
    });
    let words: Vec<&str> = words.collect();
    if words.is_empty() {
        return None;
    }
    let texts = &lang.words().reading;
    let publisher =
        source(corpus, report.source, lang).unwrap_or_else(|| texts.reader.no_publisher.to_owned());
    let mut parts = vec![quoted(&words.join(" … "), lang)];
    if report.digest {
        parts.push(["(", texts.reader.digest, ")"].concat());
    }
    let from = [report.title.clone(), publisher, super::published::published(report, lang)];
    Some([parts.join(" "), from.join(texts.statements.comma)].join(" — "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn a_digest_is_cited_as_one() {
        let cited = citation(&sample_corpus(), 0, Lang::En);
        let expect = "“On Thursday a strike killed 33” (digest wording) — Leaders speak, publisher not named, \
            28 Feb 2020 or just after";
        assert_eq!(cited.as_deref(), Some(expect));
        assert_eq!(citation(&sample_corpus(), 1, Lang::En), None);
    }
}
