//! Cells with several values.

use index::Name;

/// A value as it stands between `;`, `|` and `@`: those signs are taken for themselves behind a backslash.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, ';' | '|' | '@' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Values in groups: `|` within a group, `;` between groups.
pub(super) fn grouped(entries: impl Iterator<Item = (u16, String)>) -> String {
    let (mut out, mut last) = (String::new(), None);
    for (group, value) in entries {
        match last {
            None => {}
            Some(before) if before == group => out.push_str(" | "),
            Some(_) => out.push_str("; "),
        }
        out.push_str(&value);
        last = Some(group);
    }
    out
}

/// The columns `name`, `name_lang` and `names` of names in a folder of `language`.
pub(super) fn names(names: &[Name], language: &str) -> [String; 3] {
    let Some(first) = names.first() else { return Default::default() };
    let lang = match first.lang.as_str() {
        lang if lang == language => "",
        "" => "und",
        lang => lang,
    };
    let further: Vec<String> = names.iter().skip(1).map(further).collect();
    [first.text.clone(), lang.to_owned(), further.join("; ")]
}

fn further(name: &Name) -> String {
    let lang = if name.lang.is_empty() { "und" } else { &name.lang };
    format!("{lang}:{}", name.text)
}
