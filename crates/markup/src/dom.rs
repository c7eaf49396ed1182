//! Making and placing nodes.
//!
//! The calls below fail only on names or places that no view can ask for, such as a node placed into itself;
//! then the part is missing from the page and the rest goes on.

use crate::element::Shape;
use crate::setting::{Kind, Value};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

thread_local! {
    static DOCUMENT: Document = leptos::prelude::document();
    /// The first element of every shape, by the shape's address.
    static MODELS: RefCell<Vec<(usize, web_sys::Element)>> = const { RefCell::new(Vec::new()) };
}

/// A node that holds a place where nothing else does.
pub fn marker() -> Node {
    DOCUMENT.with(|document| document.create_comment("")).into()
}

pub fn text(text: &str) -> Node {
    DOCUMENT.with(|document| document.create_text_node(text)).into()
}

/// An element of a shape, a clone of the first one.
pub fn element(shape: &'static Shape) -> Option<web_sys::Element> {
    let address = std::ptr::from_ref(shape) as usize;
    MODELS.with_borrow_mut(|models| {
        let at = match models.binary_search_by_key(&address, |model| model.0) {
            Ok(at) => at,
            Err(at) => {
                models.insert(at, (address, model(shape)?));
                at
            }
        };
        models.get(at)?.1.clone_node().ok()?.dyn_into().ok()
    })
}

fn model(shape: &Shape) -> Option<web_sys::Element> {
    let made = DOCUMENT.with(|document| match shape.drawn {
        true => document.create_element_ns(Some(SVG), shape.tag),
        false => document.create_element(shape.tag),
    });
    let made = made.ok()?;
    for (name, value) in shape.fixed {
        let _ = made.set_attribute(name, value);
    }
    Some(made)
}

/// Places a node before `anchor`, or last.
pub fn place(parent: &Node, node: &Node, anchor: Option<&Node>) {
    let _ = parent.insert_before(node, anchor);
}

pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

/// Sets what a setting belongs to.
pub fn set(node: &web_sys::Element, kind: Kind, name: &str, value: &Value) {
    match kind {
        Kind::Attribute => {
            let _ = match value.text() {
                Some(text) => node.set_attribute(name, text),
                None => node.remove_attribute(name),
            };
        }
        Kind::Class => {
            let classes = node.class_list();
            let _ = match value.text() {
                Some(_) => classes.add_1(name),
                None => classes.remove_1(name),
            };
        }
        Kind::Style => {
            // Elements of SVG have a `style`, too.
            let style = node.unchecked_ref::<HtmlElement>().style();
            let _ = match value.text() {
                Some(text) => style.set_property(name, text),
                None => style.remove_property(name).map(drop),
            };
        }
        Kind::Property => {
            let value = match value {
                Value::Absent => JsValue::UNDEFINED,
                Value::Flag(flag) => JsValue::from_bool(*flag),
                Value::Text(text) => JsValue::from_str(text),
            };
            let _ = js_sys::Reflect::set(node, &JsValue::from_str(name), &value);
        }
    }
}
