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

/// How many words are looked at on each side.
const REACH: usize = 14;

/// The tense around the tokens from `from` to before `to`.
pub(crate) fn tense(text: &Text, sentence: Sentence, from: usize, to: usize) -> Tense {
    let start = sentence.from.max(from.saturating_sub(REACH));
    for at in (start..from).rev() {
        if let Some(found) = sign(text, at, from - at) {
            return found;
        }
    }
    (to..sentence.to.min(to + REACH)).find_map(|at| sign(text, at, at - to + 2)).unwrap_or_default()
}

/// What a word tells; prepositions tell only of what follows at once.
fn sign(text: &Text, at: usize, distance: usize) -> Option<Tense> {
    let token = text.tokens.get(at)?;
    if token.kind != Kind::Word || (token.shape != Shape::Lower && !text.shouting && at > 0 && token.flags & (PAST | FUTURE) == 0) {
        return None;
    }
    let word = text.word(at);
    match word {
        "by" | "until" | "till" if distance > 1 => None,
        "will" | "'ll" if text.word(at + 1) == "have" => Some(Tense::Future),
        // "said it would": what was said lies ahead of then, often in the past by now.
        "said" | "told" if distance > 4 => None,
        "to" if distance <= 6 && infinitive(text, at + 1) && !matches!(text.word(at.saturating_sub(1)), "had" | "used" | "able" | "began") => Some(Tense::Future),
        _ if token.flags & FUTURE != 0 => Some(Tense::Future),
        _ if token.flags & PAST != 0 => Some(Tense::Past),
        _ if word.len() > 4 && word.ends_with("ed") && !matches!(word, "united" | "hundred" | "unprecedented" | "armed" | "indeed" | "need" | "proceed") => {
            let before = text.word(at.saturating_sub(1));
            if matches!(before, "be" | "is" | "are") { None } else { Some(Tense::Past) }
        }
        _ => None,
    }
}

/// Whether a word may be a verb in its plain form: lower case, no plural, not a determiner.
fn infinitive(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    matches!(word, "be" | "begin" | "start" | "resume" | "meet" | "visit" | "hold" | "take" | "end" | "expire" | "open" | "vote" | "announce" | "arrive" | "leave" | "report" | "complete" | "discuss" | "decide" | "close" | "join" | "become" | "continue" | "conclude" | "return" | "travel" | "attend" | "sign" | "face" | "run" | "pay" | "sell")
}
