//! Tense: whether the words around an expression look back or ahead.

use crate::lexicon::{FUTURE, PAST};
use crate::sentence::Sentence;
use crate::text::{Kind, Shape, Text};

/// Where a sentence looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tense {
    /// Back.
    Past,
    /// Ahead.
    Future,
    /// Cannot be told.
    #[default]
    Unknown,
}

/// A verb so near ("the year ended Jan. 31") is surely the expression's own.
const NEAR: usize = 1;

/// How many words are looked at on each side.
const REACH: usize = 14;

/// The tense around the tokens from `from` to before `to`, and whether the verb that tells it stands near.
pub(crate) fn tense(text: &Text, sentence: Sentence, from: usize, to: usize) -> (Tense, bool) {
    // "Friday's ruling" has been made.
    if matches!(text.word(to), "'s" | "’s") {
        return (Tense::Past, true);
    }
    // "as early as Tuesday", "until 9 a.m. Tuesday": still to come.
    let before = |back: usize| from.checked_sub(back).map_or("", |at| text.word(at));
    if before(1) == "as" && before(3) == "as" && matches!(before(2), "soon" | "early") {
        return (Tense::Future, true);
    }
    let start = sentence.from.max(from.saturating_sub(REACH));
    let behind = (start..from).rev().find_map(|at| Some((sign(text, at, from - at)?, from - at <= NEAR)));
    let ahead = || {
        (to..sentence.to.min(to + REACH)).find_map(|at| Some((sign(text, at, at - to + 2)?, at - to <= NEAR)))
    };
    let bound = || {
        matches!(text.word(from.wrapping_sub(1)), "by" | "until" | "till").then_some((Tense::Future, false))
    };
    behind.or_else(bound).or_else(ahead).unwrap_or_default()
}

/// What a word tells; prepositions tell only of what follows at once.
fn sign(text: &Text, at: usize, distance: usize) -> Option<Tense> {
    let token = text.tokens.get(at)?;
    if token.kind != Kind::Word
        || (token.shape != Shape::Lower && !text.shouting && at > 0 && token.flags & (PAST | FUTURE) == 0)
    {
        return None;
    }
    let word = text.word(at);
    match word {
        "will" | "'ll" if text.word(at + 1) == "have" => Some(Tense::Future),
        // "said it would": what was said lies ahead of then, often in the past by now.
        "said" | "told" if distance > 4 => None,
        _ if token.flags & FUTURE != 0 => Some(Tense::Future),
        // "will be paid": the word before tells.
        _ if token.flags & PAST != 0 && matches!(text.word(at.wrapping_sub(1)), "be" | "is" | "are") => None,
        _ if token.flags & PAST != 0 => Some(Tense::Past),
        _ if word.len() > 4
            && word.ends_with("ed")
            && !matches!(
                word,
                "united" | "hundred" | "unprecedented" | "armed" | "indeed" | "need" | "proceed"
            ) =>
        {
            let before = text.word(at.saturating_sub(1));
            if matches!(before, "be" | "is" | "are") { None } else { Some(Tense::Past) }
        }
        _ => None,
    }
}
