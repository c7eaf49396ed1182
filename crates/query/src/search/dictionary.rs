//! Every word of a corpus, folded, with a number each.
//!
//! Found by itself through a table of hashes; by its beginning through the words in order; by its sounds through
//! their skeletons in order. The two orders are lists of 64-bit keys, sorted by radix.

use super::sounds::{Letters, Sound, may_be_h, skeleton};
use crate::marks;
use crate::order::sort;
use index::Texts;

/// Words are numbered by so many bits.
const BITS: u32 = 24;

/// The words.
#[derive(Debug, Default)]
pub struct Dictionary {
    /// The words in the order in which they were met.
    pub words: Texts,
    slots: Vec<u32>,
    /// The first five bytes of each word, and its number.
    beginnings: Vec<u64>,
    /// The skeleton of each word's sounds, and its number.
    skeletons: Vec<u64>,
    /// Words that stand in a name of an actor, a place or a publisher.
    names: Vec<u64>,
    pub(super) letters: Letters,
}

impl Dictionary {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word of a number.
    pub fn word(&self, id: u32) -> &str {
        self.words.get(id as usize)
    }

    /// The number of a word.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.slot(word).and_then(|slot| self.slots.get(slot)?.checked_sub(1))
    }

    /// The number of a word, which is added where it is new. Beyond 2^24 words there are none.
    pub fn add(&mut self, word: &str) -> Option<u32> {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let slot = self.slot(word)?;
        let id = self.len() as u32;
        match self.slots.get_mut(slot)? {
            0 if id < 1 << BITS => {
                self.slots[slot] = id + 1;
                self.words.push(word);
                Some(id)
            }
            known => known.checked_sub(1),
        }
    }

    /// Notes that a word stands in a name.
    pub fn note_name(&mut self, id: u32) {
        if self.names.len() <= id as usize / 64 {
            self.names.resize(id as usize / 64 + 64, 0);
        }
        marks::set(&mut self.names, id);
    }

    /// Whether a word stands in a name.
    pub fn is_name(&self, id: u32) -> bool {
        marks::has(&self.names, id as usize)
    }

    /// Where a word stands in the table of hashes, or would.
    fn slot(&self, word: &str) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash(word) as usize & mask;
        loop {
            match self.slots.get(at)?.checked_sub(1) {
                Some(id) if self.word(id) != word => at = (at + 1) & mask,
                _ => return Some(at),
            }
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; (4 * (self.len() + 1)).next_power_of_two().max(1024)];
        for id in 0..self.len() as u32 {
            if let Some(slot) = self.slot(self.words.get(id as usize)) {
                self.slots[slot] = id + 1;
            }
        }
    }

    /// Adds up to `many` words to both orders; whether all are in.
    pub fn order(&mut self, many: usize) -> bool {
        let start = self.beginnings.len();
        let end = start.saturating_add(many).min(self.len());
        let mut sounds = Vec::new();
        for id in start..end {
            let word = self.words.get(id);
            self.letters.read(word, &mut sounds);
            self.beginnings.push(first_bytes(word) << BITS | id as u64);
            for bones in bones(&sounds) {
                self.skeletons.push(u64::from(bones) << 32 | id as u64);
            }
        }
        if end == self.len() {
            sort(&mut self.beginnings);
            sort(&mut self.skeletons);
        }
        end == self.len()
    }

    /// Hands out the words that begin so.
    pub fn beginning(&self, start: &str, found: &mut dyn FnMut(u32)) {
        let low = first_bytes(start);
        let free = 8 * (5 - start.len().min(5));
        let from = self.beginnings.partition_point(|&key| key >> BITS < low);
        let keys = self.beginnings.get(from..).unwrap_or_default();
        for &key in keys.iter().take_while(|&&key| key >> BITS >> free == low >> free) {
            let id = (key & ((1 << BITS) - 1)) as u32;
            if start.len() <= 5 || self.word(id).starts_with(start) {
                found(id);
            }
        }
    }

    /// Hands out the words that share a skeleton of sounds with these.
    pub fn of_skeleton(&self, sounds: &[Sound], found: &mut dyn FnMut(u32)) {
        for bones in bones(sounds) {
            let bones = u64::from(bones);
            let from = self.skeletons.partition_point(|&key| key >> 32 < bones);
            let keys = self.skeletons.get(from..).unwrap_or_default();
            keys.iter().take_while(|&&key| key >> 32 == bones).for_each(|&key| found(key as u32));
        }
    }
}

/// The skeletons of a word: two where it has a letter that may be an h.
fn bones(sounds: &[Sound]) -> impl Iterator<Item = u32> {
    let other = sounds.iter().any(|&sound| may_be_h(sound)).then(|| skeleton(sounds, false));
    [skeleton(sounds, true)].into_iter().chain(other)
}

/// The first five bytes as a number, nothing after a shorter word's end.
fn first_bytes(word: &str) -> u64 {
    let bytes = word.as_bytes();
    (0..5).fold(0, |key, at| key << 8 | u64::from(bytes.get(at).copied().unwrap_or(0)))
}

/// Eight bytes at a time, as `rustc` hashes.
fn hash(word: &str) -> u64 {
    let mix = |hash: u64, piece: &[u8]| {
        let piece = piece.iter().fold(0u64, |number, &byte| number << 8 | u64::from(byte));
        (hash.rotate_left(5) ^ piece).wrapping_mul(0x517c_c1b7_2722_0a95)
    };
    let hash = word.as_bytes().chunks(8).fold(word.len() as u64, mix);
    hash ^ hash >> 32
}
