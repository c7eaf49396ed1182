//! Plural forms: which form of a word goes with a number (rules of Unicode CLDR for cardinals).

use super::{Lang, fill, number};

/// The forms of a text that depends on a number; `{}` stands for the number.
///
/// A form that a language does not have repeats `other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forms {
    /// For none at all.
    pub zero: &'static str,
    /// For one.
    pub one: &'static str,
    /// For two.
    pub two: &'static str,
    /// For a few (Arabic: 3 to 10).
    pub few: &'static str,
    /// For many (Arabic: 11 to 99).
    pub many: &'static str,
    /// For all else.
    pub other: &'static str,
}

impl Forms {
    /// The forms of a language with singular and plural only.
    pub const fn two(one: &'static str, other: &'static str) -> Self {
        Self { zero: other, one, two: other, few: other, many: other, other }
    }

    /// The form for `n`, not filled in.
    pub fn form(&self, lang: Lang, n: u64) -> &'static str {
        match lang {
            Lang::En | Lang::Tr if n == 1 => self.one,
            Lang::En | Lang::Tr => self.other,
            Lang::Ar => self.arabic(n),
        }
    }

    /// The form for `n` with the number in it.
    pub fn with(&self, lang: Lang, n: u64) -> String {
        fill(self.form(lang, n), &[&number::whole(lang, n)])
    }

    fn arabic(&self, n: u64) -> &'static str {
        match (n, n % 100) {
            (0, _) => self.zero,
            (1, _) => self.one,
            (2, _) => self.two,
            (_, 3..=10) => self.few,
            (_, 11..=99) => self.many,
            _ => self.other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_has_six_forms() {
        let forms = Forms { zero: "z", one: "o", two: "t", few: "f", many: "m", other: "x" };
        let form = |n| forms.form(Lang::Ar, n);
        for (n, expect) in [
            (0, "z"),
            (1, "o"),
            (2, "t"),
            (3, "f"),
            (10, "f"),
            (11, "m"),
            (99, "m"),
            (100, "x"),
            (101, "x"),
            (102, "x"),
            (103, "f"),
            (111, "m"),
            (1000, "x"),
        ] {
            assert_eq!(form(n), expect, "{n}");
        }
    }

    #[test]
    fn a_turkish_noun_stays_singular_after_a_number() {
        let forms = Lang::Tr.words().statements;
        assert_eq!(forms.with(Lang::Tr, 1), "1 ifade");
        assert_eq!(forms.with(Lang::Tr, 16_566), "16.566 ifade");
    }

    #[test]
    fn english_has_two() {
        let forms = Forms::two("{} statement", "{} statements");
        assert_eq!(forms.with(Lang::En, 1), "1 statement");
        assert_eq!(forms.with(Lang::En, 0), "0 statements");
        assert_eq!(forms.with(Lang::En, 16_566), "16,566 statements");
    }
}
