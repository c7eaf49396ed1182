//! A mark of the map as two outlines: what matches, and what may match.
//!
//! A ring stands for all statements of a place, a disc inside it for those at the point itself. Of each the part
//! that matches begins at the top and runs clockwise; the rest is what may match. Two paths per mark, rather than a
//! shape for each part: a map has many marks, and every shape is laid out anew when the selection changes.

use super::path::Path;

/// How wide the ring is, in pixels.
const RING: f64 = 3.0;
/// The least radius of a disc.
const LEAST_DISC: f64 = 2.5;
/// A part this near to all or nothing is drawn as that.
const WHOLE: f64 = 0.999;

/// What a mark shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// The share of all statements that matches, from 0 to 1.
    pub matching: f64,
    /// The share of all statements that is at the point itself, from 0 to 1.
    pub exact: f64,
    /// The share of those that matches, from 0 to 1.
    pub exact_matching: f64,
}

/// The outlines around the origin, as path data to be filled by the nonzero rule; empty where there is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// What matches.
    pub solid: String,
    /// What may match.
    pub hatched: String,
}

/// A mark of a radius.
pub fn dot(parts: Parts, radius: f64) -> Dot {
    let side = |ring: (f64, f64), disc: (f64, f64)| {
        let mut path = Path::default();
        sector(&mut path, (radius - RING).max(0.0), radius, ring);
        if parts.exact > 0.0 {
            sector(&mut path, 0.0, (radius * parts.exact.sqrt()).max(LEAST_DISC), disc);
        }
        path.into_data()
    };
    let Parts { matching, exact_matching, .. } = parts;
    Dot {
        solid: side((0.0, matching), (0.0, exact_matching)),
        hatched: side((matching, 1.0), (exact_matching, 1.0)),
    }
}

/// The part of a ring between two shares of its turn. A disc is a ring without a hole.
fn sector(path: &mut Path, inner: f64, outer: f64, (from, to): (f64, f64)) {
    let share = to - from;
    if share >= WHOLE {
        circle(path, outer, true);
        if inner > 0.0 {
            // The other way round it is a hole, until a disc covers it.
            circle(path, inner, false);
        }
    } else if share > 1.0 - WHOLE {
        let long = share > 0.5;
        let (start, turn) = (around(outer, from), around(inner, to));
        path.move_to(start.0, start.1);
        path.arc(outer, long, true, around(outer, to));
        path.line_to(turn.0, turn.1);
        if inner > 0.0 {
            path.arc(inner, long, false, around(inner, from));
        }
        path.close();
    }
}

fn circle(path: &mut Path, radius: f64, clockwise: bool) {
    path.move_to(0.0, -radius);
    path.arc(radius, false, clockwise, (0.0, radius));
    path.arc(radius, false, clockwise, (0.0, -radius));
    path.close();
}

/// A share of a turn from the top, clockwise.
fn around(radius: f64, share: f64) -> (f64, f64) {
    (radius * sine(share), -radius * sine(share + 0.25))
}

/// The sine of a share of a turn, by Bhaskara's rule: within 0.002, which no mark is large enough to show. The sine
/// of the standard library would weigh seven kilobytes in the page.
fn sine(share: f64) -> f64 {
    let half = (share - share.floor()) * 2.0;
    let (sign, half) = if half < 1.0 { (1.0, half) } else { (-1.0, half - 1.0) };
    let product = half * (1.0 - half);
    sign * 16.0 * product / (5.0 - 4.0 * product)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Parts = Parts { matching: 1.0, exact: 0.0, exact_matching: 0.0 };

    #[test]
    fn a_ring_of_matches() {
        let Dot { solid, hatched } = dot(ALL, 10.0);
        assert_eq!(solid, "M0 -10A10 10 0 0 1 0 10A10 10 0 0 1 0 -10ZM0 -7A7 7 0 0 0 0 7A7 7 0 0 0 0 -7Z");
        assert_eq!(hatched, "");
    }

    #[test]
    fn a_quarter_matches() {
        let Dot { solid, hatched } = dot(Parts { matching: 0.25, ..ALL }, 10.0);
        assert_eq!(solid, "M0 -10A10 10 0 0 1 10 0L7 0A7 7 0 0 0 0 -7Z");
        assert_eq!(hatched, "M10 0A10 10 0 1 1 0 -10L0 -7A7 7 0 1 0 7 0Z");
    }

    #[test]
    fn the_disc_is_as_large_as_its_part() {
        let Dot { solid, hatched } = dot(Parts { exact: 0.25, exact_matching: 0.5, ..ALL }, 10.0);
        assert!(solid.ends_with("M0 -5A5 5 0 0 1 0 5L0 0Z"), "{solid}");
        assert_eq!(hatched, "M0 5A5 5 0 0 1 0 -5L0 0Z");
    }

    #[test]
    fn sines() {
        for step in 0..=400 {
            let share = f64::from(step) / 160.0;
            let exact = (share * std::f64::consts::TAU).sin();
            assert!((sine(share) - exact).abs() < 0.002, "{share}: {} for {exact}", sine(share));
        }
    }

    #[test]
    fn nothing_matches() {
        let none = Parts { matching: 0.0, exact: 1.0, exact_matching: 0.0 };
        let Dot { solid, hatched } = dot(none, 5.0);
        assert_eq!(solid, "");
        assert_eq!(hatched.matches('M').count(), 3);
    }
}
