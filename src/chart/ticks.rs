//! Which positions of a time axis get a label: as many as fit, at round dates, and one after every break.

use super::axis::Axis;
use index::Day;

/// How precise a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// `27 Feb 2020`.
    Day,
    /// `Feb 2020`.
    Month,
    /// `2020`.
    Year,
}

/// A labeled position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The day it marks.
    pub day: Day,
    /// How precise its label is.
    pub precision: Precision,
    /// Where the mark stands.
    pub x: f64,
    /// Where its label begins: at the mark, or further left where it would be cut off.
    pub label: f64,
}

/// Distances between labels, from close to wide: precision, and how many of it.
const STEPS: [(Precision, i32); 13] = [
    (Precision::Day, 1),
    (Precision::Day, 7),
    (Precision::Day, 14),
    (Precision::Month, 1),
    (Precision::Month, 3),
    (Precision::Month, 6),
    (Precision::Year, 1),
    (Precision::Year, 2),
    (Precision::Year, 5),
    (Precision::Year, 10),
    (Precision::Year, 20),
    (Precision::Year, 50),
    (Precision::Year, 100),
];

/// The labels of an axis whose cells are as long as `cell` says. `width_of` tells how wide a label becomes,
/// with the space it needs beside it.
pub fn ticks(axis: &Axis, cell: Precision, width_of: impl Fn(Precision) -> f64) -> Vec<Tick> {
    let mut chosen = after_breaks(axis, cell, &width_of);
    for (precision, count) in STEPS {
        if finer(precision, cell) {
            continue;
        }
        let regular = round(axis, precision, count);
        let room = width_of(precision);
        if regular
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if b.x - a.x >= room || broken_between(axis, a, b)))
        {
            regular.into_iter().for_each(|tick| add(&mut chosen, axis, tick, &width_of));
            break;
        }
    }
    if chosen.is_empty()
        && let Some(first) = axis.cells().first()
    {
        add(&mut chosen, axis, mark(axis, Day(first.from), cell), &width_of);
    }
    index::order::sort_by(&mut chosen, |a, b| a.x.total_cmp(&b.x));
    chosen
}

/// The first cell after each break in which something may stand.
fn after_breaks(axis: &Axis, cell: Precision, width_of: &impl Fn(Precision) -> f64) -> Vec<Tick> {
    let mut chosen = Vec::new();
    for pair in axis.slots().windows(3) {
        if let [broken, _, busy] = pair
            && broken.broken
        {
            add(&mut chosen, axis, mark(axis, Day(axis.days(busy).from), cell), width_of);
        }
    }
    chosen
}

/// The round dates at which cells begin, outside breaks.
fn round(axis: &Axis, precision: Precision, count: i32) -> Vec<Tick> {
    let plain = axis.slots().iter().filter(|slot| !slot.broken);
    let days = plain.map(|slot| Day(axis.days(slot).from)).filter(|day| is_round(*day, precision, count));
    days.map(|day| mark(axis, day, precision)).collect()
}

fn is_round(day: Day, precision: Precision, count: i32) -> bool {
    let (year, month, of_month) = day.ymd();
    let step = count.max(1);
    match precision {
        Precision::Day => (of_month as i32 - 1) % step == 0 && (step == 1 || of_month <= 28),
        Precision::Month => of_month == 1 && (month as i32 - 1) % step == 0,
        Precision::Year => of_month == 1 && month == 1 && year.rem_euclid(step) == 0,
    }
}

fn mark(axis: &Axis, day: Day, precision: Precision) -> Tick {
    let x = axis.x_of(day.0);
    Tick { day, precision, x, label: x }
}

/// Adds a tick if its label touches none of those chosen before.
fn add(chosen: &mut Vec<Tick>, axis: &Axis, mut tick: Tick, width_of: &impl Fn(Precision) -> f64) {
    let width = width_of(tick.precision);
    tick.label = tick.x.min(axis.width() - width).max(0.0);
    let free = |other: &Tick| {
        tick.label >= other.label + width_of(other.precision) || other.label >= tick.label + width
    };
    if chosen.iter().all(free) {
        chosen.push(tick);
    }
}

fn broken_between(axis: &Axis, a: &Tick, b: &Tick) -> bool {
    axis.slots().iter().any(|slot| slot.broken && slot.x > a.x && slot.x < b.x)
}

fn finer(step: Precision, cell: Precision) -> bool {
    (step as u8) < (cell as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::axis::Stretch;

    fn months(from: i32, count: i32) -> Vec<Stretch> {
        let start = |i: i32| Day::from_ymd(from + i / 12, (i % 12) as u32 + 1, 1).unwrap_or_default();
        (0..count).map(|i| Stretch { from: start(i).0, to: start(i).month_end().0 }).collect()
    }

    fn labels(axis: &Axis) -> Vec<String> {
        let ticks = ticks(axis, Precision::Month, |_| 70.0);
        let text = |tick: &Tick| tick.day.to_string()[..7].to_owned();
        ticks.iter().map(text).collect()
    }

    fn check(count: i32, width: f64, expect: &[&str]) {
        let cells = months(2019, count);
        let busy = vec![true; cells.len()];
        assert_eq!(labels(&Axis::new(cells, &busy, width)), expect, "{count} months over {width}");
    }

    #[test]
    fn as_many_as_fit() {
        check(3, 300.0, &["2019-01", "2019-02", "2019-03"]);
        check(12, 300.0, &["2019-01", "2019-04", "2019-07", "2019-10"]);
        check(24, 300.0, &["2019-01", "2019-07", "2020-01", "2020-07"]);
        check(48, 300.0, &["2019-01", "2020-01", "2021-01", "2022-01"]);
        check(1, 300.0, &["2019-01"]);
        check(120, 300.0, &["2020-01", "2025-01"]);
    }

    #[test]
    fn one_after_every_break() {
        let cells = months(2019, 60);
        let busy: Vec<bool> = (0..60).map(|i| !(12..58).contains(&i)).collect();
        let labels = labels(&Axis::new(cells, &busy, 700.0));
        assert!(labels.contains(&"2023-11".to_owned()), "{labels:?}");
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        for count in 1..200 {
            let cells = months(1990, count);
            let busy: Vec<bool> = (0..count).map(|i| i % 31 < 3).collect();
            let axis = Axis::new(cells, &busy, 500.0);
            let ticks = ticks(&axis, Precision::Month, |_| 60.0);
            assert!(!ticks.is_empty());
            for pair in ticks.windows(2) {
                assert!(pair[1].label - pair[0].label >= 60.0, "{count}");
            }
            assert!(ticks.iter().all(|tick| tick.label >= 0.0 && tick.label <= 440.0));
        }
    }
}
