//! What an attribute, a class, a style or a property of an element is set to.

use crate::convert::IntoValue;
use std::borrow::Cow;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not set.
    Absent,
    /// Set without text; as a property, `true` or `false`.
    Flag(bool),
    /// Set to a text.
    Text(Cow<'static, str>),
}

impl Value {
    /// The value as an attribute's text; `None` where the attribute is not there.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Absent | Self::Flag(false) => None,
            Self::Flag(true) => Some(""),
            Self::Text(text) => Some(text),
        }
    }
}

/// A value, or what makes it anew whenever a signal it reads changes.
pub enum Setting {
    /// Set once.
    Fixed(Value),
    /// Follows signals.
    Live(Box<dyn Evaluate>),
}

/// A closure behind a pointer that gives a value; see [`Describe`](crate::markup::Describe).
pub trait Evaluate {
    /// The value.
    fn evaluate(&mut self) -> Value;
}

impl<F, T> Evaluate for F
where
    F: FnMut() -> T,
    T: IntoValue,
{
    fn evaluate(&mut self) -> Value {
        self().into_value()
    }
}

/// What a setting belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An attribute.
    Attribute,
    /// Whether a class is there.
    Class,
    /// A style property.
    Style,
    /// A property of the node.
    Property,
}
