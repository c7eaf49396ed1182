//! Counting a million statements between two frames: bitmaps, and what each facet gains and loses by their change.
//!
//! A crate of its own, since it is compiled for speed where the page around it is compiled for weight. Whoever asks
//! (`query`) knows clauses and selections; here are only bits, parts and slots.

#![forbid(unsafe_code)]

pub mod answer;
pub mod count;
pub mod marks;
pub mod parts;

pub use answer::{Answer, Counts};
pub use parts::{Codes, Parts, Segment};
