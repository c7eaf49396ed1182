//! What the browser knows of its reader, and small services that it offers.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;

/// The browser's language, BCP 47.
pub fn language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Whether there is a page; a worker has none.
pub fn has_page() -> bool {
    web_sys::window().is_some()
}

/// Today, by the world's clock (ISO 8601).
pub fn today() -> String {
    let now = js_sys::Date::new_0().to_iso_string().as_string().unwrap_or_default();
    now.get(..10).unwrap_or_default().to_owned()
}

/// Opens the browser's printing.
pub fn print() {
    let _ = window().print();
}

/// Says which language and direction the page is in.
pub fn set_language(code: &str, dir: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", code);
        let _ = root.set_attribute("dir", dir);
    }
}

/// Puts a text into the clipboard; whether it got there, the promise says.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // A page that came over plain HTTP has no clipboard.
    let offered = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
    offered && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls the element with this id into view within its own scroll container, without moving focus.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether any of the element with this id is in the window.
pub fn in_window(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| {
        let place = element.get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < window_height()
    })
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// How many of an element's children, from the first, end with one that is in the window.
pub fn children_in_view(id: &str) -> usize {
    let Some(list) = document().get_element_by_id(id) else { return 0 };
    let (height, children) = (window_height(), list.children());
    let below =
        |at: &u32| children.item(*at).is_some_and(|child| child.get_bounding_client_rect().top() < height);
    (0..children.length()).take_while(below).count()
}

/// Moves the focus to the element with this id once the page has been brought up to date.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    leptos::prelude::request_animation_frame(move || focus(&id));
}

/// Scrolls the elements with these ids into view, one after the other, once the page has been brought up to date.
pub fn reveal_soon(ids: Vec<String>) {
    leptos::prelude::request_animation_frame(move || ids.iter().for_each(|id| reveal(id)));
}
