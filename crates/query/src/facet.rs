//! The dimensions whose values stand in a table, and how each kind of value answers.

use crate::column::{Builder, Column, Gap};
use crate::region::Regions;
use crate::segment::{Segment, alternatives};
use crate::{Answer, Value, tree::Tree};
use index::{ActorEntry, Corpus, NONE, Packed, Role};
use std::collections::HashMap;
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
        self.tree.slot_of(value).map_or(Answer::No, |slot| self.own.answer(row, slot))
    }
}

/// The values of one statement as they are read: entry (or nobody) and group.
type Entries<'a> = &'a mut dyn Iterator<Item = (u32, u16)>;

/// Turns statements' lists of values into a column.
struct Reading<'a> {
    tree: &'a Tree,
    /// What an entry answers to the table.
    answers: &'a dyn Fn(u32) -> Vec<Segment>,
    /// Whether an entry's answers may meet those of entries under another root.
    reaches_out: &'a dyn Fn(u32) -> bool,
    builder: Builder,
    /// The part of each entry that stands alone, of each list that does not, and of each gap.
    of_entry: Vec<u32>,
    of_list: HashMap<Vec<(u32, u16)>, u32>,
    of_gap: [u32; 2],
    list: Vec<(u32, u16)>,
}

impl<'a> Reading<'a> {
    fn new(
        tree: &'a Tree,
        rows: usize,
        answers: &'a dyn Fn(u32) -> Vec<Segment>,
        reaches_out: &'a dyn Fn(u32) -> bool,
    ) -> Self {
        Self {
            tree,
            answers,
            reaches_out,
            builder: Builder::new(rows),
            of_entry: vec![NONE; tree.len() as usize],
            of_list: HashMap::new(),
            of_gap: [NONE; 2],
            list: Vec::new(),
        }
    }

    /// The next statement.
    fn row(&mut self, entries: Entries, gap: Gap) {
        self.list.clear();
        if gap == Gap::Missing {
            self.gap(gap);
        } else {
            self.list.extend(entries);
            if self.is_plain() {
                for at in 0..self.list.len() {
                    self.entry(self.list[at].0);
                }
            } else {
                self.joined();
            }
            if gap == Gap::Unnamed {
                self.gap(gap);
            }
        }
        self.builder.next();
    }

    /// Whether all entries are definite and none of their answers meet.
    fn is_plain(&self) -> bool {
        let alone = |at: usize, (entry, group): (u32, u16)| {
            let apart =
                |&(other, its): &(u32, u16)| its != group && self.tree.root(other) != self.tree.root(entry);
            self.list.iter().take(at).all(apart)
        };
        match self.list.as_slice() {
            [(entry, _)] => *entry != NONE,
            list => {
                let known = |entry: u32| entry != NONE && !(self.reaches_out)(entry);
                list.iter().enumerate().all(|(at, &pair)| known(pair.0) && alone(at, pair))
            }
        }
    }

    fn entry(&mut self, entry: u32) {
        let Some(known) = self.of_entry.get_mut(entry as usize) else { return };
        if *known == NONE {
            *known = self.builder.part(&(self.answers)(entry), Gap::None);
        }
        self.builder.hold(*known);
    }

    /// One part for all entries together.
    fn joined(&mut self) {
        let part = self.of_list.get(&self.list).copied().unwrap_or_else(|| {
            let groups = grouped(self.list.iter().map(|&(entry, group)| (group, (self.answers)(entry))));
            let mut all: Vec<Segment> = Vec::new();
            for group in &groups {
                match group.as_slice() {
                    [definite] => all.extend(definite),
                    several => all.extend(alternatives(several)),
                }
            }
            let part = self.builder.part(&all, Gap::None);
            self.of_list.insert(self.list.clone(), part);
            part
        });
        self.builder.hold(part);
    }

    fn gap(&mut self, gap: Gap) {
        let known = &mut self.of_gap[usize::from(gap == Gap::Missing)];
        if *known == NONE {
            let none = Segment::at(self.tree.len(), Answer::Match);
            let segments: &[Segment] = if gap == Gap::Missing { &[none] } else { &[] };
            *known = self.builder.part(segments, gap);
        }
        self.builder.hold(*known);
    }
}

