//! A paragraph: its number in the original, its text, what is lit and underlined in it.

use super::Desk;
use super::page::paragraph_id;
use super::segments::{Drawn, Mark, Piece, pieces};
use super::stepper::current_stop;
use super::stepping::{Stop, Stops};
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::veil::{Veil, use_veil};
use crate::state::use_results;
use crate::text::number;
use index::{Corpus, MentionKind, ParagraphRole};
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, memo, view};
use query::Answer;
use std::ops::Range;

/// Id of the mention that the reader has stepped to.
pub(super) const CURRENT_ID: &str = "mention-current";

/// One paragraph of a report.
#[component]
pub fn ParagraphText(report: u32, number: u32) -> Markup {
    let (lang, words, fieldbook, results) =
        (use_lang(), &use_words().reading.reader, use_fieldbook(), use_results());
    let (desk, veil) = (expect_context::<Desk>(), use_veil());
    let drawn = memo(move || {
        let row = results.statement.get();
        let stop = current_stop(desk).filter(|stop| stop.paragraph == number);
        let words = desk.stops.with(|stops| search_words(stops, number));
        fieldbook.peek(|corpus| draw(corpus, report, number, row, stop, &words, veil))
    });
    let spoken_of = memo(move || {
        results.answers.with(|answers| {
            fieldbook.peek(|corpus| is_spoken_of(corpus, answers.rows.iter(), report, number))
        })
    });
    let (original, role, language) = fieldbook.peek(|corpus| {
        let report = corpus.reports.get(report as usize);
        let paragraph = report.and_then(|report| report.paragraphs.get(number as usize));
        let language = report.map(|report| report.language.clone()).unwrap_or_default();
        paragraph.map(|paragraph| (paragraph.original, paragraph.role, language)).unwrap_or_default()
    });
    let class = match role {
        ParagraphRole::Heading => "paragraph paragraph--heading",
        ParagraphRole::Caption => "paragraph paragraph--caption",
        ParagraphRole::Body | ParagraphRole::Furniture => "paragraph",
    };
    let caption = (role == ParagraphRole::Caption).then(|| {
        view! { <span class="paragraph__role">{words.caption}</span> " " }
    });
    let margin = (original > 0).then(|| {
        view! {
            <span class="paragraph__number tabular">
                <span class="spoken">{words.paragraph} " "</span>
                {number::whole(lang, original.into())}
            </span>
        }
    });
    view! {
        <div class=class class:paragraph--spoken-of=move || spoken_of.get() id=paragraph_id(number)>
            {margin}
            <p class="paragraph__text" lang=language dir="auto">
                {caption} {move || drawn.get().into_iter().map(|piece| view! { <Stretch piece /> }).collect::<Markup>()}
            </p>
        </div>
    }
}

#[component]
fn Stretch(piece: Piece) -> Markup {
    let Piece { mut text, lit, mark } = piece;
    if matches!(mark, Some((Drawn::Veil, _))) {
        text = use_words().reading.statements.veiled.to_owned();
    }
    let lit = if lit { " lit" } else { "" };
    match mark {
        Some((drawn, current)) => {
            let class = [class_of(drawn), if current { " mention--current" } else { "" }, lit].concat();
            view! { <mark class=class id=current.then_some(CURRENT_ID)>{text}</mark> }
        }
        None if !lit.is_empty() => view! { <span class="lit">{text}</span> },
        None => text.into_markup(),
    }
}

fn class_of(drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Veil => "veiled",
        Drawn::Word => "mention mention--word",
        Drawn::Mention(MentionKind::Date) => "mention mention--date",
        Drawn::Mention(MentionKind::Actor) => "mention mention--actor",
        Drawn::Mention(MentionKind::Place) => "mention mention--place",
        Drawn::Mention(MentionKind::Figure) => "mention mention--figure",
        Drawn::Mention(MentionKind::Attribution) => "mention mention--attribution",
    }
}

fn search_words(stops: &Stops, paragraph: u32) -> Vec<Stop> {
    match stops {
        Stops::Mentions(stops) => {
            stops.iter().filter(|stop| stop.word && stop.paragraph == paragraph).copied().collect()
        }
        Stops::Statements(_) => Vec::new(),
    }
}

fn draw(
    corpus: &Corpus,
    report: u32,
    number: u32,
    row: Option<u32>,
    stop: Option<Stop>,
    words: &[Stop],
    veil: Veil,
) -> Vec<Piece> {
    let Some(report_entry) = corpus.reports.get(report as usize) else { return Vec::new() };
    let Some(paragraph) = report_entry.paragraphs.get(number as usize) else { return Vec::new() };
    let range = |start: u32, end: u32| start as usize..end as usize;
    let is_current =
        |range: &Range<usize>| stop.is_some_and(|stop| (stop.start as usize..stop.end as usize) == *range);
    let mark = |range: Range<usize>, drawn| Mark { current: is_current(&range), range, drawn };
    let mentions = report_entry.mentions.iter().filter(|mention| mention.paragraph == number);
    let mut marks: Vec<Mark> = mentions
        .map(|mention| mark(range(mention.start, mention.end), Drawn::Mention(mention.kind)))
        .collect();
    marks.extend(veil.ranges(&paragraph.text).into_iter().map(|range| mark(range, Drawn::Veil)));
    marks.extend(words.iter().map(|word| mark(range(word.start, word.end), Drawn::Word)));
    let row = row.filter(|&row| corpus.statements.reports.get(row as usize) == Some(&report));
    let spans = row.map_or(&[][..], |row| corpus.statements.spans.get(row as usize));
    let here = spans.iter().filter(|span| span.paragraph == number);
    let lit: Vec<Range<usize>> = here.map(|span| range(span.start, span.end)).collect();
    pieces(&paragraph.text, &lit, &marks)
}

fn is_spoken_of(
    corpus: &Corpus,
    mut rows: impl Iterator<Item = (u32, Answer)>,
    report: u32,
    paragraph: u32,
) -> bool {
    rows.any(|(row, _)| {
        corpus.statements.reports.get(row as usize) == Some(&report)
            && corpus.statements.spans.get(row as usize).iter().any(|span| span.paragraph == paragraph)
    })
}
