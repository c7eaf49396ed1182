//! What a component holds between its tags.

use crate::markup::Markup;
use std::rc::Rc;

/// Children that a component places once.
pub type Children = Box<dyn FnOnce() -> Markup>;

/// Children that a component makes as often as it likes.
pub type ChildrenFn = Rc<dyn Fn() -> Markup>;

/// Makes a component's sort of children from the closure that `view!` writes.
pub trait ToChildren<F> {
    /// The children.
    fn to_children(make: F) -> Self;
}

impl<F: FnOnce() -> Markup + 'static> ToChildren<F> for Children {
    fn to_children(make: F) -> Self {
        Box::new(make)
    }
}

impl<F: Fn() -> Markup + 'static> ToChildren<F> for ChildrenFn {
    fn to_children(make: F) -> Self {
        Rc::new(make)
    }
}
