//! Signals in one compiled body; see [`memo`](crate::memo) for why.

use crate::held::typed;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Track};
use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that can be set, and that tells who reads it.
pub struct Signal<T> {
    value: RwSignal<Held>,
    sort: PhantomData<fn() -> T>,
}

type Held = Arc<dyn Any + Send + Sync>;

impl<T: Send + Sync + 'static> Signal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self { value: erased(Arc::new(value)), sort: PhantomData }
    }

    /// Looks at the value.
    pub fn with<U>(self, see: impl FnOnce(&T) -> U) -> U {
        see(typed(&*follow(self.value)))
    }

    /// Looks at the value without following it.
    pub fn with_untracked<U>(self, see: impl FnOnce(&T) -> U) -> U {
        see(typed(&*peek(self.value)))
    }

    /// Sets the value.
    pub fn set(self, value: T) {
        set(self.value, Arc::new(value));
    }

    /// Sets the value, if what the signal belongs to still lives.
    pub fn try_set(self, value: T) {
        try_set(self.value, Arc::new(value));
    }

    /// Follows the value without looking at it.
    pub fn track(self) {
        self.value.track();
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// The value.
    pub fn get(self) -> T {
        typed::<T>(&*follow(self.value)).clone()
    }

    /// The value, without following it.
    pub fn get_untracked(self) -> T {
        typed::<T>(&*peek(self.value)).clone()
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

#[inline(never)]
fn erased(value: Held) -> RwSignal<Held> {
    RwSignal::new(value)
}

#[inline(never)]
fn follow(value: RwSignal<Held>) -> Held {
    value.get()
}

#[inline(never)]
fn peek(value: RwSignal<Held>) -> Held {
    value.get_untracked()
}

#[inline(never)]
fn set(signal: RwSignal<Held>, value: Held) {
    signal.set(value);
}

#[inline(never)]
fn try_set(signal: RwSignal<Held>, value: Held) {
    let _ = signal.try_set(value);
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signal")
    }
}
