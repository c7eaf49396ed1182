//! What stands in the page: built from a description, patched by the next one.

mod bound;
mod element;
mod rows;

use crate::dom;
use crate::follow;
use crate::markup::{Describe, Markup};
use element::MountedElement;
use leptos::reactive::effect::RenderEffect;
use rows::MountedRows;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Node;

/// A part of the page with its nodes. There is always at least one, so that it has a place.
pub enum Mounted {
    Nothing(Node),
    Text(Node, Cow<'static, str>),
    Element(MountedElement),
    Many(Vec<Mounted>, Node),
    Live(Rc<RefCell<Mounted>>, RenderEffect<()>),
    Rows(MountedRows),
}

impl Mounted {
    /// Builds nodes, in no page yet.
    pub fn build(markup: Markup) -> Self {
        match markup {
            Markup::Nothing => Self::Nothing(dom::marker()),
            Markup::Text(text) => Self::Text(dom::text(&text), text),
            Markup::Element(element) => {
                MountedElement::build(element).map_or_else(|| Self::Nothing(dom::marker()), Self::Element)
            }
            Markup::Many(parts) => Self::Many(parts.into_iter().map(Self::build).collect(), dom::marker()),
            Markup::Live(run) => {
                let inner = Rc::new(RefCell::new(Self::Nothing(dom::marker())));
                let effect = follow(run, Rc::clone(&inner));
                Self::Live(inner, effect)
            }
            Markup::Rows(rows) => Self::Rows(MountedRows::build(rows)),
        }
    }

    /// Turns what stands in the page into what is described.
    pub fn patch(&mut self, markup: Markup) {
        match (&mut *self, markup) {
            (Self::Nothing(_), Markup::Nothing) => {}
            (Self::Text(node, old), Markup::Text(new)) => {
                if *old != new {
                    node.set_node_value(Some(&new));
                    *old = new;
                }
            }
            (Self::Element(old), Markup::Element(new)) if old.fits(&new) => old.patch(new),
            (Self::Many(old, end), Markup::Many(new)) => patch_all(old, new, end),
            (Self::Live(inner, effect), Markup::Live(run)) => *effect = follow(run, Rc::clone(inner)),
            (Self::Rows(old), Markup::Rows(new)) => old.patch(new),
            (_, markup) => self.replace(markup),
        }
    }

    fn replace(&mut self, markup: Markup) {
        let new = Self::build(markup);
        let first = self.first();
        if let Some(parent) = first.parent_node() {
            new.place(&parent, Some(&first));
        }
        self.remove();
        *self = new;
    }

    /// The first of its nodes.
    pub fn first(&self) -> Node {
        match self {
            Self::Nothing(node) | Self::Text(node, _) => node.clone(),
            Self::Element(element) => element.node(),
            Self::Many(parts, end) => parts.first().map_or_else(|| end.clone(), Self::first),
            Self::Live(inner, _) => inner.borrow().first(),
            Self::Rows(rows) => rows.first(),
        }
    }

    /// The last of its nodes.
    pub fn last(&self) -> Node {
        match self {
            Self::Nothing(node) | Self::Text(node, _) | Self::Many(_, node) => node.clone(),
            Self::Element(element) => element.node(),
            Self::Live(inner, _) => inner.borrow().last(),
            Self::Rows(rows) => rows.end(),
        }
    }

    /// Places its nodes before `anchor`, or last.
    pub fn place(&self, parent: &Node, anchor: Option<&Node>) {
        self.visit(&mut |node| dom::place(parent, node, anchor));
    }

    /// Takes its nodes out of the page.
    pub fn remove(&self) {
        self.visit(&mut |node| dom::remove(node));
    }

    /// Its nodes in order, without those below them.
    fn visit(&self, see: &mut dyn FnMut(&Node)) {
        match self {
            Self::Nothing(node) | Self::Text(node, _) => see(node),
            Self::Element(element) => see(&element.node()),
            Self::Many(parts, end) => {
                parts.iter().for_each(|part| part.visit(see));
                see(end);
            }
            Self::Live(inner, _) => inner.borrow().visit(see),
            Self::Rows(rows) => rows.visit(see),
        }
    }
}

/// Keeps a part in step with the signals that `run` reads.
fn follow(mut run: Box<dyn Describe>, part: Rc<RefCell<Mounted>>) -> RenderEffect<()> {
    follow::follow(Box::new(move || {
        let markup = run.describe();
        part.borrow_mut().patch(markup);
    }))
}

fn patch_all(old: &mut Vec<Mounted>, new: Vec<Markup>, end: &Node) {
    for gone in old.drain(new.len().min(old.len())..) {
        gone.remove();
    }
    let kept = old.len();
    let mut new = new.into_iter();
    for (old, new) in old.iter_mut().zip(new.by_ref().take(kept)) {
        old.patch(new);
    }
    let parent = end.parent_node();
    for new in new {
        let new = Mounted::build(new);
        if let Some(parent) = &parent {
            new.place(parent, Some(end));
        }
        old.push(new);
    }
}
