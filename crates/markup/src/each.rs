//! What is there only sometimes, and what is there many times.

use crate::convert::IntoMarkup;
use crate::markup::{Describe, Markup};
use crate::memo::{Memo, memo};
use leptos::prelude::{Owner, untrack};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// A row: its key, the owner of its signals, and how it is described.
pub struct Row {
    pub(crate) key: u64,
    pub(crate) owner: Option<Owner>,
    pub(crate) make: Box<dyn FnOnce() -> Markup>,
    /// Whether a row that is there is described anew, too.
    pub(crate) anew: bool,
    /// The list that it is of. A view that is built anew makes another list; what the rows of the one before made is
    /// gone then, though their nodes are still there.
    pub(crate) list: Rc<()>,
}

/// `children` while `when` holds, else `fallback`; each built anew when that changes.
pub fn show<T: IntoMarkup + 'static, U: IntoMarkup + 'static>(
    when: impl Fn() -> bool + Send + Sync + 'static,
    children: impl Fn() -> T + 'static,
    fallback: impl Fn() -> U + 'static,
) -> Markup {
    choose(memo(when), Box::new(children), Box::new(fallback))
}

fn choose(when: Memo<bool>, mut children: Box<dyn Describe>, mut fallback: Box<dyn Describe>) -> Markup {
    (move || if when.get() { children.describe() } else { fallback.describe() }).into_markup()
}

/// A row for each value. A row is made when its key appears and keeps its nodes and its signals until its key
/// is gone; what changes in between must be signals that it reads. Keys are told apart by a hash of 64 bits.
pub fn each<T: 'static, K: Hash, M: IntoMarkup, I: IntoIterator<Item = T>>(
    values: impl Fn() -> I + 'static,
    key: impl Fn(&T) -> K + 'static,
    child: impl Fn(T) -> M + 'static,
) -> Markup {
    rows(values, key, child, false)
}

/// A row for each value, like [`each`], where a row whose key stays is described anew and patched: for rows that
/// say all at once what a shared computation found, in place of many signals for each.
pub fn each_anew<T: 'static, K: Hash, M: IntoMarkup, I: IntoIterator<Item = T>>(
    values: impl Fn() -> I + 'static,
    key: impl Fn(&T) -> K + 'static,
    child: impl Fn(T) -> M + 'static,
) -> Markup {
    rows(values, key, child, true)
}

fn rows<T: 'static, K: Hash, M: IntoMarkup, I: IntoIterator<Item = T>>(
    values: impl Fn() -> I + 'static,
    key: impl Fn(&T) -> K + 'static,
    child: impl Fn(T) -> M + 'static,
    anew: bool,
) -> Markup {
    let parent = Owner::current();
    let (child, list) = (Rc::new(child), Rc::new(()));
    let rows = move || {
        let row = |value: T| {
            let (key, child) = (hashed(&key(&value)), Rc::clone(&child));
            let make = Box::new(move || untrack(|| child(value).into_markup()));
            Row { key, owner: parent.clone(), make, anew, list: Rc::clone(&list) }
        };
        Markup::Rows(values().into_iter().map(row).collect())
    };
    rows.into_markup()
}

fn hashed(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
