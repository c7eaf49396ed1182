//! What statements hold, as far as counting has to know.

use crate::Answer;
use index::Lists;

/// An answer that holds for a range of slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Segment {
    /// First slot.
    pub start: u32,
    /// Slot after the last.
    pub end: u32,
    /// The answer there: match or may match.
    pub answer: Answer,
}

impl Segment {
    /// The answer at a single slot.
    pub fn at(slot: u32, answer: Answer) -> Self {
        Self { start: slot, end: slot + 1, answer }
    }
}

/// Which parts each statement holds, and at which slots each part counts.
#[derive(Debug, Default)]
pub struct Parts {
    /// Parts, statement after statement.
    pub codes: Codes,
    /// Where each statement's parts end; empty where every statement holds exactly one.
    pub ends: Vec<u32>,
    /// The slots at which a part is a match, where that is a single slot.
    pub points: Lists<u32>,
    /// Longer stretches of slots, or open ones; nothing at all where no part has one.
    pub stretches: Lists<Segment>,
    /// Each part's only point, where no part has more than that.
    pub only: Vec<u32>,
    /// How many parts there are.
    pub parts: usize,
}

/// Numbers of parts, as narrow as they fit.
#[derive(Debug)]
pub enum Codes {
    /// There is but one part, which every statement holds.
    One,
    /// Fewer than 65,536 parts.
    Short(Vec<u16>),
    /// More.
    Long(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Short(Vec::new())
    }
}

impl Codes {
    /// The part at a position.
    pub fn get(&self, at: usize) -> Option<u32> {
        match self {
            Self::One => Some(0),
            Self::Short(codes) => codes.get(at).map(|&code| u32::from(code)),
            Self::Long(codes) => codes.get(at).copied(),
        }
    }
}
