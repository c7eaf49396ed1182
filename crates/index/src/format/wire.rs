//! One direction of travel: a [`Wire`] either writes the values it is shown or fills them in.
//!
//! Each type says once, in [`Coded::code`], which parts it has and in which order. Run with a [`Writer`] this
//! writes, run with a [`Reader`] it reads, so that the two cannot disagree. Everything is built from decisions
//! between two, each under a context that both sides know ([`coder`]).

use super::OpenError;
use coder::{Decoder, DigitReader, DigitWriter, Encoder, Letters};

pub use coder::{Context, within};

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault(pub &'static str);

impl Fault {
    /// The fault as an error about the byte at `position` of the body.
    pub fn at(self, position: usize) -> OpenError {
        OpenError::Invalid { what: format!("{} near byte {position}", self.0) }
    }
}

/// Columns of digits.
#[derive(Clone, Copy, Debug)]
pub enum Column {
    /// Places.
    Places,
    /// Actors, by how common they are in their country.
    Actors,
    /// Kinds.
    Kinds,
    /// Best estimates.
    Best,
}

/// How many columns of digits there are.
const COLUMNS: usize = 4;

/// Statements from which on their widest columns travel as digits: then telling all chances beforehand costs
/// nothing, and reading them one decision at a time would take long.
const LONG: usize = 1 << 17;

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

    /// A number below `2^bits`.
    fn symbol(&mut self, context: Context, value: u32, bits: u32) -> u32;

    /// Any number; small ones take few decisions.
    fn count(&mut self, context: Context, value: u64) -> u64;

    /// Whether what there are millions of travels as digits.
    fn is_long(&self) -> bool;

    /// A digit below [`coder::BASE`] of a column, under a node.
    fn digit(&mut self, column: Column, node: u32, digit: u32) -> u32;

    /// Any number, in place.
    ///
    /// # Errors
    /// None; numbers of lists and tables are checked where they are used.
    fn number(&mut self, context: Context, value: &mut u64) -> Result<(), Fault> {
        *value = self.count(context, *value);
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

/// Texts of more bytes than this travel as they are, and are packed by who sends them: letter by letter they would
/// take a second for each 300 kB to open in a browser.
const MOST_TEXT: u64 = 256 << 10;

/// A column of more bytes takes room for all that may come at once: growing twofold again and again, it would be
/// copied as often.
const LONG_TEXT: usize = 64 << 10;

/// Collects bytes.
pub struct Writer {
    encoder: Encoder,
    letters: Option<Letters>,
    plain: Vec<u8>,
    digits: Option<[DigitWriter; COLUMNS]>,
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
    /// For a corpus with so many bytes of text and so many statements.
    pub fn new(text: u64, rows: usize) -> Self {
        let digits = (rows >= LONG).then(Default::default);
        Self { encoder: Encoder::default(), letters: letters(text), plain: Vec::new(), digits, spent: 0 }
    }

    /// What has been written: how long the plain texts are, those, the columns of digits, and the decisions.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = (self.plain.len() as u64).to_le_bytes().to_vec();
        bytes.extend(self.plain);
        let columns: Vec<Vec<u8>> = self.digits.iter().flatten().map(DigitWriter::finish).collect();
        bytes.push(columns.len() as u8);
        for column in columns {
            bytes.extend((column.len() as u32).to_le_bytes());
            bytes.extend(column);
        }
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

    fn symbol(&mut self, context: Context, value: u32, bits: u32) -> u32 {
        self.encoder.symbol(context, value, bits);
        value
    }

    fn count(&mut self, context: Context, value: u64) -> u64 {
        self.encoder.number(context, value);
        value
    }

    fn is_long(&self) -> bool {
        self.digits.is_some()
    }

    fn digit(&mut self, column: Column, node: u32, digit: u32) -> u32 {
        if let Some(writer) = self.digits.as_mut().and_then(|all| all.get_mut(column as usize)) {
            writer.push(node, digit);
        }
        digit
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
        self.encoder.text(letters, context, part);
        Ok(())
    }

    fn spend(&mut self, elements: u64) -> Result<(), Fault> {
        self.spent = self.spent.saturating_add(elements);
        Ok(())
    }
}

/// The columns of digits, and what follows them.
fn digits(bytes: &[u8]) -> Option<(Option<[DigitReader<'_>; COLUMNS]>, &[u8])> {
    let (&count, mut rest) = bytes.split_first()?;
    if count == 0 {
        return Some((None, rest));
    }
    let mut columns = Vec::new();
    for _ in 0..count {
        let (length, after) = rest.split_first_chunk()?;
        let (column, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        columns.push(DigitReader::new(column)?);
        rest = after;
    }
    Some((Some(columns.try_into().ok()?), rest))
}

/// Takes bytes apart.
pub struct Reader<'a> {
    decoder: Decoder<'a>,
    letters: Option<Letters>,
    plain: &'a [u8],
    digits: Option<[DigitReader<'a>; COLUMNS]>,
    left: u64,
    length: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte, for a corpus with so many bytes of text; nothing where there is no beginning.
    pub fn new(bytes: &'a [u8], text: u64) -> Option<Self> {
        let (plain, rest) = bytes.split_at_checked(8)?;
        let plain = usize::try_from(u64::from_le_bytes(plain.try_into().ok()?)).ok()?;
        let (plain, rest) = rest.split_at_checked(plain)?;
        let (digits, rest) = digits(rest)?;
        let left = FREE + PER_BYTE * bytes.len() as u64;
        Some(Self {
            decoder: Decoder::new(rest),
            letters: letters(text),
            plain,
            digits,
            left,
            length: rest.len(),
        })
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.decoder.position().min(self.length)
    }

    /// Whether as many bytes were read as were there.
    pub fn is_whole(&self) -> bool {
        let digits = self.digits.iter().flatten().all(DigitReader::is_whole);
        !self.decoder.is_past_end() && self.plain.is_empty() && digits
    }
}

impl Wire for Reader<'_> {
    #[inline]
    fn bit(&mut self, context: Context, node: u32, _: u32) -> u32 {
        self.decoder.bit(context, node)
    }

    fn symbol(&mut self, context: Context, _: u32, bits: u32) -> u32 {
        self.decoder.symbol(context, bits)
    }

    fn count(&mut self, context: Context, _: u64) -> u64 {
        self.decoder.number(context)
    }

    fn is_long(&self) -> bool {
        self.digits.is_some()
    }

    #[inline]
    fn digit(&mut self, column: Column, node: u32, _: u32) -> u32 {
        self.digits.as_mut().and_then(|all| all.get_mut(column as usize)).map_or(0, |it| it.next(node))
    }

    fn bytes(&mut self, context: Context, text: &mut Vec<u8>, _: usize, length: usize) -> Result<(), Fault> {
        let Some(letters) = &mut self.letters else {
            let (part, rest) = self.plain.split_at_checked(length).ok_or(Fault("an early end"))?;
            if text.capacity() - text.len() < length && text.len() > LONG_TEXT {
                text.reserve(self.plain.len());
            }
            text.extend_from_slice(part);
            self.plain = rest;
            return Ok(());
        };
        text.reserve(length);
        self.decoder.text(letters, context, text, length);
        Ok(())
    }

    fn spend(&mut self, elements: u64) -> Result<(), Fault> {
        self.left = self.left.checked_sub(elements).ok_or(Fault("a length beyond the end"))?;
        // Whoever reads zeros past the end would read them for long.
        if self.decoder.is_past_end() { Err(Fault("an early end")) } else { Ok(()) }
    }
}
