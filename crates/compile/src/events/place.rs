//! Places of tables: paths from the country down.
//!
//! Spellings of a path that differ only in case are one place, shown in the commonest. Its point is the
//! commonest coordinate of events at the place itself or near it, or, where there are none, of all events
//! there. The same cells mean the same place, so each combination of cells is taken apart once.

use super::cast::collapse;
use super::lookup::{Lookup, append};
use crate::diagnostic::Origin;
use crate::places::ListedPlace;
use crate::roster::{Head, Roster};
use hashbrown::HashMap;
use index::{Level, NONE, Name, Place, Point};
use std::collections::BTreeMap;

/// The places of all tables, as a tree under construction.
#[derive(Default)]
pub(super) struct Paths {
    nodes: Vec<Node>,
    by_name: HashMap<(u32, String), u32>,
    by_cells: Lookup<u32>,
    walks: Vec<Walk>,
    /// Further points, by place.
    points: HashMap<(u32, Spot), u32>,
    key: Vec<u8>,
}

/// A combination of cells: where it leads, over which spellings, and how many rows have it.
struct Walk {
    place: u32,
    steps: Vec<(u32, String)>,
    rows: u32,
    /// The first points met, with their rows; most places have one.
    points: Vec<(Spot, u32)>,
}

/// Near the place or not, latitude, longitude.
type Spot = (bool, i32, i32);

/// How many points a walk keeps by itself.
const POINTS_KEPT: usize = 4;

struct Node {
    parent: u32,
    level: Level,
    /// Whether some event is at the place or near it.
    is_spot: bool,
}

/// A step of a path: the cell, and the level of what it names.
pub(super) type Step<'c> = (&'c str, Level);

impl Paths {
    /// The place that a path leads to, added where it is new; nothing where no step names anything. Steps that
    /// are empty or repeat the one before are left out.
    pub fn add(&mut self, steps: &[Step], point: Option<Point>, near: bool) -> Option<u32> {
        self.key.clear();
        for (cell, level) in steps {
            append(&mut self.key, cell);
            self.key.push(*level as u8);
        }
        let walk = match self.by_cells.get(&self.key) {
            Some(walk) => walk,
            None => {
                let walk = self.walk(steps);
                self.by_cells.insert(&self.key, self.walks.len() as u32);
                self.walks.push(walk);
                self.walks.len() as u32 - 1
            }
        };
        let walk = self.walks.get_mut(walk as usize)?;
        walk.rows += 1;
        let place = walk.place;
        let node = self.nodes.get_mut(place as usize)?;
        node.is_spot |= near;
        let Some(point) = point else { return Some(place) };
        let spot = (near, point.lat, point.lon);
        if let Some((_, rows)) = walk.points.iter_mut().find(|(other, _)| *other == spot) {
            *rows += 1;
        } else if walk.points.len() < POINTS_KEPT {
            walk.points.push((spot, 1));
        } else {
            *self.points.entry((place, spot)).or_default() += 1;
        }
        Some(place)
    }

    fn walk(&mut self, steps: &[Step]) -> Walk {
        let (mut place, mut before, mut taken) = (NONE, String::new(), Vec::new());
        for &(cell, level) in steps {
            let spelling = collapse(cell);
            let folded = spelling.to_lowercase();
            if folded.is_empty() || folded == before {
                continue;
            }
            place = self.step(place, level, folded.clone());
            taken.push((place, spelling));
            before = folded;
        }
        Walk { place, steps: taken, rows: 0, points: Vec::new() }
    }

    fn step(&mut self, parent: u32, level: Level, folded: String) -> u32 {
        let next = self.nodes.len() as u32;
        let at = *self.by_name.entry((parent, folded)).or_insert(next);
        if at == next {
            self.nodes.push(Node { parent, level, is_spot: false });
        } else if let Some(node) = self.nodes.get_mut(at as usize) {
            node.level = node.level.min(level);
        }
        at
    }

