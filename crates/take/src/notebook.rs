//! A reader's notebook: named views and notes, as a file that the reader keeps.
//!
//! ```json
//! {"fieldbook_notebook":1,"checksum":"…","body":{"corpus":"…","views":[…],"notes":[…]}}
//! ```
//!
//! A view holds the address, its counts, and every statement that it showed by id, hash and answer, so that opening
//! it on another version of the corpus can say what was added, changed or removed. The checksum covers the body as
//! this module writes it; a file that a program has only laid out anew stays whole.

use crate::json::push_string;
use crate::names::answer_name;
use crate::parse::{Value, parse};
use crate::seen::{Seen, answer_of, hash};

/// The version of the file.
pub const VERSION: u32 = 1;

/// A file longer than this is not read.
pub const MAX_FILE_BYTES: usize = 64 << 20;

/// The most views a file may hold.
pub const MAX_VIEWS: usize = 500;

/// The most notes a file may hold.
pub const MAX_NOTES: usize = 10_000;

/// The longest name and note, in bytes.
pub const MAX_TEXT_BYTES: usize = 10_000;

/// Named views and notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    /// Hash of the corpus on which it was kept, hexadecimal.
    pub corpus: String,
    /// Views, in the reader's order.
    pub views: Vec<NamedView>,
    /// Notes on statements: id and text.
    pub notes: Vec<(String, String)>,
}

/// A view under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedView {
    /// Its name.
    pub name: String,
    /// What the reader noted; may be empty.
    pub note: String,
    /// The address's fragment.
    pub address: String,
    /// Hash of the corpus on which the view was kept, hexadecimal.
    pub corpus: String,
    /// The statements that it showed.
    pub statements: Vec<Seen>,
}

/// Why a file is no notebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is longer than [`MAX_FILE_BYTES`], or holds more than the limits allow.
    TooLarge,
    /// It is something else.
    NotANotebook,
    /// It is of a later version.
    Later,
    /// Its checksum does not fit.
    Damaged,
}

