//! An adaptive binary arithmetic coder: every decision costs what it surprises.
//!
//! A number or a letter travels as decisions between two, each under a *context*. What was decided under the
//! same context before says how likely either side is; the coder narrows a range of 32-bit numbers in that
//! proportion and writes the leading bytes as they settle. Reader and writer learn alike, with integers only, so
//! that the same values give the same bytes on every machine.
//!
//! Contexts are hashed into a table of fixed size. Two that meet there learn from each other, which costs bytes
//! and nothing else.

use super::mixer::{Mixer, ORDERS};

/// How likely one is, in 22 bits, and in the lowest ten how often this was asked.
#[derive(Clone, Copy)]
struct Chance(u32);

/// Times asked after which a chance keeps moving at the same pace.
const SETTLED: u32 = 250;

/// A share of what is left to learn, per times asked.
static PACE: [u16; SETTLED as usize + 1] = pace();

const fn pace() -> [u16; SETTLED as usize + 1] {
    let mut pace = [0; SETTLED as usize + 1];
    let mut asked = 0;
    while asked < pace.len() {
        // 1 / (asked + 1.5)
        pace[asked] = (131_072 / (2 * asked + 3)) as u16;
        asked += 1;
    }
    pace
}

impl Chance {
    const EVEN: Self = Self(1 << 31);

    /// Of one, in 16 bits; never nothing and never all.
    fn of_one(self) -> u32 {
        (self.0 >> 16).clamp(1, 0xFFFF)
    }

    fn learn(&mut self, bit: u32) {
        let asked = self.0 & 1023;
        let chance = (self.0 >> 10) as i32;
        let aim = if bit == 1 { (1 << 22) - 1 } else { 0 };
        let pace = PACE.get(asked as usize).copied().unwrap_or(0);
        let moved = chance + ((i64::from(aim - chance) * i64::from(pace)) >> 16) as i32;
        self.0 = (moved as u32) << 10 | (asked + 1).min(SETTLED);
    }
}

/// The chances of all contexts.
pub struct Chances {
    table: Vec<Chance>,
}

/// Contexts that are told apart.
const BITS: u32 = 20;

impl Default for Chances {
    fn default() -> Self {
        Self { table: vec![Chance::EVEN; 1 << BITS] }
    }
}

impl Chances {
    /// Sixteen chances of a context stand side by side, since they are asked one after another.
    #[inline]
    fn at(&mut self, context: u32, node: u32) -> &mut Chance {
        let row = (context.wrapping_mul(0x9E37_79B1) >> (32 - BITS + 4)) as usize;
        &mut self.table[row * 16 + (node & 15) as usize]
    }
}

/// What was learned of texts: the chances of bits by the letters before, and how to weigh them.
pub struct Letters {
    table: Vec<Chance>,
    mixer: Mixer,
}

impl Letters {
    /// For about so many bytes of text: more room tells more contexts apart.
    pub fn new(bytes: u64) -> Self {
        let bits = (64 - bytes.leading_zeros()).clamp(12, 20) + 2;
        Self { table: vec![Chance::EVEN; 1 << bits], mixer: Mixer::default() }
    }

    /// The sixteen chances that a context has for half a byte.
    fn row(&self, context: u32) -> usize {
        (context.wrapping_mul(0x9E37_79B1) as usize >> 3 & (self.table.len() / 16 - 1)) * 16
    }

    /// One bit by the rows of each order and the bits of the half before it; `code` writes or reads it.
    fn bit(
        &mut self,
        rows: &[usize; ORDERS],
        node: usize,
        set: usize,
        code: &mut dyn FnMut(u32) -> u32,
    ) -> u32 {
        let mut chances = [0; ORDERS];
        for (chance, row) in chances.iter_mut().zip(rows) {
            *chance = self.table.get(row + node).map_or(0, |chance| chance.of_one());
        }
        let (chance, stretched) = self.mixer.mix(set, &chances);
        let bit = code(chance);
        self.mixer.learn(set, chance, &stretched, bit);
        for row in rows {
            if let Some(chance) = self.table.get_mut(row + node) {
                chance.learn(bit);
            }
        }
        bit
    }

    /// One byte, given a hash of what stood before for each order.
    fn byte(&mut self, orders: &[u32; ORDERS], byte: u8, code: &mut dyn FnMut(u32, u32) -> u32) -> u8 {
        let mut read = 1usize;
        for half in 0..2 {
            let salt = if half == 0 { 0 } else { (read as u32).wrapping_mul(0x1F12_3BB5) };
            let rows = orders.map(|order| self.row(order.wrapping_add(salt)));
            let mut node = 1;
            for at in 0..4 {
                let wanted = u32::from(byte >> (7 - 4 * half - at) & 1);
                let bit = self.bit(&rows, node, read & 255, &mut |chance| code(chance, wanted));
                node = node << 1 | bit as usize;
                read = read << 1 | bit as usize;
            }
        }
        read as u8
    }
}

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

    /// Writes one byte of a text.
    pub fn byte(&mut self, letters: &mut Letters, orders: &[u32; ORDERS], byte: u8) {
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

    /// Reads one byte of a text.
    pub fn byte(&mut self, letters: &mut Letters, orders: &[u32; ORDERS]) -> u8 {
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
