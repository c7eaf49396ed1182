//! The latest day of what a report tells without a date.
//!
//! A report of an agency begins with its place and date. What it tells as done, and does not date, happened on or
//! before that day. The dateline carries this as a second reading, with an open beginning, where the report has
//! such a statement; the statement itself stays undated.

use crate::mention::{DateValue, Mention, Published, Statement, Value, Why};
use crate::sentence::Sentence;
use crate::text::Text;

/// The dateline's second reading, where something is told without a date.
pub(crate) fn bound(
    text: &Text,
    sentences: &[Sentence],
    published: &Published,
    statements: &[Statement],
) -> Option<Mention> {
    let day = published.day?;
    let undated = statements.iter().any(|statement| statement.date.is_none() && !statement.kind.is_empty());
    if !undated {
        return None;
    }
    let sentence = sentences.first()?;
    let phrase = crate::date::phrases(text, *sentence).into_iter().next()?;
    // Only a dateline that gives the year is one by itself.
    if !matches!(phrase.meaning, crate::date::Meaning::Calendar(partial, _) if partial.year.is_some()) {
        return None;
    }
    let place = phrase.from > sentence.from
        && (sentence.from..phrase.from)
            .all(|at| text.capital(at) || matches!(text.word(at), "," | "(" | ")" | "."));
    let dashes = (phrase.to..phrase.to + 10).any(|at| text.word(at) == "-" && text.word(at + 1) == "-");
    if !(place && dashes) {
        return None;
    }
    let (first, last) = (text.tokens.get(phrase.from)?, text.tokens.get(phrase.to - 1)?);
    let value = DateValue {
        edtf: Some(format!("../{day}")),
        timex3: String::new(),
        kind: "DATE",
        moves: String::new(),
        open: "until",
    };
    let says = "What this report tells as done, without a date of its own, happened on or before the day of its dateline.";
    let why = Why {
        rule: "not-after-dateline",
        says: says.to_owned(),
        anchor: format!("published {day}"),
        ..Why::default()
    };
    Some(Mention { start: first.start as usize, end: last.end as usize, value: Value::Date(value), why })
}
