//! Where a name has the most room.

use crate::{Frame, Spot};

/// How many parallels are tried.
const PARALLELS: i32 = 9;

/// The middle of the widest stretch from west to east inside the rings (even-odd), on one of nine parallels
/// through their middle. Nothing where the rings hold nothing.
pub fn widest_spot(rings: &[Vec<Spot>]) -> Option<Spot> {
    let frame = Frame::around(rings.iter().flatten().copied())?;
    let parallels = (1..=PARALLELS).map(|step| parallel(frame, step));
    let widest = parallels.filter_map(|lat| widest_stretch(rings, lat)).max_by_key(|(width, _)| *width)?;
    (widest.0 > 0).then_some(widest.1)
}

fn parallel(frame: Frame, step: i32) -> f64 {
    // A quarter unit off every point, so that no parallel runs through one.
    f64::from(frame.low.lat) + f64::from(frame.height()) * f64::from(step) / f64::from(PARALLELS + 1) + 0.25
}

fn widest_stretch(rings: &[Vec<Spot>], lat: f64) -> Option<(i32, Spot)> {
    let mut crossings: Vec<f64> = rings.iter().flat_map(|ring| crossings(ring, lat)).collect();
    crossings.sort_by(f64::total_cmp);
    let stretches = crossings.chunks_exact(2).filter_map(|pair| match pair {
        [west, east] => Some((west, east)),
        _ => None,
    });
    let spot = |(west, east): (&f64, &f64)| {
        let middle = Spot { lon: ((west + east) / 2.0).round() as i32, lat: lat.floor() as i32 };
        ((east - west) as i32, middle)
    };
    stretches.map(spot).max_by_key(|(width, _)| *width)
}

fn crossings(ring: &[Spot], lat: f64) -> Vec<f64> {
    let after = ring.iter().cycle().skip(1);
    let sides = ring.iter().zip(after);
    let crossing = |(a, b): (&Spot, &Spot)| {
        let (from, to) = (f64::from(a.lat), f64::from(b.lat));
        let crosses = (from > lat) != (to > lat);
        crosses.then(|| f64::from(a.lon) + f64::from(b.lon - a.lon) * (lat - from) / (to - from))
    };
    sides.filter_map(crossing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(spots: &[(i32, i32)]) -> Vec<Spot> {
        spots.iter().map(|&(lon, lat)| Spot { lon, lat }).collect()
    }

    #[test]
    fn the_widest_part_gets_the_name() {
        let check = |rings: &[Vec<Spot>], expect: Option<(i32, i32)>| {
            assert_eq!(widest_spot(rings), expect.map(|(lon, lat)| Spot { lon, lat }));
        };
        check(&[ring(&[(0, 0), (100, 0), (100, 10), (0, 10)])], Some((50, 9)));
        // An L: its foot is wider than its stem.
        let foot = ring(&[(0, 0), (100, 0), (100, 40), (20, 40), (20, 100), (0, 100)]);
        check(&[foot], Some((50, 30)));
        // A hole in the middle.
        let hole = ring(&[(30, 1), (70, 1), (70, 99), (30, 99)]);
        check(&[ring(&[(0, 0), (110, 0), (110, 100), (0, 100)]), hole], Some((90, 90)));
        check(&[], None);
    }
}
