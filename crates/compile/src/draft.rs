//! Drafts: statements as they are read, before they are sorted into columns.

use crate::diagnostic::Origin;
use index::{ActorEntry, Derivation, Figure, Made, PlaceEntry, Span, SpeakerEntry, TextSpan};

/// A statement whose references are positions of arrival.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// Where it was written.
    pub origin: Origin,
    /// Its id.
    pub id: String,
    /// What is said, in the coder's words.
    pub summary: String,
    /// The source's words where they stand in no report carried here.
    pub quote: String,
    /// Where it stands in its report.
    pub spans: Vec<TextSpan>,
    /// Its report.
    pub report: u32,
    /// When.
    pub dates: Vec<Span>,
    /// The date as EDTF where it is not just those days.
    pub edtf: String,
    /// Who, in which role.
    pub actors: Vec<ActorEntry>,
    /// Who says so.
    pub speakers: Vec<SpeakerEntry>,
    /// Where.
    pub places: Vec<PlaceEntry>,
    /// What kind.
    pub kinds: Vec<u32>,
    /// Who published it.
    pub sources: Vec<u32>,
    /// How many.
    pub figures: Vec<DraftFigure>,
    /// The event's id, or empty.
    pub event: String,
    /// How it came to be.
    pub made: Made,
    /// How its values were made; the statement's number is not yet known.
    pub derivations: Vec<Derivation>,
}

/// A figure that may be part of another.
#[derive(Clone, Debug)]
pub(crate) struct DraftFigure {
    /// The figure; what it is part of is not yet known.
    pub figure: Figure,
    /// Its label, or empty.
    pub label: String,
    /// What it is part of.
    pub part_of: PartOf,
}

/// What a figure is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PartOf {
    /// Nothing.
    Nothing,
    /// A figure with this label, in whatever statement.
    Label(String),
    /// Likewise, of an export, which stands as it is: its whole may be missing from it.
    Taken(String),
}
