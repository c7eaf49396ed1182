//! The mapping of a table's columns, as fields that a person can choose from.
//!
//! A mapping is a section `[[table]]` of `fieldbook.toml`. The page changes it line by line; whatever else stands
//! in it stays, and the text itself can be edited where a choice of one column is not enough.

use compile::quoted;

/// What a column can be chosen for, in the order in which it is asked for.
pub const FIELDS: [&str; 21] = [
    "date",
    "date_end",
    "id",
    "initiator",
    "affected",
    "actors",
    "speaker",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "place",
    "latitude",
    "longitude",
    "kind",
    "source",
    "summary",
    "quote",
    "killed",
    "injured",
    "displaced",
];

/// What a field is set to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Set {
    /// Nothing.
    #[default]
    Nothing,
    /// One column.
    Column(String),
    /// Something else, such as several columns; the text as it stands.
    Other(String),
}

/// What a section sets a field to.
pub fn get(section: &str, field: &str) -> Set {
    let Some(value) = section.lines().find_map(|line| value_of(line, field)) else { return Set::Nothing };
    let inner = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map_or(value, str::trim);
    match unquoted(inner) {
        Some(column) if column.is_empty() => Set::Nothing,
        Some(column) => Set::Column(column),
        None => Set::Other(value.to_owned()),
    }
}

/// The section with a field set to one column, or to none where `column` is empty.
pub fn with(section: &str, field: &str, column: &str) -> String {
    let mut lines: Vec<String> = section.lines().map(str::to_owned).collect();
    let at = lines.iter().position(|line| value_of(line, field).is_some());
    let line = format!("{field} = {}", quoted(column));
    match (at, column.is_empty()) {
        (Some(at), true) => {
            lines.remove(at);
        }
        (Some(at), false) => {
            if let Some(slot) = lines.get_mut(at) {
                *slot = line;
            }
        }
        (None, true) => {}
        (None, false) => lines.push(line),
    }
    lines.join("\n") + "\n"
}

fn value_of<'l>(line: &'l str, field: &str) -> Option<&'l str> {
    let (name, value) = line.split_once('=')?;
    (name.trim() == field).then(|| value.trim())
}

/// The text of a TOML string that is all there is; only what [`quoted`] writes is undone.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => match chars.next()? {
                't' => out.push('\t'),
                'n' => out.push('\n'),
                'u' => {
                    let code: String = chars.by_ref().take(4).collect();
                    out.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
                }
                c => out.push(c),
            },
            c => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fields_are_found_and_set() {
        let section =
            "[[table]]\nfile = \"a.csv\"\ndate = \"when\"\nkind = [\"a\", \"b\"]\nactors = [\"who\"]\n";
        assert_eq!(get(section, "date"), Set::Column("when".to_owned()));
        assert_eq!(get(section, "actors"), Set::Column("who".to_owned()));
        assert_eq!(get(section, "kind"), Set::Other("[\"a\", \"b\"]".to_owned()));
        assert_eq!(get(section, "id"), Set::Nothing);
        let set = with(section, "id", "nr");
        assert!(set.ends_with("actors = [\"who\"]\nid = \"nr\"\n"), "{set}");
        assert_eq!(with(&set, "id", ""), section);
    }

    proptest! {
        #[test]
        fn what_is_set_is_found(column in "[^\r\n]{1,12}") {
            let set = with("[[table]]\nfile = \"x\"\n", "date", &column);
            prop_assert_eq!(get(&set, "date"), Set::Column(column));
        }
    }
}
