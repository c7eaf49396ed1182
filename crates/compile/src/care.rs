//! Care for people named: what a publisher wants left out of a fieldbook, so that it is nowhere in its bytes.
//!
//! ```toml
//! [care]
//! coordinates = "admin1"
//! drop = ["private", "author", "note"]
//! veil = ["usual", "head wound*"]
//! ```
//!
//! Values are taken out before anything is made of them: the map's view, the search's words, the plain list.
//! Texts are not rewritten: what a report's words or a coder's summary say of a person or a spot stays there.
//! A setting that cannot be read errs on the side of leaving out.
//!
//! What is *veiled* stays in the fieldbook, but is shown only to a reader who asks for it ([`index::veil`]).

use crate::diagnostic::Diagnostics;
use crate::fields::Fields;
use crate::gather::Gathered;
use crate::table::shown;
use index::fold::fold;
use index::{Level, Texts};
use std::collections::BTreeSet;

/// What is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Care {
    /// The deepest level whose places keep their point, code and outline; nothing: all do.
    pub coordinates: Option<Level>,
    /// Fields that are left out.
    drop: BTreeSet<&'static str>,
}

/// Stands for the words of [`USUAL_WORDS`] in `veil`.
const USUAL: &str = "usual";

/// Words of graphic passages in English, a line each.
const USUAL_WORDS: &str = include_str!("graphic-words.txt");

/// So many words and phrases can be veiled: each is looked for in every text that is shown.
const VEIL_LIMIT: usize = 500;

/// The fields that can be left out.
const FIELDS: [&str; 11] = [
    "private", "author", "url", "archive", "citation", "captured", "sha256", "note", "summary", "quote",
    "why",
];

impl Care {
    /// Reads the section `[care]`; beside it, the words whose sentences are veiled.
    pub fn read(fields: &mut Fields, diagnostics: &mut Diagnostics) -> (Self, Vec<String>) {
        let Some(mut section) = fields.table("care", diagnostics) else { return Default::default() };
        let mut care = Self::default();
        let origin = section.line_of("coordinates");
        care.coordinates = match section.text("coordinates", diagnostics).as_str() {
            "" => None,
            "country" => Some(Level::Country),
            "admin1" => Some(Level::Admin1),
            "admin2" => Some(Level::Admin2),
            "admin3" => Some(Level::Admin3),
            other => {
                let what =
                    format!("“{}” is no level, so coordinates are kept for countries alone", shown(other));
                diagnostics.error(&origin, what, "Write country, admin1, admin2 or admin3");
                Some(Level::Country)
            }
        };
        let origin = section.line_of("drop");
        for name in section.texts("drop", diagnostics) {
            match FIELDS.iter().find(|field| **field == name) {
                Some(field) => {
                    care.drop.insert(field);
                }
                None => {
                    let what = format!("“{}” is no field that can be dropped, and stays", shown(&name));
                    diagnostics.error(&origin, what, format!("Write one of: {}", FIELDS.join(", ")));
                }
            }
        }
        let veil = veil(&mut section, diagnostics);
        section.finish(&["coordinates", "drop", "veil"], diagnostics);
        (care, veil)
    }

    /// Whether private persons are left out; statements then say that somebody unnamed was there.
    pub fn drops_private(&self) -> bool {
        self.drop.contains("private")
    }
}

/// The words and phrases of `veil`, folded, each once, in order.
fn veil(section: &mut Fields, diagnostics: &mut Diagnostics) -> Vec<String> {
    let origin = section.line_of("veil");
    let mut found = BTreeSet::new();
    for asked in section.texts("veil", diagnostics) {
        if asked == USUAL {
            found.extend(USUAL_WORDS.lines().filter(|line| !line.starts_with('#')).filter_map(phrase));
            continue;
        }
        match phrase(&asked) {
            Some(phrase) => {
                found.insert(phrase);
            }
            None => {
                let what = format!("“{}” has no letters, so nothing is veiled for it", shown(&asked));
                diagnostics.error(&origin, what, "Write words, with * for any ending, or usual");
            }
        }
    }
    if found.len() > VEIL_LIMIT {
        let what = format!("{} words are to be veiled; the first {VEIL_LIMIT} are", found.len());
        diagnostics.error(&origin, what, "Use * for words that begin alike");
    }
    found.into_iter().take(VEIL_LIMIT).collect()
}

/// A phrase folded, with its `*`; nothing where it has no letters.
fn phrase(asked: &str) -> Option<String> {
    let asked = asked.trim();
    let mut folded = fold(asked);
    if folded.is_empty() {
        return None;
    }
    if asked.ends_with('*') {
        folded.push('*');
    }
    Some(folded)
}

/// Takes out of what was read everything that is to be left out, private persons apart.
pub(crate) fn apply(gathered: &mut Gathered) {
    let care = gathered.care.clone();
    if let Some(deepest) = care.coordinates {
        for listed in
            gathered.places.items.iter_mut().filter(|listed| !keeps_its_point(listed.place.level, deepest))
        {
            listed.place.point = None;
            listed.place.code.clear();
            listed.area.clear();
        }
    }
    let drops = |field: &str| care.drop.contains(field);
    for report in &mut gathered.reports {
        let fields = [
            ("author", &mut report.author),
            ("url", &mut report.url),
            ("archive", &mut report.archive),
            ("citation", &mut report.citation),
            ("captured", &mut report.captured),
            ("sha256", &mut report.sha256),
            ("why", &mut report.published.why),
        ];
        fields.into_iter().filter(|(name, _)| drops(name)).for_each(|(_, field)| field.clear());
    }
    if drops("note") {
        gathered.actors.items.iter_mut().for_each(|actor| actor.note.clear());
        gathered.places.items.iter_mut().for_each(|listed| listed.place.note.clear());
    }
    for draft in &mut gathered.drafts {
        if drops("summary") {
            draft.summary.clear();
        }
        if drops("quote") {
            draft.quote.clear();
        }
        if drops("why") {
            draft.derivations.iter_mut().for_each(|made| made.why.clear());
        }
    }
    for (name, column) in
        [("summary", &mut gathered.rows.columns.summaries), ("quote", &mut gathered.rows.columns.quotes)]
    {
        if drops(name) {
            *column = Texts { buffer: String::new(), ends: vec![0; column.len()].into() };
        }
    }
}

/// Whether a place is a division at least as wide as `deepest`; a place of no known width is none.
fn keeps_its_point(level: Level, deepest: Level) -> bool {
    matches!(level, Level::Country | Level::Admin1 | Level::Admin2 | Level::Admin3) && level <= deepest
}
