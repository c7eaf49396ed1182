//! Memos that cost little.
//!
//! Leptos compiles a memo's machinery anew for every closure, some three kilobytes each. A boxed closure has
//! one type per result, so that the machinery exists once per type of result.

use leptos::prelude::Memo;

/// A memo of what `compute` gives.
pub fn memo<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    boxed(Box::new(compute))
}

fn boxed<T>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| compute())
}
