//! What can stand in a view.

use crate::element::Element;
use crate::markup::Markup;
use crate::memo::Memo;
use crate::setting::{Kind, Value};
use leptos::prelude::{Get, RwSignal};

/// What can be a child.
pub trait IntoMarkup {
    /// The child.
    fn into_markup(self) -> Markup;

    /// Adds it to an element.
    fn add_to(self, element: Element) -> Element
    where
        Self: Sized,
    {
        element.push(self.into_markup())
    }
}

/// What an attribute, class, style or property can be set to.
pub trait IntoSetting {
    /// Sets it. (Every sort of value has a function of its own for this, so that a view's code is little more than
    /// one call a setting.)
    fn set_on(self, element: Element, kind: Kind, name: &'static str) -> Element;
}

/// What a setting can be at one time.
pub trait IntoValue {
    /// The value.
    fn into_value(self) -> Value;
}

impl IntoMarkup for Markup {
    fn into_markup(self) -> Markup {
        self
    }
}

impl IntoMarkup for Element {
    fn into_markup(self) -> Markup {
        Markup::Element(self)
    }
}

impl IntoMarkup for () {
    fn into_markup(self) -> Markup {
        Markup::Nothing
    }
}

impl<T: IntoMarkup> IntoMarkup for Option<T> {
    fn into_markup(self) -> Markup {
        self.map_or(Markup::Nothing, T::into_markup)
    }
}

impl<T: IntoMarkup, const N: usize> IntoMarkup for [T; N] {
    fn into_markup(self) -> Markup {
        self.into_iter().collect()
    }
}

impl<T: IntoMarkup> IntoMarkup for Vec<T> {
    fn into_markup(self) -> Markup {
        self.into_iter().collect()
    }
}

impl<F, T> IntoMarkup for F
where
    F: FnMut() -> T + 'static,
    T: IntoMarkup,
{
    fn into_markup(self) -> Markup {
        Markup::Live(Box::new(self))
    }

    fn add_to(self, element: Element) -> Element {
        element.push_live(Box::new(self))
    }
}

impl<F, T> IntoSetting for F
where
    F: FnMut() -> T + 'static,
    T: IntoValue,
{
    fn set_on(self, element: Element, kind: Kind, name: &'static str) -> Element {
        element.set_live(kind, name, Box::new(self))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, T::into_value)
    }
}

impl<T: IntoValue> IntoSetting for Option<T> {
    fn set_on(self, element: Element, kind: Kind, name: &'static str) -> Element {
        element.set(kind, name, self.into_value())
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
}

impl IntoSetting for bool {
    fn set_on(self, element: Element, kind: Kind, name: &'static str) -> Element {
        element.set_flag(kind, name, self)
    }
}

macro_rules! texts {
    ($($text:ty: $push:ident, $set:ident);*) => {$(
        impl IntoMarkup for $text {
            fn into_markup(self) -> Markup {
                Markup::Text(self.into())
            }

            fn add_to(self, element: Element) -> Element {
                element.$push(self)
            }
        }

        impl IntoValue for $text {
            fn into_value(self) -> Value {
                Value::Text(self.into())
            }
        }

        impl IntoSetting for $text {
            fn set_on(self, element: Element, kind: Kind, name: &'static str) -> Element {
                element.$set(kind, name, self)
            }
        }
    )*};
}

texts!(&'static str: push_word, set_word; String: push_text, set_text);

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl IntoMarkup for $number {
            fn into_markup(self) -> Markup {
                self.to_string().into_markup()
            }
        }

        impl IntoValue for $number {
            fn into_value(self) -> Value {
                self.to_string().into_value()
            }
        }

        impl IntoSetting for $number {
            fn set_on(self, element: Element, kind: Kind, name: &'static str) -> Element {
                element.set_text(kind, name, self.to_string())
            }
        }
    )*};
}

numbers!(i32, u32, u64, usize);

macro_rules! signals {
    ($($signal:ident),*) => {$(
        impl<T: IntoMarkup + PartialEq + Clone + Send + Sync + 'static> IntoMarkup for $signal<T> {
            fn into_markup(self) -> Markup {
                (move || self.get()).into_markup()
            }
        }

        impl<T: IntoValue + PartialEq + Clone + Send + Sync + 'static> IntoSetting for $signal<T> {
            fn set_on(self, element: Element, kind: Kind, name: &'static str) -> Element {
                (move || self.get()).set_on(element, kind, name)
            }
        }
    )*};
}

signals!(Memo, RwSignal);
