//! The cast of a table: its cells as actors, publishers and kinds, each cell looked up once.

use super::lookup::{Lookup, append};
use crate::diagnostic::Origin;
use crate::gather::Gathered;
use crate::roster::Head;
use index::{Actor, ActorKind, Kind, NONE, Name};

/// What cells were found to mean.
#[derive(Default)]
pub(super) struct Cast {
    /// Cells taken as lists of actors; how they are split is the same throughout a table.
    lists: Lookup<Found>,
    /// Cells taken as one actor.
    singles: Lookup<Found>,
    sources: Lookup<Found>,
    kinds: Lookup<Option<u32>>,
    /// What lists were found to hold, one after another.
    pool: Vec<u32>,
    key: Vec<u8>,
}

/// Where in the pool a cell's entries begin and end.
type Found = (u32, u32);

impl Cast {
    /// Forgets cells, because another table may split them otherwise.
    pub fn begin_table(&mut self) {
        self.lists.clear();
        self.singles.clear();
        self.sources.clear();
        self.pool.clear();
    }

    /// The actors that a cell names, split at `separator` unless that is empty, each once; `kind` says what an
    /// actor is that the publisher does not list.
    pub fn actors(
        &mut self,
        cell: &str,
        separator: &str,
        kind: impl Fn(&str) -> ActorKind,
        gathered: &mut Gathered,
    ) -> &[u32] {
        let known = if separator.is_empty() { &mut self.singles } else { &mut self.lists };
        let found = known.get(cell.as_bytes()).unwrap_or_else(|| {
            let all = parts(cell, separator).into_iter().map(|name| actor(&name, kind(&name), gathered));
            let found = add(&mut self.pool, all);
            known.insert(cell.as_bytes(), found);
            found
        });
        self.pool.get(found.0 as usize..found.1 as usize).unwrap_or_default()
    }

    /// The publishers that a cell names, each once.
    pub fn sources(&mut self, cell: &str, separator: &str, gathered: &mut Gathered) -> &[u32] {
        let found = self.sources.get(cell.as_bytes()).unwrap_or_else(|| {
            let all = parts(cell, separator).into_iter().map(|name| {
                let names = vec![Name { text: name.clone(), lang: String::new() }];
                gathered.source(&name, &name, names)
            });
            let found = add(&mut self.pool, all);
            self.sources.insert(cell.as_bytes(), found);
            found
        });
        self.pool.get(found.0 as usize..found.1 as usize).unwrap_or_default()
    }

    /// The kind that cells name from the broadest to the narrowest; empty ones, and those that repeat the one
    /// before, are passed over.
    pub fn kind<'c>(
        &mut self,
        cells: impl Iterator<Item = &'c str> + Clone,
        gathered: &mut Gathered,
    ) -> Option<u32> {
        self.key.clear();
        for cell in cells.clone() {
            append(&mut self.key, cell);
        }
        if let Some(found) = self.kinds.get(&self.key) {
            return found;
        }
        let found = path_of_kinds(cells, gathered);
        self.kinds.insert(&self.key, found);
        found
    }
}

fn path_of_kinds<'c>(cells: impl Iterator<Item = &'c str>, gathered: &mut Gathered) -> Option<u32> {
    let (mut id, mut last, mut found) = (String::new(), String::new(), None);
    for cell in cells {
        let name = collapse(cell);
        if name.is_empty() || name == last {
            continue;
        }
        let parent = id.clone();
        id = if parent.is_empty() { name.clone() } else { format!("{parent} > {name}") };
        let names = vec![Name { text: name.clone(), lang: String::new() }];
        found = Some(add_kind(&id, names, &parent, gathered));
        last = name;
    }
    found
}

/// Adds entries to the pool, each once; says where they stand.
fn add(pool: &mut Vec<u32>, entries: impl Iterator<Item = u32>) -> Found {
    let start = pool.len();
    for entry in entries {
        if !pool.get(start..).unwrap_or_default().contains(&entry) {
            pool.push(entry);
        }
    }
    (start as u32, pool.len() as u32)
}

/// The parts of a list cell, blanks trimmed and collapsed, empty ones left out.
fn parts(cell: &str, separator: &str) -> Vec<String> {
    let parts: Vec<&str> = if separator.is_empty() { vec![cell] } else { cell.split(separator).collect() };
    parts.into_iter().map(collapse).filter(|part| !part.is_empty()).collect()
}

/// Without blanks at the ends, and every run of them one blank.
pub(super) fn collapse(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut collapsed = words.next().unwrap_or("").to_owned();
    for word in words {
        collapsed.push(' ');
        collapsed.push_str(word);
    }
    collapsed
}

/// The actor of this very name: one that the publisher lists under it, or the table's own.
fn actor(name: &str, kind: ActorKind, gathered: &mut Gathered) -> u32 {
    let register = &gathered.actors.register;
    if let Some(at) = register.by_id(name) {
        return at;
    }
    let bears = |at: &u32| {
        let actor = gathered.actors.items.get(*at as usize);
        actor.is_some_and(|actor| actor.names.iter().any(|other| other.text == name))
    };
    let listed = register.bearers(name).iter().copied().find(bears);
    listed.unwrap_or_else(|| {
        let names = vec![Name { text: name.to_owned(), lang: String::new() }];
        let origin = Origin::whole(&crate::actors::FILE.into());
        let head = Head { id: name.to_owned(), names: names.clone(), parent: String::new(), origin };
        let actor = Actor { id: name.to_owned(), names, kind, parent: NONE, ..Actor::default() };
        gathered.actors.add(head, actor).unwrap_or(NONE)
    })
}

/// The kind with this id, added where it is new.
pub(super) fn add_kind(id: &str, names: Vec<Name>, parent: &str, gathered: &mut Gathered) -> u32 {
    let kinds = &mut gathered.kinds.roster;
    if let Some(at) = kinds.register.by_id(id) {
        return at;
    }
    let origin = Origin::whole(&crate::kinds::FILE.into());
    let head = Head { id: id.to_owned(), names: names.clone(), parent: parent.to_owned(), origin };
    kinds.add(head, Kind { id: id.to_owned(), names, parent: NONE }).unwrap_or(NONE)
}
