//! What a corpus says of itself.

use super::Name;

/// Title, licence, coverage and method: the answers of "About this fieldbook".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Title, in several languages.
    pub title: Vec<Name>,
    /// One or two sentences, in several languages.
    pub description: Vec<Name>,
    /// BCP 47 language of the corpus's own wording.
    pub language: String,
    /// Licence of the corpus, as an SPDX expression or a sentence.
    pub licence: String,
    /// What the publisher calls the unit ("events"), per language; empty: statements.
    pub unit: Vec<UnitName>,
    /// Day of this edition as the publisher wrote it (ISO 8601), or empty. Never a build clock.
    pub edition: String,
    /// What the corpus holds and does not, in paragraphs.
    pub coverage: Vec<Name>,
    /// How dates, places, figures and attributions were made, in paragraphs.
    pub method: Vec<Name>,
    /// Who coded the statements.
    pub coders: String,
    /// Attribution lines that licences ask for.
    pub attributions: Vec<String>,
    /// Date ranges that the publisher offers.
    pub presets: Vec<Preset>,
    /// Address fragment to open with, without `#`; empty for the whole corpus.
    pub default_view: String,
    /// How many rows or statements the compiler left out.
    pub left_out: u32,
    /// The compiler's diagnostics as the publisher accepted them, one a line.
    pub diagnostics: Vec<String>,
    /// Words and phrases whose sentences are veiled until the reader asks for them; see [`crate::veil`].
    pub veil: Vec<String>,
}

/// The unit's name in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitName {
    /// BCP 47 language.
    pub lang: String,
    /// Singular: "event".
    pub one: String,
    /// Plural: "events".
    pub other: String,
}

/// A date range offered beside the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preset {
    /// Its label, in several languages.
    pub label: Vec<Name>,
    /// First day, EDTF; empty for open.
    pub from: String,
    /// Last day, EDTF; empty for open.
    pub to: String,
}
