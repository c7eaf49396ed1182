//! Roles: who plays which part in a clause, by the voice of its verb and the words before a name.

use crate::clause::Clause;
use crate::lexicon::AUXILIARY;
use crate::mention::{ActorValue, AttributionValue, Mention, Value};
use crate::statement::{Maker, actor_of};
use std::sync::Arc;

impl Maker<'_> {
    /// Who plays which part, by the voice of the verb.
    pub fn roles(
        &self,
        clause: Clause,
        own: &[Mention],
        happened: bool,
    ) -> Vec<(&'static str, Arc<ActorValue>)> {
        let mut all: Vec<(&'static str, Arc<ActorValue>)> = Vec::new();
        // "claimed to be hitting back": who claims is who does.
        let claims = |said: &AttributionValue| {
            let at = self.text.token_from(said.cue.1);
            self.text.word(at) == "to"
        };
        let source = |mention: &&Mention| matches!(&mention.value, Value::Attribution(said) if !claims(said));
        let sources: Vec<(usize, usize)> =
            own.iter().filter(source).map(|mention| (mention.start, mention.end)).collect();
        // "the killing of 45 civilians by soldiers": who speaks of it is not who did it.
        let named = |at: usize| self.text.word(at).ends_with("ing") && self.text.word(at + 1) == "of";
        let verb = clause.event.filter(|event| !event.noun && !named(event.at));
        let verb_start =
            verb.and_then(|event| self.text.tokens.get(event.at)).map(|token| token.start as usize);
        let rejects = verb.is_some_and(|event| event.kind == "reject");
        let passive = verb.is_some_and(|event| {
            !self.text.word(event.at).ends_with("ing")
                && (1..=2).any(|back| {
                    event.at >= back
                        && self.text.has(event.at - back, AUXILIARY)
                        && !matches!(
                            self.text.word(event.at - back),
                            "has" | "have" | "had" | "did" | "will" | "would"
                        )
                })
        });
        for mention in own {
            let Some(actor) = actor_of(mention)
                .filter(|actor| actor.kind != "nationality" && mention.why.rule != "pronoun")
            else {
                continue;
            };
            if sources.iter().any(|(from, to)| mention.start < *to && *from < mention.end)
                && !matches!(
                    clause.event.map(|event| event.kind),
                    Some("accuse" | "request" | "reject" | "threaten" | "agree")
                )
            {
                continue;
            }
            let at = self.text.token_from(mention.start);
            let role = match verb_start {
                _ if self.aside(clause, mention) => "mentioned",
                // Who is said not to have done it.
                Some(start) if rejects && mention.start > start => "mentioned",
                _ if self.quoted_by(at) || self.told(at) => "mentioned",
                Some(start) => role(mention.start < start, passive, self.text.word(at.wrapping_sub(1))),
                None if happened && self.text.word(at.wrapping_sub(1)) == "by" => "initiator",
                None => "mentioned",
            };
            if let Some((old, _)) =
                all.iter_mut().find(|(_, other)| other.id == actor.id && other.name == actor.name)
            {
                if *old == "mentioned" {
                    *old = role;
                }
            } else {
                all.push((role, actor.clone()));
            }
        }
        all
    }
}

/// The part of an actor before or behind a verb.
fn role(before: bool, passive: bool, preposition: &str) -> &'static str {
    match (before, passive, preposition) {
        (_, true, "by") => "initiator",
        (true, true, "of" | "in" | "from" | "near" | "with" | "to") | (false, true, _) => "mentioned",
        (true, true, _) => "affected",
        (true, false, "of" | "in" | "from" | "near" | "with" | "to" | "by" | "on" | "against") => "mentioned",
        (true, false, _) => "initiator",
        (false, false, "in" | "near" | "from" | "with" | "by" | "of" | "at" | "under") => "mentioned",
        (false, false, _) => "affected",
    }
}
