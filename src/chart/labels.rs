//! Which labels fit on a picture, and on which side of their mark they stand.

use super::path;

/// A label that wants a place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Where it may stand.
    pub anchor: Anchor,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// Where a label may stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Anchor {
    /// Beside a round mark: the mark's middle and radius.
    Beside((f64, f64), f64),
    /// Around one of these middles, the first that is free.
    At(Vec<(f64, f64)>),
}

impl Default for Anchor {
    fn default() -> Self {
        Self::At(Vec::new())
    }
}

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

/// Space between a mark and its label.
const SPACE: f64 = 4.0;

/// The place of each label, or nothing where it would cover another one, cover a mark, or leave the picture.
/// Earlier labels win, so give the important ones first. `marks` are circles: x, y, radius; nothing is written
/// in what is `reserved`.
pub fn place(
    wanted: &[Wanted],
    marks: &[(f64, f64, f64)],
    reserved: &[Rect],
    (width, height): (f64, f64),
) -> Vec<Option<Rect>> {
    let mut taken: Vec<Rect> = reserved.to_vec();
    let mut places = Vec::with_capacity(wanted.len());
    for label in wanted {
        let fits = |rect: &Rect| {
            rect.left >= 0.0
                && rect.top >= 0.0
                && rect.right <= width
                && rect.bottom <= height
                && !taken.iter().any(|other| overlap(rect, other))
                && !marks.iter().any(|mark| covers(rect, *mark, label))
        };
        let place = candidates(label).into_iter().find(fits);
        taken.extend(place);
        places.push(place);
    }
    places
}

/// Beside the mark: after, before, below, above, or at a corner; or in one of the middles.
fn candidates(label: &Wanted) -> Vec<Rect> {
    let Wanted { width, height, .. } = *label;
    let at = |left: f64, top: f64| Rect { left, top, right: left + width, bottom: top + height };
    match &label.anchor {
        Anchor::At(middles) => middles.iter().map(|(x, y)| at(x - width / 2.0, y - height / 2.0)).collect(),
        Anchor::Beside((x, y), radius) => {
            let away = radius + SPACE;
            vec![
                at(x + away, y - height / 2.0),
                at(x - away - width, y - height / 2.0),
                at(x - width / 2.0, y + away - 2.0),
                at(x - width / 2.0, y - away - height + 2.0),
                at(x + radius * 0.7, y + radius * 0.7),
                at(x + radius * 0.7, y - radius * 0.7 - height),
                at(x - radius * 0.7 - width, y + radius * 0.7),
                at(x - radius * 0.7 - width, y - radius * 0.7 - height),
            ]
        }
    }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/// Whether a label covers a mark that is not its own.
fn covers(rect: &Rect, (x, y, radius): (f64, f64, f64), label: &Wanted) -> bool {
    let own = matches!(label.anchor, Anchor::Beside(middle, _) if middle == (x, y));
    let near_x = path::within(x, rect.left, rect.right);
    let near_y = path::within(y, rect.top, rect.bottom);
    !own && path::distance((x, y), (near_x, near_y)) < radius
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn label(x: f64, y: f64) -> Wanted {
        Wanted { anchor: Anchor::Beside((x, y), 5.0), width: 40.0, height: 12.0 }
    }

    fn lefts(wanted: &[Wanted], marks: &[(f64, f64, f64)]) -> Vec<Option<f64>> {
        place(wanted, marks, &[], (200.0, 100.0)).into_iter().map(|rect| rect.map(|rect| rect.left)).collect()
    }

    #[test]
    fn sides() {
        assert_eq!(lefts(&[label(50.0, 50.0)], &[]), [Some(59.0)], "after its mark");
        assert_eq!(lefts(&[label(180.0, 50.0)], &[]), [Some(131.0)], "before it at the edge");
        assert_eq!(lefts(&[label(50.0, 50.0)], &[(70.0, 50.0, 4.0)]), [Some(1.0)], "not over another mark");
        let around = [(70.0, 50.0, 4.0), (30.0, 50.0, 4.0), (50.0, 65.0, 4.0), (50.0, 35.0, 4.0)];
        assert_eq!(lefts(&[label(50.0, 50.0)], &around), [None], "walled in");
        assert_eq!(lefts(&[label(50.0, 50.0), label(52.0, 50.0)], &[]), [Some(59.0), Some(3.0)]);
        assert_eq!(lefts(&[label(-90.0, 50.0)], &[]), [None], "nowhere");
        let free = Wanted { anchor: Anchor::At(vec![(50.0, 50.0), (50.0, 70.0)]), width: 40.0, height: 12.0 };
        assert_eq!(
            lefts(std::slice::from_ref(&free), &[(50.0, 50.0, 3.0)]),
            [Some(30.0)],
            "the second middle"
        );
        assert_eq!(lefts(&[free], &[(50.0, 50.0, 3.0), (50.0, 72.0, 3.0)]), [None], "no middle");
    }

    proptest! {
        #[test]
        fn labels_never_touch(spots in proptest::collection::vec((0.0f64..200.0, 0.0f64..100.0), 0..40)) {
            let wanted: Vec<Wanted> = spots.iter().map(|(x, y)| label(*x, *y)).collect();
            let reserved = Rect { left: 0.0, top: 0.0, right: 80.0, bottom: 30.0 };
            let places: Vec<Rect> = place(&wanted, &[], &[reserved], (200.0, 100.0)).into_iter().flatten().collect();
            prop_assert!(!places.iter().any(|place| overlap(place, &reserved)));
            for (i, a) in places.iter().enumerate() {
                prop_assert!(!places[..i].iter().any(|b| overlap(a, b)));
            }
        }
    }
}
