//! Actors: those who do, suffer, say, or are named.

use super::Name;

/// A person, state, armed force, group or organization.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// Stable id, such as `turkish-armed-forces`.
    pub id: String,
    /// Names in several scripts; the first is the one shown where no language fits.
    pub names: Vec<Name>,
    /// What it is.
    pub kind: ActorKind,
    /// What it is part of, an earlier index into [`super::Corpus::actors`], or [`crate::NONE`].
    pub parent: u32,
    /// First year it is known under this identity.
    pub from_year: Option<i32>,
    /// Last year it is known under this identity.
    pub to_year: Option<i32>,
    /// A private person found by machine: kept out of facets and suggestions.
    pub private: bool,
    /// What a reader should know, such as a spelling as given; may be empty.
    pub note: String,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// Not said.
    #[default]
    Other,
    /// A human being.
    Person,
    /// A state as a whole.
    State,
    /// A government or one of its bodies.
    Government,
    /// Armed forces of a state.
    Force,
    /// An armed group.
    Group,
    /// An international body, an agency, an association.
    Organization,
    /// A news agency, outlet or observer that publishes.
    Media,
    /// People at large: refugees, residents.
    Population,
    /// The report itself, where it speaks in its own voice.
    Report,
}
