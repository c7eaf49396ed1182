//! What a place answers to every place: the tree, and regions that cut across it.
//!
//! A place *matches* itself, all above it, and the regions that cover it or something above it. It *may match*
//! all below it; and where it is a region, whatever it covers or overlaps, with all above and below that.

use crate::segment::Segment;
use crate::{Answer, tree::Tree};
use index::{Coverage, Place};

/// Which regions cover each place, and what each region reaches.
pub struct Regions<'a> {
    places: &'a [Place],
    covered_by: Vec<Vec<u32>>,
}

impl<'a> Regions<'a> {
    /// Reads the regions of a table of places.
    pub fn new(places: &'a [Place]) -> Self {
        let mut covered_by = vec![Vec::new(); places.len()];
        for (region, place) in (0..).zip(places) {
            for cover in place.covers.iter().filter(|cover| cover.coverage == Coverage::Covers) {
                if let Some(list) = covered_by.get_mut(cover.place as usize) {
                    list.push(region);
                }
            }
        }
        Self { places, covered_by }
    }

    /// What a statement at `place` answers to every place; segments may overlap, the best holds.
    pub fn answers(&self, tree: &Tree, place: u32) -> Vec<Segment> {
        let mut segments = Vec::new();
        for above in tree.upward(place) {
            segments.extend(slot(tree, above, Answer::Match));
            let covering = self.covered_by.get(above as usize).into_iter().flatten();
            segments.extend(covering.filter_map(|&region| slot(tree, region, Answer::Match)));
        }
        segments.push(below(tree, place));
        for reached in reached_by(self.places, place) {
            segments.extend(tree.upward(reached).filter_map(|above| slot(tree, above, Answer::MayMatch)));
            segments.push(below(tree, reached));
        }
        segments
    }
}

impl Regions<'_> {
    /// Whether what a place answers may reach beyond its own root.
    pub fn reach(&self, tree: &Tree, place: u32) -> bool {
        let covered = |above: u32| self.covered_by.get(above as usize).is_some_and(|list| !list.is_empty());
        tree.upward(place).any(covered) || reached_by(self.places, place).next().is_some()
    }
}

/// The places that a region covers or overlaps.
fn reached_by(places: &[Place], region: u32) -> impl Iterator<Item = u32> {
    let covers = places.get(region as usize).map(|place| place.covers.as_slice()).unwrap_or_default();
    covers.iter().map(|cover| cover.place)
}

fn slot(tree: &Tree, place: u32, answer: Answer) -> Option<Segment> {
    tree.slot(place).map(|slot| Segment::at(slot, answer))
}

fn below(tree: &Tree, place: u32) -> Segment {
    let range = tree.range(place);
    Segment { start: range.start, end: range.end, answer: Answer::MayMatch }
}
