//! Marks that would lie on one another at a zoom are drawn as one.
//!
//! Clusters depend on where the spots are and on the zoom alone, never on counts: filtering changes how large
//! a mark is, not where it stands. The zoom counts in steps, so that a smooth zoom does not flicker.

use super::path;
use super::projection::World;
use std::collections::HashMap;
use std::f64::consts::SQRT_2;

/// The zoom step of a scale: two steps double it.
pub fn step(scale: f64) -> i32 {
    let scale = scale.max(1e-9);
    let mut step = 0;
    while scale_of(step) > scale {
        step -= 1;
    }
    while scale_of(step + 1) <= scale {
        step += 1;
    }
    step
}

/// The scale at which a zoom step begins.
pub fn scale_of(step: i32) -> f64 {
    2.0_f64.powi(step.div_euclid(2)) * if step.rem_euclid(2) == 1 { SQRT_2 } else { 1.0 }
}

/// For every spot the spot that stands for it, itself where it stands alone. Earlier spots win, so give the
/// important ones first. `reach` is in world units; none: every spot stands alone.
pub fn leaders(spots: &[World], reach: f64) -> Vec<usize> {
    if reach <= 0.0 {
        return (0..spots.len()).collect();
    }
    let cell = |spot: &World| ((spot.x / reach).floor() as i64, (spot.y / reach).floor() as i64);
    let mut grid: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
    let mut leaders = Vec::with_capacity(spots.len());
    for (i, spot) in spots.iter().enumerate() {
        let (column, row) = cell(spot);
        let near = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (column + dx, row + dy)));
        let near = near.filter_map(|key| grid.get(&key)).flatten().copied();
        let reached = near.filter_map(|other| Some((other, distance(spots.get(other)?, spot))));
        let nearest = reached.filter(|(_, far)| *far < reach).min_by(|a, b| a.1.total_cmp(&b.1));
        match nearest {
            Some((leader, _)) => leaders.push(leader),
            None => {
                grid.entry((column, row)).or_default().push(i);
                leaders.push(i);
            }
        }
    }
    leaders
}

fn distance(a: &World, b: &World) -> f64 {
    path::distance((a.x, a.y), (b.x, b.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn near_spots_follow_the_first() {
        let at = |x: f64| World { x, y: 0.0 };
        assert_eq!(leaders(&[at(0.0), at(1.0), at(5.0), at(5.5)], 2.0), [0, 0, 2, 2]);
        assert_eq!(leaders(&[at(0.0), at(1.0)], 0.0), [0, 1]);
    }

    #[test]
    fn steps() {
        for (scale, expect) in [(1.0, 0), (1.99, 1), (2.0, 2), (0.5, -2)] {
            assert_eq!(step(scale), expect, "{scale}");
            assert!(scale_of(step(scale)) <= scale);
        }
    }

    proptest! {
        #[test]
        fn leaders_stand_apart_and_near_their_own(
            spots in proptest::collection::vec((-50.0f64..50.0, -50.0f64..50.0), 0..120), reach in 0.5f64..30.0,
        ) {
            let spots: Vec<World> = spots.into_iter().map(|(x, y)| World { x, y }).collect();
            let leaders = leaders(&spots, reach);
            for (i, leader) in leaders.iter().enumerate() {
                prop_assert_eq!(leaders[*leader], *leader);
                prop_assert!(distance(&spots[i], &spots[*leader]) < reach);
                if i != *leader {
                    continue;
                }
                for j in (0..i).filter(|j| leaders[*j] == *j) {
                    prop_assert!(distance(&spots[i], &spots[j]) >= reach);
                }
            }
        }
    }
}