impl Notebook {
    /// The file.
    pub fn write(&self) -> String {
        let body = self.body();
        let mut out = String::with_capacity(body.len() + 80);
        out.push_str("{\"fieldbook_notebook\":");
        out.push_str(&VERSION.to_string());
        out.push_str(",\"checksum\":\"");
        out.push_str(&hex(hash(body.as_bytes())));
        out.push_str("\",\"body\":");
        out.push_str(&body);
        out.push_str("}\n");
        out
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(text: &str) -> Result<Self, Fault> {
        if text.len() > MAX_FILE_BYTES {
            return Err(Fault::TooLarge);
        }
        let file = parse(text.trim_start_matches('\u{feff}')).ok_or(Fault::NotANotebook)?;
        let version = file.get("fieldbook_notebook").and_then(Value::number).ok_or(Fault::NotANotebook)?;
        if version > VERSION {
            return Err(Fault::Later);
        }
        let body = file.get("body").ok_or(Fault::NotANotebook)?;
        let notebook = read_body(body).ok_or(Fault::NotANotebook)?;
        let long = |text: &str| text.len() > MAX_TEXT_BYTES;
        let too_long = notebook.views.iter().any(|view| long(&view.name) || long(&view.note))
            || notebook.notes.iter().any(|(_, note)| long(note));
        if notebook.views.len() > MAX_VIEWS || notebook.notes.len() > MAX_NOTES || too_long {
            return Err(Fault::TooLarge);
        }
        let checksum = file.get("checksum").and_then(Value::text);
        let fits = checksum == Some(&hex(hash(notebook.body().as_bytes())));
        if fits { Ok(notebook) } else { Err(Fault::Damaged) }
    }

    /// The note on a statement; empty where there is none.
    pub fn note(&self, statement: &str) -> &str {
        self.notes.iter().find(|(id, _)| id == statement).map_or("", |(_, note)| note)
    }

    /// Writes a note on a statement; an empty one is taken out.
    pub fn set_note(&mut self, statement: &str, note: &str) {
        self.notes.retain(|(id, _)| id != statement);
        if !note.trim().is_empty() {
            self.notes.push((statement.to_owned(), note.to_owned()));
        }
    }

    fn body(&self) -> String {
        let mut out = String::from("{\"corpus\":");
        push_string(&mut out, &self.corpus);
        out.push_str(",\"views\":[");
        for (at, view) in self.views.iter().enumerate() {
            out.push_str(if at > 0 { ",\n{" } else { "\n{" });
            let texts = [
                ("name", &view.name),
                ("note", &view.note),
                ("address", &view.address),
                ("corpus", &view.corpus),
            ];
            for (name, text) in texts {
                push_string(&mut out, name);
                out.push(':');
                push_string(&mut out, text);
                out.push(',');
            }
            out.push_str("\"statements\":[");
            for (at, seen) in view.statements.iter().enumerate() {
                out.push_str(if at > 0 { ",[" } else { "[" });
                push_string(&mut out, &seen.id);
                out.push_str(",\"");
                out.push_str(&hex(seen.hash));
                out.push_str("\",");
                push_string(&mut out, answer_name(seen.answer));
                out.push(']');
            }
            out.push_str("]}");
        }
        out.push_str("],\"notes\":[");
        for (at, (id, note)) in self.notes.iter().enumerate() {
            out.push_str(if at > 0 { ",\n[" } else { "\n[" });
            push_string(&mut out, id);
            out.push(',');
            push_string(&mut out, note);
            out.push(']');
        }
        out.push_str("]}");
        out
    }
}

fn read_body(body: &Value) -> Option<Notebook> {
    let text = |value: &Value, name: &str| Some(value.get(name)?.text()?.to_owned());
    let mut notebook = Notebook { corpus: text(body, "corpus")?, ..Notebook::default() };
    for view in body.get("views")?.list()? {
        let mut statements = Vec::new();
        for seen in view.get("statements")?.list()? {
            let [id, hash, answer] = seen.list()? else { return None };
            let hash = u64::from_str_radix(hash.text()?, 16).ok()?;
            statements.push(Seen { id: id.text()?.to_owned(), hash, answer: answer_of(answer.text()?)? });
        }
        notebook.views.push(NamedView {
            name: text(view, "name")?,
            note: text(view, "note")?,
            address: text(view, "address")?,
            corpus: text(view, "corpus")?,
            statements,
        });
    }
    for note in body.get("notes")?.list()? {
        let [id, note] = note.list()? else { return None };
        notebook.notes.push((id.text()?.to_owned(), note.text()?.to_owned()));
    }
    Some(notebook)
}

fn hex(number: u64) -> String {
    let digit = |at: u32| char::from_digit((number >> (60 - 4 * at)) as u32 & 15, 16).unwrap_or('0');
    (0..16).map(digit).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use query::Answer;

    fn notebook() -> impl Strategy<Value = Notebook> {
        let answer = prop_oneof![Just(Answer::Match), Just(Answer::MayMatch), Just(Answer::No)];
        let seen = (".{0,6}", any::<u64>(), answer).prop_map(|(id, hash, answer)| Seen { id, hash, answer });
        let view =
            (".{0,9}", ".{0,9}", "[a-z=&]{0,9}", "[0-9a-f]{12}", proptest::collection::vec(seen, 0..4))
                .prop_map(|(name, note, address, corpus, statements)| NamedView {
                    name,
                    note,
                    address,
                    corpus,
                    statements,
                });
        let notes = proptest::collection::vec((".{0,6}", ".{0,20}"), 0..4);
        ("[0-9a-f]{0,12}", proptest::collection::vec(view, 0..4), notes)
            .prop_map(|(corpus, views, notes)| Notebook { corpus, views, notes })
    }

    proptest! {
        #[test]
        fn what_is_kept_is_opened(notebook in notebook()) {
            let text = notebook.write();
            prop_assert_eq!(Notebook::read(&text), Ok(notebook.clone()));
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let anew = serde_json::to_string_pretty(&value).unwrap();
            prop_assert_eq!(Notebook::read(&anew), Ok(notebook));
        }

        #[test]
        fn damage_is_found(notebook in notebook(), at in 0usize..2000, letter in "[a-f0-9x\"]") {
            let text = notebook.write();
            let at = at % text.len();
            if text.is_char_boundary(at) && text.is_char_boundary(at + 1) {
                let damaged = [&text[..at], &letter, &text[at + 1..]].concat();
                if let Ok(read) = Notebook::read(&damaged) {
                    prop_assert_eq!(read, notebook);
                }
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,80}") {
            prop_assert!(Notebook::read(&text).is_err());
        }
    }

    #[test]
    fn each_fault_is_told() {
        let check = |text: &str, expect| assert_eq!(Notebook::read(text), Err(expect), "{text}");
        check("", Fault::NotANotebook);
        check("{\"fieldbook_notebook\":2}", Fault::Later);
        check("{\"fieldbook_notebook\":1}", Fault::NotANotebook);
        let body = "{\"corpus\":\"\",\"views\":[],\"notes\":[]}";
        check(&format!("{{\"fieldbook_notebook\":1,\"checksum\":\"0\",\"body\":{body}}}"), Fault::Damaged);
        let long =
            Notebook { notes: vec![("a".into(), "x".repeat(MAX_TEXT_BYTES + 1))], ..Notebook::default() };
        check(&long.write(), Fault::TooLarge);
    }

    #[test]
    fn notes_come_and_go() {
        let mut notebook = Notebook::default();
        notebook.set_note("a1", "look again");
        notebook.set_note("a1", "seen twice");
        assert_eq!(notebook.note("a1"), "seen twice");
        notebook.set_note("a1", " ");
        assert_eq!((notebook.note("a1"), notebook.notes.len()), ("", 0));
    }
}
