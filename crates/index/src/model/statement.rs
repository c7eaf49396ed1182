//! Statements: the unit of everything, kept as columns.

use super::Figures;
use crate::columns::{Lists, Texts};
use crate::date::Span;
use crate::packed::Packed;

/// One thing that one report says happened or was said, per position; columns are equally long.
///
/// Statements are sorted by earliest day, then latest day, then id; undated ones stand last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// The sources' own ids where they have them.
    pub ids: Texts,
    /// What is said, in the publisher's or coder's words; empty for a table's row without one.
    pub summaries: Texts,
    /// The source's words where they stand in no report carried here (a table's headline); may be empty.
    pub quotes: Texts,
    /// Where the statement stands in its report; empty for a table's row.
    pub spans: Lists<TextSpan>,
    /// The report, an index into [`super::Corpus::reports`].
    pub reports: Vec<u32>,
    /// When; empty: undated.
    pub dates: Packed<Span>,
    /// The date as EDTF, where it is not just the days of `dates`; may be empty.
    pub edtf: Texts,
    /// Who, in which role. An unnamed actor has the index [`crate::NONE`].
    pub actors: Packed<ActorEntry>,
    /// Who says so. Empty: not known.
    pub speakers: Packed<SpeakerEntry>,
    /// Where.
    pub places: Packed<PlaceEntry>,
    /// What kind of happening; indices into [`super::Corpus::kinds`].
    pub kinds: Packed<u32>,
    /// Publishers, indices into [`super::Corpus::sources`].
    pub sources: Packed<u32>,
    /// How many.
    pub figures: Figures,
    /// The event, an index into [`super::Corpus::events`], or [`crate::NONE`].
    pub events: Vec<u32>,
    /// How the statement came to be.
    pub made: Vec<Made>,
}

impl Statements {
    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.reports.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.reports.is_empty()
    }
}

/// A stretch of a report's paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextSpan {
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// First byte in the paragraph.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// An actor in a role. Entries of one statement with the same `group` are alternatives of which the source
/// leaves open which holds; a group of one is definite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ActorEntry {
    /// Index into [`super::Corpus::actors`], or [`crate::NONE`] for an actor said to be unnamed.
    pub actor: u32,
    /// The part it plays.
    pub role: Role,
    /// Alternatives share a group.
    pub group: u16,
}

/// The part an actor plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Did it.
    Initiator,
    /// Had it done to them.
    Affected,
    /// Says so.
    Speaker,
    /// Is named without a clear part.
    #[default]
    Mentioned,
    /// Passes on what the speaker says, as an agency does that a report quotes.
    Relay,
}

impl Role {
    /// Every role, each at its number.
    pub const ALL: [Self; 5] = [Self::Initiator, Self::Affected, Self::Speaker, Self::Mentioned, Self::Relay];
}

/// Who says so; alternatives share a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SpeakerEntry {
    /// Index into [`super::Corpus::actors`], or [`crate::NONE`] for a speaker said to be unnamed.
    pub actor: u32,
    /// Alternatives share a group.
    pub group: u16,
}

/// Where, and how precisely; alternatives share a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PlaceEntry {
    /// Index into [`super::Corpus::places`].
    pub place: u32,
    /// How precisely the source knows it.
    pub precision: Precision,
    /// Alternatives share a group.
    pub group: u16,
}

/// How precisely a source knows where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// Somewhere in the place named; how wide that is, the place's level says.
    #[default]
    Within,
    /// At the point itself.
    Exact,
    /// Near the point.
    Near,
}

/// How a statement came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Made {
    /// Coded by hand.
    #[default]
    Hand,
    /// Read by machine.
    Machine,
    /// A row of a table.
    Table,
}

/// How one value of a statement was made: what *Why?* shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derivation {
    /// The statement.
    pub statement: u32,
    /// Which of its values.
    pub field: Field,
    /// The source's words for it, such as "on Thursday"; may be empty.
    pub words: String,
    /// How it is known.
    pub how: How,
    /// In a sentence, why; may be empty where the words say it all.
    pub why: String,
    /// For a date that depends on the report's own date: the date rule (see [`crate::date::Rule`]); else empty.
    pub rule: String,
}

/// Which value a derivation explains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// When.
    #[default]
    Date,
    /// Who.
    Actor,
    /// Who says so.
    Speaker,
    /// Where.
    Place,
    /// What kind.
    Kind,
    /// How many.
    Figure,
}

/// How a value is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum How {
    /// The source says so.
    #[default]
    Stated,
    /// Resolved from a relative expression.
    Resolved,
    /// Carried over from an earlier sentence or paragraph.
    Carried,
    /// Inferred by the coder from what the source says.
    Inferred,
    /// Computed by us.
    Computed,
    /// Coded so in a table.
    Coded,
    /// Not known.
    Unknown,
}
