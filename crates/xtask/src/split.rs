//! One program as two modules: what the first picture needs, and the rest, which follows it.
//!
//! Everything beyond the sentence, the timeline, the facets and the list (`crate::dist` lists it) is code that no reader
//! waits for. The linker knows one module only, so [`halves`] parts the finished one: functions whose names
//! lie under given paths, and whatever only those call, move to a second module that has no memory of its own. It
//! imports memory, tables, globals and functions of the first, and fills its functions into the first's table.
//!
//! - A first-half function calls a moved one through the table. Until the second module is there the slot is empty,
//!   and the call a trap, from which the page comes back as from any crash; so the app asks first
//!   (`src/platform/late.rs`).
//! - Data stay where they are, since a finished module no longer says which function reads which, but for the texts
//!   of other languages than English ([`texts`]): a page in one of those waits for the second module.
//! - What is exported, imported or given out as a reference stays; and so does what is in the table without being
//!   named, since anyone may call it.
//! - Equal functions were made one, under the name of any of them. So a named function stays, too, where one that
//!   stays calls it or makes an object with it, unless it is a door: then the app has asked.

mod choose;
mod data;
mod read;
pub mod texts;
mod write;

use crate::command::{Result, Stop};
use std::collections::BTreeSet;
use std::fmt::Display;

/// The two modules.
pub struct Halves {
    /// What was the module: its imports and exports, and more exports for the second.
    pub first: Vec<u8>,
    /// What moved; its imports are all of one namespace, [`NAMESPACE`], the first module's exports.
    pub late: Vec<u8>,
    /// For each moved function that the first half calls by name: its name.
    pub entries: Vec<String>,
}

/// The namespace of the second module's imports.
pub const NAMESPACE: &str = "m";

/// What moves, by the beginnings of paths, as `fieldbook_take::csv`.
pub struct Later<'a> {
    /// What no function that stays calls by name; one that it does call stays.
    pub paths: &'a [&'a str],
    /// What functions that stay may call, having asked whether it is there.
    pub doors: &'a [&'a str],
    /// Data.
    pub texts: &'a BTreeSet<String>,
}

/// Parts a module that has a name section.
///
/// # Errors
/// When the module is damaged, or uses something that this does not know how to part.
pub fn halves(module: &[u8], later: &Later) -> Result<Halves> {
    let whole = read::Whole::read(module)?;
    let choice = choose::choose(&whole, later);
    let (first, late) = write::write(&whole, &choice, &data::moved(&whole, later.texts), module)?;
    let entries = choice.entries.iter().map(|f| whole.names.get(f).cloned().unwrap_or_default());
    Ok(Halves { first, late, entries: entries.collect() })
}

/// A fault of the module as a line.
fn damaged(why: impl Display) -> Stop {
    Stop(format!("cannot part the module: {why}"))
}
