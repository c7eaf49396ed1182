//! The shape of a corpus in memory.
//!
//! Tables ([`Actor`], [`Place`], [`Kind`], [`Source`], [`Report`], [`Population`]) are referred to by their
//! position. In every tree a parent stands before its children, so that one pass forward pushes values down
//! and one pass backward sums them up. Statements are columns ([`Statements`]), sorted by their earliest day.

mod about;
mod actor;
mod basemap;
mod figure;
mod figures;
mod name;
mod packing;
mod place;
mod report;
mod statement;

pub use about::{About, Preset, UnitName};
pub use actor::{Actor, ActorKind};
pub use basemap::{Area, AreaClass, Basemap, Point, Ring};
pub use figure::{Bound, Figure, Measure, Population, PopulationClass};
pub use figures::Figures;
pub use name::{Name, name_in};
pub use place::{Cover, Coverage, Level, Place};
pub use report::{Mention, MentionKind, Paragraph, ParagraphRole, Published, Report, Source};
pub use statement::{
    ActorEntry, Derivation, Field, How, Made, PlaceEntry, Precision, Role, SpeakerEntry, Statements, TextSpan,
};

use crate::columns::Texts;

/// What kind of thing happened: an event category, or a group of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// Stable id, such as `assault`.
    pub id: String,
    /// Names in several languages; the first is the one shown where no language fits.
    pub names: Vec<Name>,
    /// The group it belongs to, an index into [`Corpus::kinds`], or [`crate::NONE`].
    pub parent: u32,
}

/// Everything that a fieldbook carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// SHA-256 over the corpus's bytes, as [`crate::write`] computed it. All zero before it was written.
    pub hash: [u8; 32],
    /// Title, licence, coverage and method.
    pub about: About,
    /// Persons, states, forces, groups and organizations.
    pub actors: Vec<Actor>,
    /// Countries, divisions, towns, sites and regions.
    pub places: Vec<Place>,
    /// Event categories and their groups.
    pub kinds: Vec<Kind>,
    /// Publishers of reports.
    pub sources: Vec<Source>,
    /// Those whom figures count: civilians, children, soldiers.
    pub populations: Vec<Population>,
    /// The documents.
    pub reports: Vec<Report>,
    /// The statements, column by column.
    pub statements: Statements,
    /// Ids of events: several statements may speak of the same happening.
    pub events: Texts,
    /// How values were made; sorted by statement.
    pub derivations: Vec<Derivation>,
    /// Outlines for the map, cut to what the corpus needs.
    pub basemap: Basemap,
}
