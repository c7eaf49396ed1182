//! Memos in one compiled body.
//!
//! Leptos compiles a memo's machinery anew for every closure and every type of value. Here it exists once, over
//! a value behind a pointer; what is compiled per type is the comparison, and the way in and out.

use crate::held::typed;
use leptos::prelude::{Get, GetUntracked, Memo as ErasedMemo, Track};
use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that follows the signals it is computed from; who reads it is told only when it has changed.
pub struct Memo<T> {
    value: ErasedMemo<Held>,
    sort: PhantomData<fn() -> T>,
}

/// A memo of what `compute` gives.
pub fn memo<T: Kept>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo { value: erased(Box::new(compute)), sort: PhantomData }
}

fn erased(compute: Box<dyn Compute>) -> ErasedMemo<Held> {
    ErasedMemo::new(move |_| compute.compute())
}

impl<T: Kept> Memo<T> {
    /// Looks at the value.
    pub fn with<U>(self, see: impl FnOnce(&T) -> U) -> U {
        see(follow(self.value).as_typed())
    }

    /// Looks at the value without following it.
    pub fn with_untracked<U>(self, see: impl FnOnce(&T) -> U) -> U {
        see(peek(self.value).as_typed())
    }

    /// Follows the value without looking at it.
    pub fn track(self) {
        self.value.track();
    }
}

impl<T: Kept + Clone> Memo<T> {
    /// The value.
    pub fn get(self) -> T {
        follow(self.value).as_typed::<T>().clone()
    }

    /// The value, without following it.
    pub fn get_untracked(self) -> T {
        peek(self.value).as_typed::<T>().clone()
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T> fmt::Debug for Memo<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}

/// What a memo can hold.
pub trait Kept: PartialEq + Send + Sync + 'static {}

impl<T: PartialEq + Send + Sync + 'static> Kept for T {}

#[inline(never)]
fn follow(value: ErasedMemo<Held>) -> Held {
    value.get()
}

#[inline(never)]
fn peek(value: ErasedMemo<Held>) -> Held {
    value.get_untracked()
}

/// A value of a type that only its memo knows.
#[derive(Clone)]
struct Held(Arc<dyn Comparable>);

impl Held {
    fn as_typed<T: Kept>(&self) -> &T {
        typed(self.0.as_any())
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other.0.as_any())
    }
}

trait Comparable: Send + Sync {
    fn same(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: Kept> Comparable for T {
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A closure behind a pointer. (`dyn Fn` would carry two more ways to call it.)
trait Compute: Send + Sync {
    fn compute(&self) -> Held;
}

impl<F, T> Compute for F
where
    F: Fn() -> T + Send + Sync,
    T: Kept,
{
    fn compute(&self) -> Held {
        Held(Arc::new(self()))
    }
}
