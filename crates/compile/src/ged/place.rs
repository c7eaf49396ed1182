//! Places of UCDP GED: paths from the country down, as deep as `where_prec` says.
//!
//! Spellings of a path that differ only in case are one place, shown in the commonest. Its point is the
//! commonest coordinate of events that UCDP puts at the place itself or near it, or, where there are none, of
//! all events there.

use super::collapse;
use super::row::Event;
use crate::diagnostic::Origin;
use crate::places::ListedPlace;
use crate::roster::{Head, Roster};
use index::{Level, NONE, Name, Place, Point};
use std::collections::{BTreeMap, HashMap};

/// The places of all tables, as a tree under construction.
#[derive(Default)]
pub(super) struct Paths {
    nodes: Vec<Node>,
    by_name: HashMap<(u32, String), u32>,
}

struct Node {
    parent: u32,
    /// Which step of the path it is, 0 being the country.
    depth: usize,
    spellings: BTreeMap<String, u32>,
    /// Coordinates of events at the place or near it, and how many there are of each.
    at: BTreeMap<Point4, u32>,
    /// Coordinates of all other events.
    within: BTreeMap<Point4, u32>,
}

/// Latitude and longitude, in the order that ties are broken by.
type Point4 = (i32, i32);

impl Paths {
    /// The place of an event, added where it is new; nothing where the row names no place.
    pub fn add(&mut self, event: &Event) -> Option<u32> {
        let depth = match event.where_prec {
            6 => 1,
            4 => 2,
            3 => 3,
            _ => 4,
        };
        let mut at = NONE;
        let mut before = String::new();
        for (depth, step) in event.path.iter().take(depth).enumerate() {
            let step = collapse(step);
            let folded = step.to_lowercase();
            if folded.is_empty() || folded == before {
                continue;
            }
            at = self.step(at, depth, step, &folded);
            before = folded;
        }
        self.place_point(at, event);
        (at != NONE).then_some(at)
    }

    fn step(&mut self, parent: u32, depth: usize, spelling: String, folded: &str) -> u32 {
        let next = self.nodes.len() as u32;
        let at = *self.by_name.entry((parent, folded.to_owned())).or_insert(next);
        if at == next {
            let (spellings, maps) = (BTreeMap::new(), (BTreeMap::new(), BTreeMap::new()));
            self.nodes.push(Node { parent, depth, spellings, at: maps.0, within: maps.1 });
        }
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.depth = node.depth.min(depth);
            *node.spellings.entry(spelling).or_default() += 1;
        }
        at
    }

    fn place_point(&mut self, at: u32, event: &Event) {
        let Some((node, point)) = self.nodes.get_mut(at as usize).zip(event.point) else { return };
        let points = if matches!(event.where_prec, 1 | 2) { &mut node.at } else { &mut node.within };
        *points.entry((point.lat, point.lon)).or_default() += 1;
    }

    /// Puts the places into the roster; gives the position of each there.
    pub fn settle(self, roster: &mut Roster<ListedPlace>) -> Vec<u32> {
        let mut positions: Vec<u32> = Vec::with_capacity(self.nodes.len());
        let mut paths: Vec<String> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            // A node is made after its parent, so the parent's path is known.
            let above = paths.get(node.parent as usize).cloned().unwrap_or_default();
            let name = node.name();
            let path = if above.is_empty() { name.to_owned() } else { format!("{above} > {name}") };
            let known = roster.register.by_id(&path);
            positions.push(known.unwrap_or_else(|| add(roster, &path, &above, node)));
            paths.push(path);
        }
        positions
    }
}

fn add(roster: &mut Roster<ListedPlace>, path: &str, above: &str, node: &Node) -> u32 {
    let names = vec![Name { text: node.name().to_owned(), lang: String::new() }];
    let origin = Origin::whole(&crate::places::FILE.into());
    let head = Head { id: path.to_owned(), names: names.clone(), parent: above.to_owned(), origin };
    let (level, point) = (node.level(), node.point());
    let place =
        Place { id: path.to_owned(), names, level, parent: NONE, point, area: NONE, ..Place::default() };
    roster.add(head, ListedPlace { place, ..ListedPlace::default() }).unwrap_or(NONE)
}

impl Node {
    fn name(&self) -> &str {
        commonest(&self.spellings).map_or("", String::as_str)
    }

    /// A place below the divisions is a town where some event is at it or near it, else a stretch of land.
    fn level(&self) -> Level {
        match self.depth {
            0 => Level::Country,
            1 => Level::Admin1,
            2 => Level::Admin2,
            _ if self.at.is_empty() => Level::Region,
            _ => Level::Town,
        }
    }

    fn point(&self) -> Option<Point> {
        let points = if self.at.is_empty() { &self.within } else { &self.at };
        commonest(points).map(|&(lat, lon)| Point { lat, lon })
    }
}

/// The key with the highest count; of several, the first.
fn commonest<K: Ord>(counts: &BTreeMap<K, u32>) -> Option<&K> {
    let best = counts.values().max()?;
    counts.iter().find(|(_, count)| *count == best).map(|(key, _)| key)
}
