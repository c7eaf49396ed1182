//! A compact table from hashes of words to small numbers.
//!
//! The dictionaries are larger than a processor's nearest memory, so what a look-up costs is how many places of
//! memory it touches. Here a slot is one number: the hash's bits beyond its position, and the value. A look-up
//! touches one line of memory, mostly. Two words of which the position and all kept bits agree would be taken for
//! each other; a test holds that the lexicon has none.

/// The table; a value has so many bits.
pub(crate) struct Table<const BITS: u32> {
    /// Empty where zero; values are kept one higher, so the highest number of so many bits is none.
    slots: Vec<u64>,
    /// How many bits of a hash are not its position.
    rest: u32,
    used: usize,
}

impl<const BITS: u32> Table<BITS> {
    const VALUE: u64 = (1 << BITS) - 1;

    /// A table for at most so many words.
    pub fn with_capacity(words: usize) -> Self {
        // At least four, of which one stays empty: a search ends at an empty slot.
        let slots = (words * 4 / 3).next_power_of_two().max(4);
        Self { slots: vec![0; slots], rest: u64::BITS - slots.ilog2(), used: 0 }
    }

    /// The value of a hash.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<u32> {
        let slot = self.slots.get(self.find(hash)).copied().unwrap_or(0);
        (slot != 0).then(|| (slot & Self::VALUE) as u32 - 1)
    }

    /// Gives a hash a value. One more than the table has room for is left out.
    pub fn set(&mut self, hash: u64, value: u32) {
        let (at, tag) = (self.find(hash), self.place(hash).1);
        // A quarter stays empty, so that searches end soon.
        let room = self.used * 4 < self.slots.len() * 3;
        if let Some(slot) = self.slots.get_mut(at).filter(|slot| **slot != 0 || room) {
            self.used += usize::from(*slot == 0);
            *slot = tag | (u64::from(value) + 1) & Self::VALUE;
        }
    }

    /// How many words it has.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.used
    }

    /// Where a hash has its slot at best, and what of it is kept there.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        // Spreads the bits of weaker hashes; no two become one.
        let hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((hash >> self.rest) as usize, hash << (u64::BITS - self.rest) & !Self::VALUE)
    }

    /// The slot of a hash, or the empty one where it would go.
    #[inline]
    fn find(&self, hash: u64) -> usize {
        let (mut at, tag) = self.place(hash);
        loop {
            match self.slots.get(at) {
                Some(0) => return at,
                Some(slot) if slot & !Self::VALUE == tag => return at,
                Some(_) => at += 1,
                None => at = 0,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_again() {
        let mut table = Table::<16>::with_capacity(1000);
        let hash = |n: u32| u64::from(n).wrapping_mul(0xe703_7ed1_a0b4_28db);
        (0..1000).for_each(|n| table.set(hash(n), n));
        (0..1000).for_each(|n| table.set(hash(n), n + 1));
        assert_eq!(table.len(), 1000);
        assert!((0..1000).all(|n| table.get(hash(n)) == Some(n + 1)));
        assert!((1000..2000).all(|n| table.get(hash(n)).is_none()));
    }

    #[test]
    fn a_full_table_still_answers() {
        let mut table = Table::<16>::with_capacity(2);
        (0..100).for_each(|n| table.set(n, 1));
        assert_eq!(table.get(1 << 40), None);
    }
}
