//! Stands in for `wasm-streams` (see `[patch.crates-io]` in the workspace's `Cargo.toml`).
//!
//! Leptos brings that crate along for server functions, which Fieldbook has none of. Its classes are exports of the
//! module, so that neither the linker nor `wasm-opt` can drop them, nor the promises, futures and glue that they
//! need: some ten kilobytes. This crate has what Leptos's code names, and says so if it is ever called.

use futures_util::future::{Ready, ready};
use futures_util::stream::{Once, once};
use wasm_bindgen::JsValue;

/// What a stream gives here.
type Refusal = Result<JsValue, JsValue>;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream {
    raw: web_sys::ReadableStream,
}

impl ReadableStream {
    /// Takes a stream over.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self { raw }
    }

    /// A stream without anything in it, whatever `stream` holds.
    ///
    /// # Panics
    /// Where the browser has no streams.
    pub fn from_stream<S>(stream: S) -> Self {
        drop(stream);
        match web_sys::ReadableStream::new() {
            Ok(raw) => Self { raw },
            Err(_) => unreachable!("a page without server functions makes no streams"),
        }
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.raw
    }

    /// One error, which says that this page reads no streams.
    pub fn into_stream(self) -> Once<Ready<Refusal>> {
        once(ready(Err(JsValue::from_str("this page has no server functions and reads no streams"))))
    }
}
