//! From mark to mark by the arrow keys: the nearest one in a direction.

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

impl Heading {
    /// The heading of an arrow key, as `KeyboardEvent.key` names it.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            _ => None,
        }
    }

    /// A step of one pixel.
    pub fn step(self) -> (f64, f64) {
        match self {
            Self::Left => (-1.0, 0.0),
            Self::Right => (1.0, 0.0),
            Self::Up => (0.0, -1.0),
            Self::Down => (0.0, 1.0),
        }
    }
}

/// The position in `spots` of the nearest spot that lies in a direction; what lies to the side counts double,
/// and what lies more to the side than ahead does not count.
pub fn nearest(spots: &[(f64, f64)], from: (f64, f64), heading: Heading) -> Option<usize> {
    let (step_x, step_y) = heading.step();
    let far = |spot: &(f64, f64)| {
        let (dx, dy) = (spot.0 - from.0, spot.1 - from.1);
        let ahead = dx * step_x + dy * step_y;
        let aside = (dx * step_y).abs() + (dy * step_x).abs();
        (ahead > 0.5 && aside <= ahead * 1.5).then_some(ahead + 2.0 * aside)
    };
    let reached = spots.iter().enumerate().filter_map(|(at, spot)| Some((at, far(spot)?)));
    reached.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        let spots = [(0.0, 0.0), (10.0, 1.0), (20.0, 0.0), (0.0, 30.0), (-5.0, -5.0)];
        let check = |key: &str, expect: Option<usize>| {
            let heading = Heading::of_key(key).unwrap_or(Heading::Left);
            assert_eq!(nearest(&spots, (0.0, 0.0), heading), expect, "{key}");
        };
        check("ArrowRight", Some(1));
        check("ArrowDown", Some(3));
        check("ArrowUp", Some(4));
        check("ArrowLeft", Some(4));
        assert_eq!(nearest(&spots, (20.0, 0.0), Heading::Right), None);
    }
}
