//! Views over Leptos's signals, in one erased type.
//!
//! Leptos gives every view, attribute and closure a type of its own and compiles the machinery that builds and
//! rebuilds it once for each: some eight thousand functions for this page, half of what it weighed. Here a view
//! is a value of one type, [`Markup`], and the machinery exists once. Components, signals, memos, effects,
//! owners and contexts are Leptos's own, and `view!` has Leptos's syntax.
//!
//! A [`Markup`] only describes. [`mount`] builds nodes from it. A closure in a view is *live*: a render effect
//! runs it, and when something that it read changes, runs it again and patches the nodes that are there in
//! place, so that focus, scroll positions and what was typed stay. An element is patched by another that was
//! written at the same place in the source (an equal [`Shape`]); anything else is replaced.
//!
//! What is written once in the source, tag and fixed attributes, is a static [`Shape`]: the first element of a
//! shape is made attribute by attribute, later ones are clones of it.

mod children;
mod convert;
mod dom;
mod each;
mod element;
mod follow;
mod held;
mod markup;
mod memo;
mod mount;
mod mounted;
pub mod on;
mod setting;
mod signal;

pub use children::{Children, ChildrenFn, ToChildren};
pub use convert::{IntoMarkup, IntoSetting, IntoValue};
pub use each::{each, each_anew, show};
pub use element::{Element, Shape};
pub use follow::effect;
pub use markup::Markup;
pub use markup_macro::view;
pub use memo::{Kept, Memo, memo};
pub use mount::{Mount, mount};
pub use on::{Handler, value_of};
pub use setting::{Kind, Value};
pub use signal::Signal;
