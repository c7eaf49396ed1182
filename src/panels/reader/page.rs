//! An open report: head, text, source.

use super::paragraph::ParagraphText;
use super::published::{published, published_why};
use super::stepper::{Stepper, step};
use super::trial::TrialPart;
use super::why_box::WhyBox;
use super::{CloseButton, Desk, TITLE_ID};
use crate::app::{use_lang, use_layout, use_words};
use crate::components::why::Why;
use crate::engine::use_fieldbook;
use crate::panels::statements::source;
use crate::panels::veil::{VeilNotice, use_veil};
use crate::platform::keys::single_key;
use crate::platform::reader;
use crate::state::use_results;
use index::{Corpus, ParagraphRole, Report};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, effect, memo, view};

/// The open statement's place in the report: its paragraphs, first and last.
fn lit_paragraphs(corpus: &Corpus, row: Option<u32>, report: u32) -> Option<(u32, u32)> {
    let row = row.filter(|&row| corpus.statements.reports.get(row as usize) == Some(&report))?;
    let spans = corpus.statements.spans.get(row as usize);
    let paragraphs = || spans.iter().map(|span| span.paragraph);
    Some((paragraphs().min()?, paragraphs().max()?))
}

/// Id of a paragraph's element.
pub(super) fn paragraph_id(number: u32) -> String {
    ["paragraph-", &number.to_string()].concat()
}

/// A report to read.
#[component]
pub fn Page(report: u32) -> Markup {
    let (results, fieldbook, desk) = (use_results(), use_fieldbook(), expect_context::<Desk>());
    let lit = memo(move || {
        let row = results.statement.get();
        fieldbook.peek(|corpus| lit_paragraphs(corpus, row, report))
    });
    effect(move || {
        let _ = results.statement.get();
        if let Some((first, _)) = lit.get() {
            reader::reveal_soon(vec!["why-box".to_owned(), paragraph_id(first)]);
        }
    });
    // A statement without a place in the text has its box above the text.
    let above = move || results.statement.get().filter(|_| lit.get().is_none());
    let numbers: Vec<u32> = fieldbook.peek(|corpus| readable(corpus.reports.get(report as usize)));
    let text = numbers
        .into_iter()
        .map(|number| {
            let ends_here = move || lit.get().is_some_and(|(_, last)| last == number);
            let row = move || results.statement.get().filter(|_| ends_here());
            view! {
                <ParagraphText report number />
                {move || row().map(|row| view! { <WhyBox row /> })}
            }
        })
        .collect::<Markup>();
    let single_keys = use_layout().single_keys;
    let keys = move |event: leptos::ev::KeyboardEvent| match single_key(&event)
        .filter(|_| single_keys.get_untracked())
        .as_deref()
    {
        Some("n") => step(desk, 1),
        Some("p") => step(desk, -1),
        _ => {}
    };
    view! {
        <div class="reader__page" on:keydown=keys>
            <div class="reader__bar">
                <Stepper />
                <CloseButton />
            </div>
            <Head report />
            <Underlines />
            <VeilNotice />
            <div class="reader__text" class:reader__text--plain=move || !desk.underlines.get()>
                {move || above().map(|row| view! { <WhyBox row /> })}
                {text}
            </div>
            <Particulars report />
        </div>
    }
}

fn readable(report: Option<&Report>) -> Vec<u32> {
    let paragraphs = (0u32..).zip(report.map_or(&[][..], |report| &report.paragraphs));
    paragraphs
        .filter(|(_, paragraph)| paragraph.role != ParagraphRole::Furniture)
        .map(|(number, _)| number)
        .collect()
}

