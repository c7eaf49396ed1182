//! TOML as fields with lines: `fieldbook.toml` and the front matter of reports.
//!
//! Each field is taken once by its name; what is left at the end is unknown and reported.

use crate::diagnostic::{Diagnostics, Origin};
use index::{Name, Span};
use std::collections::BTreeMap;
use std::rc::Rc;
use toml::de::{DeTable, DeValue};

/// The fields of a TOML table.
pub(crate) struct Fields {
    /// Where the table begins.
    pub origin: Origin,
    entries: BTreeMap<String, Entry>,
}

struct Entry {
    origin: Origin,
    value: Value,
}

enum Value {
    Text(String),
    Flag(bool),
    List(Vec<Entry>),
    Table(Fields),
}

/// Which line of which file a byte of the TOML text stands in.
struct Lines {
    file: Rc<str>,
    starts: Vec<usize>,
    first: u32,
}

impl Lines {
    fn at(&self, offset: usize) -> Origin {
        let before = self.starts.partition_point(|&start| start < offset) as u32;
        Origin::at(&self.file, self.first + before)
    }
}

impl Fields {
    /// Reads `text`, whose first line is line `first` of `file`. What cannot be read is reported.
    pub fn read(file: &Rc<str>, text: &str, first: u32, diagnostics: &mut Diagnostics) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at).collect();
        let lines = Lines { file: Rc::clone(file), starts, first };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let origin = lines.at(error.span().map_or(0, |span| span.start));
            let what =
                format!("This is not TOML ({})", error.message().lines().collect::<Vec<_>>().join(" "));
            let remedy = "Write one `name = \"value\"` a line, with text in quotation marks";
            diagnostics.error(&origin, what, remedy);
        }
        Self::of(table.get_ref(), &lines, lines.at(0))
    }

    fn of(table: &DeTable, lines: &Lines, origin: Origin) -> Self {
        let entry = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue>)| {
            let name: &std::borrow::Cow<str> = key.get_ref();
            (name.to_string(), Entry::of(value.get_ref(), lines, lines.at(key.span().start)))
        };
        Self { origin, entries: table.iter().map(entry).collect() }
    }

    /// A text, or nothing where the field is missing or something else.
    pub fn text(&mut self, name: &str, diagnostics: &mut Diagnostics) -> String {
        let Some(entry) = self.entries.remove(name) else { return String::new() };
        match entry.value {
            Value::Text(text) => text.trim().to_owned(),
            _ => {
                wrong(name, &entry.origin, "a text in quotation marks", diagnostics);
                String::new()
            }
        }
    }

    /// A text with its blanks.
    pub fn spaced(&mut self, name: &str, diagnostics: &mut Diagnostics) -> String {
        let Some(entry) = self.entries.remove(name) else { return String::new() };
        match entry.value {
            Value::Text(text) => text,
            _ => {
                wrong(name, &entry.origin, "a text in quotation marks", diagnostics);
                String::new()
            }
        }
    }

    /// A text in one or several languages.
    pub fn names(&mut self, name: &str, language: &str, diagnostics: &mut Diagnostics) -> Vec<Name> {
        let Some(entry) = self.entries.remove(name) else { return Vec::new() };
        match entry.value {
            Value::Text(text) => vec![Name { text: text.trim().to_owned(), lang: language.to_owned() }],
            Value::Table(table) => table.languages(language, diagnostics),
            _ => {
                wrong(
                    name,
                    &entry.origin,
                    "a text, or texts by language such as { en = \"…\" }",
                    diagnostics,
                );
                Vec::new()
            }
        }
    }

    /// The texts of a table from language to text, the folder's own language first.
    fn languages(self, language: &str, diagnostics: &mut Diagnostics) -> Vec<Name> {
        let mut names = Vec::new();
        for (lang, entry) in self.entries {
            match entry.value {
                Value::Text(text) => names.push(Name { text: text.trim().to_owned(), lang }),
                _ => wrong(&lang, &entry.origin, "a text in quotation marks", diagnostics),
            }
        }
        names.sort_by_key(|name| name.lang != language);
        names
    }

    /// A list of texts by language, such as `{ en = ["event", "events"] }`, the folder's own language first.
    pub fn lists(
        &mut self,
        name: &str,
        language: &str,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(String, Vec<String>)> {
        let Some(entry) = self.entries.remove(name) else { return Vec::new() };
        let Value::Table(table) = entry.value else {
            wrong(
                name,
                &entry.origin,
                "lists by language such as { en = [\"event\", \"events\"] }",
                diagnostics,
            );
            return Vec::new();
        };
        let list = |(lang, entry): (String, Entry)| (lang, entry.texts(diagnostics));
        let mut lists: Vec<_> = table.entries.into_iter().map(list).collect();
        lists.sort_by_key(|(lang, _)| lang != language);
        lists
    }

    /// A list of texts.
    pub fn texts(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Vec<String> {
        self.entries.remove(name).map_or(Vec::new(), |entry| entry.texts(diagnostics))
    }

    /// True or false; false where the field is missing.
    pub fn flag(&mut self, name: &str, diagnostics: &mut Diagnostics) -> bool {
        let Some(entry) = self.entries.remove(name) else { return false };
        if let Value::Flag(flag) = entry.value {
            return flag;
        }
        wrong(name, &entry.origin, "true or false", diagnostics);
        false
    }

    /// A text that must be EDTF, and its days; nothing where it is missing or impossible.
    pub fn date(&mut self, name: &str, diagnostics: &mut Diagnostics) -> (String, Option<Span>) {
        let origin = self.line_of(name);
        let text = self.text(name, diagnostics);
        if text.is_empty() {
            return (text, None);
        }
        match index::date::parse_bounds(&text) {
            Ok(span) => (text, Some(span)),
            Err(error) => {
                let what = format!("{name}: {error}; it is taken as not known");
                diagnostics.error(&origin, what, "Write EDTF, such as 2020-02-28 or 2020-02-28/2020-03-05");
                (String::new(), None)
            }
        }
    }

    /// A table of its own; nothing where it is missing.
    pub fn table(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<Fields> {
        let entry = self.entries.remove(name)?;
        match entry.value {
            Value::Table(table) => Some(table),
            _ => {
                wrong(name, &entry.origin, &format!("a section [{name}]"), diagnostics);
                None
            }
        }
    }

    /// The tables of an array of tables.
    pub fn tables(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Vec<Fields> {
        let Some(entry) = self.entries.remove(name) else { return Vec::new() };
        let Value::List(list) = entry.value else {
            wrong(name, &entry.origin, &format!("one or more sections [[{name}]]"), diagnostics);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in list {
            match entry.value {
                Value::Table(table) => tables.push(table),
                _ => wrong(name, &entry.origin, &format!("a section [[{name}]]"), diagnostics),
            }
        }
        tables
    }

    /// Where a field stands; the table's beginning where it is missing.
    pub fn line_of(&self, name: &str) -> Origin {
        self.entries.get(name).map_or(self.origin.clone(), |entry| entry.origin.clone())
    }

    /// Reports what nobody has taken.
    pub fn finish(self, known: &[&str], diagnostics: &mut Diagnostics) {
        for (name, entry) in self.entries {
            let what = format!("The field “{}” is not known and is ignored", crate::table::shown(&name));
            diagnostics.warning(&entry.origin, what, format!("Rename it to one of: {}", known.join(", ")));
        }
    }
}

impl Entry {
    fn of(value: &DeValue, lines: &Lines, origin: Origin) -> Self {
        let value = match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => Value::Text(number.to_string()),
            DeValue::Float(number) => Value::Text(number.to_string()),
            DeValue::Datetime(date) => Value::Text(date.to_string()),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Array(list) => {
                let item =
                    |item: &toml::Spanned<_>| Self::of(item.get_ref(), lines, lines.at(item.span().start));
                Value::List(list.iter().map(item).collect())
            }
            DeValue::Table(table) => Value::Table(Fields::of(table, lines, origin.clone())),
        };
        Self { origin, value }
    }

    fn texts(self, diagnostics: &mut Diagnostics) -> Vec<String> {
        let list = match self.value {
            Value::List(list) => list,
            value => vec![Self { origin: self.origin, value }],
        };
        let mut texts = Vec::new();
        for entry in list {
            match entry.value {
                Value::Text(text) => texts.push(text.trim().to_owned()),
                _ => wrong("the list", &entry.origin, "texts in quotation marks", diagnostics),
            }
        }
        texts
    }
}

fn wrong(name: &str, origin: &Origin, expected: &str, diagnostics: &mut Diagnostics) {
    let what = format!("The field “{name}” holds something else than {expected}, and is ignored");
    diagnostics.error(origin, what, format!("Write {expected}"));
}
