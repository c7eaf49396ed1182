//! Fewer points for the same line (Douglas and Peucker, 1973).

use crate::Spot;

/// `line` without the points that lie within `tolerance` units of what remains. Both ends stay, so that
/// lines that met still meet.
pub fn simplify(line: &[Spot], tolerance: f64) -> Vec<Spot> {
    let mut keep = vec![false; line.len()];
    for end in [0, line.len().wrapping_sub(1)] {
        if let Some(keep) = keep.get_mut(end) {
            *keep = true;
        }
    }
    let mut stretches = vec![(0, line.len().saturating_sub(1))];
    while let Some((first, last)) = stretches.pop() {
        if let Some((at, off)) = farthest(line, first, last)
            && off > tolerance * tolerance
        {
            if let Some(keep) = keep.get_mut(at) {
                *keep = true;
            }
            stretches.extend([(first, at), (at, last)]);
        }
    }
    line.iter().zip(keep).filter(|(_, keep)| *keep).map(|(spot, _)| *spot).collect()
}

/// The point between two others that is farthest from the straight line between them, and how far, squared.
fn farthest(line: &[Spot], first: usize, last: usize) -> Option<(usize, f64)> {
    let (a, b) = (line.get(first)?, line.get(last)?);
    let between = line.get(first + 1..last)?.iter().enumerate();
    let offs = between.map(|(at, spot)| (first + 1 + at, distance_squared(*spot, *a, *b)));
    offs.max_by(|x, y| x.1.total_cmp(&y.1))
}

/// From a point to a stretch of straight line, squared.
fn distance_squared(spot: Spot, a: Spot, b: Spot) -> f64 {
    let (dx, dy) = (f64::from(b.lon - a.lon), f64::from(b.lat - a.lat));
    let (px, py) = (f64::from(spot.lon - a.lon), f64::from(spot.lat - a.lat));
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (ex, ey) = (px - along * dx, py - along * dy);
    ex * ex + ey * ey
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(spots: &[(i32, i32)]) -> Vec<Spot> {
        spots.iter().map(|&(lon, lat)| Spot { lon, lat }).collect()
    }

    #[test]
    fn straight_stretches_lose_their_points() {
        let check = |spots: &[(i32, i32)], tolerance, expect: &[(i32, i32)]| {
            assert_eq!(simplify(&line(spots), tolerance), line(expect));
        };
        check(&[(0, 0), (5, 0), (10, 0)], 1.0, &[(0, 0), (10, 0)]);
        check(&[(0, 0), (5, 3), (10, 0)], 1.0, &[(0, 0), (5, 3), (10, 0)]);
        check(&[(0, 0), (5, 3), (10, 0)], 4.0, &[(0, 0), (10, 0)]);
        check(&[(0, 0)], 1.0, &[(0, 0)]);
        check(&[], 1.0, &[]);
    }

    proptest! {
        #[test]
        fn every_point_left_out_is_near_what_remains(
            spots in prop::collection::vec((-500i32..500, -500i32..500), 2..60), tolerance in 0.0f64..80.0,
        ) {
            let all = line(&spots);
            let kept = simplify(&all, tolerance);
            prop_assert_eq!(kept.first(), all.first());
            prop_assert_eq!(kept.last(), all.last());
            for spot in &all {
                let near = kept.windows(2).map(|pair| distance_squared(*spot, pair[0], pair[1])).fold(f64::MAX, f64::min);
                prop_assert!(near <= tolerance * tolerance + 1e-6);
            }
        }
    }
}
