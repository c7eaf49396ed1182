//! Sorting, compiled once.
//!
//! The standard library compiles its sorts anew for every type and comparison, some five kilobytes of
//! WebAssembly each. Here positions are sorted by one body of code, through a comparison behind a pointer, and
//! the items are then swapped into place.

use std::cmp::Ordering;

/// Sorts by a comparison; equal items keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = {
        let items = &*items;
        positions(items.len(), &|a, b| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        })
    };
    arrange(order, &mut |a, b| items.swap(a, b));
}

/// Sorts by a key; equal items keep their order. The key is made for every comparison.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts items by themselves.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The positions `0..len` in sorted order.
fn positions(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    merge_sort(&mut order, &mut |a, b| compare(a, b));
    order
}

/// Sorts entries by a comparison; equal ones keep their order.
fn merge_sort(entries: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    let middle = entries.len() / 2;
    if middle == 0 {
        return;
    }
    let (low, high) = entries.split_at_mut(middle);
    merge_sort(low, compare);
    merge_sort(high, compare);
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

/// Brings the item at `order[i]` to `i` for every `i`, cycle by cycle.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        while let Some(slot) = order.get_mut(at) {
            let from = std::mem::replace(slot, at);
            if from == start || from == at {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(items in proptest::collection::vec((0u8..20, any::<u16>()), 0..200)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut sorted = items.clone();
            sort_by_key(&mut sorted, |item| item.0);
            prop_assert_eq!(&sorted, &expected);
            expected.sort();
            sort(&mut sorted);
            prop_assert_eq!(sorted, expected);
        }
    }
}
