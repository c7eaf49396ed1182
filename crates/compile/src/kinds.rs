//! `kinds.csv` and the built-in kinds: what sort of happening.
//!
//! The built-in kinds are PLOVER's event categories in four groups; those that the sources use are added,
//! with their groups. The publisher's own come first.

use crate::diagnostic::{Diagnostics, Origin};
use crate::roster::{Head, Roster};
use crate::table::Table;
use index::{Kind, NONE};
use std::collections::BTreeSet;

/// The table's name, as remedies give it.
pub(crate) const FILE: &str = "kinds.csv";

const COLUMNS: [&str; 5] = ["id", "name", "name_lang", "names", "parent"];
const BUILT_IN: &str = include_str!("../data/kinds.csv");

/// The publisher's kinds, and those that may be taken from the built-in ones.
pub(crate) struct Kinds {
    /// The kinds in use.
    pub roster: Roster<Kind>,
    built_in: Vec<(Head, Kind)>,
    built_in_names: crate::register::Register,
    /// Ids of the built-in ones in use.
    pub taken: BTreeSet<String>,
}

impl Kinds {
    /// No kinds yet, but the built-in ones at hand.
    pub fn new() -> Self {
        let mut built_in = Vec::new();
        let mut built_in_names = crate::register::Register::default();
        let table = Table::new(&FILE.into(), BUILT_IN, true);
        table.rows(&mut Diagnostics::default(), |row, diagnostics| {
            if let Some(head) = Head::of(row, "en", diagnostics) {
                built_in_names.add(&head.id, &head.names);
                let kind = Kind { id: head.id.clone(), names: head.names.clone(), parent: NONE };
                built_in.push((head, kind));
            }
        });
        Self { roster: Roster::default(), built_in, built_in_names, taken: BTreeSet::new() }
    }

    /// Reads the publisher's kinds.
    pub fn read(&mut self, table: &Table, language: &str, diagnostics: &mut Diagnostics) {
        table.check_columns(&COLUMNS, &["id", "name"], diagnostics);
        table.rows(diagnostics, |row, diagnostics| {
            if let Some(head) = Head::of(row, language, diagnostics) {
                let kind = Kind { id: head.id.clone(), names: head.names.clone(), parent: NONE };
                self.roster.list(head, kind, diagnostics);
            }
        });
        for parent in self.roster.missing_parents() {
            self.take(&parent);
        }
    }

    /// The kind with this id or name.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn find(&mut self, text: &str) -> Result<u32, (String, String)> {
        let listed = self.roster.register.find(text, "kind", FILE);
        if listed.is_ok() {
            return listed;
        }
        let built_in = self.built_in_names.find(text, "kind", FILE);
        let id = built_in.ok().and_then(|at| Some(self.built_in.get(at as usize)?.0.id.clone()));
        id.and_then(|id| self.take(&id)).map_or(listed, Ok)
    }

    /// Takes over a built-in kind with its groups.
    pub fn take(&mut self, id: &str) -> Option<u32> {
        if let Some(at) = self.roster.register.by_id(id) {
            return Some(at);
        }
        let at = self.built_in_names.by_id(id)?;
        let (head, kind) = self.built_in.get(at as usize)?;
        let parent = head.parent.clone();
        let origin = Origin::whole(&FILE.into());
        let head = Head { id: head.id.clone(), names: head.names.clone(), parent: parent.clone(), origin };
        self.taken.insert(head.id.clone());
        let added = self.roster.add(head, kind.clone());
        if !parent.is_empty() {
            self.take(&parent);
        }
        added
    }
}
