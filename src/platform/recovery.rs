//! Coming back after a crash: what the app owes the boot script.
//!
//! A panic or an abort (memory exhausted, stack overflow) kills this instance
//! of the module. The hooks below ask wasm-bindgen for a fresh one; the boot
//! script (`crates/pack/src/boot.js`) hears of a panic from its hook and of an
//! abort from the browser's error, and calls [`resume`] once the trap has
//! unwound. The call reaches a fresh instance, in which `main` has run again; so
//! `main` must be idempotent:
//!
//! ```ignore
//! fn main() {
//!     recovery::install();
//!     let Some(root) = recovery::emptied_root() else { return };
//!     markup::mount(&root, App).forget();
//! }
//! ```
//!
//! and everything the reader chose must stand in the address. Where there is no
//! boot script, as under `trunk serve` and in panel tests, the reports go
//! nowhere and the browser's console has the error.

use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;
use wasm_bindgen::handler::{schedule_reinit, set_on_abort};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Tells the boot script that an instance begins, and gives it the instance's exports: the later half of the
    /// program, if it came with an earlier instance, joins this one at once.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = started)]
    fn report_start(exports: JsValue) -> Result<(), JsValue>;

    /// Tells the boot script that this instance is dying, and why.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = failed)]
    fn report_failure(message: &str) -> Result<(), JsValue>;
}

/// Sets the hooks that turn a panic or an abort into a fresh instance. Call it
/// first in `main`.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        schedule_reinit();
        let _ = report_failure(&info.to_string());
    }));
    // In an aborted instance the first call out is also the last.
    set_on_abort(schedule_reinit);
    let _ = report_start(wasm_bindgen::exports());
}

/// The page's root element, emptied: whatever an earlier instance or the boot
/// script left in it is gone. `None` when the page has no such element.
pub fn emptied_root() -> Option<HtmlElement> {
    let root = leptos::prelude::document().get_element_by_id("app")?;
    root.set_text_content(None);
    root.dyn_into().ok()
}

/// Does nothing. Calling it is what brings a fresh instance after a crash.
#[wasm_bindgen]
pub fn resume() {}

/// Asks for a fresh instance, which the next call brings.
#[wasm_bindgen]
pub fn renew() {
    schedule_reinit();
}

/// Crashes on purpose, so that tests in real browsers can see the page come
/// back: `panic`, `memory` or `stack`.
#[wasm_bindgen]
pub fn crash(kind: &str) {
    match kind {
        "memory" => drop(std::hint::black_box(vec![1_u8; std::hint::black_box(1200 << 20)])),
        "stack" => drop(std::hint::black_box(descend(std::hint::black_box(1 << 30)))),
        _ => panic!("a crash on purpose"),
    }
}

fn descend(depth: u32) -> u32 {
    let frame = std::hint::black_box([depth; 64]);
    if depth == 0 { 0 } else { descend(depth - 1).wrapping_add(frame[0]) }
}
