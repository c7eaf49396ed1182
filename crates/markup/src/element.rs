//! The description of an element.

use crate::convert::{IntoMarkup, IntoSetting};
use crate::markup::Markup;
use crate::on::Handler;
use crate::setting::{Setting, Target};
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
    pub settings: Vec<(Target, Setting)>,
    pub handlers: Vec<Handler>,
    pub children: Vec<Markup>,
    pub made: Option<Box<dyn FnOnce(&web_sys::Element)>>,
}

impl Element {
    /// An element of a shape.
    pub fn new(shape: &'static Shape) -> Self {
        let parts =
            Parts { shape, settings: Vec::new(), handlers: Vec::new(), children: Vec::new(), made: None };
        Self(Box::new(parts))
    }

    /// Sets an attribute.
    pub fn attribute(self, name: &'static str, value: impl IntoSetting) -> Self {
        self.set(Target::Attribute(name), value.into_setting())
    }

    /// Says whether a class is there. The element's `class` must be fixed: a live one would undo this.
    pub fn toggle(self, name: &'static str, value: impl IntoSetting) -> Self {
        self.set(Target::Class(name), value.into_setting())
    }

    /// Sets a style property.
    pub fn style(self, name: &'static str, value: impl IntoSetting) -> Self {
        self.set(Target::Style(name), value.into_setting())
    }

    /// Sets a property of the node.
    pub fn property(self, name: &'static str, value: impl IntoSetting) -> Self {
        self.set(Target::Property(name), value.into_setting())
    }

    fn set(mut self, target: Target, setting: Setting) -> Self {
        self.0.settings.push((target, setting));
        self
    }

    /// Listens to an event.
    pub fn on(mut self, handler: Handler) -> Self {
        self.0.handlers.push(handler);
        self
    }

    /// Adds a child after those that are there.
    pub fn child(self, child: impl IntoMarkup) -> Self {
        self.push(child.into_markup())
    }

    fn push(mut self, child: Markup) -> Self {
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
