//! The brush over a time axis: what pointers and keys make of a range of days.
//!
//! A range made here begins and ends with cells. An end that reaches the axis's own end is open, so that a
//! brush over everything restricts nothing.

use super::axis::Axis;

/// A range of days; an open end restricts nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// First day.
    pub from: Option<i32>,
    /// Last day.
    pub to: Option<i32>,
}

/// One of the range's two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Where it begins.
    From,
    /// Where it ends.
    To,
}

/// A key pressed on a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// So many cells later, or earlier where negative.
    Cells(i32),
    /// To the axis's first cell.
    First,
    /// To the axis's last cell.
    Last,
}

/// A movement of the pointer that goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    grip: Grip,
    origin: f64,
    cells: (usize, usize),
    moved: bool,
}

/// What the pointer has got hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grip {
    End(End),
    Whole,
    New(usize),
}

/// How near a handle the pointer must be to take it.
const REACH: f64 = 8.0;
/// How far it must go before it counts as moving.
const SLOP: f64 = 3.0;

impl Range {
    /// Whether it restricts nothing.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// Where a range begins and ends on the axis.
pub fn edges(axis: &Axis, range: Range) -> (f64, f64) {
    let from = range.from.map_or(0.0, |day| axis.x_of(day));
    let to = range.to.map_or(axis.width(), |day| axis.x_of(day.saturating_add(1)));
    (from, to.max(from))
}

/// Takes hold at a position: of an end, of the whole range, or of nothing to draw a new one.
pub fn start(axis: &Axis, range: Range, x: f64) -> Option<Drag> {
    let cells = cells(axis, range)?;
    let (from, to) = edges(axis, range);
    let grip = if range.is_open() || x < from - REACH || x > to + REACH {
        Grip::New(axis.cell_at(x)?)
    } else if (x - from).abs() <= REACH.min((to - from) / 3.0) || x < from {
        Grip::End(End::From)
    } else if (x - to).abs() <= REACH.min((to - from) / 3.0) || x > to {
        Grip::End(End::To)
    } else {
        Grip::Whole
    };
    Some(Drag { grip, origin: x, cells, moved: false })
}

/// Takes hold of one end, wherever the pointer is.
pub fn start_end(axis: &Axis, range: Range, end: End, x: f64) -> Option<Drag> {
    Some(Drag { grip: Grip::End(end), origin: x, cells: cells(axis, range)?, moved: false })
}

impl Drag {
    /// The range now that the pointer is at `x`; nothing before it has moved.
    pub fn moved(&mut self, axis: &Axis, x: f64) -> Option<Range> {
        self.moved |= (x - self.origin).abs() > SLOP;
        let at = axis.cell_at(x)?;
        let (first, last) = self.cells;
        self.moved.then(|| match self.grip {
            Grip::End(End::From) => range(axis, at.min(last), last),
            Grip::End(End::To) => range(axis, first, at.max(first)),
            Grip::New(from) => range(axis, from.min(at), from.max(at)),
            Grip::Whole => self.shifted(axis, at),
        })
    }

    /// The range when the pointer lets go at `x`: a press that did not move takes the cell under it, outside
    /// the range, and changes nothing inside.
    pub fn ended(&mut self, axis: &Axis, x: f64) -> Option<Range> {
        match self.grip {
            Grip::New(cell) if !self.moved => Some(range(axis, cell, cell)),
            _ => self.moved(axis, x),
        }
    }

