//! Shared lines out of polygons that repeat their borders.
//!
//! Where two neighbors' polygons go through the same points, the stretch between is one line. Lines end
//! where a point has other neighbors in one polygon than in another. Points count as the same where they
//! are the same to a millionth of a degree, which they are in Natural Earth's divisions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A point of a polygon, in millionths of a degree: longitude, latitude.
pub type Fine = (i32, i32);

/// Lines, and for every outline the lines around it.
pub struct Topology {
    /// Every line, once, in the order of its points.
    pub lines: Vec<Vec<Fine>>,
    /// For every outline that was given, in its order: the lines that it has an odd number of times.
    pub outlines: Vec<Vec<u32>>,
}

/// Finds the lines of `outlines`, each a set of closed rings (with or without the first point repeated).
pub fn topology(outlines: &[Vec<Vec<Fine>>]) -> Topology {
    let outlines: Vec<Vec<Vec<Fine>>> =
        outlines.iter().map(|rings| rings.iter().map(|ring| tidy(ring)).collect()).collect();
    let meetings = meetings(outlines.iter().flatten());
    let cut = |rings: &Vec<Vec<Fine>>| -> Vec<Vec<Fine>> {
        rings.iter().flat_map(|ring| cut_at(ring, &meetings)).map(one_way).collect()
    };
    let cut: Vec<Vec<Vec<Fine>>> = outlines.iter().map(cut).collect();
    let all: BTreeSet<&Vec<Fine>> = cut.iter().flatten().collect();
    let place: BTreeMap<&Vec<Fine>, u32> = all.iter().copied().zip(0..).collect();
    let numbers = |lines: &Vec<Vec<Fine>>| lines.iter().filter_map(|line| place.get(line).copied()).collect();
    let outlines = cut.iter().map(|lines| crate::odd(numbers(lines))).collect();
    Topology { lines: all.into_iter().cloned().collect(), outlines }
}

/// The ring without repeated points; nothing where fewer than three are left.
fn tidy(ring: &[Fine]) -> Vec<Fine> {
    let mut ring = ring.to_vec();
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    if ring.len() < 3 { Vec::new() } else { ring }
}

/// Points with other neighbors in one ring than in another.
fn meetings<'a>(rings: impl Iterator<Item = &'a Vec<Fine>>) -> BTreeSet<Fine> {
    let mut seen: HashMap<Fine, (Fine, Fine)> = HashMap::new();
    let mut meetings = BTreeSet::new();
    for ring in rings {
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        let after = ring.iter().cycle().skip(1);
        for ((spot, before), after) in ring.iter().zip(before).zip(after) {
            let sides = (*before.min(after), *before.max(after));
            if *seen.entry(*spot).or_insert(sides) != sides {
                meetings.insert(*spot);
            }
        }
    }
    meetings
}

/// The ring's stretches between meetings; a ring without any is one closed stretch from its least point.
fn cut_at(ring: &[Fine], meetings: &BTreeSet<Fine>) -> Vec<Vec<Fine>> {
    let start = ring.iter().position(|spot| meetings.contains(spot));
    let least = || ring.iter().enumerate().min_by_key(|(_, spot)| **spot).map(|(at, _)| at);
    let Some(start) = start.or_else(least) else { return Vec::new() };
    let mut stretches = Vec::new();
    let mut stretch: Vec<Fine> = Vec::new();
    for spot in ring.iter().cycle().skip(start).take(ring.len() + 1) {
        stretch.push(*spot);
        if stretch.len() > 1 && meetings.contains(spot) {
            stretches.push(std::mem::replace(&mut stretch, vec![*spot]));
        }
    }
    if stretch.len() > 1 {
        stretches.push(stretch);
    }
    stretches
}

/// The line in the one of its two directions that sorts first, so that both neighbors' copies are equal.
fn one_way(line: Vec<Fine>) -> Vec<Fine> {
    let back: Vec<Fine> = line.iter().rev().copied().collect();
    line.min(back)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_squares_share_a_side() {
        let west = vec![vec![(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]];
        let east = vec![vec![(10, 0), (20, 0), (20, 10), (10, 10)]];
        let island = vec![vec![(50, 50), (60, 50), (60, 60)]];
        let got = topology(&[west, east, island]);
        assert_eq!(got.lines.len(), 4);
        let shared: Vec<&u32> =
            got.outlines[0].iter().filter(|line| got.outlines[1].contains(line)).collect();
        assert_eq!(shared.len(), 1);
        assert_eq!(got.lines[*shared[0] as usize], [(10, 0), (10, 10)]);
        assert_eq!(got.outlines[2].len(), 1);
    }

    #[test]
    fn a_hole_and_what_fills_it_share_a_ring() {
        let hole = vec![(3, 3), (7, 3), (7, 7), (3, 7)];
        let turned = vec![(7, 7), (7, 3), (3, 3), (3, 7)];
        let got = topology(&[vec![vec![(0, 0), (10, 0), (10, 10), (0, 10)], hole], vec![turned]]);
        assert_eq!(got.lines.len(), 2);
        assert_eq!(got.outlines[1].len(), 1);
        assert!(got.outlines[0].contains(&got.outlines[1][0]));
    }

    #[test]
    fn rings_of_too_few_points_vanish() {
        let got = topology(&[vec![vec![(0, 0), (1, 1), (0, 0)], vec![]]]);
        assert!(got.lines.is_empty() && got.outlines == [Vec::<u32>::new()]);
    }
}
