//! The later half of the program, which the boot script loads after the first picture (`crates/xtask/src/split.rs`).
//!
//! What needs it stands in [`crate::components::later::Later`]. Where there is no boot script, as in panel tests,
//! the program is one piece.

use js_sys::Promise;
use leptos::task::spawn_local;
use markup::Signal;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Whether it is there for this instance of the program.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = whole)]
    fn whole() -> Result<bool, JsValue>;

    /// Loads it, if it is not there; resolves when it is.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = late)]
    fn load() -> Result<Promise, JsValue>;
}

/// How far the later half is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// On its way.
    Coming,
    /// There.
    Here,
    /// It could not be loaded.
    Missing,
}

/// How far it is now.
pub fn now() -> Late {
    if whole().unwrap_or(true) { Late::Here } else { Late::Coming }
}

/// Loads it, and says how far it is.
pub fn fetch(late: Signal<Late>) {
    late.set(Late::Coming);
    spawn_local(async move {
        let arrived = match load() {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => true,
        };
        late.try_set(if arrived { Late::Here } else { Late::Missing });
    });
}
