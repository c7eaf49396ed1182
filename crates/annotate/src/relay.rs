//! Who passes on what another says: "the Observatory told AFP", "Reuters reported, citing the ministry".
//!
//! Only media pass on. One that is the sole source of a sentence speaks itself.

use crate::mention::{ActorValue, Mention};
use crate::sentence::Sentence;
use crate::statement::{Maker, actor_of};
use std::sync::Arc;

/// Words before the one whom a medium quotes.
const QUOTING: [&str; 4] = ["citing", "cited", "quoting", "quoted"];

/// Words before a medium that was told something.
const TELLING: [&str; 5] = ["told", "tells", "telling", "informed", "informs"];

/// How many words may stand between such a word and the actor's name: "told the French news agency AFP".
const BETWEEN: usize = 5;

/// Who says a sentence, and who passes it on.
pub(crate) struct Said {
    /// The speaker.
    pub speaker: Arc<ActorValue>,
    /// `said`, `quotation goes on` or `the count goes on`.
    pub how: &'static str,
    /// Those who pass it on, in the order of the text.
    pub relays: Vec<Arc<ActorValue>>,
}

impl Said {
    /// Said by somebody whom nobody passes on but the report.
    pub fn by(speaker: Arc<ActorValue>, how: &'static str) -> Self {
        Self { speaker, how, relays: Vec::new() }
    }
}

impl Maker<'_> {
    /// Parts the sources of a sentence, which its attributions name, into the one who says it and media that pass
    /// it on. Whom the first attribution names says it, unless that is a medium that quotes another.
    pub(crate) fn parted(
        &self,
        sentence: Sentence,
        mentions: &[Mention],
        first: Arc<ActorValue>,
        others: Vec<Arc<ActorValue>>,
    ) -> Said {
        let mut speaker = first.clone();
        if is_medium(&first) {
            let quoted = || self.after(sentence, mentions, &QUOTING).filter(|actor| !is_medium(actor));
            let other = others.iter().find(|source| !is_medium(source)).cloned();
            speaker = other.or_else(quoted).unwrap_or(speaker);
        }
        let said_to = self.after(sentence, mentions, &TELLING).or_else(|| self.passed_on(mentions));
        let media = std::iter::once(first).chain(others).chain(said_to).filter(is_medium);
        let mut relays: Vec<Arc<ActorValue>> = Vec::new();
        for medium in media {
            if medium.id != speaker.id && relays.iter().all(|known| known.id != medium.id) {
                relays.push(medium);
            }
        }
        Said { speaker, how: "said", relays }
    }

    /// Whether a token stands behind "told" and the like, as whoever was told.
    pub(crate) fn told(&self, at: usize) -> bool {
        TELLING.contains(&self.word_before(at, 1))
    }

    /// Whether a token stands behind "quoted by" and the like.
    pub(crate) fn quoted_by(&self, at: usize) -> bool {
        self.word_before(at, 1) == "by"
            && matches!(self.word_before(at, 2), "quoted" | "cited" | "carried" | "reported" | "published")
    }

    /// The word so many words before a token, but for a "the" that belongs to it.
    fn word_before(&self, at: usize, words: usize) -> &str {
        let the = at.checked_sub(1).is_some_and(|before| self.text.word(before) == "the");
        at.checked_sub(words + usize::from(the)).map_or("", |at| self.text.word(at))
    }

    /// The medium of "quoted by AFP".
    fn passed_on(&self, mentions: &[Mention]) -> Option<Arc<ActorValue>> {
        let here = |mention: &&Mention| {
            let at = self.text.token_from(mention.start);
            self.quoted_by(at)
        };
        mentions.iter().filter(here).find_map(actor_of).cloned()
    }

    /// The first actor named soon after one of these words.
    fn after(&self, sentence: Sentence, mentions: &[Mention], words: &[&str]) -> Option<Arc<ActorValue>> {
        let at = (sentence.from..sentence.to).find(|at| words.contains(&self.text.word(*at)))?;
        let from = self.text.tokens.get(at)?.end as usize;
        let last = (at + 1 + BETWEEN).min(sentence.to.checked_sub(1)?);
        let to = self.text.tokens.get(last)?.start as usize;
        let named = mentions.iter().filter(|mention| mention.start >= from && mention.start <= to);
        named.filter_map(actor_of).find(|actor| !actor.id.is_empty()).cloned()
    }
}

fn is_medium(actor: &Arc<ActorValue>) -> bool {
    actor.kind == "media"
}
