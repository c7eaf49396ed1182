//! A time axis: cells of equal width side by side, long quiet runs of them folded into a *break*.
//!
//! Time runs from left to right in every language: the numbers and dates of Arabic pages run so too, and one
//! direction keeps a picture comparable when it is cited in both.

use super::path;

/// A stretch of days, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub from: i32,
    /// Last day.
    pub to: i32,
}

/// A piece of the axis: one cell, or a break that stands for several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// The first cell in it.
    pub first: usize,
    /// The last cell in it.
    pub last: usize,
    /// Where it begins.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// Whether it is a break.
    pub broken: bool,
}

/// Cells with their places on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    cells: Vec<Stretch>,
    slots: Vec<Slot>,
    width: f64,
}

/// A break takes this part of the width,
const BREAK_PART: f64 = 0.08;
/// but at least and at most so much.
const BREAK_BOUNDS: (f64, f64) = (32.0, 110.0);
/// A break stands for at least so many cells.
const LEAST_RUN: usize = 6;
/// And for at least this part of all cells, so that small lulls stay to scale.
const LEAST_PART: usize = 8;
/// And it is so many times as wide as the break that stands for it.
const LEAST_SAVING: f64 = 1.5;

impl Axis {
    /// Lays cells without gaps out over `width`. `busy` says in which cells something begins or ends.
    pub fn new(cells: Vec<Stretch>, busy: &[bool], width: f64) -> Self {
        let runs = breaks(busy, cells.len(), width);
        let folded: usize = runs.iter().map(|run| run.1 - run.0 + 1).sum();
        let plain = (cells.len() - folded).max(1) as f64;
        let gap = break_width(width);
        let cell = ((width - gap * runs.len() as f64) / plain).max(0.0);
        let mut slots = Vec::with_capacity(cells.len());
        let (mut x, mut at) = (0.0, 0);
        while at < cells.len() {
            let run = runs.iter().find(|run| run.0 == at);
            let (last, slot) = run.map_or((at, cell), |run| (run.1, gap));
            slots.push(Slot { first: at, last, x, width: slot, broken: run.is_some() });
            x += slot;
            at = last + 1;
        }
        Self { cells, slots, width }
    }

    /// The pieces from first to last.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The cells from first to last.
    pub fn cells(&self) -> &[Stretch] {
        &self.cells
    }

    /// The whole width.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Where a day begins; days before the first cell at 0, days after the last at the whole width.
    pub fn x_of(&self, day: i32) -> f64 {
        let Some(slot) = self.slots.iter().find(|slot| self.days(slot).to >= day) else { return self.width };
        let days = self.days(slot);
        let part = f64::from(day.saturating_sub(days.from).max(0)) / length(days);
        slot.x + slot.width * part
    }

    /// The cell at a position, the nearest where there is none; nothing for an axis without cells.
    pub fn cell_at(&self, x: f64) -> Option<usize> {
        let slot = self.slots.iter().find(|slot| x < slot.x + slot.width).or(self.slots.last())?;
        let cells = slot.last - slot.first;
        let part = path::within((x - slot.x) / slot.width.max(f64::MIN_POSITIVE), 0.0, 1.0);
        Some(slot.first + ((part * (cells + 1) as f64) as usize).min(cells))
    }

    /// The cell that holds a day, the nearest where none does; nothing for an axis without cells.
    pub fn cell_of(&self, day: i32) -> Option<usize> {
        let last = self.cells.len().checked_sub(1)?;
        Some(self.cells.partition_point(|cell| cell.to < day).min(last))
    }

    /// The days of a piece.
    pub fn days(&self, slot: &Slot) -> Stretch {
        let from = self.cells.get(slot.first).map_or(0, |cell| cell.from);
        Stretch { from, to: self.cells.get(slot.last).map_or(from, |cell| cell.to) }
    }
}

/// How wide a break is drawn on an axis of this width.
fn break_width(width: f64) -> f64 {
    path::within(width * BREAK_PART, BREAK_BOUNDS.0, BREAK_BOUNDS.1)
}

fn length(days: Stretch) -> f64 {
    f64::from(days.to) - f64::from(days.from) + 1.0
}

/// The runs of quiet cells worth a break, as first and last cell. The quiet cell at either end stays to scale,
/// so that no bar touches a break.
fn breaks(busy: &[bool], cells: usize, width: f64) -> Vec<(usize, usize)> {
    let uniform = width / cells.max(1) as f64;
    let worth = |run: usize| {
        run >= LEAST_RUN
            && run * LEAST_PART >= cells
            && run as f64 * uniform >= LEAST_SAVING * break_width(width)
    };
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 0..=cells {
        if at == cells || busy.get(at).copied().unwrap_or(true) {
            if worth(at - start) && at - start > 2 {
                runs.push((start + 1, at - 2));
            }
            start = at + 1;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(count: usize) -> Vec<Stretch> {
        (0..count as i32).map(|i| Stretch { from: i * 10, to: i * 10 + 9 }).collect()
    }

    fn axis(busy: &str, width: f64) -> Axis {
        let busy: Vec<bool> = busy.chars().map(|c| c == 'x').collect();
        Axis::new(cells(busy.len()), &busy, width)
    }

    fn shape(axis: &Axis) -> String {
        axis.slots.iter().map(|slot| if slot.broken { '~' } else { '-' }).collect()
    }

    #[test]
    fn only_long_quiet_runs_break() {
        let check = |busy: &str, expect: &str| assert_eq!(shape(&axis(busy, 1000.0)), expect, "{busy}");
        check("xxx", "---");
        check("x.....x", "-------");
        check("x......x", "--~--");
        check("x..........x..........x", "--~---~--");
        check("", "");
    }

    #[test]
    fn a_break_must_save_room() {
        assert_eq!(shape(&axis("x......x", 60.0)), "--------");
    }

    #[test]
    fn positions() {
        let axis = axis("xx", 100.0);
        assert_eq!(axis.x_of(-5), 0.0);
        assert_eq!(axis.x_of(0), 0.0);
        assert_eq!(axis.x_of(5), 25.0);
        assert_eq!(axis.x_of(10), 50.0);
        assert_eq!(axis.x_of(20), 100.0);
        assert_eq!(axis.cell_at(-3.0), Some(0));
        assert_eq!(axis.cell_at(49.9), Some(0));
        assert_eq!(axis.cell_at(50.0), Some(1));
        assert_eq!(axis.cell_at(500.0), Some(1));
        assert_eq!(Axis::default().cell_at(3.0), None);
    }

    proptest! {
        #[test]
        fn slots_tile_the_width_and_positions_come_back(
            busy in proptest::collection::vec(any::<bool>(), 1..200), width in 100.0f64..2000.0,
        ) {
            let axis = Axis::new(cells(busy.len()), &busy, width);
            let end = axis.slots.last().map_or(0.0, |slot| slot.x + slot.width);
            prop_assert!((end - width).abs() < 0.01);
            prop_assert_eq!(axis.slots.iter().map(|slot| slot.last - slot.first + 1).sum::<usize>(), busy.len());
            for (i, cell) in axis.cells.iter().enumerate() {
                let middle = (axis.x_of(cell.from) + axis.x_of(cell.to + 1)) / 2.0;
                prop_assert_eq!(axis.cell_at(middle), Some(i));
                prop_assert_eq!(axis.cell_of(cell.from + 3), Some(i));
            }
            for slot in axis.slots.iter().filter(|slot| slot.broken) {
                prop_assert!(!busy[slot.first..=slot.last].iter().any(|busy| *busy));
            }
        }
    }
}
