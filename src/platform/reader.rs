//! What the browser knows of its reader, and small services that it offers.

use leptos::prelude::{document, window};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

thread_local! {
    /// What had the focus before it was led to a place, by the place's id.
    static LEFT: RefCell<Vec<(&'static str, HtmlElement)>> = const { RefCell::new(Vec::new()) };
}

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

/// Moves the focus to the element with this id; a field's text is selected, as it is where Tab leads there.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(field) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>()) {
        field.select();
    }
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the focus is in the element with this id.
pub fn has_focus_in(id: &str) -> bool {
    let here = document().active_element();
    document().get_element_by_id(id).is_some_and(|element| element.contains(here.as_deref()))
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

/// Leads the focus to the element with this id once the page has been brought up to date, and remembers where it was.
pub fn leave_for(id: &'static str) {
    let here = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    LEFT.with_borrow_mut(|left| {
        left.retain(|(place, _)| *place != id);
        left.extend(here.map(|here| (id, here)));
    });
    focus_soon(id);
}

/// Gives the focus back to what it left for the place with this id; where that is gone, to the element `otherwise`.
pub fn come_back_from(id: &str, otherwise: String) {
    let at = |left: &mut Vec<(&'static str, HtmlElement)>| {
        let at = left.iter().position(|(place, _)| *place == id)?;
        Some(left.swap_remove(at).1)
    };
    let before = LEFT.with_borrow_mut(at);
    leptos::prelude::request_animation_frame(move || {
        // The page's body is no place to be.
        match before.filter(|it| it.is_connected() && it.tag_name() != "BODY") {
            Some(before) => {
                let _ = before.focus();
            }
            None => focus(&otherwise),
        }
    });
}

/// Scrolls the elements with these ids into view, one after the other, once the page has been brought up to date.
pub fn reveal_soon(ids: Vec<String>) {
    leptos::prelude::request_animation_frame(move || ids.iter().for_each(|id| reveal(id)));
}
