//! Rosters: the entries of `actors.csv` and its like as they come in, with the ids of their parents.

use crate::diagnostic::{Diagnostics, Origin};
use crate::names::names;
use crate::register::Register;
use crate::table::{Row, shown};
use crate::tree::{Node, arrange};
use index::Name;

/// Entries by their position of arrival.
#[derive(Debug)]
pub(crate) struct Roster<T> {
    /// The entries.
    pub items: Vec<T>,
    /// Their ids and names.
    pub register: Register,
    parents: Vec<String>,
    origins: Vec<Origin>,
}

impl<T> Default for Roster<T> {
    fn default() -> Self {
        Self { items: Vec::new(), register: Register::default(), parents: Vec::new(), origins: Vec::new() }
    }
}

/// What every listed entry has.
pub(crate) struct Head {
    /// Stable id.
    pub id: String,
    /// Names, the one shown first.
    pub names: Vec<Name>,
    /// Id of the parent, or empty.
    pub parent: String,
    /// Where it stands.
    pub origin: Origin,
}

impl Head {
    /// Reads id, name, names and parent of a row; nothing where the row has no id.
    pub fn of(row: &Row, language: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let id = row.get("id").to_owned();
        if id.is_empty() {
            diagnostics.left_out(
                &row.origin,
                "The row has no id; it is left out",
                "Give it a short, stable id",
            );
            return None;
        }
        if row.get("name").is_empty() {
            let what = format!("“{}” has no name; its id is shown", shown(&id));
            diagnostics.warning(&row.origin, what, "Fill in the column name");
        }
        let name = if row.get("name").is_empty() { &id } else { row.get("name") };
        let language = match row.get("name_lang") {
            "" => language,
            // BCP 47 for a language that is not known.
            "und" => "",
            lang => lang,
        };
        let names = names(name, row.get("names"), language);
        Some(Self { names, parent: row.get("parent").to_owned(), origin: row.origin.clone(), id })
    }
}

impl<T> Roster<T> {
    /// Adds an entry, or reports that its id is taken and leaves it out.
    pub fn list(&mut self, head: Head, item: T, diagnostics: &mut Diagnostics) {
        let origin = head.origin.clone();
        let id = shown(&head.id);
        if self.add(head, item).is_none() {
            let what = format!("The id “{id}” is taken by an earlier row; this row is left out");
            diagnostics.left_out(&origin, what, "Give one of the two another id");
        }
    }

    /// Adds an entry and gives its position; nothing where its id is taken.
    pub fn add(&mut self, head: Head, item: T) -> Option<u32> {
        if !self.register.add(&head.id, &head.names) {
            return None;
        }
        self.items.push(item);
        self.parents.push(head.parent);
        self.origins.push(head.origin);
        Some(self.items.len() as u32 - 1)
    }

    /// The ids of parents that are not there.
    pub fn missing_parents(&self) -> Vec<String> {
        let missing = |id: &&String| !id.is_empty() && self.register.by_id(id).is_none();
        self.parents.iter().filter(missing).cloned().collect()
    }

    /// The id of an entry's parent, or empty.
    pub fn parent(&self, at: u32) -> &str {
        self.parents.get(at as usize).map_or("", String::as_str)
    }

    /// Where an entry was written.
    pub fn origin(&self, at: usize) -> Option<&Origin> {
        self.origins.get(at)
    }

    /// The entries with parents before children, and where each went. `what` names them in diagnostics.
    pub fn settle(
        self,
        ids: impl Fn(&T) -> &str,
        set_parent: impl Fn(&mut T, u32),
        what: &str,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<T>, Vec<u32>) {
        let with_parents = self.items.iter().zip(&self.parents).zip(&self.origins);
        let node = |((item, parent), origin)| Node { id: ids(item), parent, origin };
        let nodes: Vec<Node> = with_parents.map(|((i, p), o)| node(((i, p.as_str()), o))).collect();
        let tree = arrange(&nodes, what, diagnostics);
        let mut old: Vec<Option<T>> = self.items.into_iter().map(Some).collect();
        let mut settled = Vec::with_capacity(old.len());
        for (&at, &parent) in tree.order.iter().zip(&tree.parents) {
            if let Some(mut item) = old.get_mut(at as usize).and_then(Option::take) {
                set_parent(&mut item, parent);
                settled.push(item);
            }
        }
        (settled, tree.moved)
    }
}