    fn shifted(&self, axis: &Axis, at: usize) -> Range {
        let (first, last) = self.cells;
        let held = axis.cell_at(self.origin).unwrap_or(at);
        let end = axis.cells().len().saturating_sub(1);
        let shift = at as i64 - held as i64;
        let shift = shift.clamp(-(first as i64), end as i64 - last as i64);
        // Pushed against an end, the range keeps its days there: opening it would make it grow.
        let day = |cell: i64| axis.cells().get(usize::try_from(cell).unwrap_or(0));
        Range {
            from: day(first as i64 + shift).map(|cell| cell.from),
            to: day(last as i64 + shift).map(|cell| cell.to),
        }
    }
}

/// The range after a key was pressed on one of its handles; nothing for an axis without cells.
pub fn press(axis: &Axis, before: Range, end: End, key: Key) -> Option<Range> {
    let (first, last) = cells(axis, before)?;
    let count = axis.cells().len();
    let held = if end == End::From { first } else { last };
    let target = match key {
        Key::Cells(by) => (held as i64 + i64::from(by)).clamp(0, count as i64 - 1) as usize,
        Key::First => 0,
        Key::Last => count - 1,
    };
    Some(match end {
        End::From => range(axis, target.min(last), last),
        End::To => range(axis, first, target.max(first)),
    })
}

/// The range of cells `first` to `last`.
fn range(axis: &Axis, first: usize, last: usize) -> Range {
    let cells = axis.cells();
    Range {
        from: cells.get(first).filter(|_| first > 0).map(|cell| cell.from),
        to: cells.get(last).filter(|_| last + 1 < cells.len()).map(|cell| cell.to),
    }
}

/// The cells in which a range begins and ends.
fn cells(axis: &Axis, range: Range) -> Option<(usize, usize)> {
    let end = axis.cells().len().checked_sub(1)?;
    let first = range.from.and_then(|day| axis.cell_of(day)).unwrap_or(0);
    let last = range.to.and_then(|day| axis.cell_of(day)).unwrap_or(end);
    Some((first, last.max(first)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::axis::Stretch;
    use proptest::prelude::*;

    /// Ten cells of ten days, ten pixels each.
    fn axis() -> Axis {
        let cells = (0..10).map(|i| Stretch { from: i * 10, to: i * 10 + 9 }).collect();
        Axis::new(cells, &[true; 10], 100.0)
    }

    const MIDDLE: Range = Range { from: Some(30), to: Some(69) };

    fn drag(range: Range, from: f64, to: f64) -> (Option<i32>, Option<i32>) {
        let axis = axis();
        let mut drag = start(&axis, range, from).unwrap_or_else(|| unreachable!());
        let _ = drag.moved(&axis, to);
        let range = drag.ended(&axis, to).unwrap_or(range);
        (range.from, range.to)
    }

    #[test]
    fn dragging() {
        assert_eq!(drag(Range::default(), 25.0, 48.0), (Some(20), Some(49)), "a new range");
        assert_eq!(drag(Range::default(), 48.0, 25.0), (Some(20), Some(49)), "a new range, backwards");
        assert_eq!(drag(MIDDLE, 85.0, 96.0), (Some(80), None), "a new range beside the old one, to the end");
        assert_eq!(drag(MIDDLE, 31.0, 15.0), (Some(10), Some(69)), "the first end");
        assert_eq!(drag(MIDDLE, 69.0, 99.0), (Some(30), None), "the last end");
        assert_eq!(drag(MIDDLE, 31.0, 99.0), (Some(60), Some(69)), "one end does not pass the other");
        assert_eq!(drag(MIDDLE, 50.0, 71.0), (Some(50), Some(89)), "the whole range");
        assert_eq!(drag(MIDDLE, 50.0, 0.0), (Some(0), Some(39)), "as far as the axis goes");
        assert_eq!(drag(MIDDLE, 50.0, 51.0), (Some(30), Some(69)), "a press inside");
        assert_eq!(drag(MIDDLE, 15.0, 15.0), (Some(10), Some(19)), "a press outside");
        assert_eq!(drag(Range { from: Some(80), to: None }, 90.0, 70.0), (Some(60), Some(79)), "an open end");
    }

    #[test]
    fn keys() {
        let check = |end, key, expect: (Option<i32>, Option<i32>)| {
            let range = press(&axis(), MIDDLE, end, key).unwrap_or_default();
            assert_eq!((range.from, range.to), expect, "{end:?} {key:?}");
        };
        check(End::From, Key::Cells(1), (Some(40), Some(69)));
        check(End::From, Key::Cells(-1), (Some(20), Some(69)));
        check(End::From, Key::Cells(50), (Some(60), Some(69)));
        check(End::From, Key::First, (None, Some(69)));
        check(End::To, Key::Cells(1), (Some(30), Some(79)));
        check(End::To, Key::Cells(-50), (Some(30), Some(39)));
        check(End::To, Key::Last, (Some(30), None));
        assert_eq!(press(&Axis::default(), MIDDLE, End::To, Key::Last), None);
    }

    proptest! {
        #[test]
        fn no_movement_turns_a_range_around(
            from in proptest::option::of(-20i32..120), length in 0i32..60, to in any::<bool>(),
            points in proptest::collection::vec(-50.0f64..150.0, 2..6),
        ) {
            let before = Range { from, to: to.then(|| from.unwrap_or(0) + length) };
            let axis = axis();
            let mut drag = start(&axis, before, points[0]);
            for x in points {
                if let Some(range) = drag.as_mut().and_then(|drag| drag.moved(&axis, x))
                    && let (Some(from), Some(to)) = (range.from, range.to)
                {
                    prop_assert!(from <= to && from % 10 == 0 && to % 10 == 9);
                }
            }
        }
    }
}
