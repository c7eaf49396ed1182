//! Rows that keep their nodes for as long as their key is among the rows.

use super::Mounted;
use crate::dom;
use crate::each::Row;
use leptos::prelude::Owner;
use std::rc::Rc;
use web_sys::Node;

/// The rows in the page, and the node after the last.
pub struct MountedRows {
    rows: Vec<MountedRow>,
    end: Node,
}

struct MountedRow {
    key: u64,
    part: Mounted,
    /// What the row made lives as long as the row.
    owner: Owner,
    list: Rc<()>,
}

impl MountedRows {
    pub fn build(rows: Vec<Row>) -> Self {
        Self { rows: rows.into_iter().map(MountedRow::build).collect(), end: dom::marker() }
    }

    /// Rows whose key is gone leave, new ones are made, and all stand in the new order. A row is moved only
    /// where it does not already stand before the one that follows it.
    pub fn patch(&mut self, new: Vec<Row>) {
        let same = self.rows.iter().map(|row| row.key).eq(new.iter().map(|row| row.key));
        if same {
            return self.rows.iter_mut().zip(new).for_each(|(old, new)| old.patch(new));
        }
        let mut old: Vec<Option<MountedRow>> = std::mem::take(&mut self.rows).into_iter().map(Some).collect();
        let mut from = 0;
        for row in new {
            let row = match taken(&mut old, row.key, &mut from) {
                Some(mut kept) => {
                    kept.patch(row);
                    kept
                }
                None => MountedRow::build(row),
            };
            self.rows.push(row);
        }
        old.into_iter().flatten().for_each(|row| row.part.remove());
        self.arrange();
    }

    fn arrange(&self) {
        let Some(parent) = self.end.parent_node() else { return };
        let mut anchor = self.end.clone();
        for row in self.rows.iter().rev() {
            if row.part.last().next_sibling().as_ref() != Some(&anchor) {
                row.part.place(&parent, Some(&anchor));
            }
            anchor = row.part.first();
        }
    }

    pub fn first(&self) -> Node {
        self.rows.first().map_or_else(|| self.end.clone(), |row| row.part.first())
    }

    pub fn visit(&self, see: &mut dyn FnMut(&Node)) {
        self.rows.iter().for_each(|row| row.part.visit(see));
        see(&self.end);
    }

    pub fn end(&self) -> Node {
        self.end.clone()
    }
}

/// The row of a key, taken from those that are left. Most rows keep their order, so the search begins after the
/// row found last.
fn taken(left: &mut [Option<MountedRow>], key: u64, from: &mut usize) -> Option<MountedRow> {
    let (before, after) = left.split_at_mut((*from).min(left.len()));
    let is = |row: &Option<MountedRow>| row.as_ref().is_some_and(|row| row.key == key);
    if let Some(ahead) = after.iter().position(is) {
        *from += ahead + 1;
        return after.get_mut(ahead)?.take();
    }
    let behind = before.iter().position(is)?;
    before.get_mut(behind)?.take()
}

fn owner_of(row: &Row) -> Owner {
    row.owner.as_ref().map_or_else(Owner::new, |parent| parent.with(Owner::new))
}

impl MountedRow {
    fn build(row: Row) -> Self {
        let owner = owner_of(&row);
        let part = owner.with(|| Mounted::build((row.make)()));
        Self { key: row.key, part, owner, list: row.list }
    }

    fn patch(&mut self, row: Row) {
        let of_another_list = !Rc::ptr_eq(&self.list, &row.list);
        if of_another_list {
            self.owner = owner_of(&row);
            self.list = Rc::clone(&row.list);
        }
        if row.anew || of_another_list {
            let part = &mut self.part;
            self.owner.with_cleanup(|| part.patch((row.make)()));
        }
    }
}
