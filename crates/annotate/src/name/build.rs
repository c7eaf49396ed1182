//! All that is known of names, loaded once.

use super::authority::Authority;
use super::gazetteer::Gazetteer;
use super::index::NameIndex;

/// The dictionaries of names.
pub(crate) struct Names {
    /// The table.
    pub index: NameIndex,
    /// Places.
    pub gazetteer: Gazetteer,
    /// Actors.
    pub authority: Authority,
}

impl Names {
    /// Loads the built-in dictionaries.
    pub fn new() -> Self {
        let mut index = NameIndex::with_capacity(620_000);
        let gazetteer = Gazetteer::load(&mut index);
        let authority = Authority::load(&mut index);
        Self { index, gazetteer, authority }
    }
}
