//! The latest day of what a report tells without a date.
//!
//! A report of an agency begins with its place and date. What it tells as done, and does not date, happened on or
//! before that day. The dateline carries this as a second reading, with an open beginning, where the report has
//! such a sentence; the statement itself stays undated. In such reports a night, too, has a second reading: what is
//! told of "last night" happened on that evening or on the morning after; and what was said or found on a day
//! happened on or before it.

use crate::date::Phrase;
use crate::lexicon::SAY;
use crate::mention::{DateValue, Mention, Published, Value, Why};
use crate::sentence::Sentence;
use crate::text::{Kind, Text};
use index::Day;

/// How far a verb may stand from a date that it is told on.
const REACH: usize = 8;

/// The second readings of a report with a dateline.
pub(crate) fn bound(
    text: &Text,
    sentences: &[Sentence],
    phrases: &[Vec<Phrase>],
    published: &Published,
    mentions: &[Mention],
) -> Vec<Mention> {
    let Some((day, first, last)) =
        published.day.and_then(|day| dateline(text, sentences.first()?, phrases.first()?, day))
    else {
        return Vec::new();
    };
    let mut all: Vec<Mention> = mentions.iter().filter_map(|mention| night(mention, day)).collect();
    let body = mentions.iter().filter(|mention| mention.start > last);
    all.extend(body.filter_map(|mention| told(text, mention, day)));
    if sentences.iter().skip(1).any(|sentence| undated(text, *sentence, mentions)) {
        let says = "What this report tells as done, without a date of its own, happened on or before the day of its dateline.";
        all.push(reading(first, last, format!("../{day}"), "until", "not-after-dateline", says, day));
    }
    all
}

/// The day of a dateline that gives the year ("SAN SALVADOR, 3 JAN 90 (AFP) --"), and where it stands.
fn dateline(text: &Text, sentence: &Sentence, phrases: &[Phrase], day: Day) -> Option<(Day, usize, usize)> {
    let phrase = phrases.first()?;
    // Only a dateline that gives the year is one by itself.
    if !matches!(phrase.meaning, crate::date::Meaning::Calendar(partial, _) if partial.year.is_some()) {
        return None;
    }
    let name = |at: usize| text.capital(at) || text.shouting && text.is(at, Kind::Word);
    let place = phrase.from > sentence.from
        && phrase.from < sentence.from + 10
        && (sentence.from..phrase.from)
            .all(|at| name(at) || matches!(text.word(at), "," | "(" | ")" | "." | "-"));
    let dashes = (phrase.to..phrase.to + 12).any(|at| text.word(at) == "-" && text.word(at + 1) == "-");
    let (first, last) = (text.tokens.get(phrase.from)?, text.tokens.get(phrase.to - 1)?);
    (place && dashes).then_some((day, first.start as usize, last.end as usize))
}

/// Whether a sentence of some length has no date.
fn undated(text: &Text, sentence: Sentence, mentions: &[Mention]) -> bool {
    let start = text.tokens.get(sentence.from).map_or(0, |token| token.start as usize);
    let end = text.tokens.get(sentence.to - 1).map_or(0, |token| token.end as usize);
    let first = mentions.partition_point(|mention| mention.start < start);
    let mut own = mentions.iter().skip(first).take_while(|mention| mention.start < end);
    sentence.to - sentence.from > 3 && !own.any(|mention| matches!(mention.value, Value::Date(_)))
}

/// A night's second reading: its evening and the morning after.
fn night(mention: &Mention, published: Day) -> Option<Mention> {
    let Value::Date(date) = &mention.value else { return None };
    let evening = date.timex3.strip_suffix("TNI").and_then(|day| index::date::parse_bounds(day).ok())?.from?;
    // What is told has happened by the day of the report.
    if evening >= published {
        return None;
    }
    let says = "A night runs into the next day: it happened on that evening or on the morning after.";
    let days = format!("{evening}/{}", evening.plus(1));
    Some(reading(mention.start, mention.end, days, "", "night-to-morning", says, published))
}

/// "was found on 9 November", "said yesterday": what is told was done by that day.
fn told(text: &Text, mention: &Mention, published: Day) -> Option<Mention> {
    let Value::Date(date) = &mention.value else { return None };
    let day = date.edtf.as_deref().and_then(|edtf| index::date::parse_bounds(edtf).ok())?;
    let day = day.from.filter(|from| day.to == Some(*from) && *from <= published)?;
    let at = text.token_from(mention.start);
    let verb = (at.saturating_sub(REACH)..at + REACH).any(|at| {
        text.has(at, SAY) || matches!(text.word(at), "found" | "discovered" | "arrested" | "released")
    });
    let says = "Beside a verb of telling or finding: what is told happened on or before that day.";
    verb.then(|| {
        reading(mention.start, mention.end, format!("../{day}"), "until", "told-on-day", says, published)
    })
}

fn reading(
    start: usize,
    end: usize,
    edtf: String,
    open: &'static str,
    rule: &'static str,
    says: &'static str,
    published: Day,
) -> Mention {
    let value =
        DateValue { edtf: Some(edtf), timex3: String::new(), kind: "DATE", moves: String::new(), open };
    let anchor = format!("published {published}");
    let why = Why { rule, says, anchor, ..Why::default() };
    Mention { start, end, value: Value::Date(Box::new(value)), why }
}
