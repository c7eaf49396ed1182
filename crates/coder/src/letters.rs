//! Texts, letter by letter: how likely each bit is by the letters and the word before it.

use crate::chance::Chance;
use crate::mixer::{Mixer, ORDERS};
use crate::{Context, within};

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
    pub(crate) fn byte(
        &mut self,
        orders: &[u32; ORDERS],
        byte: u8,
        code: &mut dyn FnMut(u32, u32) -> u32,
    ) -> u8 {
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

/// What stood before, hashed for every order.
pub(crate) fn orders(context: Context, before: &[u8], word: u32) -> [u32; ORDERS] {
    let at = |back: usize| before.len().checked_sub(back).and_then(|at| before.get(at)).copied().unwrap_or(0);
    let mut hash = within(context, 7);
    let mut orders = [within(hash, word); ORDERS];
    for back in 1..=6usize {
        if back == 1 {
            hash = 11;
        }
        hash = within(hash, u32::from(at(back)) + 1);
        if let Some(order) = [Some(0), Some(1), Some(2), Some(3), None, Some(4)][back - 1] {
            orders[order] = hash.wrapping_add(back as u32);
        }
    }
    orders
}

/// A hash of the word that a byte goes on with.
pub(crate) fn word_after(word: u32, byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0x80.. => {
            within(word, u32::from(byte.to_ascii_lowercase()))
        }
        _ => 0,
    }
}
