//! Why a statement only may match.

use crate::Dimension;

/// What leaves one clause open for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reason {
    /// The clause's dimension.
    pub dimension: Dimension,
    /// Whether it is an excluded value that cannot be ruled out, rather than a chosen one that is not sure.
    pub excluded: bool,
    /// What leaves it open.
    pub why: Why,
}

/// How a statement leaves a clause open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// A date begins before the dates asked for, ends after them, or both.
    DateOverlaps {
        /// Some interval begins before.
        before: bool,
        /// Some interval ends after.
        after: bool,
    },
    /// The source doubts or rounds the date.
    DateQualified,
    /// The statement names a place (an index into the places) that the one asked for lies in.
    PlaceAbove(u32),
    /// The statement names a region (an index into the places) that covers or overlaps the place asked for.
    RegionCovers(u32),
    /// The source leaves it open between alternatives.
    Alternatives,
    /// Excluded, but the statement has no value that could rule it out.
    Missing,
    /// Excluded, but the statement has an actor that is not named.
    Unnamed,
}
