//! Reports: the documents that make statements, and who published them.

use super::{How, Name};
use crate::date::Span;

/// A publisher of reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Names in several languages.
    pub names: Vec<Name>,
    /// The group it belongs to, an earlier index into [`super::Corpus::sources`], or [`crate::NONE`].
    pub parent: u32,
}

/// One document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Stable id.
    pub id: String,
    /// Title, or what stands for one.
    pub title: String,
    /// Publisher, an index into [`super::Corpus::sources`], or [`crate::NONE`] where it is not known.
    pub source: u32,
    /// Author as named; may be empty.
    pub author: String,
    /// BCP 47 language of the text as carried here.
    pub language: String,
    /// When it was published, and how that is known.
    pub published: Published,
    /// The day that its relative dates count from, as a date rule over `published`; empty: `published`.
    pub anchor: String,
    /// Day the copy was made (EDTF); may be empty.
    pub captured: String,
    /// Address of the original; may be empty.
    pub url: String,
    /// Address of an archived copy; may be empty.
    pub archive: String,
    /// Licence or terms of the original; may be empty.
    pub licence: String,
    /// SHA-256 of the original, lower-case hexadecimal; may be empty.
    pub sha256: String,
    /// How the original is to be cited.
    pub citation: String,
    /// The paragraphs are a digest in the publisher's words, not the original's.
    pub digest: bool,
    /// The rows of a table rather than a text to read.
    pub table: bool,
    /// The text.
    pub paragraphs: Vec<Paragraph>,
    /// Where dates, actors, places, figures and attributions stand in the text; sorted by position.
    pub mentions: Vec<Mention>,
}

/// A publication date and how it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// EDTF; empty where it is not known.
    pub edtf: String,
    /// The same as days; nothing where it is not known.
    pub span: Option<Span>,
    /// Stated by the report, or inferred.
    pub how: How,
    /// From what it was inferred, in a sentence; empty where it is stated.
    pub why: String,
}

/// A paragraph of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The text.
    pub text: String,
    /// Number of the original's paragraph (from 1), or 0 where there is none.
    pub original: u32,
    /// What it is.
    pub role: ParagraphRole,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ParagraphRole {
    /// Running text.
    #[default]
    Body,
    /// A headline or standfirst.
    Heading,
    /// A picture's caption.
    Caption,
    /// Furniture of the page: left out of reading and search.
    Furniture,
}

/// A place in the text that names something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mention {
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// First byte in the paragraph.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What is named.
    pub kind: MentionKind,
    /// The actor or place named, or [`crate::NONE`].
    pub target: u32,
}

/// What a mention names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionKind {
    /// A time.
    #[default]
    Date,
    /// An actor.
    Actor,
    /// A place.
    Place,
    /// A quantity.
    Figure,
    /// Who says so.
    Attribution,
}
