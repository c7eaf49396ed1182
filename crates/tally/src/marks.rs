//! Bitmaps over statements: a bit each, sixty-four to a word.
//!
//! An answer of three values is two bits: whether it is a match, and whether it is anything but no. Joining
//! clauses by *and* is then a bitwise *and* of both, and "matches only" is looking at the first alone.

use crate::{Answer, Counts};
use std::ops::Range;

/// How many words `rows` bits take.
pub fn words(rows: usize) -> usize {
    rows.div_ceil(64)
}

/// The bits of a word that stand for statements.
pub fn inside(rows: usize, word: usize) -> u64 {
    match rows.saturating_sub(word * 64) {
        0 => 0,
        left @ 1..64 => (1 << left) - 1,
        _ => !0,
    }
}

/// A bit for every statement.
pub fn all(rows: usize) -> Vec<u64> {
    (0..words(rows)).map(|word| inside(rows, word)).collect()
}

/// Sets a bit; one outside the bitmap is left alone.
pub fn set(bits: &mut [u64], row: u32) {
    if let Some(word) = bits.get_mut(row as usize / 64) {
        *word |= 1 << (row % 64);
    }
}

/// Whether a bit is set.
pub fn has(bits: &[u64], row: usize) -> bool {
    bits.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
}

/// The bits of `range` within a word.
pub fn span(range: &Range<u32>, word: u32) -> u64 {
    let first = range.start.saturating_sub(word * 64);
    let last = range.end.saturating_sub(word * 64);
    low_bits(last) & !low_bits(first)
}

fn low_bits(count: u32) -> u64 {
    if count >= 64 { !0 } else { (1 << count) - 1 }
}

/// The positions of a bitmap's bits, upward.
pub fn rows_in(bits: &[u64]) -> impl Iterator<Item = u32> {
    let rows_in_word = |(word, &bits): (u32, &u64)| {
        let rest = |bits: &u64| Some(bits & bits.wrapping_sub(1)).filter(|&rest| rest != 0);
        let bits = std::iter::successors((bits != 0).then_some(bits), rest);
        bits.map(move |bits| word * 64 + bits.trailing_zeros())
    };
    (0..).zip(bits).flat_map(rows_in_word)
}

/// The statements' answers to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Those that match.
    pub yes: Vec<u64>,
    /// Those that match or may match.
    pub some: Vec<u64>,
}

impl Marks {
    /// All match.
    pub fn all(rows: usize) -> Self {
        Self { yes: all(rows), some: all(rows) }
    }

    /// None does.
    pub fn none(rows: usize) -> Self {
        Self { yes: vec![0; words(rows)], some: vec![0; words(rows)] }
    }

    /// The answer of one statement.
    pub fn answer(&self, row: usize) -> Answer {
        match (has(&self.yes, row), has(&self.some, row)) {
            (true, _) => Answer::Match,
            (_, true) => Answer::MayMatch,
            _ => Answer::No,
        }
    }

    /// Gives one statement another answer.
    pub fn put(&mut self, row: usize, answer: Answer) {
        let bit = 1u64 << (row % 64);
        for (bits, holds) in
            [(&mut self.yes, answer == Answer::Match), (&mut self.some, answer != Answer::No)]
        {
            if let Some(word) = bits.get_mut(row / 64) {
                *word = if holds { *word | bit } else { *word & !bit };
            }
        }
    }

    /// Both bitmaps' words at a position; full where there are none.
    #[inline]
    pub fn word(&self, at: usize) -> (u64, u64) {
        (self.yes.get(at).copied().unwrap_or(!0), self.some.get(at).copied().unwrap_or(!0))
    }

    /// All match, in some words or all.
    pub fn all_in(rows: usize, words: Option<&[u32]>) -> Self {
        let Some(words) = words else { return Self::all(rows) };
        let all: Vec<u64> = words.iter().map(|&word| inside(rows, word as usize)).collect();
        Self { yes: all.clone(), some: all }
    }

    /// Joins another question's answers by *and*; where only some words are here, those words of the other.
    pub fn join(&mut self, by: &Self, words: Option<&[u32]>) {
        for (bits, by) in [(&mut self.yes, &by.yes), (&mut self.some, &by.some)] {
            match words {
                None => bits.iter_mut().zip(by).for_each(|(bits, by)| *bits &= by),
                Some(words) => {
                    for (bits, &word) in bits.iter_mut().zip(words) {
                        *bits &= by.get(word as usize).copied().unwrap_or(0);
                    }
                }
            }
        }
    }

    /// Takes over some words from answers that hold only those.
    pub fn take(&mut self, words: &[u32], now: &Self) {
        for (bits, now) in [(&mut self.yes, &now.yes), (&mut self.some, &now.some)] {
            for (&word, &now) in words.iter().zip(now) {
                if let Some(bits) = bits.get_mut(word as usize) {
                    *bits = now;
                }
            }
        }
    }

    /// Marks the statements of some words anew as in `range` or not, but for those `kept`.
    pub fn mark(&mut self, words: Range<u32>, range: &Range<u32>, kept: &[u64]) {
        for word in words {
            let Some(&kept) = kept.get(word as usize) else { return };
            let regular = span(range, word) & !kept;
            for bits in [&mut self.yes, &mut self.some] {
                if let Some(bits) = bits.get_mut(word as usize) {
                    *bits = *bits & kept | regular;
                }
            }
        }
    }

    /// How many match, and how many may, in some words.
    pub fn counts_in(&self, words: &[u32]) -> Counts {
        let mut counts = Counts::default();
        for &word in words {
            let (yes, some) = self.word(word as usize);
            counts.matching += yes.count_ones();
            counts.may_match += (some & !yes).count_ones();
        }
        counts
    }

    /// How many match, and how many may.
    pub fn counts(&self) -> Counts {
        let count = |bits: &[u64]| bits.iter().map(|word| word.count_ones()).sum::<u32>();
        let matching = count(&self.yes);
        Counts { matching, may_match: count(&self.some) - matching }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bits_come_back(rows in prop::collection::btree_set(0u32..300, 0..40), range in (0u32..300, 0u32..300)) {
            let mut bits = vec![0; words(300)];
            rows.iter().for_each(|&row| set(&mut bits, row));
            prop_assert_eq!(rows_in(&bits).collect::<Vec<_>>(), rows.iter().copied().collect::<Vec<_>>());
            let range = range.0..range.1;
            for row in 0..300 {
                prop_assert_eq!(has(&bits, row as usize), rows.contains(&row));
                let within = span(&range, row / 64) >> (row % 64) & 1 == 1;
                prop_assert_eq!(within, range.contains(&row));
            }
        }

        #[test]
        fn all_is_all_and_no_more(rows in 0usize..300) {
            prop_assert_eq!(rows_in(&all(rows)).collect::<Vec<_>>(), (0..rows as u32).collect::<Vec<_>>());
        }
    }
}
