//! Events: the words that tell what happened, and of what kind it is.

use crate::lexicon::WordHasher;
use crate::sentence::Sentence;
use crate::text::Text;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// The words of events.
pub(crate) struct Events {
    words: HashMap<&'static str, (&'static str, bool), BuildHasherDefault<WordHasher>>,
}

/// A word of an event in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    /// Its token.
    pub at: usize,
    /// Its kind, an id of PLOVER's categories.
    pub kind: &'static str,
    /// It is a noun.
    pub noun: bool,
}

impl Events {
    /// Reads the built-in list.
    pub fn new() -> Self {
        let mut words: HashMap<_, _, BuildHasherDefault<WordHasher>> = HashMap::default();
        for line in include_str!("../data/events.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((kind, list)) = line.split_once(':') else { continue };
            for word in list.split_whitespace() {
                words.entry(word.trim_end_matches('*')).or_insert((kind, word.ends_with('*')));
            }
        }
        Self { words }
    }

    /// The events of a sentence, in order; an event noun beside its verb ("a strike killed") is one with it.
    pub fn of(&self, text: &Text, sentence: Sentence, taken: &[bool]) -> Vec<Event> {
        let mut all: Vec<Event> = Vec::new();
        for at in sentence.from..sentence.to {
            if !text.has(at, crate::lexicon::EVENT)
                || taken.get(at).copied().unwrap_or(false)
                || text.capital(at) && !text.shouting && at > sentence.from
            {
                continue;
            }
            let Some(&(kind, noun)) = self.words.get(text.word(at)) else { continue };
            all.push(Event { at, kind, noun });
        }
        all
    }
}
