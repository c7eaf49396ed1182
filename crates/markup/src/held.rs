//! Values of a type that only their memo or signal knows.

use std::any::Any;

/// A value as what it is.
#[inline(never)]
pub fn typed<T: 'static>(held: &dyn Any) -> &T {
    match held.downcast_ref() {
        Some(value) => value,
        None => mistyped(),
    }
}

/// Never called: a `Memo<T>` and a `Signal<T>` are made and set with a `T` alone.
#[cold]
fn mistyped() -> ! {
    unreachable!("a memo or signal holds what it was given")
}
