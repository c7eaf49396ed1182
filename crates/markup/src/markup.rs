//! The description of a part of the page.

use crate::IntoMarkup;
use crate::each::Row;
use crate::element::Element;
use std::borrow::Cow;

/// A part of the page, described.
pub enum Markup {
    /// Nothing.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// Parts side by side.
    Many(Vec<Markup>),
    /// A part that follows the signals it reads.
    Live(Box<dyn Describe>),
    /// Rows that keep their nodes for as long as their key is among the rows.
    Rows(Vec<Row>),
}

/// A closure behind a pointer that describes a part. (`dyn FnMut` would carry one more way to call it, compiled
/// anew for each closure.)
pub trait Describe {
    /// The part.
    fn describe(&mut self) -> Markup;
}

impl<F, T> Describe for F
where
    F: FnMut() -> T,
    T: IntoMarkup,
{
    fn describe(&mut self) -> Markup {
        self().into_markup()
    }
}

impl<T: IntoMarkup> FromIterator<T> for Markup {
    fn from_iter<I: IntoIterator<Item = T>>(parts: I) -> Self {
        Self::Many(parts.into_iter().map(IntoMarkup::into_markup).collect())
    }
}
