//! What is refused: each limit is named here and stands in the message that refuses.

/// The largest file, in bytes.
pub const FILE_LIMIT: u64 = 256 << 20;

/// The most bytes of all files together.
pub const TOTAL_LIMIT: u64 = 512 << 20;

/// The most files.
pub const FILES_LIMIT: usize = 5_000;

/// How deep folders may be nested.
pub const DEPTH_LIMIT: usize = 16;

/// The most bytes that a packed file may unpack to.
pub const UNPACKED_LIMIT: u64 = 512 << 20;

/// How long reading one file may take, in seconds, before it is left out.
pub const FILE_SECONDS: u32 = 120;

/// How long all other steps may take, in seconds, each.
pub const STEP_SECONDS: u32 = 600;

/// How many findings are listed; the rest is counted.
pub const FINDINGS_SHOWN: usize = 300;

/// How many reports are listed, and how many names of persons.
pub const LISTED: usize = 200;
