//! Moving the focus into drawings, whose elements are not HTML's.

use leptos::prelude::document;
use leptos::web_sys::SvgElement;
use wasm_bindgen::JsCast;

/// Moves the focus to the SVG element with this id.
pub fn focus_drawn(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<SvgElement>().ok()) {
        let _ = element.focus();
    }
}
