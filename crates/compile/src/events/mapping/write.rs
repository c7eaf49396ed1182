//! Mappings as text: the section of `fieldbook.toml` that says the same.

use super::{Cell, LEVELS, MEASURES, Mapping};
use crate::events::day::DayOrder;
use std::fmt::Write;

impl Mapping {
    /// The section `[[table]]` for `file`.
    pub fn section(&self, file: &str) -> String {
        let mut text = "[[table]]\n".to_owned();
        let mut line = |name: &str, value: String| {
            // Writing to memory does not fail.
            let _ = writeln!(text, "{name} = {value}");
        };
        line("file", quoted(file));
        match self.dialect.delimiter {
            Some(b'\t') => line("delimiter", quoted("tab")),
            Some(byte) => line("delimiter", quoted(&char::from(byte).to_string())),
            None => {}
        }
        if !self.dialect.columns.is_empty() {
            let names: Vec<String> = self.dialect.columns.iter().map(|name| quoted(name)).collect();
            line("columns", format!("[{}]", names.join(", ")));
        } else if self.dialect.no_header {
            line("header", quoted("none"));
        }
        let mut one = |name: &str, cell: &Option<Cell>| {
            if let Some(cell) = cell {
                line(name, shown(cell));
            }
        };
        one("id", &self.id);
        one("date", &self.date);
        one("date_end", &self.date_end);
        one("speaker", &self.speaker);
        one("latitude", &self.latitude);
        one("longitude", &self.longitude);
        one("summary", &self.summary);
        one("quote", &self.quote);
        for (name, level) in LEVELS {
            let cell = self.places.iter().find(|(other, _)| *other == level).map(|(_, cell)| cell.clone());
            one(name, &cell);
        }
        let lists = [
            ("initiator", &self.initiator),
            ("affected", &self.affected),
            ("actors", &self.actors),
            ("kind", &self.kind),
            ("source", &self.source),
        ];
        for (name, cells) in lists.into_iter().filter(|(_, cells)| !cells.is_empty()) {
            line(name, format!("[{}]", cells.iter().map(shown).collect::<Vec<_>>().join(", ")));
        }
        for counted in &self.figures {
            let name =
                MEASURES.iter().find(|(_, measure)| *measure == counted.measure).map_or("", |found| found.0);
            let three = [&counted.low, &counted.best, &counted.high];
            let cell = |cell: &&Option<Cell>| cell.as_ref().map_or("\"\"".to_owned(), shown);
            let all: Vec<String> = three.iter().map(cell).collect();
            let only_best = counted.low.is_none() && counted.high.is_none();
            line(name, if only_best { cell(&&counted.best) } else { format!("[{}]", all.join(", ")) });
        }
        if !self.list.is_empty() {
            line("list", quoted(&self.list));
        }
        if self.day_order == DayOrder::MonthFirst {
            line("dates", quoted("month first"));
        }
        text
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Column(name) => quoted(name),
        Cell::Constant(value) => quoted(&format!("={value}")),
    }
}

/// A text as a string of TOML.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::events::mapping::settings;
    use crate::fields::Fields;
    use proptest::prelude::*;

    proptest! {
        /// Names of columns are whatever a table's first row holds.
        #[test]
        fn what_is_written_is_read_again(names in prop::collection::vec("[^=\r]{1,12}", 8), month_first: bool) {
            let mut names = names.into_iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
            let mut cell = || names.next().map(Cell::Column);
            let mapping = Mapping {
                file: "events/t.csv".to_owned(),
                id: cell(),
                date: cell(),
                actors: cell().into_iter().collect(),
                kind: [cell(), cell()].into_iter().flatten().collect(),
                places: cell().map(|cell| (index::Level::Admin1, cell)).into_iter().collect(),
                quote: cell(),
                list: "; ".to_owned(),
                day_order: if month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst },
                ..Mapping::default()
            };
            let mut diagnostics = Diagnostics::default();
            let text = mapping.section("events/t.csv");
            let mut fields = Fields::read(&"fieldbook.toml".into(), &text, 1, &mut diagnostics);
            let mut read = settings(&mut fields, &mut diagnostics);
            prop_assert!(diagnostics.sorted().is_empty(), "{}", text);
            read[0].origin = None;
            prop_assert_eq!(&read[0], &mapping, "{}", text);
        }
    }
}
