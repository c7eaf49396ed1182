//! Bars of two parts: what matches, and on top of it what may match.

use super::path::Path;

/// The least height of a part that counts anything.
pub const LEAST: f64 = 2.0;

/// One bar.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// Where it begins.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// How much matches.
    pub solid: u32,
    /// How much may match.
    pub hatched: u32,
}

/// The heights of a bar's two parts where `most` fills `room`: proportional, but never so low that a count is
/// lost from sight, nor higher than the room.
pub fn heights(solid: u32, hatched: u32, most: u32, room: f64) -> (f64, f64) {
    let height = |count: u32| match count {
        0 => 0.0,
        count => (f64::from(count) / f64::from(most.max(1)) * room).max(LEAST),
    };
    let (solid, hatched) = (height(solid), height(hatched));
    let spare = (room - solid - hatched).min(0.0);
    if solid > hatched { (solid + spare, hatched) } else { (solid, hatched + spare) }
}

/// The parts of many bars as two paths: solid and hatched. They stand on `floor` and are at most `room` high.
pub fn paths(bars: &[Bar], most: u32, room: f64, floor: f64) -> (String, String) {
    let (mut solid, mut hatched) = (Path::default(), Path::default());
    for bar in bars {
        let (lower, upper) = heights(bar.solid, bar.hatched, most, room);
        let gap = if bar.width >= 5.0 { 1.0 } else { 0.0 };
        solid.rectangle(bar.x, floor - lower, bar.width - gap, lower);
        hatched.rectangle(
            bar.x,
            floor - lower - upper,
            bar.width - if lower > 0.0 { gap } else { 0.0 },
            upper,
        );
    }
    (solid.into_data(), hatched.into_data())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_counts_stay_in_sight() {
        assert_eq!(heights(0, 0, 10, 50.0), (0.0, 0.0));
        assert_eq!(heights(10, 0, 10, 50.0), (50.0, 0.0));
        assert_eq!(heights(5, 5, 10, 50.0), (25.0, 25.0));
        assert_eq!(heights(1, 0, 10_000, 50.0), (2.0, 0.0));
        assert_eq!(heights(9_999, 1, 10_000, 50.0), (48.0, 2.0));
    }

    #[test]
    fn two_paths() {
        let bars = [
            Bar { x: 0.0, width: 10.0, solid: 1, hatched: 1 },
            Bar { x: 10.0, width: 10.0, ..Bar::default() },
        ];
        assert_eq!(paths(&bars, 2, 20.0, 30.0), ("M0 20h9v10h-9Z".into(), "M0 10h9v10h-9Z".into()));
    }

    proptest! {
        #[test]
        fn a_stack_fits_its_room(solid in 0u32..5000, hatched in 0u32..5000, more in 0u32..5000) {
            let (lower, upper) = heights(solid, hatched, solid + hatched + more, 40.0);
            prop_assert!(lower + upper <= 40.001);
            prop_assert_eq!(lower > 0.0, solid > 0);
            prop_assert_eq!(upper > 0.0, hatched > 0);
        }
    }
}
