//! Datelines: where and when a report was filed, before its first words. "GOMA, Congo (AFP) —" says nothing of where
//! and when the things happened that follow.

use crate::sentence::Sentence;
use crate::text::{Kind, Shape, Text};

/// How many tokens a dateline may have.
const LONGEST: usize = 16;

/// Words in small letters that a dateline may have.
const JOINED: [&str; 8] = ["of", "and", "the", "on", "al", "el", "de", "in"];

/// The token behind a sentence's dateline: capitals, a day and an agency, then a dash that stands free.
pub(crate) fn dateline_end(text: &Text, sentence: Sentence, taken: &[bool]) -> Option<usize> {
    let first = text.tokens.get(sentence.from)?;
    if text.shouting || first.shape != Shape::Upper || first.end - first.start < 3 {
        return None;
    }
    let last = sentence.to.min(sentence.from + LONGEST);
    let dash = (sentence.from + 1..last).find(|at| {
        let free = text.tokens.get(*at).is_some_and(|token| token.spaced);
        matches!(text.word(*at), "-" | "–" | "—" | "--" | "_") && free
    })?;
    let fits = |at: usize| {
        text.is(at, Kind::Mark)
            || text.is(at, Kind::Number)
            || text.capital(at)
            || taken.get(at).copied().unwrap_or(false)
            || JOINED.contains(&text.word(at))
    };
    let end = (dash..last).find(|at| !text.is(*at, Kind::Mark))?;
    (sentence.from..dash).all(fits).then_some(end)
}
