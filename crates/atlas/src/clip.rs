//! What of a ring lies in a frame (Sutherland and Hodgman, 1974).

use crate::Spot;

/// A box between two meridians and two parallels, in the units of [`Spot`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// South-west corner.
    pub low: Spot,
    /// North-east corner.
    pub high: Spot,
}

impl Frame {
    /// The whole globe.
    pub const GLOBE: Self = Self {
        low: Spot { lon: -180 * Spot::UNITS, lat: -90 * Spot::UNITS },
        high: Spot { lon: 180 * Spot::UNITS, lat: 90 * Spot::UNITS },
    };

    /// The smallest frame around these spots; nothing without any.
    pub fn around(spots: impl IntoIterator<Item = Spot>) -> Option<Self> {
        spots.into_iter().map(|spot| Self { low: spot, high: spot }).reduce(Self::with)
    }

    /// The smallest frame around both.
    pub fn with(self, other: Self) -> Self {
        let low = |a: Spot, b: Spot| Spot { lon: a.lon.min(b.lon), lat: a.lat.min(b.lat) };
        let high = |a: Spot, b: Spot| Spot { lon: a.lon.max(b.lon), lat: a.lat.max(b.lat) };
        Self { low: low(self.low, other.low), high: high(self.high, other.high) }
    }

    /// Wider by `units` on every side, but not beyond the globe.
    pub fn padded(self, units: i32) -> Self {
        let Self { low, high } = self;
        let globe = Self::GLOBE;
        Self {
            low: Spot {
                lon: low.lon.saturating_sub(units).max(globe.low.lon),
                lat: low.lat.saturating_sub(units).max(globe.low.lat),
            },
            high: Spot {
                lon: high.lon.saturating_add(units).min(globe.high.lon),
                lat: high.lat.saturating_add(units).min(globe.high.lat),
            },
        }
    }

    /// From west to east.
    pub fn width(self) -> i32 {
        self.high.lon - self.low.lon
    }

    /// From south to north.
    pub fn height(self) -> i32 {
        self.high.lat - self.low.lat
    }

    /// Whether a spot lies in it, its edges included.
    pub fn holds(self, spot: Spot) -> bool {
        EDGES.iter().all(|edge| edge.inside(self, spot))
    }
}

#[derive(Clone, Copy)]
enum Edge {
    West,
    East,
    South,
    North,
}

const EDGES: [Edge; 4] = [Edge::West, Edge::East, Edge::South, Edge::North];

/// The part of a ring that lies in a frame, as one ring (which may run along the frame's edge), or nothing
/// where no three points of it do.
pub fn clip(ring: &[Spot], frame: Frame) -> Vec<Spot> {
    let mut ring = ring.to_vec();
    for edge in EDGES {
        ring = cut(&ring, edge, frame);
    }
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    if ring.len() < 3 { Vec::new() } else { ring }
}

fn cut(ring: &[Spot], edge: Edge, frame: Frame) -> Vec<Spot> {
    let mut kept = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else { return kept };
    for &spot in ring {
        if edge.inside(frame, spot) != edge.inside(frame, before) {
            kept.push(edge.crossing(frame, before, spot));
        }
        if edge.inside(frame, spot) {
            kept.push(spot);
        }
        before = spot;
    }
    kept
}

impl Edge {
    fn inside(self, frame: Frame, spot: Spot) -> bool {
        match self {
            Self::West => spot.lon >= frame.low.lon,
            Self::East => spot.lon <= frame.high.lon,
            Self::South => spot.lat >= frame.low.lat,
            Self::North => spot.lat <= frame.high.lat,
        }
    }

    /// Where the line from `a` to `b`, which lie on different sides, meets the edge.
    fn crossing(self, frame: Frame, a: Spot, b: Spot) -> Spot {
        match self {
            Self::West => Spot { lon: frame.low.lon, lat: at(frame.low.lon, (a.lon, a.lat), (b.lon, b.lat)) },
            Self::East => {
                Spot { lon: frame.high.lon, lat: at(frame.high.lon, (a.lon, a.lat), (b.lon, b.lat)) }
            }
            Self::South => {
                Spot { lon: at(frame.low.lat, (a.lat, a.lon), (b.lat, b.lon)), lat: frame.low.lat }
            }
            Self::North => {
                Spot { lon: at(frame.high.lat, (a.lat, a.lon), (b.lat, b.lon)), lat: frame.high.lat }
            }
        }
    }
}

/// The second coordinate of the line from `a` to `b` where its first is `x`.
fn at(x: i32, a: (i32, i32), b: (i32, i32)) -> i32 {
    let (run, rise) = (f64::from(b.0) - f64::from(a.0), f64::from(b.1) - f64::from(a.1));
    if run == 0.0 {
        a.1
    } else {
        (f64::from(a.1) + rise * (f64::from(x) - f64::from(a.0)) / run).round() as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area;
    use proptest::prelude::*;

    fn ring(spots: &[(i32, i32)]) -> Vec<Spot> {
        spots.iter().map(|&(lon, lat)| Spot { lon, lat }).collect()
    }

    const FRAME: Frame = Frame { low: Spot { lon: 0, lat: 0 }, high: Spot { lon: 100, lat: 50 } };

    #[test]
    fn rings_are_cut_at_the_frame() {
        let check = |spots: &[(i32, i32)], expect: f64| assert_eq!(area(&clip(&ring(spots), FRAME)), expect);
        check(&[(10, 10), (20, 10), (20, 20), (10, 20)], 100.0);
        check(&[(-10, -10), (10, -10), (10, 10), (-10, 10)], 100.0);
        check(&[(-10, -10), (200, -10), (200, 200), (-10, 200)], 5000.0);
        check(&[(110, 10), (120, 10), (120, 20)], 0.0);
        check(&[], 0.0);
    }

    proptest! {
        #[test]
        fn what_is_left_lies_in_the_frame(
            spots in prop::collection::vec((-300i32..300, -300i32..300), 0..20),
        ) {
            let clipped = clip(&ring(&spots), FRAME);
            prop_assert!(clipped.iter().all(|&spot| FRAME.holds(spot)));
            prop_assert!(clipped.is_empty() || clipped.len() >= 3);
            prop_assert!(clipped.is_empty() || clipped.first() != clipped.last());
        }

        #[test]
        fn a_ring_inside_stays(spots in prop::collection::vec((0i32..=100, 0i32..=50), 3..20)) {
            let mut inside = ring(&spots);
            inside.dedup();
            prop_assume!(inside.len() >= 3 && inside.first() != inside.last());
            prop_assert_eq!(clip(&inside, FRAME), inside);
        }
    }
}
