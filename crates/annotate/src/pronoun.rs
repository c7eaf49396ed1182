//! Pronouns that begin a sentence or a quotation: whom they stand for, by the mention before.
//!
//! Only the plain cases are read: "He" and "She" are the person named last, "I" the person who speaks, "They" and
//! "We" the group or body named last. Where nobody was named there is no mention.

use crate::mention::{ActorValue, Mention, Value, Why};
use crate::text::Text;
use std::sync::Arc;

/// The pronouns' mentions. The mentions found so far are sorted.
pub(crate) fn pronouns(text: &Text, found: &[Mention]) -> Vec<Mention> {
    if text.shouting {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut next = 0;
    let (mut person, mut body): (Option<&Arc<ActorValue>>, Option<&Arc<ActorValue>>) = (None, None);
    for (at, token) in text.tokens.iter().enumerate() {
        while let Some(mention) = found.get(next).filter(|mention| mention.start < token.start as usize) {
            if let Value::Actor(actor) = &mention.value {
                match actor.kind {
                    "person" => person = Some(actor),
                    "nationality" => {}
                    _ => body = Some(actor),
                }
            }
            next += 1;
        }
        if token.flags & crate::lexicon::PRONOUN == 0 || token.shape == crate::text::Shape::Lower {
            continue;
        }
        let actor = match text.written(at) {
            "He" | "She" | "I" => person,
            "They" | "We" => body.or(person),
            _ => continue,
        };
        if let Some(actor) = actor {
            let why = Why {
                rule: "pronoun",
                says: "A pronoun, read as the last one named before it that fits.",
                ..Why::default()
            };
            let value = Value::Actor(actor.clone());
            all.push(Mention { start: token.start as usize, end: token.end as usize, value, why });
        }
    }
    all
}
