//! Decisions to bytes and back, and what is made of decisions: numbers and texts.

use crate::chance::Chances;
use crate::letters::{Letters, orders, word_after};
use crate::mixer::ORDERS;
use crate::{Context, within};

/// The range that is left, by its first and last number.
struct Range {
    low: u32,
    high: u32,
}

impl Range {
    const WHOLE: Self = Self { low: 0, high: u32::MAX };

    /// The last number that stands for one.
    #[inline]
    fn border(&self, of_one: u32) -> u32 {
        self.low + ((u64::from(self.high - self.low) * u64::from(of_one)) >> 16) as u32
    }

    #[inline]
    fn take(&mut self, bit: u32, border: u32) {
        if bit == 1 {
            self.high = border;
        } else {
            self.low = border + 1;
        }
    }

    /// The leading byte, once it has settled.
    #[inline]
    fn settled(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.low >> 24) as u8;
        self.low <<= 8;
        self.high = self.high << 8 | 0xFF;
        Some(byte)
    }
}

/// Writes decisions.
pub struct Encoder {
    chances: Chances,
    range: Range,
    bytes: Vec<u8>,
}

impl Default for Encoder {
    fn default() -> Self {
        Self { chances: Chances::default(), range: Range::WHOLE, bytes: Vec::new() }
    }
}

impl Encoder {
    /// Writes one decision under a context, which has sixteen of them.
    pub fn bit(&mut self, context: u32, node: u32, bit: u32) {
        let chance = self.chances.at(context, node);
        let border = self.range.border(chance.of_one());
        chance.learn(bit);
        self.range.take(bit, border);
        while let Some(byte) = self.range.settled() {
            self.bytes.push(byte);
        }
    }

    /// Writes the `value` below `2^bits`.
    pub fn symbol(&mut self, context: Context, value: u32, bits: u32) {
        symbol(context, value, bits, &mut |row, node, bit| {
            self.bit(row, node, bit);
            bit
        });
    }

    /// Writes a number.
    pub fn number(&mut self, context: Context, value: u64) {
        number(context, value, &mut |row, node, bit| {
            self.bit(row, node, bit);
            bit
        });
    }

    /// Writes a text.
    pub fn text(&mut self, letters: &mut Letters, context: Context, text: &[u8]) {
        let mut word = 0;
        for (at, &byte) in text.iter().enumerate() {
            self.byte(letters, &orders(context, text.get(..at).unwrap_or_default(), word), byte);
            word = word_after(word, byte);
        }
    }

    fn byte(&mut self, letters: &mut Letters, orders: &[u32; ORDERS], byte: u8) {
        letters.byte(orders, byte, &mut |chance, bit| {
            let border = self.range.border(chance);
            self.range.take(bit, border);
            while let Some(byte) = self.range.settled() {
                self.bytes.push(byte);
            }
            bit
        });
    }

    /// All bytes, with those that pin the range down.
    pub fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.range.high.to_be_bytes());
        self.bytes
    }
}

/// Reads decisions. Beyond the end it reads zeros, and says so.
pub struct Decoder<'a> {
    chances: Chances,
    range: Range,
    at: u32,
    bytes: &'a [u8],
    position: usize,
}

