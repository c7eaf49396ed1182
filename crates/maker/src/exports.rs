//! What the worker's script may call. Texts and bytes go in, JSON and bytes come out.

use crate::desk::Desk;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Lays a file on the desk; why it is refused, or nothing.
#[wasm_bindgen]
pub fn take(path: &str, bytes: Vec<u8>) -> Option<String> {
    DESK.with_borrow_mut(|desk| desk.take(path, bytes)).err()
}

/// Compiles what lies on the desk with corrections (JSON of [`crate::edits::Edits`]); gives the JSON of
/// [`crate::preview::Preview`].
///
/// # Errors
/// When either JSON cannot be made.
#[wasm_bindgen]
pub fn check(edits: &str) -> Result<String, JsError> {
    let edits = serde_json::from_str(edits)?;
    let preview = DESK.with_borrow_mut(|desk| desk.check(&edits));
    Ok(serde_json::to_string(&preview)?)
}

/// The settings that say what was guessed and corrected.
#[wasm_bindgen]
pub fn settings() -> String {
    DESK.with_borrow(|desk| desk.settings().to_owned())
}

/// The fieldbook as one file, around the reader's shell.
///
/// # Errors
/// When the shell is unusable or the corpus too large.
#[wasm_bindgen]
pub fn pack(shell: &[u8]) -> Result<Vec<u8>, JsError> {
    let shell = pack::Shell::from_bytes(shell)?;
    Ok(DESK.with_borrow(|desk| desk.pack(&shell))?.into_bytes())
}
