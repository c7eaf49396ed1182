//! `fieldbook.toml`: what the collection says of itself.

use crate::care::Care;
use crate::diagnostic::Diagnostics;
use crate::events::{self, Mapping};
use crate::fields::Fields;
use index::{About, Preset, UnitName};
use std::rc::Rc;

/// The language of a folder that does not name one.
pub(crate) const DEFAULT_LANGUAGE: &str = "en";

const KNOWN: [&str; 14] = [
    "id",
    "title",
    "description",
    "language",
    "licence",
    "edition",
    "unit",
    "coders",
    "coverage",
    "method",
    "attributions",
    "default_view",
    "left_out",
    "left_out_of",
];

/// Reads `fieldbook.toml`.
pub(crate) fn read(file: &Rc<str>, text: &str, diagnostics: &mut Diagnostics) -> (About, Vec<Mapping>, Care) {
    let mut fields = Fields::read(file, text, 1, diagnostics);
    let language = or(fields.text("language", diagnostics), DEFAULT_LANGUAGE);
    // The id names the folder among others; nothing in the page shows it yet.
    let _ = fields.text("id", diagnostics);
    let mut about = About {
        title: fields.names("title", &language, diagnostics),
        description: fields.names("description", &language, diagnostics),
        licence: fields.text("licence", diagnostics),
        edition: fields.date("edition", diagnostics).0,
        unit: units(&mut fields, &language, diagnostics),
        coders: fields.text("coders", diagnostics),
        coverage: fields.names("coverage", &language, diagnostics),
        method: fields.names("method", &language, diagnostics),
        attributions: fields.texts("attributions", diagnostics),
        default_view: fields.text("default_view", diagnostics).trim_start_matches('#').to_owned(),
        presets: presets(&mut fields, &language, diagnostics),
        left_out: left_out(&mut fields, diagnostics),
        diagnostics: fields.texts("left_out_of", diagnostics),
        veil: Vec::new(),
        language,
    };
    if about.title.is_empty() {
        diagnostics.warning(&fields.origin, "The collection has no title", "Add a line title = \"…\"");
    }
    let mappings = events::mapping_settings(&mut fields, diagnostics);
    let (care, veil) = Care::read(&mut fields, diagnostics);
    about.veil = veil;
    fields.finish(&KNOWN, diagnostics);
    (about, mappings, care)
}

/// `text`, or `default` where it is empty.
pub(crate) fn or(text: String, default: &str) -> String {
    if text.is_empty() { default.to_owned() } else { text }
}

/// What was left out of the sources that these were made from.
fn left_out(fields: &mut Fields, diagnostics: &mut Diagnostics) -> u32 {
    let origin = fields.line_of("left_out");
    let text = fields.text("left_out", diagnostics);
    let number = text.parse().ok();
    if number.is_none() && !text.is_empty() {
        diagnostics.error(
            &origin,
            "left_out is not a number, and is ignored",
            "Write digits in quotation marks",
        );
    }
    number.unwrap_or(0)
}

fn units(fields: &mut Fields, language: &str, diagnostics: &mut Diagnostics) -> Vec<UnitName> {
    let origin = fields.line_of("unit");
    let mut units = Vec::new();
    for (lang, forms) in fields.lists("unit", language, diagnostics) {
        match forms.as_slice() {
            [one, other] => units.push(UnitName { lang, one: one.clone(), other: other.clone() }),
            _ => {
                let what = format!("The unit's name in “{lang}” is not a pair, and is ignored");
                diagnostics.error(
                    &origin,
                    what,
                    "Write singular and plural, such as [\"event\", \"events\"]",
                );
            }
        }
    }
    units
}

fn presets(fields: &mut Fields, language: &str, diagnostics: &mut Diagnostics) -> Vec<Preset> {
    let mut presets = Vec::new();
    for mut table in fields.tables("preset", diagnostics) {
        let preset = Preset {
            label: table.names("label", language, diagnostics),
            from: table.date("from", diagnostics).0,
            to: table.date("to", diagnostics).0,
        };
        let origin = table.origin.clone();
        table.finish(&["label", "from", "to"], diagnostics);
        if preset.label.is_empty() || preset.from.is_empty() && preset.to.is_empty() {
            let what = "The preset has no label or no date, and is ignored";
            diagnostics.error(&origin, what, "Give it a label and at least one of from and to");
        } else {
            presets.push(preset);
        }
    }
    presets
}
