//! Names: places, actors and persons, found by dictionaries and by how names are built.
//!
//! [`index`] is one table of all known names, looked up word by word; [`gazetteer`] and [`authority`] fill it.
//! [`find`] walks through a sentence and decides at each capital letter what begins there; [`place`] then says
//! which of several namesakes a place is, and [`link`] ties short forms to the full names before them.

mod authority;
mod build;
mod find;
mod gazetteer;
mod index;
mod link;
mod listed;
mod organization;
mod person;
mod place;

pub(crate) use build::Names;
pub(crate) use find::{Finder, Named, What};
pub(crate) use gazetteer::{Level, Place};
pub(crate) use index::Target;
pub(crate) use link::{initials, link};
pub(crate) use place::{Located, locate};
