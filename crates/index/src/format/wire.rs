//! One direction of travel: a [`Wire`] either writes the values it is shown or fills them in.
//!
//! Each type says once, in [`Coded::code`], which parts it has and in which order. Run with a [`Writer`] this
//! writes, run with a [`Reader`] it reads, so that the two cannot disagree. Everything is built from decisions
//! between two, each under a context that both sides know ([`super::coder`]).

use super::OpenError;
use super::coder::{Decoder, Encoder, Letters};
use super::mixer::ORDERS;

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault(pub &'static str);

impl Fault {
    /// The fault as an error about the byte at `position` of the body.
    pub fn at(self, position: usize) -> OpenError {
        OpenError::Invalid { what: format!("{} near byte {position}", self.0) }
    }
}

/// Where a value stands, by number: what was learned about values of one place serves those of the same.
pub type Context = u32;

/// The context of a part.
#[inline]
pub fn within(context: Context, part: u32) -> Context {
    (context ^ part.wrapping_mul(0x85EB_CA6B)).wrapping_mul(0xC2B2_AE35).rotate_left(13)
}

/// A writer or a reader.
pub trait Wire {
    /// One decision, the `node`th of sixteen under a context: shows the writer `bit`, gives back the reader's.
    fn bit(&mut self, context: Context, node: u32, bit: u32) -> u32;

    /// The next bytes of a text, `length` of them: appends the reader's to `text`, and the writer's are `text`
    /// from `start` on.
    ///
    /// # Errors
    /// Where the bytes end before.
    fn bytes(
        &mut self,
        context: Context,
        text: &mut Vec<u8>,
        start: usize,
        length: usize,
    ) -> Result<(), Fault>;

    /// Counts elements about to be read, before there is room made for them.
    ///
    /// # Errors
    /// Where there are more than the bytes could honestly hold.
    fn spend(&mut self, elements: u64) -> Result<(), Fault>;

    /// A number below `2^bits`, decision by decision from the highest bit.
    fn symbol(&mut self, context: Context, value: u32, bits: u32) -> u32 {
        let (mut told, mut row, mut node) = (0u32, context, 1);
        for shift in (0..bits).rev() {
            let bit = self.bit(row, node, value >> shift & 1);
            told = told << 1 | bit;
            node = node << 1 | bit;
            if node >= 16 {
                (row, node) = (within(context, told ^ shift << 26), 1);
            }
        }
        told
    }

    /// Any number; small ones take few decisions.
    ///
    /// # Errors
    /// Where the number is too large.
    fn number(&mut self, context: Context, value: &mut u64) -> Result<(), Fault> {
        // As binary digits of the number's successor, after one decision for each digit that there is.
        let successor = value.checked_add(1).unwrap_or(0);
        let digits = if successor == 0 { 64 } else { 63 - successor.leading_zeros() };
        let mut length = 0;
        let row = |length: u32| if length < 15 { context } else { within(context, length) };
        while length < 64 && self.bit(row(length), length.min(15), u32::from(length < digits)) == 1 {
            length += 1;
        }
        if length == 64 {
            *value = u64::MAX;
            return Ok(());
        }
        let (mut told, mut row, mut node) = (1u64, within(context, 100 + length), 1);
        for at in (0..length).rev() {
            let bit = self.bit(row, node, (successor >> at & 1) as u32);
            told = told << 1 | u64::from(bit);
            node = node << 1 | bit;
            if node >= 16 {
                // The lowest digits of a large number say nothing of each other.
                let known = if length - at <= 12 { told as u32 } else { 0 };
                (row, node) = (within(context, known ^ at << 26 ^ length << 20), 1);
            }
        }
        *value = told - 1;
        Ok(())
    }

    /// A number that may be negative.
    ///
    /// # Errors
    /// Where the number is too large.
    fn signed(&mut self, context: Context, value: &mut i64) -> Result<(), Fault> {
        let mut zigzag = (value.wrapping_shl(1) ^ (*value >> 63)) as u64;
        self.number(context, &mut zigzag)?;
        *value = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
        Ok(())
    }

    /// A text.
    ///
    /// # Errors
    /// Where it is not UTF-8.
    fn text(&mut self, context: Context, value: &mut String) -> Result<(), Fault> {
        let length = self.length(context, value.len())?;
        let mut bytes = std::mem::take(value).into_bytes();
        self.bytes(within(context, 3), &mut bytes, 0, length)?;
        *value = String::from_utf8(bytes).map_err(|_| Fault("a text that is not UTF-8"))?;
        Ok(())
    }

    /// How long a list is.
    ///
    /// # Errors
    /// Where it is longer than the bytes could honestly hold.
    fn length(&mut self, context: Context, length: usize) -> Result<usize, Fault> {
        let mut value = length as u64;
        self.number(within(context, 1), &mut value)?;
        self.spend(value)?;
        usize::try_from(value).map_err(|_| Fault("a length beyond the end"))
    }

    /// A list: its length, then each element.
    ///
    /// # Errors
    /// As its elements.
    fn list<T: Coded + Default>(&mut self, context: Context, values: &mut Vec<T>) -> Result<(), Fault>
    where
        Self: Sized,
    {
        let length = self.length(context, values.len())?;
        let inner = within(context, 2);
        if values.len() == length {
            return values.iter_mut().try_for_each(|value| value.code(self, inner));
        }
        values.clear();
        for _ in 0..length {
            let mut value = T::default();
            value.code(self, inner)?;
            values.push(value);
        }
        Ok(())
    }
}

/// A type with a place in the format.
pub trait Coded {
    /// Shows each part to the wire, in order.
    ///
    /// # Errors
    /// Where what is read cannot be.
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault>;
}

/// Texts of more bytes than this travel as they are: they would take too long to open.
const MOST_TEXT: u64 = 6 << 20;

/// What stood before, hashed for every order.
fn orders(context: Context, before: &[u8], word: u32) -> [u32; ORDERS] {
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
fn word_after(word: u32, byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0x80.. => {
            within(word, u32::from(byte.to_ascii_lowercase()))
        }
        _ => 0,
    }
}

/// Collects bytes.
pub struct Writer {
    encoder: Encoder,
    letters: Option<Letters>,
    plain: Vec<u8>,
    spent: u64,
}

/// Elements that any corpus may hold, and elements more for each byte: so that a few bytes cannot ask for all
/// memory. A corpus that repeats itself beyond that is filled up with zeros.
const FREE: u64 = 1 << 22;
const PER_BYTE: u64 = 32;

fn letters(text: u64) -> Option<Letters> {
    (text <= MOST_TEXT).then(|| Letters::new(text))
}

impl Writer {
    /// For a corpus with so many bytes of text.
    pub fn new(text: u64) -> Self {
        Self { encoder: Encoder::default(), letters: letters(text), plain: Vec::new(), spent: 0 }
    }

    /// What has been written: how long the plain texts are, those, and the decisions.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = (self.plain.len() as u64).to_le_bytes().to_vec();
        bytes.extend(self.plain);
        bytes.extend(self.encoder.finish());
        let least = self.spent.saturating_sub(FREE).div_ceil(PER_BYTE) as usize;
        bytes.resize(bytes.len().max(least), 0);
        bytes
    }
}

