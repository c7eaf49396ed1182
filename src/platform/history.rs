//! The browser's history and address. Every call may be refused (WebKit allows a hundred a 10 s): then the
//! page stays right and only the address lags behind.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The address's fragment, without `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Enters a new step.
pub fn push(fragment: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// Changes the current step.
pub fn replace(fragment: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// The whole address, as a link to this view.
pub fn link() -> String {
    window().location().href().unwrap_or_default()
}

/// Calls `travelled` whenever the reader goes back, forward, or edits the fragment. The listeners stay for the
/// life of the page.
pub fn on_travel(travelled: impl Fn() + Clone + 'static) {
    for event in ["popstate", "hashchange"] {
        let travelled = travelled.clone();
        let listener = Closure::<dyn Fn()>::new(travelled);
        let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}
