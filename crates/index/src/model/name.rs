//! Names and texts in several languages.

/// A text and the language it is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The text.
    pub text: String,
    /// BCP 47 language, such as `ar`; empty where it is not known.
    pub lang: String,
}

/// The text for a reader of `lang`: the first in that language, else the first of all, else nothing.
pub fn name_in<'a>(names: &'a [Name], lang: &str) -> &'a str {
    let fitting = names.iter().find(|name| name.lang == lang);
    fitting.or(names.first()).map_or("", |name| &name.text)
}