impl Wire for Writer {
    fn bit(&mut self, context: Context, node: u32, bit: u32) -> u32 {
        self.encoder.bit(context, node, bit);
        bit
    }

    fn bytes(
        &mut self,
        context: Context,
        text: &mut Vec<u8>,
        start: usize,
        length: usize,
    ) -> Result<(), Fault> {
        let part = text.get(start..start + length).ok_or(Fault("an early end"))?;
        let Some(letters) = &mut self.letters else {
            self.plain.extend_from_slice(part);
            return Ok(());
        };
        let mut word = 0;
        for (at, &byte) in part.iter().enumerate() {
            self.encoder.byte(letters, &orders(context, &part[..at], word), byte);
            word = word_after(word, byte);
        }
        Ok(())
    }

    fn spend(&mut self, elements: u64) -> Result<(), Fault> {
        self.spent = self.spent.saturating_add(elements);
        Ok(())
    }
}

/// Takes bytes apart.
pub struct Reader<'a> {
    decoder: Decoder<'a>,
    letters: Option<Letters>,
    plain: &'a [u8],
    left: u64,
    length: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte, for a corpus with so many bytes of text; nothing where there is no beginning.
    pub fn new(bytes: &'a [u8], text: u64) -> Option<Self> {
        let (plain, rest) = bytes.split_at_checked(8)?;
        let plain = usize::try_from(u64::from_le_bytes(plain.try_into().ok()?)).ok()?;
        let (plain, rest) = rest.split_at_checked(plain)?;
        let left = FREE + PER_BYTE * bytes.len() as u64;
        Some(Self { decoder: Decoder::new(rest), letters: letters(text), plain, left, length: rest.len() })
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.decoder.position().min(self.length)
    }

    /// Whether as many bytes were read as were there.
    pub fn is_whole(&self) -> bool {
        !self.decoder.is_past_end() && self.plain.is_empty()
    }
}

impl Wire for Reader<'_> {
    #[inline]
    fn bit(&mut self, context: Context, node: u32, _: u32) -> u32 {
        self.decoder.bit(context, node)
    }

    fn bytes(&mut self, context: Context, text: &mut Vec<u8>, _: usize, length: usize) -> Result<(), Fault> {
        let Some(letters) = &mut self.letters else {
            let (part, rest) = self.plain.split_at_checked(length).ok_or(Fault("an early end"))?;
            text.extend_from_slice(part);
            self.plain = rest;
            return Ok(());
        };
        text.reserve(length);
        let start = text.len();
        let mut word = 0;
        for _ in 0..length {
            let before = text.get(start..).unwrap_or_default();
            let byte = self.decoder.byte(letters, &orders(context, before, word));
            word = word_after(word, byte);
            text.push(byte);
        }
        Ok(())
    }

    fn spend(&mut self, elements: u64) -> Result<(), Fault> {
        self.left = self.left.checked_sub(elements).ok_or(Fault("a length beyond the end"))?;
        // Whoever reads zeros past the end would read them for long.
        if self.decoder.is_past_end() { Err(Fault("an early end")) } else { Ok(()) }
    }
}
