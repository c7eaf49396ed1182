//! Single keys that act from anywhere on the page.

use leptos::ev::KeyboardEvent;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The key that was pressed alone: a Latin letter, a digit or a sign, by its place on the keyboard where that writes
/// another script. Nothing where the key is for a field, for a dialog, or was dealt with.
pub fn single_key(event: &KeyboardEvent) -> Option<String> {
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let busy = held || event.default_prevented() || target.as_ref().is_some_and(takes_text);
    if busy || document().query_selector("dialog[open]").ok().flatten().is_some() {
        return None;
    }
    Some(latin(&event.key(), &event.code()))
}

/// Whether what is typed into an element is meant for it.
fn takes_text(element: &Element) -> bool {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "checkbox" | "radio" | "file"),
        None => matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT"),
    }
}

/// A key by what it writes, or by its place where it writes no sign of ASCII.
fn latin(key: &str, code: &str) -> String {
    let place = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit"));
    match place {
        Some(place) if !key.is_ascii() => place.to_ascii_lowercase(),
        None if !key.is_ascii() && code == "Slash" => "/".to_owned(),
        _ => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn keys_of_other_scripts_go_by_their_place() {
        assert_eq!(latin("j", "KeyC"), "j", "Dvorak");
        assert_eq!(latin("ت", "KeyJ"), "j");
        assert_eq!(latin("٤", "Digit4"), "4");
        assert_eq!(latin("ظ", "Slash"), "/");
        assert_eq!(latin("ArrowDown", "ArrowDown"), "ArrowDown");
    }
}
