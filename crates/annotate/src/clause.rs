//! Clauses: the parts of a sentence that each tell of one event.
//!
//! A sentence is cut where a word such as "after", "while" or ", and" stands between two events of which each has
//! its own date or figures, or a kind of its own.

use crate::event::Event;
use crate::lexicon::AUXILIARY;
use crate::sentence::Sentence;
use crate::text::Text;

/// A part of a sentence, and the event that it tells of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// Its event.
    pub event: Option<Event>,
}

/// The clauses of a sentence.
pub(crate) fn clauses(text: &Text, sentence: Sentence, events: &[Event]) -> Vec<Clause> {
    let mut cuts = vec![sentence.from];
    for at in sentence.from + 1..sentence.to {
        if is_border(text, sentence, at) {
            cuts.push(at);
        }
    }
    cuts.push(sentence.to);
    let mut all: Vec<Clause> = Vec::new();
    for pair in cuts.windows(2) {
        let &[from, to] = pair else { continue };
        let event = main(text, events, from, to);
        match all.last_mut() {
            // A stretch without a verb of its own belongs to the clause before.
            Some(last)
                if event.is_none_or(|event| {
                    event.noun && last.event.is_some_and(|other| other.kind == event.kind)
                }) =>
            {
                last.to = to
            }
            Some(last) if last.event.is_none() => (last.to, last.event) = (to, event),
            _ => all.push(Clause { from, to, event }),
        }
    }
    all
}

/// The event of a stretch: its first verb, or else its first noun. What is denied, or laid at another's door, is not
/// told as done.
fn main(text: &Text, events: &[Event], from: usize, to: usize) -> Option<Event> {
    let own = || events.iter().filter(|event| (from..to).contains(&event.at));
    let violent = |event: &&Event| !event.noun && event.kind == "assault";
    let claims = |event: &&Event| {
        matches!(text.word(event.at), "denied" | "denies" | "accused" | "accusing" | "blamed")
            && !text.has(event.at.wrapping_sub(1), AUXILIARY)
    };
    let first = own().find(|event| violent(event) || claims(event));
    first.or_else(|| own().find(|event| !event.noun)).or_else(|| own().next()).copied()
}

/// Whether a new clause may begin at a token.
fn is_border(text: &Text, sentence: Sentence, at: usize) -> bool {
    // Nearly no word can be one.
    let may = text.tokens.get(at).is_some_and(|token| matches!(token.first, b'a' | b'w' | b'f' | b'c'));
    if !may && !text.begins(at - 1, b',') && !text.begins(at - 1, b';') {
        return false;
    }
    let word = text.word(at);
    let before = text.word(at - 1);
    match word {
        "after" | "while" | "whereas" | "following" => {
            before != "shortly" && !text.is(at + 1, crate::text::Kind::Mark)
        }
        // ", which …," in the middle of a clause is an aside and no clause of its own.
        "which" => before == "," && !(at..sentence.to).any(|at| matches!(text.word(at), ",")),
        "citing" => before == ",",
        _ if before == ";" => true,
        _ if before == "," => {
            // ", and the army said", or the main clause behind "After …,".
            let opened = matches!(
                text.word(sentence.from),
                "after" | "as" | "when" | "while" | "following" | "although"
            ) && !(sentence.from + 1..at - 1).any(|at| text.word(at) == ",");
            let aside = (sentence.from..at - 1).any(|at| matches!(text.word(at), "which" | "who"));
            opened || (word == "and" || word == "but") && !aside
        }
        _ => false,
    }
}
