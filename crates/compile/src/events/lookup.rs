//! A lookup from the bytes of cells to what they mean.
//!
//! A table asks some five times a row, of thousands of keys. What decides the speed is how many cache lines
//! that touches, so keys lie in one buffer, and the hash table holds their numbers alone.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Keys with their values.
pub(super) struct Lookup<V> {
    keys: Vec<u8>,
    entries: Vec<(u32, u32, V)>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl<V> Default for Lookup<V> {
    fn default() -> Self {
        let hasher = DefaultHashBuilder::default();
        Self { keys: Vec::new(), entries: Vec::new(), table: HashTable::new(), hasher }
    }
}

impl<V: Copy> Lookup<V> {
    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<V> {
        let same = |&at: &u32| self.key(at) == key;
        let at = self.table.find(self.hasher.hash_one(key), same)?;
        self.entries.get(*at as usize).map(|entry| entry.2)
    }

    /// Adds a key that is not there yet.
    pub fn insert(&mut self, key: &[u8], value: V) {
        let at = self.entries.len() as u32;
        let start = self.keys.len() as u32;
        self.keys.extend_from_slice(key);
        self.entries.push((start, self.keys.len() as u32, value));
        let (keys, entries, hasher) = (&self.keys, &self.entries, &self.hasher);
        let rehash = |&at: &u32| hasher.hash_one(key_of(keys, entries, at));
        self.table.insert_unique(hasher.hash_one(key), at, rehash);
    }

    /// Forgets all keys.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.entries.clear();
        self.table.clear();
    }

    fn key(&self, at: u32) -> &[u8] {
        key_of(&self.keys, &self.entries, at)
    }
}

fn key_of<'k, V>(keys: &'k [u8], entries: &[(u32, u32, V)], at: u32) -> &'k [u8] {
    let range = entries.get(at as usize).map_or(0..0, |entry| entry.0 as usize..entry.1 as usize);
    keys.get(range).unwrap_or_default()
}

/// Appends a cell to a key, so that no cell's end can be taken for another's.
pub(super) fn append(key: &mut Vec<u8>, cell: &str) {
    key.extend_from_slice(cell.as_bytes());
    key.extend_from_slice(&(cell.len() as u32).to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_finds_what_a_map_finds(keys in prop::collection::vec("[ab]{0,4}", 0..200)) {
            let (mut lookup, mut map) = (Lookup::default(), BTreeMap::new());
            for (at, key) in keys.iter().enumerate() {
                prop_assert_eq!(lookup.get(key.as_bytes()), map.get(key).copied());
                if !map.contains_key(key) {
                    lookup.insert(key.as_bytes(), at);
                    map.insert(key.clone(), at);
                }
            }
        }
    }
}
