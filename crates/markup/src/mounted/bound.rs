//! What is set on an element, and what listens on it.

use crate::dom;
use crate::follow;
use crate::on::{Handler, Hear};
use crate::setting::{Kind, Setting, Value};
use leptos::prelude::Owner;
use leptos::reactive::effect::RenderEffect;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

/// A setting and the value that the page has now.
pub struct Bound {
    kind: Kind,
    name: &'static str,
    now: Rc<RefCell<Value>>,
    /// Held for as long as the value follows signals.
    _effect: Option<RenderEffect<()>>,
}

impl Bound {
    pub fn new(node: &Element, kind: Kind, name: &'static str, setting: Setting) -> Self {
        let now = Rc::new(RefCell::new(Value::Absent));
        let _effect = follow(node, kind, name, setting, &now);
        Self { kind, name, now, _effect }
    }

    pub fn patch(&mut self, node: &Element, setting: Setting) {
        self._effect = follow(node, self.kind, self.name, setting, &self.now);
    }
}

fn follow(
    node: &Element,
    kind: Kind,
    name: &'static str,
    setting: Setting,
    now: &Rc<RefCell<Value>>,
) -> Option<RenderEffect<()>> {
    let mut run = match setting {
        Setting::Fixed(value) => {
            set(node, kind, name, now, value);
            return None;
        }
        Setting::Live(run) => run,
    };
    let (node, now) = (node.clone(), Rc::clone(now));
    Some(follow::follow(Box::new(move || {
        let value = run.evaluate();
        set(&node, kind, name, &now, value);
    })))
}

fn set(node: &Element, kind: Kind, name: &str, now: &RefCell<Value>, value: Value) {
    if *now.borrow() != value {
        dom::set(node, kind, name, &value);
        now.replace(value);
    }
}

/// What to run, under the owner of what it may ask for.
type Run = Rc<RefCell<(Owner, Box<dyn Hear>)>>;

/// A handler on an element, taken off when this is dropped.
pub struct Listening {
    node: Element,
    event: &'static str,
    run: Run,
    called: Closure<dyn FnMut(Event)>,
}

impl Listening {
    pub fn new(node: &Element, handler: Handler) -> Self {
        let run: Run = Rc::new(RefCell::new((Owner::current().unwrap_or_default(), handler.run)));
        let inner = Rc::clone(&run);
        let called = Closure::<dyn FnMut(Event)>::new(move |event| {
            // Busy only when a handler causes its own event, which it has then already seen.
            if let Ok(mut run) = inner.try_borrow_mut() {
                let (owner, run) = &mut *run;
                owner.with(|| run.hear(event));
            }
        });
        let _ = node.add_event_listener_with_callback(handler.event, called.as_ref().unchecked_ref());
        Self { node: node.clone(), event: handler.event, run, called }
    }

    pub fn patch(&mut self, handler: Handler) {
        *self.run.borrow_mut() = (Owner::current().unwrap_or_default(), handler.run);
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let called = self.called.as_ref().unchecked_ref();
        let _ = self.node.remove_event_listener_with_callback(self.event, called);
    }
}
