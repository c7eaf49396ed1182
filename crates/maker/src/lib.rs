//! "Make a fieldbook": a person drops files into a page and gets a fieldbook of their own, without a toolchain
//! and without uploading anything.
//!
//! One module plays two parts. In the page it is the interface ([`page`]); in a worker, which the page starts
//! from the bytes that it carries itself, it is the compiler ([`desk`], reached through [`exports`]). A file
//! that kills the compiler kills the worker; the page names the file and goes on without it.
//!
//! The work is the command's: [`desk`] puts sources together, [`compile`] compiles them, [`pack`] packs them, so
//! the file that is saved is, byte for byte, what `fieldbook build --single-file` makes of the same sources. What
//! a person corrects in the page becomes sources too ([`edits`]): lines of `fieldbook.toml` and front matter.
//!
//! In reading order: [`limits`], [`edits`], [`preview`], [`cautions`], [`desk`]; then [`exports`], [`browser`],
//! [`page`], and [`text`] with every word.

pub mod browser;
pub mod cautions;
pub mod desk;
pub mod edits;
pub mod exports;
pub mod limits;
pub mod mapping;
pub mod page;
pub mod preview;
pub mod text;
