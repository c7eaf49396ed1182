//! What the compiler is given: files in memory, so that it runs in a browser as it does in a shell.

/// A file of the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the sources' folder, with `/` between its parts; a name alone for a data file.
    pub path: String,
    /// Its bytes, as they are; tables may be packed with gzip.
    pub bytes: Vec<u8>,
}

/// The most bytes that a packed table may unpack to, unless the options say otherwise.
pub const UNPACKED_LIMIT: u64 = 2 << 30;

/// How to compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The most bytes that a packed table may unpack to.
    pub unpacked_limit: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { unpacked_limit: UNPACKED_LIMIT }
    }
}
