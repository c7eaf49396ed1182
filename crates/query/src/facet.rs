//! The dimensions whose values stand in a table, and how each kind of value answers.

use crate::profile::{Column, Gap, Groups, intern};
use crate::region::Regions;
use crate::segment::Segment;
use crate::{Answer, Counts, FacetRow, Value, tree::Tree};
use index::{ActorEntry, Corpus, Lists, NONE, Role};
use std::sync::{Arc, OnceLock};

/// A dimension with a facet, ready to be asked.
#[derive(Debug)]
pub struct Facet {
    /// The table's tree.
    pub tree: Arc<Tree>,
    /// Statements by what they say themselves.
    pub own: Column,
    lifted: OnceLock<Column>,
}

impl Facet {
    fn new(tree: Arc<Tree>, own: Column) -> Self {
        Self { tree, own, lifted: OnceLock::new() }
    }

    /// Statements by the best of what their report says.
    pub fn lifted(&self, units: &[u32], unit_count: usize) -> &Column {
        self.lifted.get_or_init(|| self.own.lifted(units, unit_count))
    }

    /// A statement's own answer to one value.
    pub fn answer(&self, row: usize, value: Value) -> Answer {
        let slot = match value {
            Value::Entry(entry) => self.tree.slot(entry),
            Value::Missing => Some(self.tree.len()),
        };
        slot.map_or(Answer::No, |slot| self.own.answer(row, slot))
    }

    /// Rows in the table's order, `(none)` last, without those that are `hidden`.
    pub fn rows(&self, counts: &[Counts], hidden: impl Fn(u32) -> bool) -> Vec<FacetRow> {
        let row = |value, slot: u32| FacetRow { value, counts: counts[slot as usize] };
        let entries = (0..self.tree.len()).filter(|&entry| !hidden(entry));
        let mut rows: Vec<FacetRow> = entries
            .filter_map(|entry| self.tree.slot(entry).map(|slot| row(Value::Entry(entry), slot)))
            .collect();
        rows.push(row(Value::Missing, self.tree.len()));
        rows
    }
}

/// The facet of plain values: kinds and publishers.
pub fn labels(tree: Arc<Tree>, lists: &Lists<u32>) -> Facet {
    let (of_row, examples) = intern(lists);
    let mut column = Column::new(of_row);
    for row in examples {
        let groups: Groups = lists.get(row).iter().map(|&value| vec![at_or_above(&tree, value)]).collect();
        let gap = if groups.is_empty() { Gap::Missing } else { Gap::None };
        column.push(&groups, gap, tree.len());
    }
    Facet::new(tree, column)
}

/// The facet of those who say so.
pub fn speakers(tree: Arc<Tree>, corpus: &Corpus) -> Facet {
    let lists = &corpus.statements.speakers;
    let (of_row, examples) = intern(lists);
    let mut column = Column::new(of_row);
    for row in examples {
        let entries = lists.get(row).iter().map(|entry| (entry.actor, true, entry.group));
        let (groups, gap) = people(&tree, entries);
        column.push(&groups, gap, tree.len());
    }
    Facet::new(tree, column)
}

/// The facets of actors, one per set of roles, each made when it is first asked for.
#[derive(Debug)]
pub struct Actors {
    /// The table's tree.
    pub tree: Arc<Tree>,
    of_row: Arc<Vec<u32>>,
    examples: Vec<usize>,
    by_roles: [OnceLock<Facet>; 15],
}

impl Actors {
    /// Sorts the statements by their actors.
    pub fn new(tree: Arc<Tree>, lists: &Lists<ActorEntry>) -> Self {
        let (of_row, examples) = intern(lists);
        Self { tree, of_row, examples, by_roles: Default::default() }
    }

    /// The facet of actors in one of `roles`; empty: in any.
    pub fn in_roles(&self, roles: &[Role], lists: &Lists<ActorEntry>) -> &Facet {
        let set = roles.iter().fold(0, |set, &role| set | 1 << (role as usize)) & 15;
        // All four roles are as good as any.
        self.by_roles[set % 15].get_or_init(|| self.make(roles, lists))
    }

    fn make(&self, roles: &[Role], lists: &Lists<ActorEntry>) -> Facet {
        let mut column = Column::new(Arc::clone(&self.of_row));
        for &row in &self.examples {
            let in_role = |role: Role| roles.is_empty() || roles.contains(&role);
            let entries = lists.get(row).iter().map(|entry| (entry.actor, in_role(entry.role), entry.group));
            let (groups, gap) = people(&self.tree, entries);
            column.push(&groups, gap, self.tree.len());
        }
        Facet::new(Arc::clone(&self.tree), column)
    }
}

/// Groups of actors given as (actor, whether its role counts, group), and what they leave unsaid.
fn people(tree: &Tree, entries: impl Iterator<Item = (u32, bool, u16)>) -> (Groups, Gap) {
    let (mut named, mut unnamed) = (false, false);
    let entries = entries.map(|(actor, counts, group)| {
        named |= counts && actor != NONE;
        unnamed |= counts && actor == NONE;
        (group, if counts { at_or_above(tree, actor) } else { Vec::new() })
    });
    let groups = grouped(entries);
    let gap = match (named, unnamed) {
        (false, _) => Gap::Missing,
        (true, true) => Gap::Unnamed,
        (true, false) => Gap::None,
    };
    (groups, gap)
}

/// An entry matches itself and all above it.
fn at_or_above(tree: &Tree, entry: u32) -> Vec<Segment> {
    tree.upward(entry)
        .filter_map(|above| tree.slot(above))
        .map(|slot| Segment::at(slot, Answer::Match))
        .collect()
}

/// Gathers alternatives by their group's number, wherever they stand in the list.
pub fn grouped<T>(entries: impl Iterator<Item = (u16, T)>) -> Vec<Vec<T>> {
    let mut numbers: Vec<u16> = Vec::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for (number, value) in entries {
        match numbers.iter().position(|&known| known == number).and_then(|at| groups.get_mut(at)) {
            Some(group) => group.push(value),
            None => {
                numbers.push(number);
                groups.push(vec![value]);
            }
        }
    }
    groups
}

/// The facet of places.
pub fn places(tree: Arc<Tree>, corpus: &Corpus) -> Facet {
    let lists = &corpus.statements.places;
    let (of_row, examples) = intern(lists);
    let regions = Regions::new(&corpus.places);
    let mut column = Column::new(of_row);
    for row in examples {
        let entries = lists.get(row).iter().map(|entry| (entry.group, regions.answers(&tree, entry.place)));
        let groups = grouped(entries);
        let gap = if groups.is_empty() { Gap::Missing } else { Gap::None };
        column.push(&groups, gap, tree.len());
    }
    Facet::new(tree, column)
}