impl<'a> Decoder<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder =
            Self { chances: Chances::default(), range: Range::WHOLE, at: 0, bytes, position: 0 };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    #[inline]
    fn shift(&mut self) {
        self.at = self.at << 8 | u32::from(self.bytes.get(self.position).copied().unwrap_or(0));
        self.position += 1;
    }

    /// Reads one decision under a context, which has sixteen of them.
    #[inline]
    pub fn bit(&mut self, context: u32, node: u32) -> u32 {
        let chance = self.chances.at(context, node);
        let border = self.range.border(chance.of_one());
        let bit = u32::from(self.at <= border);
        chance.learn(bit);
        self.range.take(bit, border);
        while self.range.settled().is_some() {
            self.shift();
        }
        bit
    }

    /// Reads a number below `2^bits`.
    #[inline(never)]
    pub fn symbol(&mut self, context: Context, bits: u32) -> u32 {
        symbol(context, 0, bits, &mut |row, node, _| self.bit(row, node))
    }

    /// Reads a number.
    #[inline(never)]
    pub fn number(&mut self, context: Context) -> u64 {
        number(context, 0, &mut |row, node, _| self.bit(row, node))
    }

    /// Reads a text of so many bytes, appended to `text`.
    pub fn text(&mut self, letters: &mut Letters, context: Context, text: &mut Vec<u8>, length: usize) {
        let start = text.len();
        let mut word = 0;
        for _ in 0..length {
            let before = text.get(start..).unwrap_or_default();
            let byte = self.byte(letters, &orders(context, before, word));
            word = word_after(word, byte);
            text.push(byte);
        }
    }

    fn byte(&mut self, letters: &mut Letters, orders: &[u32; ORDERS]) -> u8 {
        letters.byte(orders, 0, &mut |chance, _| {
            let border = self.range.border(chance);
            let bit = u32::from(self.at <= border);
            self.range.take(bit, border);
            while self.range.settled().is_some() {
                self.shift();
            }
            bit
        })
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Whether more bytes were needed than there are.
    pub fn is_past_end(&self) -> bool {
        self.position > self.bytes.len()
    }
}

/// A number below `2^bits`, decision by decision from the highest bit; `decide` writes the bit it is shown, or
/// reads one.
#[inline]
fn symbol(context: Context, value: u32, bits: u32, decide: &mut impl FnMut(Context, u32, u32) -> u32) -> u32 {
    let (mut told, mut row, mut node) = (0u32, context, 1);
    for shift in (0..bits).rev() {
        let bit = decide(row, node, value >> shift & 1);
        told = told << 1 | bit;
        node = node << 1 | bit;
        if node >= 16 {
            (row, node) = (within(context, told ^ shift << 26), 1);
        }
    }
    told
}

/// Any number; small ones take few decisions. As binary digits of the number's successor, after one decision for
/// each digit that there is.
#[inline]
fn number(context: Context, value: u64, decide: &mut impl FnMut(Context, u32, u32) -> u32) -> u64 {
    let successor = value.checked_add(1).unwrap_or(0);
    let digits = if successor == 0 { 64 } else { 63 - successor.leading_zeros() };
    let mut length = 0;
    let row = |length: u32| if length < 15 { context } else { within(context, length) };
    while length < 64 && decide(row(length), length.min(15), u32::from(length < digits)) == 1 {
        length += 1;
    }
    if length == 64 {
        return u64::MAX;
    }
    let (mut told, mut row, mut node) = (1u64, within(context, 100 + length), 1);
    for at in (0..length).rev() {
        let bit = decide(row, node, (successor >> at & 1) as u32);
        told = told << 1 | u64::from(bit);
        node = node << 1 | bit;
        if node >= 16 {
            // The lowest digits of a large number say nothing of each other.
            let known = if length - at <= 12 { told as u32 } else { 0 };
            (row, node) = (within(context, known ^ at << 26 ^ length << 20), 1);
        }
    }
    told - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn decisions_come_back(decisions in prop::collection::vec((0u32..40, 0u32..2), 0..2000)) {
            let mut encoder = Encoder::default();
            decisions.iter().for_each(|&(context, bit)| encoder.bit(context, context % 20, bit));
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            for (context, bit) in decisions {
                prop_assert_eq!(decoder.bit(context, context % 20), bit);
            }
            prop_assert_eq!(decoder.position(), bytes.len());
            prop_assert!(!decoder.is_past_end());
        }
    }

    #[test]
    fn what_is_always_so_costs_next_to_nothing() {
        let mut encoder = Encoder::default();
        (0..1_000_000).for_each(|_| encoder.bit(7, 0, 1));
        let length = encoder.finish().len();
        assert!(length < 100, "{length}");
    }
}
