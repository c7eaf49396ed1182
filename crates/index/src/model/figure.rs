//! Figures: how many, of whom, over which period, and part of what.

use super::Name;
use crate::date::Span;

/// A quantity that a statement gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub measure: Measure,
    /// Of whom, an index into [`super::Corpus::populations`], or [`crate::NONE`].
    pub whom: u32,
    /// The least that it can be, where the source decides.
    pub low: Option<u64>,
    /// The best estimate, or the number as given.
    pub best: Option<u64>,
    /// The most that it can be, where the source decides.
    pub high: Option<u64>,
    /// How the source bounds its number.
    pub bound: Bound,
    /// The period that it covers, where the source decides it.
    pub period: Option<Span>,
    /// Computed by us from what is stated, rather than stated.
    pub computed: bool,
    /// The figure that it is part of: a position among all of [`super::Statements::figures`], or [`crate::NONE`].
    pub part_of: u32,
    /// The source's or digest's words for it.
    pub words: String,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Something else; the words say what.
    #[default]
    Other,
    /// People killed.
    Killed,
    /// People injured.
    Injured,
    /// People displaced.
    Displaced,
    /// Refugees living somewhere.
    Refugees,
    /// People living somewhere.
    Residents,
    /// People detained.
    Detained,
    /// People missing or abducted.
    Missing,
}

/// How a source bounds a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// "At least".
    AtLeast,
    /// "At most".
    AtMost,
    /// "About".
    About,
    /// "Almost", "nearly": a little under.
    Nearly,
}

/// Those whom a figure counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Population {
    /// Stable id, such as `civilians`.
    pub id: String,
    /// Names in several languages.
    pub names: Vec<Name>,
    /// On which side of the line that matters most.
    pub class: PopulationClass,
}

/// Whether those counted take part in the fighting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PopulationClass {
    /// The source does not say.
    #[default]
    NotStated,
    /// Civilians.
    Civilian,
    /// Soldiers and fighters.
    Combatant,
}
