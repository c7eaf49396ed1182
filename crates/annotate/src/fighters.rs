//! Actors by a common noun: "armed men", "the rebels", "government troops". They are named by what they are, and
//! two of them are not one actor; so they carry no id that statements would share.

use crate::lexicon::{ARTICLE, FIGHTER, FIGHTER_BEFORE};
use crate::mention::{ActorValue, Mention, MentionKind, Value, Why};
use crate::sentence::Sentence;
use crate::text::{Kind, Text};
use std::sync::Arc;

/// Nouns that only a word before them makes fighters: "armed men", "unidentified individuals".
const PLAIN: [&str; 7] = ["men", "individuals", "officers", "peasants", "squad", "squads", "police"];

/// The fighters of a sentence, outside what is a mention already.
pub(crate) fn fighters(text: &Text, sentence: Sentence, found: &[Mention]) -> Vec<Mention> {
    let mut all = Vec::new();
    let mut at = sentence.from;
    while at < sentence.to {
        let noun = text.has(at, FIGHTER)
            || text.begins(at, b'f')
                && matches!(text.word(at), "forces" | "force")
                && matches!(
                    text.word(at.wrapping_sub(1)),
                    "armed" | "security" | "air" | "government" | "guerrilla" | "rebel" | "opposition"
                );
        let mut to = at + 1;
        if noun {
            let mut from = at;
            while from > sentence.from
                && (text.has(from - 1, FIGHTER_BEFORE) || text.word(from - 1) == "-" && text.glued(from - 1))
                && !text.is(from - 1, Kind::Number)
            {
                from -= 1;
            }
            while text.has(to, FIGHTER) && to < sentence.to {
                to += 1;
            }
            let led = from < at || to > at + 1;
            if led
                || !PLAIN.contains(&text.word(at))
                || text.word(at) == "police" && text.has(at.wrapping_sub(1), ARTICLE)
            {
                all.extend(mention(text, from, to, found));
            }
        }
        at = to;
    }
    all
}

fn mention(text: &Text, from: usize, to: usize, found: &[Mention]) -> Option<Mention> {
    let (start, end) = (text.tokens.get(from)?.start as usize, text.tokens.get(to - 1)?.end as usize);
    let overlaps = |mention: &&Mention| {
        matches!(mention.kind(), MentionKind::Actor | MentionKind::Place)
            && mention.start < end
            && start < mention.end
    };
    let before = found.partition_point(|mention| mention.start + 400 < start);
    if found.get(before..)?.iter().take_while(|mention| mention.start < end).any(|mention| overlaps(&mention))
    {
        return None;
    }
    let name = text.raw.get(start..end)?.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let value = ActorValue {
        id: String::new(),
        name,
        kind: "group",
        country: None,
        parent: String::new(),
        listed: false,
        office: false,
        names: Arc::default(),
    };
    let why = Why {
        rule: "common-noun",
        says: "A common noun for those who fight, rule or attack; nobody is named.",
        ..Why::default()
    };
    Some(Mention { start, end, value: Value::Actor(Arc::new(value)), why })
}
