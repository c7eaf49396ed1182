//! Places: a tree of countries, divisions and towns, with regions that cover or overlap them.

use super::{Name, Point};

/// A node of the place tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Stable id, such as `sy-idlib`.
    pub id: String,
    /// Names in several scripts; the first is the one shown where no language fits.
    pub names: Vec<Name>,
    /// Where it stands in the tree.
    pub level: Level,
    /// The place it lies in, an earlier index into [`super::Corpus::places`], or [`crate::NONE`].
    pub parent: u32,
    /// A point that stands for it: where it is, or where its label goes.
    pub point: Option<Point>,
    /// Its outline, an index into [`super::Basemap::areas`], or [`crate::NONE`].
    pub area: u32,
    /// Administrative or gazetteer code, such as `SY07`; may be empty.
    pub code: String,
    /// For a region: the nodes that it covers or overlaps.
    pub covers: Vec<Cover>,
    /// What a reader should know; may be empty.
    pub note: String,
}

/// How far down the tree a place stands, and of what sort it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Not said.
    #[default]
    Other,
    /// A country.
    Country,
    /// A first-order division: governorate, province.
    Admin1,
    /// A second-order division: district.
    Admin2,
    /// A third-order division: subdistrict.
    Admin3,
    /// A city, town or village.
    Town,
    /// A spot: a crossing, a hospital, a hill.
    Site,
    /// A named stretch of land without a border of its own.
    Region,
}

/// A region's hold on another place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// The other place, an index into [`super::Corpus::places`]; not a region.
    pub place: u32,
    /// Whole or in part.
    pub coverage: Coverage,
}

/// Whether a region holds another place whole or in part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// The whole of it, with all that lies in it.
    #[default]
    Covers,
    /// A part of it.
    Overlaps,
}
