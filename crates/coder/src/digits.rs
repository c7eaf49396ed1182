//! Digits whose chances are told beforehand: for the columns of which there are millions of values.
//!
//! What adapts with every decision has to be read decision by decision. Where there are many values, telling how
//! often each digit stands under each *node* costs little, and a whole digit is then read with one look into a
//! table (rANS, by Jarek Duda; byte by byte as Fabian Giesen wrote it down). A larger number is several digits,
//! each under the node of those before it.

use crate::range::{Decoder, Encoder};
use crate::within;

/// Digits stand below this.
pub const BASE: u32 = 128;

/// Nodes stand below this: a table of four kilobytes is laid out for each that occurs.
pub const NODES: u32 = 1 << 14;

const SCALE_BITS: u32 = 12;
const SCALE: u32 = 1 << SCALE_BITS;
const LOWEST: u32 = 1 << 23;
const DIGITS: usize = BASE as usize;

/// Collects digits, to write them once all are there.
#[derive(Debug, Default)]
pub struct DigitWriter {
    told: Vec<(u16, u8)>,
}

impl DigitWriter {
    /// The next digit, below [`BASE`], under a node below [`NODES`].
    pub fn push(&mut self, node: u32, digit: u32) {
        self.told.push(((node % NODES) as u16, (digit % BASE) as u8));
    }

    /// The bytes: length of the chances u32, the chances, the digits. Nothing where there is no digit.
    pub fn finish(&self) -> Vec<u8> {
        if self.told.is_empty() {
            return Vec::new();
        }
        let nodes = self.told.iter().map(|&(node, _)| usize::from(node) + 1).max().unwrap_or(0);
        let mut counts = vec![[0u32; DIGITS]; nodes];
        self.told.iter().for_each(|&(node, digit)| counts[usize::from(node)][usize::from(digit)] += 1);
        counts.iter_mut().for_each(scale);
        let chances = tell(&counts);
        let mut bytes = (chances.len() as u32).to_le_bytes().to_vec();
        bytes.extend(chances);
        let starts: Vec<[u32; DIGITS]> = counts.iter().map(starts).collect();
        // Written from the end, so that they are read from the beginning.
        let mut backward = Vec::with_capacity(self.told.len());
        let mut states = [LOWEST; 2];
        for (at, &(node, digit)) in self.told.iter().enumerate().rev() {
            let (node, digit) = (usize::from(node), usize::from(digit));
            let (often, start) = (counts[node][digit], starts[node][digit]);
            let state = &mut states[at & 1];
            while *state >= ((LOWEST >> SCALE_BITS) << 8) * often {
                backward.push(*state as u8);
                *state >>= 8;
            }
            *state = ((*state / often) << SCALE_BITS) + *state % often + start;
        }
        states.iter().for_each(|state| bytes.extend(state.to_le_bytes()));
        bytes.extend(backward.iter().rev());
        bytes
    }
}

/// Counts to shares of [`SCALE`], none of them nothing where there was something.
fn scale(counts: &mut [u32; DIGITS]) {
    let total: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    if total == 0 {
        return;
    }
    for count in counts.iter_mut().filter(|count| **count > 0) {
        *count = ((u64::from(*count) * u64::from(SCALE) + total / 2) / total).max(1) as u32;
    }
    loop {
        let sum: u32 = counts.iter().sum();
        let Some(most) = counts.iter_mut().max_by_key(|count| **count) else { return };
        match SCALE.checked_sub(sum) {
            Some(0) => return,
            Some(more) => *most += more,
            // The largest never goes below half at once, so that no share becomes nothing.
            None => *most -= (sum - SCALE).min(*most / 2),
        }
    }
}

fn starts(shares: &[u32; DIGITS]) -> [u32; DIGITS] {
    let mut sum = 0;
    shares.map(|share| {
        sum += share;
        sum - share
    })
}

/// About how large a number is.
fn size(number: u32) -> u32 {
    32 - number.leading_zeros()
}

/// The shares of all nodes as bytes.
fn tell(shares: &[[u32; DIGITS]]) -> Vec<u8> {
    let mut encoder = Encoder::default();
    encoder.number(1, shares.len() as u64);
    for shares in shares {
        let digits = shares.iter().rposition(|&share| share > 0).map_or(0, |last| last + 1);
        encoder.symbol(2, digits as u32, 8);
        let mut before = 0;
        for &share in shares.iter().take(digits) {
            encoder.number(within(3, size(before)), share.into());
            before = share;
        }
    }
    encoder.finish()
}

/// The shares of all nodes; nothing where they cannot be.
fn told(bytes: &[u8]) -> Option<Vec<[u32; DIGITS]>> {
    let mut decoder = Decoder::new(bytes);
    let nodes = usize::try_from(decoder.number(1)).ok().filter(|&nodes| nodes <= NODES as usize)?;
    let mut shares = Vec::new();
    for _ in 0..nodes {
        let digits = decoder.symbol(2, 8) as usize;
        let (mut node, mut before) = ([0; DIGITS], 0);
        for share in node.get_mut(..digits)? {
            let number = decoder.number(within(3, size(before)));
            before = u32::try_from(number).ok().filter(|&number| number <= SCALE)?;
            *share = before;
        }
        let sum: u32 = node.iter().sum();
        if decoder.is_past_end() || sum != 0 && sum != SCALE {
            return None;
        }
        shares.push(node);
    }
    Some(shares)
}

