//! One direction of travel: a [`Wire`] either writes the values it is shown or fills them in.
//!
//! Each type says once, in [`Coded::code`], which parts it has and in which order. Run with a [`Writer`] this
//! writes, run with a [`Reader`] it reads, so that the two cannot disagree.

use super::OpenError;

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault(pub &'static str);

impl Fault {
    /// The fault as an error about the byte at `position` of the body.
    pub fn at(self, position: usize) -> OpenError {
        OpenError::Invalid { what: format!("{} near byte {position}", self.0) }
    }
}

/// A writer or a reader.
pub trait Wire {
    /// A number.
    fn number(&mut self, value: &mut u64) -> Result<(), Fault>;
    /// A text.
    fn text(&mut self, value: &mut String) -> Result<(), Fault>;
    /// A list: its length, then each element.
    fn list<T: Coded + Default>(&mut self, values: &mut Vec<T>) -> Result<(), Fault>;
}

/// A type with a place in the format.
pub trait Coded {
    /// Shows each part to the wire, in order.
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault>;
}

/// Collects bytes.
#[derive(Default)]
pub struct Writer {
    /// What has been written.
    pub bytes: Vec<u8>,
}

impl Wire for Writer {
    fn number(&mut self, value: &mut u64) -> Result<(), Fault> {
        let mut rest = *value;
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
        Ok(())
    }

    fn text(&mut self, value: &mut String) -> Result<(), Fault> {
        self.number(&mut (value.len() as u64))?;
        self.bytes.extend_from_slice(value.as_bytes());
        Ok(())
    }

    fn list<T: Coded + Default>(&mut self, values: &mut Vec<T>) -> Result<(), Fault> {
        self.number(&mut (values.len() as u64))?;
        values.iter_mut().try_for_each(|value| value.code(self))
    }
}

/// Takes bytes apart.
pub struct Reader<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, position: 0 }
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Whether all bytes have been read.
    pub fn is_at_end(&self) -> bool {
        self.position == self.bytes.len()
    }

    fn length(&mut self) -> Result<usize, Fault> {
        let mut length = 0;
        self.number(&mut length)?;
        let left = self.bytes.len() - self.position;
        // Every element takes a byte at least, so a longer list cannot be there.
        usize::try_from(length).ok().filter(|&length| length <= left).ok_or(Fault("a length beyond the end"))
    }
}

impl Wire for Reader<'_> {
    fn number(&mut self, value: &mut u64) -> Result<(), Fault> {
        let mut result = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes.get(self.position).ok_or(Fault("an early end"))?;
            self.position += 1;
            if shift == 63 && byte > 1 {
                break;
            }
            result |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                *value = result;
                return Ok(());
            }
        }
        Err(Fault("a number that is too large"))
    }

    fn text(&mut self, value: &mut String) -> Result<(), Fault> {
        let length = self.length()?;
        let end = self.position + length;
        let bytes = self.bytes.get(self.position..end).ok_or(Fault("an early end"))?;
        *value = std::str::from_utf8(bytes).map_err(|_| Fault("a text that is not UTF-8"))?.to_owned();
        self.position = end;
        Ok(())
    }

    fn list<T: Coded + Default>(&mut self, values: &mut Vec<T>) -> Result<(), Fault> {
        let length = self.length()?;
        values.clear();
        for _ in 0..length {
            let mut value = T::default();
            value.code(self)?;
            values.push(value);
        }
        Ok(())
    }
}
