//! Sorting, once for everything: numbers by radix, anything else by a comparison that is passed in.
//!
//! The standard sorts are made anew for every type and comparison, some kilobytes each; the page carries these
//! two instead.

use std::cmp::Ordering;

/// Sorts entries by a comparison; equal ones keep their order.
pub fn order(entries: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    let middle = entries.len() / 2;
    if middle == 0 {
        return;
    }
    let (low, high) = entries.split_at_mut(middle);
    order(low, compare);
    order(high, compare);
    let mut merged = Vec::with_capacity(entries.len());
    let (low, high) = entries.split_at(middle);
    let (mut low, mut high) = (low.iter().peekable(), high.iter().peekable());
    while let (Some(&&first), Some(&&second)) = (low.peek(), high.peek()) {
        let later = compare(first, second) == Ordering::Greater;
        let next = if later { high.next() } else { low.next() };
        merged.extend(next);
    }
    merged.extend(low.chain(high));
    entries.copy_from_slice(&merged);
}

/// Sorts keys upward.
pub fn sort(keys: &mut Vec<u64>) {
    if keys.len() <= 48 {
        insert(keys);
        return;
    }
    let differing = keys.iter().fold(0, |bits, &key| bits | (key ^ keys[0]));
    let mut sorted = vec![0; keys.len()];
    for shift in (0..64).step_by(8).filter(|shift| (differing >> shift) & 0xFF != 0) {
        let digit = |key: u64| ((key >> shift) & 0xFF) as usize;
        let mut starts = [0u32; 257];
        keys.iter().for_each(|&key| starts[digit(key) + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        for &key in keys.iter() {
            let at = &mut starts[digit(key)];
            sorted[*at as usize] = key;
            *at += 1;
        }
        std::mem::swap(keys, &mut sorted);
    }
}

fn insert(keys: &mut [u64]) {
    for end in 1..keys.len() {
        let key = keys[end];
        let mut at = end;
        while at > 0 && keys[at - 1] > key {
            keys[at] = keys[at - 1];
            at -= 1;
        }
        keys[at] = key;
    }
}

/// A number whose order is that of `day`, to sort by.
pub fn ascending(day: i32) -> u64 {
    u64::from(day as u32 ^ 1 << 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_stand_upward(mut keys in prop::collection::vec(any::<u64>(), 0..200), narrow: bool) {
            if narrow {
                keys.iter_mut().for_each(|key| *key %= 1 << 20);
            }
            let mut expect = keys.clone();
            expect.sort_unstable();
            sort(&mut keys);
            prop_assert_eq!(keys, expect);
        }

        #[test]
        fn equal_entries_keep_their_order(mut entries in prop::collection::vec(0u32..400, 0..100)) {
            let mut expect = entries.clone();
            expect.sort_by_key(|entry| entry / 10);
            order(&mut entries, &mut |a, b| (a / 10).cmp(&(b / 10)));
            prop_assert_eq!(entries, expect);
        }

        #[test]
        fn days_ascend(a: i32, b: i32) {
            prop_assert_eq!(ascending(a).cmp(&ascending(b)), a.cmp(&b));
        }
    }
}
