//! Closed rings out of the lines that go around something.

use crate::Spot;
use std::collections::BTreeMap;

/// Joins lines end to end into closed rings (the last point joins the first and is not repeated). Where more
/// than two lines meet, any pairing gives rings that fill the same area by the even-odd rule. A line that
/// nothing continues is closed with a straight line.
pub fn rings_of(lines: &[&[Spot]]) -> Vec<Vec<Spot>> {
    let mut ends = Ends::of(lines);
    let mut used = vec![false; lines.len()];
    let mut rings = Vec::new();
    for start in 0..lines.len() {
        if let Some(ring) = walk(lines, &mut ends, &mut used, start)
            && ring.len() >= 3
        {
            rings.push(ring);
        }
    }
    rings
}

/// The area of a ring, in square units.
pub fn area(ring: &[Spot]) -> f64 {
    let after = ring.iter().cycle().skip(1);
    let twice =
        |(a, b): (&Spot, &Spot)| f64::from(a.lon) * f64::from(b.lat) - f64::from(b.lon) * f64::from(a.lat);
    (ring.iter().zip(after).map(twice).sum::<f64>() / 2.0).abs()
}

/// Which lines begin or end at a spot.
struct Ends(BTreeMap<Spot, Vec<usize>>);

impl Ends {
    fn of(lines: &[&[Spot]]) -> Self {
        let mut ends: BTreeMap<Spot, Vec<usize>> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            for end in [line.first(), line.last()].into_iter().flatten() {
                ends.entry(*end).or_default().push(at);
            }
        }
        Self(ends)
    }

    /// A line at `spot` that was not walked yet.
    fn next(&mut self, spot: Spot, used: &[bool]) -> Option<usize> {
        let here = self.0.get_mut(&spot)?;
        while let Some(line) = here.pop() {
            if used.get(line) == Some(&false) {
                return Some(line);
            }
        }
        None
    }
}

fn walk(lines: &[&[Spot]], ends: &mut Ends, used: &mut [bool], start: usize) -> Option<Vec<Spot>> {
    if used.get(start) != Some(&false) {
        return None;
    }
    let home = lines.get(start)?.first().copied()?;
    let (mut ring, mut here, mut next) = (Vec::new(), home, Some(start));
    while let Some(at) = next {
        *used.get_mut(at)? = true;
        here = append(&mut ring, lines.get(at)?, here)?;
        next = if here == home { None } else { ends.next(here, used) };
    }
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    Some(ring)
}

/// Adds a line that begins or ends at `here`, and says where it leads.
fn append(ring: &mut Vec<Spot>, line: &[Spot], here: Spot) -> Option<Spot> {
    let skip = usize::from(!ring.is_empty());
    if line.first() == Some(&here) {
        ring.extend(line.iter().skip(skip));
        return line.last().copied();
    }
    ring.extend(line.iter().rev().skip(skip));
    line.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(spots: &[(i32, i32)]) -> Vec<Spot> {
        spots.iter().map(|&(lon, lat)| Spot { lon, lat }).collect()
    }

    fn check(lines: &[&[(i32, i32)]], expect: &[f64]) {
        let lines: Vec<Vec<Spot>> = lines.iter().map(|spots| line(spots)).collect();
        let lines: Vec<&[Spot]> = lines.iter().map(Vec::as_slice).collect();
        let areas: Vec<f64> = rings_of(&lines).iter().map(|ring| area(ring)).collect();
        assert_eq!(areas, expect);
    }

    #[test]
    fn lines_become_rings() {
        check(&[&[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]], &[100.0]);
        check(&[&[(0, 0), (10, 0), (10, 10)], &[(0, 0), (0, 10), (10, 10)]], &[100.0]);
        check(&[&[(10, 10), (10, 0), (0, 0)], &[(0, 0), (0, 10), (10, 10)]], &[100.0]);
        check(&[&[(0, 0), (10, 0), (10, 10)]], &[50.0]);
        check(&[&[(0, 0), (10, 0)]], &[]);
        check(&[&[]], &[]);
    }

    proptest! {
        #[test]
        fn any_lines_give_rings_without_repeats(
            lines in prop::collection::vec(prop::collection::vec((0i32..4, 0i32..4), 0..5), 0..8),
        ) {
            let lines: Vec<Vec<Spot>> = lines.iter().map(|spots| line(spots)).collect();
            let views: Vec<&[Spot]> = lines.iter().map(Vec::as_slice).collect();
            let rings = rings_of(&views);
            let points = |lines: &[Vec<Spot>]| lines.iter().map(Vec::len).sum::<usize>();
            prop_assert!(points(&rings) <= points(&lines));
            prop_assert!(rings.iter().all(|ring| ring.len() >= 3));
        }
    }
}
