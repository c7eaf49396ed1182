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

/// A link to a view by its fragment.
pub fn link(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    [page, "#", fragment].concat()
}

/// A link to a view that may be told to others: a page from the reader's own disk gives the fragment alone.
pub fn public_link(fragment: &str) -> String {
    let link = link(fragment);
    if link.starts_with("http") { link } else { ["#", fragment].concat() }
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
