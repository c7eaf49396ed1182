//! The table of names: a hash of a name's words leads to all that bears the name.
//!
//! Every beginning of a name is an entry too, so that a walk through the text knows when to stop. The hash is
//! taken over folded letters (see [`index::fold`]), with one blank between words, so "Ma'arrat an-Nu'man" and
//! "Maarrat an Numan" are one name. Two names of which the table keeps the same bits would be taken for each
//! other; a test holds that the dictionaries have none, and that all of them found room.

use crate::table::Table;

/// What a name may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// An index into the gazetteer.
    Place(u32),
    /// An index into the authority file.
    Actor(u32),
    /// The people of a country, an index into the gazetteer.
    People(u32),
}

/// A hash that is extended word by word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    /// Before any word.
    pub const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// With one more word, folded.
    pub fn with(self, folded: &str) -> Self {
        let mut key = self.0;
        let mut step = |byte: u8| key = (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        if self != Self::EMPTY {
            step(b' ');
        }
        folded.bytes().for_each(step);
        Self(key)
    }

    /// With letters that continue the last word.
    pub fn glued(self, folded: &str) -> Self {
        Self(folded.bytes().fold(self.0, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    /// With one more word as written.
    pub fn with_word(self, word: &str) -> Self {
        if word.is_ascii() && word.len() <= 64 {
            let mut buffer = [0u8; 64];
            let mut length = 0;
            for byte in word.bytes() {
                let byte = byte.to_ascii_lowercase();
                if byte.is_ascii_alphanumeric()
                    && let Some(slot) = buffer.get_mut(length)
                {
                    *slot = byte;
                    length += 1;
                } else if !matches!(byte, b'\'' | b'`') {
                    return self.with(&index::fold::fold(word));
                }
            }
            return self
                .with(buffer.get(..length).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or(""));
        }
        self.with(&index::fold::fold(word))
    }
}

const END: u32 = u32::MAX;

/// The value of a beginning that is no name itself.
const NONE: u32 = (1 << 23) - 2;

/// The table. A value is twice the index of the first link, and one more where longer names begin so.
pub(crate) struct NameIndex {
    slots: Table<24>,
    links: Vec<(Target, u32)>,
    /// All that was added and how it begins, for the test of the promise above.
    #[cfg(test)]
    known: std::collections::HashSet<String>,
}

impl NameIndex {
    /// A table with room for so many names.
    pub fn with_capacity(names: usize) -> Self {
        Self {
            slots: Table::with_capacity(names * 3 / 2),
            links: Vec::with_capacity(names),
            #[cfg(test)]
            known: std::collections::HashSet::new(),
        }
    }

    /// Adds a name.
    pub fn add(&mut self, name: &str, target: Target) {
        // Plain names, nearly all of them, are folded in place.
        let mut buffer = [0u8; 128];
        let mut length = 0;
        let mut plain = name.len() < buffer.len();
        for byte in name.bytes() {
            let letter = match byte.to_ascii_lowercase() {
                byte if byte.is_ascii_alphanumeric() => byte,
                b'\'' | b'`' => continue,
                byte if byte.is_ascii() => b' ',
                _ => {
                    plain = false;
                    break;
                }
            };
            let doubled = letter == b' ' && (length == 0 || buffer.get(length - 1) == Some(&b' '));
            if let Some(slot) = buffer.get_mut(length).filter(|_| !doubled) {
                *slot = letter;
                length += 1;
            }
        }
        match std::str::from_utf8(buffer.get(..length).unwrap_or(&[])) {
            Ok(folded) if plain => self.add_folded(folded.trim_end(), target),
            _ => self.add_folded(&index::fold::fold(name), target),
        }
    }

    fn add_folded(&mut self, folded: &str, target: Target) {
        if folded.is_empty() {
            return;
        }
        let mut key = Key::EMPTY;
        #[cfg(test)]
        self.known.extend(
            folded.match_indices(' ').map(|(at, _)| folded[..at].to_owned()).chain([folded.to_owned()]),
        );
        let mut words = folded.split(' ').peekable();
        while let Some(word) = words.next() {
            key = key.with(word);
            let value = self.slots.get(key.0).unwrap_or(NONE << 1);
            if words.peek().is_some() {
                self.slots.set(key.0, value | 1);
            } else {
                self.slots.set(key.0, (self.links.len() as u32) << 1 | value & 1);
                self.links.push((target, first(value)));
            }
        }
    }

    /// Whether a longer name begins so, and what bears exactly this name; nothing where no name begins so.
    pub fn get(&self, key: Key) -> Option<(bool, Targets<'_>)> {
        let value = self.slots.get(key.0)?;
        Some((value & 1 == 1, Targets { index: self, next: first(value) }))
    }
}

/// The first link of a value.
fn first(value: u32) -> u32 {
    if value >> 1 == NONE { END } else { value >> 1 }
}

/// All that bears a name, the last added first.
#[derive(Clone, Copy)]
pub(crate) struct Targets<'a> {
    index: &'a NameIndex,
    next: u32,
}

impl Targets<'_> {
    /// Whether nothing bears the name.
    pub fn is_empty(&self) -> bool {
        self.next == END
    }
}

impl Iterator for Targets<'_> {
    type Item = Target;

    fn next(&mut self) -> Option<Target> {
        let (target, next) = *self.index.links.get(self.next as usize)?;
        self.next = next;
        Some(target)
    }
}

#[cfg(test)]
mod tests {
    use crate::name::Names;

    #[test]
    fn every_name_has_a_slot_of_its_own() {
        let index = Names::new().index;
        assert!(index.known.len() > 100_000, "{}", index.known.len());
        assert_eq!(index.slots.len(), index.known.len());
    }
}
