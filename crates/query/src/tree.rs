//! A table's tree, numbered so that everything below an entry is one range.
//!
//! Entries get *slots*: positions in a walk that visits each parent right before all that lies below it.
//! "The entry or below it" is then a range of slots, and an answer that holds for a whole country takes one
//! [`crate::segment::Segment`], however many towns the country has.

use crate::Value;
use index::NONE;
use std::ops::Range;

/// Parents and slots of a table's entries.
#[derive(Debug)]
pub struct Tree {
    parents: Vec<u32>,
    /// Slots of each entry and all below it; the first is its own.
    ranges: Vec<Range<u32>>,
    /// The topmost entry above each.
    roots: Vec<u32>,
}

impl Tree {
    /// From each entry's parent. A parent that does not stand before its child counts as none.
    pub fn new(parents: impl Iterator<Item = u32>) -> Self {
        let parents: Vec<u32> =
            parents.zip(0..).map(|(parent, entry)| if parent < entry { parent } else { NONE }).collect();
        let mut sizes = vec![1u32; parents.len()];
        for (entry, &parent) in parents.iter().enumerate().rev() {
            let size = sizes[entry];
            if let Some(above) = sizes.get_mut(parent as usize) {
                *above += size;
            }
        }
        let ranges = number(&parents, &sizes);
        let mut roots: Vec<u32> = Vec::with_capacity(parents.len());
        for (entry, &parent) in (0..).zip(&parents) {
            roots.push(roots.get(parent as usize).copied().unwrap_or(entry));
        }
        Self { parents, ranges, roots }
    }

    /// The topmost entry above an entry, or itself; itself too outside the table.
    pub fn root(&self, entry: u32) -> u32 {
        self.roots.get(entry as usize).copied().unwrap_or(entry)
    }

    /// The slot of a value; nothing outside the table.
    pub fn slot_of(&self, value: Value) -> Option<u32> {
        match value {
            Value::Entry(entry) => self.slot(entry),
            Value::Missing => Some(self.len()),
        }
    }

    /// How many entries there are. The slot of this number is the one of "(none)".
    pub fn len(&self) -> u32 {
        self.parents.len() as u32
    }

    /// The slot of an entry; nothing outside the table.
    pub fn slot(&self, entry: u32) -> Option<u32> {
        self.ranges.get(entry as usize).map(|range| range.start)
    }

    /// The slots of an entry and all below it; empty outside the table.
    pub fn range(&self, entry: u32) -> Range<u32> {
        self.ranges.get(entry as usize).cloned().unwrap_or(0..0)
    }

    /// The entry and all above it, upward; nothing outside the table.
    pub fn upward(&self, entry: u32) -> impl Iterator<Item = u32> {
        let known = |entry: u32| ((entry as usize) < self.parents.len()).then_some(entry);
        std::iter::successors(known(entry), move |&entry| {
            self.parents.get(entry as usize).copied().and_then(known)
        })
    }

    /// Whether `low` is `high` or below it.
    pub fn is_within(&self, low: u32, high: u32) -> bool {
        self.slot(low).is_some_and(|slot| self.range(high).contains(&slot))
    }
}

fn number(parents: &[u32], sizes: &[u32]) -> Vec<Range<u32>> {
    let mut ranges: Vec<Range<u32>> = Vec::with_capacity(parents.len());
    // The next free slot below each entry, and among the roots.
    let mut free = vec![0; parents.len()];
    let mut free_root = 0;
    for (entry, &size) in sizes.iter().enumerate() {
        let next =
            parents.get(entry).and_then(|&parent| free.get_mut(parent as usize)).unwrap_or(&mut free_root);
        let start = *next;
        *next += size;
        free[entry] = start + 1;
        ranges.push(start..start + size);
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ranges_are_what_walking_up_finds(seed in prop::collection::vec(0u32..40, 0..30)) {
            let parents: Vec<u32> = seed.iter().map(|&n| if n > 30 { NONE } else { n }).collect();
            let tree = Tree::new(parents.iter().copied());
            let mut slots: Vec<u32> = (0..tree.len()).filter_map(|entry| tree.slot(entry)).collect();
            slots.sort_unstable();
            prop_assert_eq!(slots, (0..tree.len()).collect::<Vec<_>>());
            for low in 0..tree.len() {
                for high in 0..tree.len() {
                    prop_assert_eq!(tree.is_within(low, high), tree.upward(low).any(|entry| entry == high));
                }
            }
        }
    }
}