/// Reads digits. Beyond the end it reads zeros, and says so.
#[derive(Debug)]
pub struct DigitReader<'a> {
    /// Where each node's table stands.
    tables: Vec<u32>,
    /// For each number below [`SCALE`] the digit that it stands for, node after node.
    digits: Vec<u8>,
    /// Each digit's start and share.
    chances: Vec<(u16, u16)>,
    states: [u32; 2],
    turn: usize,
    bytes: &'a [u8],
    position: usize,
    lost: bool,
}

impl<'a> DigitReader<'a> {
    /// Over what a [`DigitWriter`] gave; nothing where that cannot be.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        if bytes.is_empty() {
            return Some(Self::over(Vec::new(), [LOWEST; 2], bytes));
        }
        let (length, rest) = bytes.split_first_chunk()?;
        let (chances, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let (first, rest) = rest.split_first_chunk()?;
        let (second, rest) = rest.split_first_chunk()?;
        let state = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes) & (u32::MAX >> 1);
        Some(Self::over(told(chances)?, [state(first), state(second)], rest))
    }

    fn over(shares: Vec<[u32; DIGITS]>, states: [u32; 2], bytes: &'a [u8]) -> Self {
        let mut reader = Self {
            tables: Vec::with_capacity(shares.len()),
            digits: Vec::new(),
            chances: Vec::new(),
            states,
            turn: 0,
            bytes,
            position: 0,
            lost: false,
        };
        for shares in &shares {
            let table = reader.chances.len() / DIGITS;
            if shares.iter().all(|&share| share == 0) {
                reader.tables.push(u32::MAX);
                continue;
            }
            reader.tables.push(table as u32);
            for ((digit, &share), start) in (0u8..).zip(shares).zip(starts(shares)) {
                reader.chances.push((start as u16, share as u16));
                reader.digits.extend(std::iter::repeat_n(digit, share as usize));
            }
        }
        reader
    }

    /// The next digit under a node. Not inlined: the caller is compiled for weight.
    #[inline(never)]
    pub fn next(&mut self, node: u32) -> u32 {
        let table = self.tables.get(node as usize).map_or(usize::MAX, |&table| table as usize);
        let state = &mut self.states[self.turn & 1];
        self.turn += 1;
        let slot = *state & (SCALE - 1);
        let place = table.wrapping_mul(SCALE as usize).wrapping_add(slot as usize);
        let Some(&digit) = self.digits.get(place) else {
            self.lost = true;
            return 0;
        };
        let Some(&(start, share)) = self.chances.get(table * DIGITS + usize::from(digit)) else { return 0 };
        *state = u32::from(share) * (*state >> SCALE_BITS) + (slot - u32::from(start));
        while *state < LOWEST {
            let Some(&byte) = self.bytes.get(self.position) else {
                self.position += 1;
                *state = *state << 8 | LOWEST;
                break;
            };
            self.position += 1;
            *state = *state << 8 | u32::from(byte);
        }
        digit.into()
    }

    /// Whether everything was read, and nothing that was not there.
    pub fn is_whole(&self) -> bool {
        !self.lost && self.position == self.bytes.len()
    }

    /// Whether digits were asked for that are not there.
    pub fn is_lost(&self) -> bool {
        self.lost || self.position > self.bytes.len()
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(list: &[(u32, u32)]) -> Vec<u8> {
        let mut writer = DigitWriter::default();
        list.iter().for_each(|&(node, digit)| writer.push(node, digit));
        writer.finish()
    }

    proptest! {
        #[test]
        fn digits_come_back(list in prop::collection::vec((0u32..5, prop_oneof![0u32..2, 0u32..128]), 0..3000)) {
            let bytes = told(&list);
            let mut reader = DigitReader::new(&bytes).expect("what was written");
            for &(node, digit) in &list {
                prop_assert_eq!(reader.next(node), digit);
            }
            prop_assert!(reader.is_whole());
        }

        #[test]
        fn damage_is_survived(list in prop::collection::vec((0u32..3, 0u32..9), 1..200), at: usize, byte: u8) {
            let mut bytes = told(&list);
            let at = at % bytes.len();
            bytes[at] = byte;
            if let Some(mut reader) = DigitReader::new(&bytes) {
                for node in 0..2000 {
                    prop_assert!(reader.next(node % 4) < BASE);
                }
            }
        }

        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Some(mut reader) = DigitReader::new(&bytes) {
                (0..500).for_each(|node| assert!(reader.next(node % 7) < BASE));
            }
        }
    }

    #[test]
    fn the_cost_is_the_surprise() {
        // Half the digits are 0, the others one of 64: four bits each.
        let digit = |at: u32| if at.is_multiple_of(2) { 0 } else { 1 + (at / 2 * 37) % 64 };
        let list: Vec<(u32, u32)> = (0..100_000).map(|at| (3, digit(at))).collect();
        let length = told(&list).len();
        assert!(length < 50_400, "{length}");
        assert!(told(&vec![(0, 5); 100_000]).len() < 40);
    }

    #[test]
    fn shares_add_up() {
        for counts in [vec![1; 128], vec![1_000_000, 1, 1, 1], vec![3, 0, 5], vec![u32::MAX; 128]] {
            let mut shares = [0; DIGITS];
            shares[..counts.len()].copy_from_slice(&counts);
            scale(&mut shares);
            assert_eq!(shares.iter().sum::<u32>(), SCALE);
            assert!(shares.iter().zip(&counts).all(|(share, count)| (*share > 0) == (*count > 0)));
        }
    }
}
