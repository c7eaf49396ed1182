//! The browser's edges: the worker, files chosen and dropped, what the page carries, what it saves.

mod blocks;
mod files;
mod save;
mod worker;

pub use blocks::part;
pub use files::{Chosen, chosen_in, dropped_in, listen_for_drops};
pub use save::{address_of, forget, save};
pub use worker::{Fault, Worker};

use wasm_bindgen::JsCast;

/// Whether this instance runs in a page, rather than in a worker.
pub fn is_page() -> bool {
    js_sys::global().is_instance_of::<web_sys::Window>()
}
