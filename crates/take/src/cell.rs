//! Cells: what stands under one name of one statement, and the guard against formulas.

use std::borrow::Cow;

/// A value under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'c> {
    /// There is none.
    Empty,
    /// A text; an empty one is none.
    Text(Cow<'c, str>),
    /// A number, as it is written; never guarded, never altered.
    Number(String),
    /// Texts; an empty list is none.
    List(Vec<String>),
}

/// Stands between the texts of a list where there are no lists.
pub const BETWEEN: &str = "; ";

/// Whether a spreadsheet might take a text for a formula, or would tear it apart: its first letter after blanks
/// is one that begins formulas, full-width forms included, or a control character.
///
/// An apostrophe before such a letter counts too, so that what [`guarded`] adds can be told from what was there.
pub fn is_dangerous(text: &str) -> bool {
    let first = text.trim_start_matches(['\'', ' ', '\u{a0}', '\u{feff}']).chars().next();
    let begins =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' | '\0');
    first.is_some_and(begins)
}

/// A text that no spreadsheet takes for a formula: an apostrophe stands before a dangerous one. Numbers are never
/// given to this.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_dangerous(text) { Cow::Owned(["'", text].concat()) } else { Cow::Borrowed(text) }
}

/// Takes away exactly what [`guarded`] added.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_dangerous(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_guarded() {
        let check = |text: &str, expect: &str| assert_eq!(guarded(text), expect);
        check("=1+1", "'=1+1");
        check("+963", "'+963");
        check("-5", "'-5");
        check("@SUM(A1)", "'@SUM(A1)");
        check("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0");
        check("＝HYPERLINK(\"x\")", "'＝HYPERLINK(\"x\")");
        check("\tx", "'\tx");
        check("\r\n=x", "'\r\n=x");
        check("'=already", "''=already");
        check("'quoted'", "'quoted'");
        check("a=b", "a=b");
        check("إدلب", "إدلب");
        check("\u{202e}=x", "\u{202e}=x");
        check("", "");
    }

    proptest! {
        #[test]
        fn the_guard_comes_off_again(text in "['=+@\\- \\t\\r\\n＝a]{0,8}|.{0,20}") {
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), &text);
        }
    }
}
