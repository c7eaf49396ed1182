//! An element in the page.

use super::Mounted;
use super::bound::{Bound, Listening};
use crate::dom;
use crate::element::{Element, Shape};
use web_sys::Node;

/// An element, what is set on it, what listens on it, what it holds.
pub struct MountedElement {
    shape: &'static Shape,
    node: web_sys::Element,
    // Dropped in this order: what stands inside before what stands around it.
    children: Vec<Mounted>,
    listening: Vec<Listening>,
    bound: Vec<Bound>,
}

impl MountedElement {
    /// Builds it; `None` where the browser knows no such element.
    pub fn build(Element(parts): Element) -> Option<Self> {
        let node = dom::element(parts.shape)?;
        let children: Vec<Mounted> = parts.children.into_iter().map(Mounted::build).collect();
        children.iter().for_each(|child| child.place(&node, None));
        // After the children: a select takes its value from the options it has.
        let bound =
            parts.settings.into_iter().map(|(kind, name, it)| Bound::new(&node, kind, name, it)).collect();
        let listening = parts.handlers.into_iter().map(|it| Listening::new(&node, it)).collect();
        if let Some(made) = parts.made {
            made(&node);
        }
        Some(Self { shape: parts.shape, node, children, listening, bound })
    }

    /// Whether a description is of the same place in the source.
    pub fn fits(&self, Element(parts): &Element) -> bool {
        (std::ptr::eq(self.shape, parts.shape) || self.shape == parts.shape)
            && self.children.len() == parts.children.len()
            && self.bound.len() == parts.settings.len()
            && self.listening.len() == parts.handlers.len()
    }

    /// Turns it into what is described; see [`Self::fits`].
    pub fn patch(&mut self, Element(parts): Element) {
        for (old, new) in self.children.iter_mut().zip(parts.children) {
            old.patch(new);
        }
        for (old, (_, _, new)) in self.bound.iter_mut().zip(parts.settings) {
            old.patch(&self.node, new);
        }
        for (old, new) in self.listening.iter_mut().zip(parts.handlers) {
            old.patch(new);
        }
    }

    pub fn node(&self) -> Node {
        self.node.clone().into()
    }
}
