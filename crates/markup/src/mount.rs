//! Putting a view into the page.

use crate::markup::Markup;
use crate::mounted::Mounted;
use any_spawner::Executor;
use leptos::prelude::Owner;

/// A view in the page; dropping it takes the view out again.
pub struct Mount {
    part: Mounted,
    owner: Owner,
}

/// Builds a view and places it last in `parent`.
pub fn mount(parent: &web_sys::Element, view: impl FnOnce() -> Markup) -> Mount {
    // Fails only where it is already set.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let part = owner.with(|| Mounted::build(view()));
    part.place(parent, None);
    Mount { part, owner }
}

impl Mount {
    /// Leaves the view in the page for as long as the page lives.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.part.remove();
        self.owner.cleanup();
    }
}
