//! The packer: a [`Shell`] (the program without a corpus) and the bytes of a
//! corpus go in, a static [`site`] or a [`single_file`] comes out. Everything
//! here is a pure function from bytes to bytes: no files, no processes, no
//! clock, so the same inputs give the same bytes on every machine.
//!
//! # How a corpus travels
//!
//! Up to [`SECTION_LIMIT`] a corpus is linked into the Wasm module as a custom
//! section named [`SECTION`]; a larger one travels beside the module, because
//! Chromium cannot re-instantiate modules over 8 MB synchronously and crash
//! recovery needs that. Beside means: in a site the file
//! `fieldbook-<hash>.corpus`, fetched by the boot script with progress; in a
//! single file data blocks of their own (gzip, then base64).
//!
//! The app reads both the same way, in this order:
//!
//! 1. `WebAssembly.Module.customSections(wasm_bindgen::module(), "fieldbook")`;
//!    the first entry, if there is one, is the corpus;
//! 2. else the `Uint8Array` in `globalThis.fieldbookCorpus`, which the boot
//!    script sets before it starts the module;
//! 3. else the page carries no corpus, and the app says so.
//!
//! # The folder from disk
//!
//! A page opened from disk may not read its neighbors, but may run them. So a site also holds the module and
//! a large corpus as classic scripts, `disk-<hash>.js`, which hand their base64 to the boot script. No host
//! needs them, and the service worker does not keep them.
//!
//! # Without a network
//!
//! [`Site::offline`] adds a manifest with icons, and a service worker whose list of files, each with its
//! SHA-256, is written here (`worker.js`). Without it, `sw.js` is the kill switch (`farewell.js`).
//!
//! # The boot script
//!
//! [`BOOT_SCRIPT`] is one classic script for both forms. It stands first in the
//! head, so that it sees every later error; it shows the loading state, starts
//! the module, brings it back after a panic or an abort, and shows a card when
//! nothing else helps. What the app owes it is written in
//! `src/platform/recovery.rs`.

mod carried;
mod compress;
mod dense;
mod error;
mod html;
mod icon;
mod maker;
mod offline;
mod section;
mod shell;
mod single;
mod site;

pub use carried::corpus_in;
pub use compress::brotli_best;
pub use compress::gzip;
pub use error::PackError;
pub use maker::maker_file;
pub use section::section as corpus_of_module;
pub use section::with_section;
pub use shell::Shell;
pub use single::{single_file, single_file_of, single_file_parts};
pub use site::{File, Site, site};

/// The name of the custom section that carries a corpus.
pub const SECTION: &str = "fieldbook";

/// The largest corpus, in bytes, that is linked into the module.
pub const SECTION_LIMIT: usize = 4 << 20;

/// The largest corpus, in bytes, that a page may carry at all.
pub const CORPUS_LIMIT: usize = 512 << 20;

/// The boot script, before it is packed. See the module's documentation.
pub const BOOT_SCRIPT: &str =
    concat!(include_str!("blocks.js"), include_str!("boot.js"), include_str!("save.js"));

/// The styles of the loading state and the rescue card.
pub const BOOT_STYLE: &str = include_str!("boot.css");

/// The plain list's script: what a browser without WebAssembly gets.
pub const PLAIN_SCRIPT: &str = include_str!("plain.js");

/// The plain list's styles.
pub const PLAIN_STYLE: &str = include_str!("plain.css");

/// What the page says about itself before its corpus is read. The crate `plain` makes it from a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The title of the fieldbook, plain text.
    pub title: String,
    /// One sentence for search engines and link previews, plain text.
    pub description: String,
    /// The BCP 47 tag of the title's language, such as `en`.
    pub lang: String,
    /// `ltr` or `rtl`; anything else becomes `auto`.
    pub dir: String,
    /// The day of this edition as the publisher wrote it, or empty.
    pub edition: String,
    /// The plain list as HTML that is safe to put into the page, in parts that are whole by themselves; none:
    /// a sentence stands in its place.
    pub plain: Vec<String>,
}