    /// Puts the places into the roster; gives the position of each there. A place that the publisher lists
    /// under the path as its id, or under one of its spellings below the same parent, is that place.
    pub fn settle(self, roster: &mut Roster<ListedPlace>) -> Vec<u32> {
        let spellings = self.spellings();
        let points = self.spots();
        let listed = roster.items.len() as u32;
        let mut positions: Vec<u32> = Vec::with_capacity(self.nodes.len());
        for ((node, spellings), point) in self.nodes.iter().zip(&spellings).zip(points) {
            // A node is made after its parent, so the parent's position is known.
            let parent = positions.get(node.parent as usize).copied().unwrap_or(NONE);
            let above = roster.items.get(parent as usize).map_or("", |parent| &parent.place.id).to_owned();
            let name = commonest(spellings).map_or("", |name| name);
            let path = path(&above, name);
            let known = roster.register.by_id(&path).or_else(|| named(roster, listed, &above, spellings));
            let at =
                known.unwrap_or_else(|| add(roster, &path, &above, name.to_owned(), node.level(), point));
            positions.push(at);
        }
        positions
    }

    /// The spellings of each node, and how many rows have each.
    fn spellings(&self) -> Vec<BTreeMap<&str, u32>> {
        let mut spellings: Vec<BTreeMap<&str, u32>> = self.nodes.iter().map(|_| BTreeMap::new()).collect();
        for walk in &self.walks {
            for (node, spelling) in &walk.steps {
                if let Some(counts) = spellings.get_mut(*node as usize) {
                    *counts.entry(spelling).or_default() += walk.rows;
                }
            }
        }
        spellings
    }

    /// The commonest point of each node, of events at it or near it where there are any.
    fn spots(&self) -> Vec<Option<Point>> {
        let mut points: Vec<[BTreeMap<(i32, i32), u32>; 2]> =
            self.nodes.iter().map(|_| Default::default()).collect();
        let kept = self
            .walks
            .iter()
            .flat_map(|walk| walk.points.iter().map(|&(spot, rows)| (walk.place, spot, rows)));
        let further = self.points.iter().map(|(&(place, spot), &rows)| (place, spot, rows));
        for (node, (near, lat, lon), rows) in kept.chain(further) {
            if let Some([at, within]) = points.get_mut(node as usize) {
                let counts = if near { at } else { within };
                *counts.entry((lat, lon)).or_default() += rows;
            }
        }
        let point = |&(lat, lon): &(i32, i32)| Point { lat, lon };
        points.iter().map(|[at, within]| commonest(at).or(commonest(within)).map(point)).collect()
    }
}

fn path(above: &str, name: &str) -> String {
    if above.is_empty() { name.to_owned() } else { format!("{above} > {name}") }
}

/// The place below `above` that the publisher lists under one of these spellings.
fn named(
    roster: &Roster<ListedPlace>,
    listed: u32,
    above: &str,
    spellings: &BTreeMap<&str, u32>,
) -> Option<u32> {
    let bears = |at: &u32, spelling: &str| {
        let place = roster.items.get(*at as usize);
        place.is_some_and(|listed| listed.place.names.iter().any(|name| name.text == spelling))
    };
    let found = |spelling: &&str| {
        let bearers = roster.register.bearers(spelling).iter().copied();
        bearers.filter(|at| *at < listed && roster.parent(*at) == above).find(|at| bears(at, spelling))
    };
    spellings.keys().find_map(found)
}

fn add(
    roster: &mut Roster<ListedPlace>,
    path: &str,
    above: &str,
    name: String,
    level: Level,
    point: Option<Point>,
) -> u32 {
    let names = vec![Name { text: name, lang: String::new() }];
    let origin = Origin::whole(&crate::places::FILE.into());
    let head = Head { id: path.to_owned(), names: names.clone(), parent: above.to_owned(), origin };
    let place =
        Place { id: path.to_owned(), names, level, parent: NONE, point, area: NONE, ..Place::default() };
    roster.add(head, ListedPlace { place, ..ListedPlace::default() }).unwrap_or(NONE)
}

impl Node {
    /// A place below the divisions is a town where some event is at it or near it, else a stretch of land.
    fn level(&self) -> Level {
        match self.level {
            Level::Town if !self.is_spot => Level::Region,
            level => level,
        }
    }
}

/// The key with the highest count; of several, the first.
fn commonest<K: Ord>(counts: &BTreeMap<K, u32>) -> Option<&K> {
    let best = counts.values().max()?;
    counts.iter().find(|(_, count)| *count == best).map(|(key, _)| key)
}
