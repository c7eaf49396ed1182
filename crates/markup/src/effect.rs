//! Effects in one compiled body.

use leptos::prelude::Effect;

/// Runs `run` after the page was built, and again whenever a signal it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    erased(Box::new(run));
}

fn erased(mut run: Box<dyn Run>) {
    Effect::new(move |_| run.run());
}

/// A closure behind a pointer; see [`Describe`](crate::markup::Describe).
trait Run {
    fn run(&mut self);
}

impl<F: FnMut()> Run for F {
    fn run(&mut self) {
        self();
    }
}
