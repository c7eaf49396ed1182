//! The closed classes of words that rules turn on: months, units, number words, verbs of saying, and so on.
//!
//! `data/words.txt` lists them, a class a line. Each class is one bit, so that a rule asks for several at once.

use crate::table::Table;
use std::hash::Hasher;
use std::io::Read;

/// A set of classes.
pub(crate) type Flags = u64;

/// Declares the classes: a bit and its name in the data file.
macro_rules! classes {
    ($($bit:ident = $name:literal),* $(,)?) => {
        classes!(@bits 0; $($bit,)*);
        const NAMES: &[(&str, Flags)] = &[$(($name, $bit)),*];
    };
    (@bits $n:expr; $bit:ident, $($rest:ident,)*) => {
        #[doc = concat!("The class ", stringify!($bit), " of `data/words.txt`.")]
        pub(crate) const $bit: Flags = 1 << ($n);
        classes!(@bits $n + 1; $($rest,)*);
    };
    (@bits $n:expr;) => {};
}

classes! {
    MONTH = "month",
    WEEKDAY = "weekday",
    UNIT = "unit",
    UNITS = "units",
    NUMBER = "number",
    ORDINAL = "ordinal",
    SEASON = "season",
    PART_OF_DAY = "part-of-day",
    CLOCK = "clock",
    ZONE = "zone",
    REFERENCE = "reference",
    DAY_WORD = "day-word",
    TURN = "turn",
    MODIFIER = "modifier",
    FEW = "few",
    SET = "set",
    DECADE = "decade",
    HOLIDAY = "holiday",
    DATE_START = "date-start",
    FUTURE = "future",
    PAST = "past",
    SAY = "say",
    TITLE = "title",
    MILITARY_TITLE = "military-title",
    ORG_HEAD = "organization-head",
    ORG_END = "organization-end",
    PLACE_HEAD = "place-head",
    PLACE_END = "place-end",
    PLACE_BEFORE = "place-before",
    COMPASS = "compass",
    FORCE = "force",
    ARTICLE = "article",
    PREPOSITION = "preposition",
    IN_PLACE = "in-place",
    PRONOUN = "pronoun",
    CONJUNCTION = "conjunction",
    AUXILIARY = "auxiliary",
    KILLED = "killed",
    INJURED = "injured",
    PEOPLE = "people",
    QUALIFIER = "qualifier",
    PARTICLE = "particle",
    STOP = "stop",
    ROLE = "role",
    MEASURE = "measure",
    ATTACK = "attack",
    RELATIVE = "relative",
    ABBREVIATION = "abbreviation",
    NEGATION = "negation",
    FIGURE_HEAD = "figure-head",
    THING = "thing",
    FIGHTER = "fighter",
    FIGHTER_BEFORE = "fighter-before",
    DISPLACED = "displaced",
    DETAINED = "detained",
    MISSING = "missing",
    GIVEN = "given-name",
    SURNAME = "surname",
    COMMON = "common",
    EVENT = "event",
}

/// The words and their classes.
pub(crate) struct Lexicon {
    /// An index into the sets, by the word's hash.
    words: Table<16>,
    /// The sets of classes that words have, the empty one first.
    sets: Vec<Flags>,
}

impl Lexicon {
    /// Reads the built-in list.
    pub fn new() -> Self {
        let mut lexicon = Self { words: Table::with_capacity(WORDS), sets: vec![0] };
        for line in include_str!("../data/words.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((class, list)) = line.split_once(':') else { continue };
            let Some((_, bit)) = NAMES.iter().find(|(name, _)| *name == class.trim()) else { continue };
            list.split_whitespace().for_each(|word| lexicon.add(word, *bit));
        }
        for word in unpacked(include_bytes!("../data/common.txt.gz")).lines() {
            lexicon.add(word, COMMON);
        }
        for line in include_str!("../data/events.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((_, list)) = line.split_once(':') else { continue };
            list.split_whitespace().for_each(|word| lexicon.add(word.trim_end_matches('*'), EVENT));
        }
        for line in unpacked(include_bytes!("../data/persons.txt.gz")).lines() {
            let Some((name, kind)) = line.split_once('\t') else { continue };
            lexicon.add(
                name,
                match kind {
                    "g" => GIVEN,
                    "s" => SURNAME,
                    _ => GIVEN | SURNAME,
                },
            );
        }
        lexicon
    }

