//! What a fieldbook carries, and the bytes it is carried in.
//!
//! A *corpus* is a set of compiled sources: reports, the statements found in them, and the actors, places,
//! kinds and sources that the statements name. [`Corpus`] is its shape in memory: plain tables, and columns
//! for everything that there is one of per statement. [`write()`] turns it into bytes, [`open`] turns bytes
//! back; both walk the same description of the format (`format/layout.rs`), so neither can drift from the other.
//!
//! [`open`] checks everything once: the checksum, every length, every reference. Afterwards no accessor
//! fails, because nothing can point outside a table.
//!
//! The crate does no I/O, uses no clock and no randomness.

#![forbid(unsafe_code)]

mod bases;
pub mod columns;
pub mod date;
mod few;
pub mod fold;
pub mod format;
pub mod model;
mod numbers;
pub mod order;
mod packed;
mod small;
mod subset;
pub mod veil;

pub use columns::{Lists, Texts};
pub use date::{Day, Span};
pub use few::Few;
pub use format::{OpenError, VERSION, open, write};
pub use model::*;
pub use numbers::Numbers;
pub use packed::{Pack, Packed};
pub use subset::{Reports, subset};

/// Stands for "no entry" wherever a column holds an index into a table.
pub const NONE: u32 = u32::MAX;