/// Title, publisher, date and how it is known.
#[component]
fn Head(report: u32) -> Markup {
    let (lang, words, fieldbook, veil) = (use_lang(), use_words(), use_fieldbook(), use_veil());
    let reading = &words.reading;
    let entry = move |corpus: &Corpus| corpus.reports.get(report as usize).cloned().unwrap_or_default();
    let when = memo(move || fieldbook.with(|corpus| published(&entry(corpus), lang)));
    let why = memo(move || fieldbook.with(|corpus| published_why(&entry(corpus), lang)));
    let (title, language, publisher, digest) = fieldbook.peek(|corpus| {
        let report = entry(corpus);
        let publisher = source(corpus, report.source, lang);
        (report.title, report.language, publisher, report.digest)
    });
    let publisher = publisher.unwrap_or_else(|| reading.reader.no_publisher.to_owned());
    let tried = move || fieldbook.trial().filter(|trial| trial.report == report).map(|_| reading.trial.tried);
    let why_button = move || {
        let sentences = if tried().is_some() { Vec::new() } else { why.get() };
        (!sentences.is_empty())
            .then(|| view! { " " <Why label=words.why about=when.get_untracked() sentences /> })
    };
    view! {
        <h2 class="reader__title" id=TITLE_ID tabindex="-1" lang=language dir="auto">{move || veil.over(&title)}</h2>
        <p class="reader__meta">
            <bdi>{publisher}</bdi> " · " <span class="reader__published">{move || when.get()}</span>
            {move || tried().map(|tried| view! { " " <b class="reader__tried">{tried}</b> })} {why_button}
            {digest.then(|| view! { " · " <b>{reading.reader.digest}</b> {[reading.statements.comma, reading.reader.not_original].concat()} })}
        </p>
        <TrialPart report />
    }
}

/// A switch for the underlines, which is also their key.
#[component]
fn Underlines() -> Markup {
    let (words, desk) = (&use_words().reading.reader, expect_context::<Desk>());
    let [date, actor, place, figure, attribution] = words.kinds;
    let samples = [
        ("date", date),
        ("actor", actor),
        ("place", place),
        ("figure", figure),
        ("attribution", attribution),
    ];
    let samples = samples
        .map(|(kind, label)| view! { <span class=["mention mention--", kind].concat()>{label}</span> " " });
    view! {
        <div class="reader__key" class:reader__text--plain=move || !desk.underlines.get()>
            <label class="reader__underlines">
                <input type="checkbox" prop:checked=move || desk.underlines.get() on:change=move |_| desk.underlines.update(|on| *on = !*on) />
                <span>{words.underlines}</span>
            </label>
            <span class="reader__samples">{samples}</span>
        </div>
    }
}

/// Where the report comes from, in its particulars.
#[component]
fn Particulars(report: u32) -> Markup {
    let (words, fieldbook) = (&use_words().reading.reader, use_fieldbook());
    let report = fieldbook.peek(|corpus| corpus.reports.get(report as usize).cloned()).unwrap_or_default();
    let rows = [
        (words.author, report.author),
        (words.citation, report.citation),
        (words.original, report.url),
        (words.archive, report.archive),
        (words.captured, report.captured),
        (words.licence, report.licence),
        (words.sha256, report.sha256),
    ];
    let rows = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| view! { <dt>{label}</dt> <dd dir="auto">{linked(value)}</dd> })
        .collect::<Markup>();
    view! {
        <details class="reader__source">
            <summary>{words.source}</summary>
            <dl class="reader__particulars">{rows}</dl>
        </details>
    }
}

/// A web address as a link; any other text as it is.
fn linked(text: String) -> Markup {
    match is_web_address(&text) {
        true => {
            let address = text.clone();
            view! { <a href=address rel="noopener noreferrer" target="_blank">{text}</a> }
        }
        false => text.into_markup(),
    }
}

fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn where_a_statement_stands() {
        let corpus = sample_corpus();
        assert_eq!(lit_paragraphs(&corpus, Some(0), 0), Some((1, 1)));
        assert_eq!(lit_paragraphs(&corpus, Some(1), 0), None);
        assert_eq!(lit_paragraphs(&corpus, Some(0), 7), None);
        assert_eq!(lit_paragraphs(&corpus, None, 0), None);
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web_address("https://example.org"));
        assert!(!is_web_address("javascript:alert(1)"));
    }
}
