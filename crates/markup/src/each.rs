//! What is there only sometimes, and what is there many times.

use crate::convert::IntoMarkup;
use crate::markup::{Describe, Markup};
use crate::memo::{Memo, memo};
use leptos::prelude::{Owner, untrack};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// A row: its key, the owner of its signals, and how it is made the first time its key occurs.
pub struct Row {
    pub(crate) key: u64,
    pub(crate) owner: Option<Owner>,
    pub(crate) make: Box<dyn FnOnce() -> Markup>,
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
/// is gone; keys are told apart by a hash of 64 bits.
pub fn each<T: 'static, K: Hash, M: IntoMarkup, I: IntoIterator<Item = T>>(
    values: impl Fn() -> I + 'static,
    key: impl Fn(&T) -> K + 'static,
    child: impl Fn(T) -> M + 'static,
) -> Markup {
    let parent = Owner::current();
    let child = Rc::new(child);
    let rows = move || {
        let row = |value: T| {
            let (key, child) = (hashed(&key(&value)), Rc::clone(&child));
            Row { key, owner: parent.clone(), make: Box::new(move || untrack(|| child(value).into_markup())) }
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
