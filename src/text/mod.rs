//! Every word the reader sees, per language, and how numbers and dates are written.
//!
//! [`Words`] has one field per text, so a language that lacks one does not compile. A language is one file:
//! a `Words` constant, its plural rule in [`plural`], its month names in [`date`] and a line in [`Lang`].

#[cfg(all(test, not(target_arch = "wasm32")))]
mod complete;
pub mod date;
pub mod explaining;
pub mod figuring;
pub mod number;
pub mod pictures;
pub mod plural;
pub mod reading;
pub mod saving;
pub mod unit;
mod words;

mod ar;
mod en;
mod tr;

pub use words::Words;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Arabic.
    Ar,
    /// Turkish.
    Tr,
}

impl Lang {
    /// All languages, in the order of the language menu.
    pub const ALL: [Self; 3] = [Self::En, Self::Ar, Self::Tr];

    /// BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
            Self::Tr => "tr",
        }
    }

    /// The language of a BCP 47 code, whatever its region.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// Its own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ar => "العربية",
            Self::Tr => "Türkçe",
        }
    }

    /// Writing direction, as the `dir` attribute takes it.
    pub fn dir(self) -> &'static str {
        match self {
            Self::En | Self::Tr => "ltr",
            Self::Ar => "rtl",
        }
    }

    /// Whether a native speaker has reviewed its texts.
    pub fn reviewed(self) -> bool {
        self == Self::En
    }

    /// Its texts.
    pub fn words(self) -> &'static Words {
        match self {
            Self::En => &en::WORDS,
            Self::Ar => &ar::WORDS,
            Self::Tr => &tr::WORDS,
        }
    }
}

/// A text with `{}` filled in, each by the next of `values`.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut values = values.iter();
    let mut parts = text.split("{}");
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        filled.push_str(values.next().copied().unwrap_or_default());
        filled.push_str(part);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boot_script_knows_which_languages_the_later_half_speaks() {
        let codes: Vec<_> = Lang::ALL.into_iter().filter(|&lang| lang != Lang::En).map(Lang::code).collect();
        let rule = format!("/^({})\\b/.test(navigator.language)", codes.join("|"));
        assert!(include_str!("../../crates/pack/src/boot.js").contains(&rule), "{rule} in boot.js");
    }

    #[test]
    fn filling() {
        assert_eq!(fill("{} of {}", &["1", "2"]), "1 of 2");
        assert_eq!(fill("none", &["1"]), "none");
        assert_eq!(fill("{}{}", &["a"]), "a");
    }

    #[test]
    fn codes() {
        assert_eq!(Lang::from_code("ar-SY"), Some(Lang::Ar));
        assert_eq!(Lang::from_code("EN"), Some(Lang::En));
        assert_eq!(Lang::from_code("tlh"), None);
    }
}
