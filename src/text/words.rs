//! The texts of the interface: one field each, so that a language which lacks one does not compile.
//!
//! `{}` is filled in by [`super::fill`]. Texts are in sentence case, without a final period where short.

mod choosing;
mod taking;

use super::figuring::Figuring;
use super::pictures::Pictures;
use super::plural::Forms;
use super::reading::Reading;
use super::saving::SavingWords;
pub use choosing::{FacetWords, HeaderWords, SentenceWords};
pub use taking::TakeWords;

/// All texts of a language.
pub struct Words {
    /// For an interval open towards the future: "since {}".
    pub since: &'static str,
    /// For an interval open towards the past: "until {}".
    pub until: &'static str,
    /// For a date that the source rounds or doubts: "about {}".
    pub about_date: &'static str,
    /// For a statement without a date.
    pub undated: &'static str,
    /// The missing value of a facet.
    pub none: &'static str,
    /// The unit, where the publisher names no other.
    pub statements: Forms,
    /// "{} report(s)".
    pub reports: Forms,
    /// "{} speaker(s)".
    pub speakers: Forms,
    /// After the unit: "({} match, {} may match)".
    pub match_counts: &'static str,
    /// The answer *match*.
    pub matches: &'static str,
    /// The answer *may match*.
    pub may_match: &'static str,
    /// A facet value's counts, read out: "{} match, {} may match".
    pub counts_spoken: &'static str,
    /// Opens a value's derivation.
    pub why: &'static str,
    /// Closes a panel or a sheet.
    pub close: &'static str,
    /// Says that the translation was not reviewed by a native speaker.
    pub unreviewed: &'static str,
    /// Texts of the shell around the panels.
    pub shell: Shell,
    /// Names of the dimensions.
    pub dimension: DimensionWords,
    /// Texts of the list, the report and "About this fieldbook".
    pub reading: Reading,
    /// Texts of "Save this selection as a fieldbook".
    pub saving: SavingWords,
    /// Texts of the timeline, the map and the table.
    pub pictures: Pictures,
    /// Texts of the figures, the accounts, the matrix and the comparison.
    pub figuring: Figuring,
    /// Texts of the header.
    pub header: HeaderWords,
    /// Texts of the sentence.
    pub sentence: SentenceWords,
    /// Texts of the facets.
    pub facets: FacetWords,
    /// Texts of what a reader takes away.
    pub take: TakeWords,
}

/// Texts of the shell around the panels: header, bottom bar, errors.
pub struct Shell {
    /// Skip link to the list.
    pub skip: &'static str,
    /// Skip link to the filters.
    pub skip_filters: &'static str,
    /// Skip link to the views.
    pub skip_views: &'static str,
    /// Language menu.
    pub language: &'static str,
    /// Copies the address.
    pub copy_link: &'static str,
    /// Said after copying.
    pub copied: &'static str,
    /// Said where the browser refuses.
    pub copy_failed: &'static str,
    /// Opens "About this fieldbook".
    pub about: &'static str,
    /// Bottom bar: the list.
    pub list: &'static str,
    /// Bottom bar: the filters.
    pub filters: &'static str,
    /// Bottom bar, with how many clauses: "Filters · {}".
    pub filters_with: &'static str,
    /// Tab and bottom bar: the map.
    pub map: &'static str,
    /// Tab: the table.
    pub table: &'static str,
    /// Bottom bar: everything else.
    pub more: &'static str,
    /// Heading of the card shown where the corpus cannot be opened.
    pub cannot_open: &'static str,
    /// Shown where the page carries no corpus.
    pub no_corpus: &'static str,
    /// In the place of a part of the page that is being loaded.
    pub coming: &'static str,
    /// In the place of a part of the page that could not be loaded.
    pub missing: &'static str,
    /// Tries to load it once more.
    pub again: &'static str,
    /// Period covered, in the header: "{} – {}" is made elsewhere; this is the label read out.
    pub period: &'static str,
    /// "Edition of {}".
    pub edition: &'static str,
}

/// Names of the dimensions, as group headings.
pub struct DimensionWords {
    /// Dates.
    pub date: &'static str,
    /// Actors.
    pub actor: &'static str,
    /// Speakers.
    pub speaker: &'static str,
    /// Places.
    pub place: &'static str,
    /// Kinds.
    pub kind: &'static str,
    /// Publishers.
    pub source: &'static str,
    /// Search words.
    pub text: &'static str,
}
