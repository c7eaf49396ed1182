//! What can stand in a view.

use crate::element::Element;
use crate::markup::Markup;
use crate::memo::Memo;
use crate::setting::{Setting, Value};
use leptos::prelude::{Get, RwSignal};
use std::borrow::Cow;

/// What can be a child.
pub trait IntoMarkup {
    /// The child.
    fn into_markup(self) -> Markup;
}

/// What an attribute, class, style or property can be set to.
pub trait IntoSetting {
    /// The setting.
    fn into_setting(self) -> Setting;
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
}

impl<F, T> IntoSetting for F
where
    F: FnMut() -> T + 'static,
    T: IntoValue,
{
    fn into_setting(self) -> Setting {
        Setting::Live(Box::new(self))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, T::into_value)
    }
}

impl<T: IntoValue> IntoSetting for Option<T> {
    fn into_setting(self) -> Setting {
        Setting::Fixed(self.into_value())
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
}

impl IntoSetting for bool {
    fn into_setting(self) -> Setting {
        Setting::Fixed(Value::Flag(self))
    }
}

macro_rules! texts {
    ($($text:ty),*) => {$(
        impl IntoMarkup for $text {
            fn into_markup(self) -> Markup {
                Markup::Text(self.into())
            }
        }

        impl IntoValue for $text {
            fn into_value(self) -> Value {
                Value::Text(self.into())
            }
        }

        impl IntoSetting for $text {
            fn into_setting(self) -> Setting {
                Setting::Fixed(self.into_value())
            }
        }
    )*};
}

texts!(&'static str, String, Cow<'static, str>);

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
            fn into_setting(self) -> Setting {
                Setting::Fixed(self.into_value())
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
            fn into_setting(self) -> Setting {
                (move || self.get()).into_setting()
            }
        }
    )*};
}

signals!(Memo, RwSignal);
