//! What can go wrong while packing or unpacking.

use std::fmt;

/// Why bytes could not be packed or unpacked. The message says what was found
/// and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The shell archive is damaged or was written by another version.
    Shell(String),
    /// The Wasm module is damaged.
    Module(String),
    /// A fieldbook's data blocks are damaged.
    Blocks(String),
    /// The corpus is larger than a page may carry.
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The largest size allowed, in bytes.
        limit: usize,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shell(what) => {
                write!(f, "the shell is unusable: {what}; run `cargo xtask dist` to make it again")
            }
            Self::Module(what) => write!(f, "the Wasm module is damaged: {what}"),
            Self::Blocks(what) => write!(f, "this fieldbook's data is damaged: {what}; get the file again"),
            Self::TooLarge { size, limit } => {
                write!(f, "the corpus holds {size} bytes and a page may carry {limit}; split the sources")
            }
        }
    }
}

impl std::error::Error for PackError {}
