//! An adaptive binary arithmetic coder: every decision costs what it surprises.
//!
//! A number or a letter travels as decisions between two, each under a *context*. What was decided under the
//! same context before says how likely either side is; the coder narrows a range of 32-bit numbers in that
//! proportion and writes the leading bytes as they settle. Reader and writer learn alike, with integers only, so
//! that the same values give the same bytes on every machine.
//!
//! Contexts are hashed into a table of fixed size. Two that meet there learn from each other, which costs bytes
//! and nothing else.
//!
//! A crate of its own, since it is compiled for speed where the page around it is compiled for weight: opening a
//! million events takes some forty million decisions.

#![forbid(unsafe_code)]

mod chance;
pub mod digits;
mod letters;
mod mixer;
mod range;

pub use digits::{BASE, DigitReader, DigitWriter};
pub use letters::Letters;
pub use range::{Decoder, Encoder};

/// Where a value stands, by number: what was learned about values of one place serves those of the same.
pub type Context = u32;

/// The context of a part.
#[inline]
pub fn within(context: Context, part: u32) -> Context {
    (context ^ part.wrapping_mul(0x85EB_CA6B)).wrapping_mul(0xC2B2_AE35).rotate_left(13)
}