    /// One for all tests, which would otherwise load it thousands of times.
    #[cfg(test)]
    pub fn shared() -> &'static Self {
        static SHARED: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        SHARED.get_or_init(Self::new)
    }

    /// The classes of a word, by its [`hash`].
    #[inline]
    pub fn flags(&self, hash: u64) -> Flags {
        self.words.get(hash).and_then(|set| self.sets.get(set as usize)).copied().unwrap_or(0)
    }

    /// Gives a word one more class.
    fn add(&mut self, word: &str, flags: Flags) {
        let hash = hash(word);
        let set = self.flags(hash) | flags;
        let at = self.sets.iter().position(|known| *known == set).unwrap_or_else(|| {
            self.sets.push(set);
            self.sets.len() - 1
        });
        self.words.set(hash, at as u32);
    }
}

/// No more words than these are in the lists; a test holds it.
const WORDS: usize = 110_000;

/// A word's hash.
pub(crate) fn hash(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// A dictionary's text. The bytes are built in and tested, so a fault can only leave it shorter.
pub(crate) fn unpacked(bytes: &[u8]) -> String {
    let mut text = String::new();
    let _ = flate2::read::GzDecoder::new(bytes).read_to_string(&mut text);
    text
}

/// A fast hash for short words; the words are our own, so nobody can aim at it.
#[derive(Clone, Copy, Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        chunks.iter().for_each(|chunk| self.mix(u64::from_le_bytes(*chunk)));
        // The last bytes in two reads that may overlap; the length, spread over all bits, tells what they are: in a
        // byte of its own it could undo the difference of two letters ("coolly", "colly").
        self.0 = self.0.wrapping_add((bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let last = match (rest.first_chunk::<4>(), rest.last_chunk::<4>(), rest) {
            (Some(head), Some(tail), _) => {
                u64::from(u32::from_le_bytes(*head)) << 32 | u64::from(u32::from_le_bytes(*tail))
            }
            (_, _, [first, .., last]) => {
                let middle = rest.get(rest.len() / 2).copied().unwrap_or(0);
                u64::from(*first) << 16 | u64::from(middle) << 8 | u64::from(*last)
            }
            (_, _, [only]) => u64::from(*only),
            _ => 0,
        };
        self.mix(last);
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl WordHasher {
    fn mix(&mut self, number: u64) {
        // Both halves of the product: a change in any bit reaches all others.
        let product = u128::from(self.0 ^ number ^ 0xa076_1d64_78bd_642f) * 0xe703_7ed1_a0b4_28db;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn every_line_names_a_class() {
        for line in include_str!("../data/words.txt").lines() {
            let fine = line.starts_with('#')
                || line.trim().is_empty()
                || line
                    .split_once(':')
                    .is_some_and(|(class, _)| NAMES.iter().any(|(name, _)| *name == class));
            assert!(fine, "{line}");
        }
    }

    #[test]
    fn no_two_words_share_a_hash() {
        let mut all: HashMap<u64, String> = HashMap::new();
        let common = unpacked(include_bytes!("../data/common.txt.gz"));
        let persons = unpacked(include_bytes!("../data/persons.txt.gz"));
        let listed = include_str!("../data/words.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| Some(line.split_once(':')?.1));
        let persons = persons.lines().filter_map(|line| Some(line.split_once('\t')?.0));
        let events = include_str!("../data/events.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| Some(line.split_once(':')?.1));
        let events = events.flat_map(str::split_whitespace).map(|word| word.trim_end_matches('*'));
        let listed = listed.flat_map(str::split_whitespace).chain(events);
        for word in listed.chain(common.lines()).chain(persons) {
            let other = all.entry(hash(word)).or_insert_with(|| word.to_owned());
            assert_eq!(other, word);
        }
        // None shares a slot of the table, and none was left out.
        assert!(all.len() <= WORDS);
        assert_eq!(Lexicon::new().words.len(), all.len());
    }

    #[test]
    fn classes_are_found() {
        let lexicon = Lexicon::new();
        assert_ne!(lexicon.flags(hash("april")) & MONTH, 0);
        assert_ne!(lexicon.flags(hash("thursday")) & WEEKDAY, 0);
        assert_eq!(lexicon.flags(hash("zzyzx")), 0);
    }
}
