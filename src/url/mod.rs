//! The address fragment: what the reader chose, as a link.
//!
//! [`Address`] is the single source of truth for everything that a link restores. [`codec`] turns it into a
//! fragment and back, without loss; [`sync`] ties it to the browser's history.

mod codec;
mod schema;
pub mod sync;

pub use codec::{Complaint, counts, decode, encode};
pub use schema::{Address, Key, Values};
