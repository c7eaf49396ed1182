//! JSON, written by hand: strings, and the cells of one statement as an object.

use crate::cell::Cell;

/// Appends a text as a JSON string.
pub(crate) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Line separators would end a string in older JavaScript, and other controls are not allowed.
            '\0'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    out.push(char::from_digit((letter as u32 >> shift) & 15, 16).unwrap_or('0'));
                }
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

/// Appends a member of an object. What there is not is `null`, so that every object has the same keys.
pub(crate) fn push_member(out: &mut String, name: &str, cell: &Cell, first: bool) {
    if !first {
        out.push(',');
    }
    push_string(out, name);
    out.push(':');
    match cell {
        Cell::Empty => out.push_str("null"),
        Cell::Number(number) => out.push_str(number),
        Cell::Text(text) => push_string(out, text),
        Cell::List(list) => {
            out.push('[');
            for (at, text) in list.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push_string(out, text);
            }
            out.push(']');
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strings_are_read_back(text in "\\PC{0,20}|[\"\\\\\u{0}-\u{1f}\u{7f}\u{2028}\u{202e}é]{0,20}") {
            let mut out = String::new();
            push_string(&mut out, &text);
            prop_assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
        }
    }
}
