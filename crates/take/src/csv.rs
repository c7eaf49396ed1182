//! Delimited text (RFC 4180).

use crate::cell::{BETWEEN, Cell, guarded};
use std::borrow::Cow;

/// Ends a line.
pub(crate) const LINE_END: &str = "\r\n";

/// Appends a cell; the first of a line has no comma before it.
pub(crate) fn push(out: &mut String, cell: &Cell, first: bool, guard: bool) {
    if !first {
        out.push(',');
    }
    let text = match cell {
        Cell::Empty => return,
        Cell::Number(number) => return out.push_str(number),
        Cell::Text(text) => Cow::Borrowed(&**text),
        Cell::List(list) => Cow::Owned(list.join(BETWEEN)),
    };
    let text = if guard { guarded(&text) } else { text };
    // Blanks at the ends would be trimmed by many readers, were they not in quotation marks.
    if text.contains([',', '"', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        out.push('"');
        for letter in text.chars() {
            if letter == '"' {
                out.push('"');
            }
            out.push(letter);
        }
        out.push('"');
    } else {
        out.push_str(&text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_as_written() {
        let check = |text: &str, expect: &str| {
            let mut out = String::new();
            push(&mut out, &Cell::Text(text.into()), true, true);
            assert_eq!(out, expect);
        };
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("she said \"no\"", "\"she said \"\"no\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("=1,2", "\"'=1,2\"");
        check("إدلب", "إدلب");
        let mut out = String::new();
        push(&mut out, &Cell::Number("-5".into()), false, true);
        push(&mut out, &Cell::List(vec!["a".into(), "b; c".into()]), false, true);
        push(&mut out, &Cell::Empty, false, true);
        assert_eq!(out, ",-5,a; b; c,");
    }
}
