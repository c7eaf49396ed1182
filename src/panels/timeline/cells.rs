//! From the engine's histogram to what the axis and the bars need.

use crate::chart::axis::{Axis, Slot, Stretch};
use crate::chart::bars::{self, Bar};
use crate::chart::brush::Range;
use crate::chart::ticks::Precision;
use crate::text::{Lang, date};
use index::{Corpus, Day};
use query::{Cell, Unit};

/// The paths of the histogram: what lies in the range chosen, and what lies outside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Matches in the range.
    pub solid: String,
    /// What may match in the range.
    pub hatched: String,
    /// Matches outside.
    pub other_solid: String,
    /// What may match outside.
    pub other_hatched: String,
}

/// The days of the cells.
pub fn stretches(cells: &[Cell]) -> Vec<Stretch> {
    cells.iter().map(|cell| Stretch { from: cell.from.0, to: cell.to.0 }).collect()
}

/// In which cells a statement of the corpus begins or ends. Computed from all statements, not from the
/// selection, so that the axis stays as it is while the reader filters.
pub fn busy(corpus: &Corpus, cells: &[Stretch]) -> Vec<bool> {
    let mut busy = vec![false; cells.len()];
    for span in corpus.statements.dates.values() {
        for day in [span.from, span.to].into_iter().flatten() {
            let at = cells.partition_point(|cell| cell.to < day.0);
            if let Some(cell) = busy.get_mut(at) {
                *cell = true;
            }
        }
    }
    busy
}

/// Draws the bars. `restricted` says whether there is a date clause at all; without a range it then asks for
/// undated statements, and every bar lies outside.
pub fn draw(axis: &Axis, cells: &[Cell], range: Range, restricted: bool, room: f64, floor: f64) -> Drawing {
    let bar = |slot: &Slot| bar(slot, cells);
    let most =
        axis.slots().iter().map(bar).map(|bar| bar.solid.saturating_add(bar.hatched)).max().unwrap_or(0);
    let chosen = |slot: &&Slot| {
        let days = axis.days(slot);
        let after = range.from.is_none_or(|from| days.to >= from);
        let before = range.to.is_none_or(|to| days.from <= to);
        after && before && (!range.is_open() || !restricted)
    };
    let (inside, outside): (Vec<&Slot>, Vec<&Slot>) = axis.slots().iter().partition(chosen);
    let paths = |slots: Vec<&Slot>| {
        let bars: Vec<Bar> = slots.into_iter().map(bar).collect();
        bars::paths(&bars, most, room, floor)
    };
    let (solid, hatched) = paths(inside);
    let (other_solid, other_hatched) = paths(outside);
    Drawing { solid, hatched, other_solid, other_hatched }
}

/// A piece's bar. In a break nothing begins or ends, so what passes through is the same in all its cells.
fn bar(slot: &Slot, cells: &[Cell]) -> Bar {
    let counts = cells.get(slot.first..=slot.last).unwrap_or_default();
    Bar {
        x: slot.x,
        width: slot.width,
        solid: counts.iter().map(|cell| cell.counts.matching).max().unwrap_or(0),
        hatched: counts.iter().map(|cell| cell.counts.may_match).max().unwrap_or(0),
    }
}

/// How precise the names of cells are.
pub fn precision(unit: Unit) -> Precision {
    match unit {
        Unit::Day => Precision::Day,
        Unit::Month => Precision::Month,
        Unit::Year => Precision::Year,
    }
}

/// A day, a month or a year, by name.
pub fn label(lang: Lang, day: Day, precision: Precision) -> String {
    match precision {
        Precision::Day => date::day(lang, day),
        Precision::Month => date::month(lang, day),
        Precision::Year => date::year(lang, day),
    }
}

/// How far the keys Page Up and Page Down go: a year of months, a month of days, ten years.
pub fn page(unit: Unit) -> i32 {
    match unit {
        Unit::Day => 30,
        Unit::Month => 12,
        Unit::Year => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::Span;
    use query::Counts;

    fn cell(from: i32, matching: u32, may_match: u32) -> Cell {
        Cell { from: Day(from), to: Day(from + 9), counts: Counts { matching, may_match } }
    }

    #[test]
    fn a_cell_is_busy_where_an_interval_begins_or_ends() {
        let cells: Vec<Cell> = (0..5).map(|i| cell(i * 10, 0, 0)).collect();
        let mut corpus = Corpus::default();
        corpus.statements.dates.push([Span::days(Day(5), Day(35))]);
        corpus.statements.dates.push([Span { from: Some(Day(49)), ..Span::default() }]);
        assert_eq!(busy(&corpus, &stretches(&cells)), [true, false, false, true, true]);
    }

    #[test]
    fn bars_outside_the_range_are_drawn_apart() {
        let cells = [cell(0, 1, 0), cell(10, 2, 1)];
        let axis = Axis::new(stretches(&cells), &[true, true], 20.0);
        let range = Range { from: Some(10), to: None };
        let drawing = draw(&axis, &cells, range, true, 30.0, 30.0);
        assert_eq!(drawing.other_solid, "M0 20h9v10h-9Z");
        assert_eq!(drawing.solid, "M10 10h9v20h-9Z");
        assert_eq!((drawing.hatched.as_str(), drawing.other_hatched.as_str()), ("M10 0h9v10h-9Z", ""));
        let all = draw(&axis, &cells, Range::default(), false, 30.0, 30.0);
        assert_eq!(all.other_solid, "");
        let undated = draw(&axis, &cells, Range::default(), true, 30.0, 30.0);
        assert_eq!(undated.solid, "");
    }
}
