//! `fieldbook.toml`.

use index::{Corpus, Name};

/// The file.
pub(super) fn settings(corpus: &Corpus) -> String {
    let about = &corpus.about;
    let mut out = String::new();
    let mut line = |key: &str, value: String| {
        if !value.is_empty() {
            out.push_str(&format!("{key} = {value}\n"));
        }
    };
    line("title", names(&about.title));
    line("description", names(&about.description));
    line("language", text(&about.language));
    line("licence", text(&about.licence));
    line("edition", text(&about.edition));
    let units: Vec<String> = about
        .unit
        .iter()
        .map(|unit| {
            format!(
                "{} = [{}, {}]",
                text_or_empty(&unit.lang),
                text_or_empty(&unit.one),
                text_or_empty(&unit.other)
            )
        })
        .collect();
    line("unit", if units.is_empty() { String::new() } else { format!("{{ {} }}", units.join(", ")) });
    line("coders", text(&about.coders));
    line("coverage", names(&about.coverage));
    line("method", names(&about.method));
    line("attributions", list(&about.attributions));
    line("default_view", text(&about.default_view));
    if about.left_out > 0 {
        line("left_out", text(&about.left_out.to_string()));
    }
    line("left_out_of", list(&about.diagnostics));
    for preset in &about.presets {
        out.push_str(&format!("\n[[preset]]\nlabel = {}\n", names(&preset.label)));
        for (key, value) in [("from", &preset.from), ("to", &preset.to)] {
            if !value.is_empty() {
                out.push_str(&format!("{key} = {}\n", text(value)));
            }
        }
    }
    if !about.veil.is_empty() {
        out.push_str(&format!("\n[care]\nveil = {}\n", list(&about.veil)));
    }
    out
}

/// Texts by language; nothing where there is none.
pub(super) fn names(names: &[Name]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let all: Vec<String> = names
        .iter()
        .map(|name| format!("{} = {}", text_or_empty(&name.lang), text_or_empty(&name.text)))
        .collect();
    format!("{{ {} }}", all.join(", "))
}

fn list(texts: &[String]) -> String {
    if texts.is_empty() {
        return String::new();
    }
    let all: Vec<String> = texts.iter().map(|text| format!("  {},\n", text_or_empty(text))).collect();
    format!("[\n{}]", all.concat())
}

/// A text in quotation marks; nothing for an empty one.
pub(super) fn text(text: &str) -> String {
    if text.is_empty() { String::new() } else { text_or_empty(text) }
}

fn text_or_empty(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
