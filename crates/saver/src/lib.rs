//! "Save this selection as a fieldbook": some statements of an open fieldbook as a fieldbook of their own, in one
//! file.
//!
//! The page's own program has no writer and no packer; they would weigh on every reader's first load. They are a
//! second, small module that a fieldbook carries along and that runs in a worker when it is asked for. The worker
//! is given the parts that the page was opened from, and this crate makes of them what [`pack::single_file`] makes
//! of a shell: so what is saved is a fieldbook like any other, and can save parts of itself again.

mod part;

pub use part::{Choice, Given, saved};

use wasm_bindgen::prelude::*;

/// Makes the file. `parts` are module, corpus (empty where the module carries it) and this very module; `texts`
/// are boot script, glue, styles, icon and the worker's script.
///
/// # Errors
/// When a part is damaged or missing.
#[wasm_bindgen]
pub fn save(
    parts: Vec<js_sys::Uint8Array>,
    texts: Vec<String>,
    rows: &[u32],
    quoted: bool,
    title: &str,
) -> Result<Vec<u8>, JsError> {
    let mut parts = parts.into_iter().map(|part| part.to_vec());
    let mut part = || parts.next().unwrap_or_default();
    let mut texts = texts.into_iter();
    let mut text = || texts.next().unwrap_or_default();
    let (wasm, corpus, saver) = (part(), part(), part());
    let shell = pack::Shell {
        wasm,
        saver,
        boot: text(),
        glue: text(),
        css: text(),
        icon: text(),
        saver_script: text(),
    };
    let choice = Choice { rows, quoted, title };
    saved(Given { shell, corpus }, &choice).map(String::into_bytes).map_err(|error| JsError::new(&error))
}
