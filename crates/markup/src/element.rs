//! The description of an element.

use crate::convert::{IntoMarkup, IntoSetting};
use crate::markup::{Describe, Markup};
use crate::on::Handler;
use crate::setting::{Evaluate, Kind, Setting, Value};
use leptos::html::ElementType;
use leptos::prelude::NodeRef;
use leptos::tachys::html::node_ref::NodeRefContainer;
use wasm_bindgen::JsCast;

/// What the source says of an element once and for all.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its name.
    pub tag: &'static str,
    /// Whether it is of the SVG namespace.
    pub drawn: bool,
    /// Attributes that never change.
    pub fixed: &'static [(&'static str, &'static str)],
}

/// An element: its shape, what is set on it, what it listens to, what it holds.
pub struct Element(pub(crate) Box<Parts>);

pub(crate) struct Parts {
    pub shape: &'static Shape,
    pub settings: Vec<(Kind, &'static str, Setting)>,
    pub handlers: Vec<Handler>,
    pub children: Vec<Markup>,
    pub made: Option<Made>,
}

/// What is done with the node once it is made.
type Made = Box<dyn FnOnce(&web_sys::Element)>;

impl Element {
    /// An element of a shape.
    #[inline(never)]
    pub fn new(shape: &'static Shape) -> Self {
        let parts =
            Parts { shape, settings: Vec::new(), handlers: Vec::new(), children: Vec::new(), made: None };
        Self(Box::new(parts))
    }

    /// Sets an attribute.
    pub fn attribute(self, name: &'static str, value: impl IntoSetting) -> Self {
        value.set_on(self, Kind::Attribute, name)
    }

    /// Says whether a class is there. The element's `class` must be fixed: a live one would undo this.
    pub fn toggle(self, name: &'static str, value: impl IntoSetting) -> Self {
        value.set_on(self, Kind::Class, name)
    }

    /// Sets a style property.
    pub fn style(self, name: &'static str, value: impl IntoSetting) -> Self {
        value.set_on(self, Kind::Style, name)
    }

    /// Sets a property of the node.
    pub fn property(self, name: &'static str, value: impl IntoSetting) -> Self {
        value.set_on(self, Kind::Property, name)
    }

    #[inline(never)]
    pub(crate) fn set(self, kind: Kind, name: &'static str, value: Value) -> Self {
        self.setting(kind, name, Setting::Fixed(value))
    }

    #[inline(never)]
    pub(crate) fn set_word(self, kind: Kind, name: &'static str, word: &'static str) -> Self {
        self.set(kind, name, Value::Text(word.into()))
    }

    #[inline(never)]
    pub(crate) fn set_text(self, kind: Kind, name: &'static str, text: String) -> Self {
        self.set(kind, name, Value::Text(text.into()))
    }

    #[inline(never)]
    pub(crate) fn set_flag(self, kind: Kind, name: &'static str, flag: bool) -> Self {
        self.set(kind, name, Value::Flag(flag))
    }

    #[inline(never)]
    pub(crate) fn set_live(self, kind: Kind, name: &'static str, run: Box<dyn Evaluate>) -> Self {
        self.setting(kind, name, Setting::Live(run))
    }

    fn setting(mut self, kind: Kind, name: &'static str, setting: Setting) -> Self {
        self.0.settings.push((kind, name, setting));
        self
    }

    /// Listens to an event.
    #[inline(never)]
    pub fn on(mut self, handler: Handler) -> Self {
        self.0.handlers.push(handler);
        self
    }

    /// Adds a child after those that are there.
    pub fn child(self, child: impl IntoMarkup) -> Self {
        child.add_to(self)
    }

    #[inline(never)]
    pub(crate) fn push_word(self, word: &'static str) -> Self {
        self.push(Markup::Text(word.into()))
    }

    #[inline(never)]
    pub(crate) fn push_text(self, text: String) -> Self {
        self.push(Markup::Text(text.into()))
    }

    #[inline(never)]
    pub(crate) fn push_live(self, run: Box<dyn Describe>) -> Self {
        self.push(Markup::Live(run))
    }

    #[inline(never)]
    pub(crate) fn push(mut self, child: Markup) -> Self {
        self.0.children.push(child);
        self
    }

    /// Gives the node to a reference when it is made.
    pub fn node_ref<E>(mut self, reference: NodeRef<E>) -> Self
    where
        E: ElementType + 'static,
        E::Output: JsCast + 'static,
    {
        self.0.made = Some(Box::new(move |node| reference.load(node)));
        self
    }
}
