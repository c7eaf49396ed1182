//! A lookup from the bytes of cells to what they mean.
//!
//! A table asks some five times a row, of thousands of keys. What decides the speed is how many cache lines
//! that touches, so keys lie in one buffer, and the hash table says where each stands and what it means.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::{BuildHasher, Hasher};

/// Keys with their values.
pub(super) struct Lookup<V> {
    keys: Vec<u8>,
    table: HashTable<Entry<V>>,
    hasher: DefaultHashBuilder,
}

/// Where a key begins and ends, and its value.
type Entry<V> = (u32, u32, V);

impl<V> Default for Lookup<V> {
    fn default() -> Self {
        let hasher = DefaultHashBuilder::default();
        Self { keys: Vec::new(), table: HashTable::new(), hasher }
    }
}

impl<V: Copy> Lookup<V> {
    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<V> {
        let same = |entry: &Entry<V>| key_of(&self.keys, entry) == key;
        self.table.find(self.hash(key), same).map(|entry| entry.2)
    }

    /// Adds a key that is not there yet.
    pub fn insert(&mut self, key: &[u8], value: V) {
        let hash = self.hash(key);
        let start = self.keys.len() as u32;
        self.keys.extend_from_slice(key);
        let entry = (start, self.keys.len() as u32, value);
        let (keys, hasher) = (&self.keys, &self.hasher);
        self.table.insert_unique(hash, entry, |entry| hash_of(hasher, key_of(keys, entry)));
    }

    /// Forgets all keys.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.table.clear();
    }

    fn hash(&self, key: &[u8]) -> u64 {
        hash_of(&self.hasher, key)
    }
}

fn hash_of(hasher: &DefaultHashBuilder, key: &[u8]) -> u64 {
    let mut state = hasher.build_hasher();
    state.write(key);
    state.finish()
}

fn key_of<'k, V>(keys: &'k [u8], entry: &Entry<V>) -> &'k [u8] {
    keys.get(entry.0 as usize..entry.1 as usize).unwrap_or_default()
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
