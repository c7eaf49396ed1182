//! The notation of the cells that are read back: lists of values, alternatives, and the way down a tree.
//!
//! ```text
//! cell  := value { "; " value }
//! value := alternative { "|" alternative }      the source leaves open which of them holds
//! alternative := step { ">" step } { "@" mark }  from the outermost entry down; marks of a place
//! step  := [ class ":" ] id [ "=" name ]         the name where it is not the id
//! ```
//!
//! A backslash takes its meaning from the letter after it. `?` alone stands for an actor said to be unnamed.

/// Letters that mean something.
const MARKS: [char; 8] = ['\\', ';', '|', '>', '@', ':', '=', '?'];

/// An actor said to be unnamed.
pub const UNNAMED: &str = "?";

/// Appends a text so that no letter of it has a meaning.
pub fn push_escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        if MARKS.contains(&letter) {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// A text with its backslashes taken out.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        out.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    out
}

/// The parts of a text between marks that stand for themselves; an empty text has none.
pub fn split(text: &str, mark: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((part, after)) = split_once(rest, mark) {
        parts.push(part);
        rest = after;
    }
    if !rest.is_empty() || !parts.is_empty() {
        parts.push(rest);
    }
    parts
}

/// What stands before and after the first such mark.
pub fn split_once(text: &str, mark: char) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        if !escaped && letter == mark {
            return Some((text.get(..at)?, text.get(at + letter.len_utf8()..)?));
        }
        escaped = !escaped && letter == '\\';
    }
    None
}

/// The values of a cell.
pub fn values(cell: &str) -> Vec<&str> {
    let parts = split(cell, ';').into_iter().enumerate();
    parts.map(|(at, part)| if at == 0 { part } else { part.strip_prefix(' ').unwrap_or(part) }).collect()
}

/// An entry of a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What sort of entry it is; may be empty.
    pub class: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Appends one step.
pub fn push_step(out: &mut String, class: &str, id: &str, name: &str) {
    if !class.is_empty() {
        push_escaped(out, class);
        out.push(':');
    }
    push_escaped(out, id);
    if name != id {
        out.push('=');
        push_escaped(out, name);
    }
}

/// Reads one step.
pub fn step(text: &str) -> Step {
    let (class, rest) = split_once(text, ':').unwrap_or(("", text));
    let (id, name) = split_once(rest, '=').unwrap_or((rest, rest));
    Step { class: unescaped(class), id: unescaped(id), name: unescaped(name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_and_steps() {
        assert_eq!(values("a; b|c;d"), ["a", "b|c", "d"]);
        assert_eq!(values(""), [""; 0]);
        assert_eq!(values("a\\; b; c"), ["a\\; b", "c"]);
        assert_eq!(split("a>b\\>c", '>'), ["a", "b\\>c"]);
        let read = step("town:sy > x=A\\=B");
        assert_eq!((&*read.class, &*read.id, &*read.name), ("town", "sy > x", "A=B"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            class in "[a-z]{0,4}", id in ".{0,8}|[\\\\;|>@:=? a]{0,8}", name in ".{0,8}|[\\\\;|>@:=? a]{0,8}",
        ) {
            let mut text = String::new();
            push_step(&mut text, &class, &id, &name);
            prop_assert_eq!(split(&text, ';').len(), usize::from(!text.is_empty()));
            prop_assert_eq!(step(&text), Step { class, id, name });
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,60}|[\\\\;|>@:=? a]{0,30}") {
            for value in values(&text) {
                for alternative in split(value, '|') {
                    split(alternative, '>').into_iter().for_each(|part| { step(part); });
                }
            }
        }
    }
}
