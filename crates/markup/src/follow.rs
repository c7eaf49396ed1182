//! Following signals without missing a change.
//!
//! An effect of `reactive_graph` 0.2 can miss one: it asks its sources in turn whether they have changed; where an
//! unchanged memo, asked first, brings a second source up to date that the effect reads itself, that source tells
//! everybody but the effect, since the effect is the one that asks, and has no news when its turn comes. A memo
//! looks once more whether it was told. So the work is done in a memo that counts its runs, and the effect has no
//! other source. (Test `a_change_seen_first_by_a_neighbor_is_not_missed`.)

use leptos::prelude::{ArcMemo, Effect, Get};
use leptos::reactive::effect::RenderEffect;
use send_wrapper::SendWrapper;
use std::cell::RefCell;

/// Runs `run` now, and again whenever a signal it reads changes, until the effect is dropped.
pub fn follow(run: Box<dyn Run>) -> RenderEffect<()> {
    let runs = counted(run);
    RenderEffect::new(move |_| {
        runs.get();
    })
}

/// Runs `run` after the page was built, and again whenever a signal it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    later(Box::new(run));
}

fn later(run: Box<dyn Run>) {
    let runs = counted(run);
    Effect::new(move |_| {
        runs.get();
    });
}

fn counted(run: Box<dyn Run>) -> ArcMemo<u64> {
    let run = SendWrapper::new(RefCell::new(run));
    ArcMemo::new(move |runs: Option<&u64>| {
        run.borrow_mut().run();
        runs.map_or(0, |runs| runs.wrapping_add(1))
    })
}

/// A closure behind a pointer; see [`Describe`](crate::markup::Describe).
pub trait Run {
    /// Runs it.
    fn run(&mut self);
}

impl<F: FnMut()> Run for F {
    fn run(&mut self) {
        self();
    }
}
