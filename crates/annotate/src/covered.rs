//! The period that a figure covers: the stretch of time of its sentence, where that gives one and no more.
//!
//! "Between 29 April 2019 and 24 February 2020 … 1,746 civilians were killed" counts a period; "33 soldiers were
//! killed on Thursday" a day. A part takes over the period of its total.

use crate::mention::{DateValue, Mention, Published, Value};
use crate::sentence::Sentence;
use crate::text::Text;
use index::date::parse_bounds;
use std::sync::Arc;

/// Gives figures their periods. The mentions are sorted.
pub(crate) fn periods(text: &Text, sentences: &[Sentence], published: &Published, mentions: &mut [Mention]) {
    for sentence in sentences {
        let byte = |at: usize| text.tokens.get(at).map_or(usize::MAX, |token| token.start as usize);
        let (from, to) = (byte(sentence.from), byte(sentence.to));
        let first = mentions.partition_point(|mention| mention.start < from);
        let last = mentions.partition_point(|mention| mention.start < to);
        let Some(own) = mentions.get_mut(first..last) else { continue };
        let Some(period) = only(own, published) else { continue };
        for mention in own {
            if let Value::Figure(figure) = &mut mention.value
                && figure.measure != "other"
            {
                Arc::make_mut(figure).period = Some(period.clone());
            }
        }
    }
    inherit(mentions);
}

/// The one period among a sentence's dates.
fn only(mentions: &[Mention], published: &Published) -> Option<String> {
    let dates = mentions.iter().filter_map(|mention| match &mention.value {
        Value::Date(date) if date.kind != "DURATION" && date.kind != "SET" => Some(&**date),
        _ => None,
    });
    let (mut found, mut first): (Option<String>, Option<&DateValue>) = (None, None);
    for date in dates {
        let edtf = date.edtf.as_deref().unwrap_or("");
        let begins = || edtf.split('/').next().unwrap_or("").to_owned();
        let period = match date.open {
            "first" => {
                first = Some(date);
                continue;
            }
            "last" => {
                let from = first.take().and_then(|date| date.edtf.clone())?;
                format!("{}/{}", from.split('/').next()?, edtf.rsplit('/').next()?)
            }
            "since" => {
                format!("{}/{}", begins(), published.day.map_or("..".to_owned(), |day| day.to_string()))
            }
            "until" | "of" => continue,
            _ if is_long(edtf) => edtf.to_owned(),
            _ => continue,
        };
        if period.starts_with('/') || found.replace(period).is_some() {
            return None;
        }
    }
    found
}

/// Whether a date is longer than a day.
fn is_long(edtf: &str) -> bool {
    // "2019-03-05", as most are.
    if edtf.len() == 10 && edtf.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return false;
    }
    let span = parse_bounds(edtf).ok();
    span.is_some_and(|span| span.from.zip(span.to).is_some_and(|(from, to)| to > from))
}

/// Parts take over the periods of their totals.
fn inherit(mentions: &mut [Mention]) {
    let mut periods: Vec<(usize, String)> = Vec::new();
    for mention in mentions {
        let Value::Figure(figure) = &mut mention.value else { continue };
        if figure.period.is_none()
            && let Some(total) = figure.part_of
        {
            Arc::make_mut(figure).period =
                periods.iter().rev().find(|(at, _)| *at == total).map(|(_, period)| period.clone());
        }
        if let Some(period) = &figure.period {
            periods.push((figure.start, period.clone()));
        }
    }
}
