//! Names that may be the same, found without comparing all pairs.

use index::fold::fold;
use std::collections::BTreeMap;

/// Names shorter than this, folded, are too easily one letter apart.
const LONG: usize = 8;

/// Groups of names that fold to the same letters, in the order of their first members.
pub(super) fn same(names: &[&str]) -> Vec<Vec<usize>> {
    let mut by_letters: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        by_letters.entry(fold(name)).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = by_letters
        .into_iter()
        .filter(|(letters, group)| !letters.is_empty() && group.len() > 1)
        .map(|(_, group)| group)
        .collect();
    groups.sort();
    groups
}

/// Pairs of long names that are one letter apart: changed, added, or left out. Digits are no letters.
pub(super) fn one_letter(names: &[&str]) -> Vec<(usize, usize)> {
    let folded: Vec<Vec<char>> = names.iter().map(|name| fold(name).chars().collect()).collect();
    // Two names that are one letter apart share what is left when that letter is taken from each.
    let mut shortened: BTreeMap<(usize, u64), Vec<usize>> = BTreeMap::new();
    for (at, letters) in folded.iter().enumerate().filter(|(_, letters)| letters.len() >= LONG) {
        shortened.entry(key(letters, usize::MAX)).or_default().push(at);
        for without in 0..letters.len() {
            shortened.entry(key(letters, without)).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for candidates in shortened.values().filter(|candidates| candidates.len() > 1) {
        for (nth, &a) in candidates.iter().enumerate() {
            for &b in candidates.iter().skip(nth + 1) {
                let apart = folded.get(a).zip(folded.get(b)).is_some_and(|(a, b)| is_one_letter(a, b));
                if a != b && apart {
                    pairs.push((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// A hash of the letters without one of them, and their number; what hashes alike is compared afterwards.
fn key(letters: &[char], without: usize) -> (usize, u64) {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut count = 0;
    for (_, letter) in letters.iter().enumerate().filter(|(at, _)| *at != without) {
        hash = (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x0100_0000_01b3);
        count += 1;
    }
    (count, hash)
}

fn is_one_letter(a: &[char], b: &[char]) -> bool {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    let differ_a = rest_a.get(..rest_a.len() - end).unwrap_or_default();
    let differ_b = rest_b.get(..rest_b.len() - end).unwrap_or_default();
    let letters = differ_a.iter().chain(differ_b).all(|c| c.is_alphabetic() || *c == ' ');
    let apart = differ_a.len() + differ_b.len() > 0;
    apart && differ_a.len() <= 1 && differ_b.len() <= 1 && letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_belong_together() {
        let names = [
            "Rio Bravo town",
            "Río Bravo town",
            "Ayn al-Bayda",
            "Ayn al Bayda",
            "Block 11 West",
            "Block 12 West",
            "Millbrook town",
            "Milbrook town",
            "IS",
            "ISI",
        ];
        assert_eq!(same(&names), [vec![0, 1], vec![2, 3]]);
        assert_eq!(one_letter(&names), [(6, 7)]);
    }

    proptest! {
        #[test]
        fn pairs_are_those_of_all_pairs(names in prop::collection::vec("[ab1 ]{6,11}", 0..14)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let folded: Vec<Vec<char>> = names.iter().map(|name| fold(name).chars().collect()).collect();
            let mut expect = Vec::new();
            for a in 0..names.len() {
                for b in a + 1..names.len() {
                    let long = folded[a].len() >= LONG && folded[b].len() >= LONG;
                    if long && is_one_letter(&folded[a], &folded[b]) {
                        expect.push((a, b));
                    }
                }
            }
            prop_assert_eq!(one_letter(&names), expect);
        }
    }
}