fn gap_of(is_empty: bool) -> Gap {
    if is_empty { Gap::Missing } else { Gap::None }
}

/// The facet of plain values: kinds and publishers.
pub fn labels(tree: Arc<Tree>, lists: &Packed<u32>) -> Facet {
    let answers = |entry| at_or_above(&tree, entry);
    let mut reading = Reading::new(&tree, lists.len(), &answers, &|_| false);
    lists.each(&mut |list| reading.row(&mut list.iter().copied().zip(0..), gap_of(list.is_empty())));
    let column = reading.builder.finish();
    Facet::new(tree, column)
}

/// The facet of those who say so.
pub fn speakers(tree: Arc<Tree>, corpus: &Corpus) -> Facet {
    let lists = &corpus.statements.speakers;
    let answers = |entry| at_or_above(&tree, entry);
    let mut reading = Reading::new(&tree, lists.len(), &answers, &|_| false);
    lists.each(&mut |list| {
        people(&mut reading, &mut list.iter().map(|entry| (entry.actor, true, entry.group)));
    });
    let column = reading.builder.finish();
    Facet::new(tree, column)
}

/// How many sets of roles there are that are not all of them.
const SETS: usize = (1 << Role::ALL.len()) - 1;

/// The facets of actors, one per set of roles, each made when it is first asked for.
#[derive(Debug)]
pub struct Actors {
    tree: Arc<Tree>,
    by_roles: [OnceLock<Facet>; SETS],
}

impl Actors {
    /// Over a table's tree.
    pub fn new(tree: Arc<Tree>) -> Self {
        Self { tree, by_roles: Default::default() }
    }

    /// The facet of actors in one of `roles`; empty: in any.
    pub fn in_roles(&self, roles: &[Role], lists: &Packed<ActorEntry>) -> &Facet {
        let set = roles.iter().fold(0, |set, &role| set | 1 << (role as usize)) & SETS;
        // All roles are as good as any.
        self.by_roles[set % SETS].get_or_init(|| self.make(roles, lists))
    }

    fn make(&self, roles: &[Role], lists: &Packed<ActorEntry>) -> Facet {
        let answers = |entry| at_or_above(&self.tree, entry);
        let mut reading = Reading::new(&self.tree, lists.len(), &answers, &|_| false);
        let in_role = |role: Role| roles.is_empty() || roles.contains(&role);
        lists.each(&mut |list| {
            let mut entries = list.iter().map(|entry| (entry.actor, in_role(entry.role), entry.group));
            people(&mut reading, &mut entries);
        });
        let column = reading.builder.finish();
        Facet::new(Arc::clone(&self.tree), column)
    }
}

/// A statement's actors, given as (actor, whether its role counts, group).
fn people(reading: &mut Reading, entries: &mut dyn Iterator<Item = (u32, bool, u16)>) {
    let (mut named, mut unnamed) = (false, false);
    let mut list: [(u32, u16); 8] = [(NONE, 0); 8];
    let mut more: Vec<(u32, u16)> = Vec::new();
    let mut len = 0;
    for (actor, counts, group) in entries {
        named |= counts && actor != NONE;
        unnamed |= counts && actor == NONE;
        let entry = (if counts { actor } else { NONE }, group);
        match list.get_mut(len) {
            Some(place) => *place = entry,
            None => more.push(entry),
        }
        len += 1;
    }
    let gap = match (named, unnamed) {
        (false, _) => Gap::Missing,
        (true, true) => Gap::Unnamed,
        (true, false) => Gap::None,
    };
    let few = list.iter().take(len).chain(&more).copied();
    reading.row(&mut few.into_iter(), gap);
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
    let regions = Regions::new(&corpus.places);
    let answers = |entry| regions.answers(&tree, entry);
    let reaches_out = |entry| regions.reach(&tree, entry);
    let mut reading = Reading::new(&tree, lists.len(), &answers, &reaches_out);
    lists.each(&mut |list| {
        reading.row(&mut list.iter().map(|entry| (entry.place, entry.group)), gap_of(list.is_empty()));
    });
    let column = reading.builder.finish();
    Facet::new(tree, column)
}
