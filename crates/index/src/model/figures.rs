//! The figures of all statements, as columns.
//!
//! As a struct a figure takes a hundred and twenty bytes, and most of them say the same for every figure of a
//! table: people killed, exactly, low and high as the best, no period, no words. So a figure is its best estimate
//! and details of which there are few (see [`crate::packed`]); what only some have stands in lists of those.

use super::{Bound, Figure, Measure};
use crate::NONE;
use crate::columns::Texts;
use crate::packed::{Pack, Packed};
use std::ops::Range;

/// A column of figures, a list per statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    slim: Packed<Slim>,
    /// Low and high of those where these are numbers of their own, by position.
    bounds: Vec<(u32, [u32; 2])>,
    /// Which figures have words, and those.
    worded: Vec<u32>,
    words: Texts,
    /// Figures of which something does not fit above, without words.
    rare: Vec<(u32, Figure)>,
}

/// What every figure has: the best estimate, and which details.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slim(u32, u64);

impl Pack for Slim {
    fn split(self) -> (u32, u64) {
        (self.0, self.1)
    }

    fn join(number: u32, details: u64) -> Self {
        Self(number, details)
    }
}

/// The details of a figure that stands among the rare ones.
const RARE: u64 = u64::MAX;

/// How a low or high is known: there is none, it is the best, it is a number of its own.
const ABSENT: u64 = 0;
const BEST: u64 = 1;
const OWN: u64 = 2;

const MEASURES: [Measure; 8] = [
    Measure::Other,
    Measure::Killed,
    Measure::Injured,
    Measure::Displaced,
    Measure::Refugees,
    Measure::Residents,
    Measure::Detained,
    Measure::Missing,
];
const BOUNDS: [Bound; 5] = [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Nearly];

/// A figure's details: bits 0 to 2 the measure, 3 to 5 the bound, 6 whether computed, 7 whether there is a best, 8
/// and 9 low, 10 and 11 high, 12 to 31 whom (0 nobody), 32 on how far back the figure stands that it is part of,
/// plus one (0 none). Nothing where one of these does not fit.
fn details(figure: &Figure, position: u32) -> Option<(Slim, Option<[u32; 2]>)> {
    let short = |number: Option<u64>| u32::try_from(number.unwrap_or(0)).ok();
    let best = short(figure.best)?;
    let (low, high) = (short(figure.low)?, short(figure.high)?);
    let known = |number: Option<u64>| match number {
        None => ABSENT,
        same if same == figure.best => BEST,
        Some(_) => OWN,
    };
    let whom = figure.whom.wrapping_add(1);
    // Parts stand behind their wholes, mostly.
    let back = match figure.part_of {
        NONE => 0,
        whole => position.checked_sub(whole)?.checked_add(1)?,
    };
    if whom >= 1 << 20 || figure.period.is_some() || back == u32::MAX {
        return None;
    }
    let (low_known, high_known) = (known(figure.low), known(figure.high));
    let details = figure.measure as u64
        | (figure.bound as u64) << 3
        | u64::from(figure.computed) << 6
        | u64::from(figure.best.is_some()) << 7
        | low_known << 8
        | high_known << 10
        | u64::from(whom) << 12
        | u64::from(back) << 32;
    let own = low_known == OWN || high_known == OWN;
    Some((Slim(best, details), own.then_some([low, high])))
}

impl Figures {
    /// Nothing yet, with room for so many lists of one figure.
    pub fn with_room(rows: usize) -> Self {
        Self { slim: Packed::with_room(rows), ..Self::default() }
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.slim.len()
    }

    /// Whether there is no list at all.
    pub fn is_empty(&self) -> bool {
        self.slim.is_empty()
    }

    /// How many figures there are.
    pub fn count(&self) -> usize {
        self.slim.count()
    }

    /// Adds the list of the next statement.
    pub fn push(&mut self, list: impl IntoIterator<Item = Figure>) {
        let mut position = self.count() as u32;
        let mut put = |mut figure: Figure| {
            if !figure.words.is_empty() {
                self.worded.push(position);
                self.words.push(&figure.words);
            }
            let slim = match details(&figure, position) {
                Some((slim, bounds)) => {
                    self.bounds.extend(bounds.map(|bounds| (position, bounds)));
                    slim
                }
                None => {
                    figure.words.clear();
                    self.rare.push((position, figure));
                    Slim(0, RARE)
                }
            };
            position += 1;
            slim
        };
        self.slim.push(list.into_iter().map(&mut put));
    }

    /// How many figures statement `row` has.
    pub fn length(&self, row: usize) -> usize {
        self.slim.length(row)
    }

    /// Where the figures of statement `row` stand among all.
    pub fn range(&self, row: usize) -> Range<usize> {
        self.slim.range(row)
    }

    /// The figures of statement `row`; none where there is no such statement.
    pub fn get(&self, row: usize) -> Vec<Figure> {
        let start = self.range(row).start;
        (start..).zip(self.slim.get(row)).map(|(at, slim)| self.whole(at, slim)).collect()
    }

    /// All figures, statement after statement.
    pub fn values(&self) -> impl Iterator<Item = Figure> {
        (0..).zip(self.slim.values()).map(|(at, slim)| self.whole(at, slim))
    }

    /// Whether every figure holds.
    pub fn all(&self, holds: impl Fn(&Figure) -> bool) -> bool {
        let (mut position, mut all) = (0, true);
        self.slim.each(&mut |list| {
            for &slim in list {
                all = all && holds(&self.whole(position, slim));
                position += 1;
            }
        });
        all
    }

    /// The figure at a position among all; nothing where there is none.
    pub fn at(&self, position: usize) -> Option<Figure> {
        let row = self.row_of(position)?;
        let own = position - self.range(row).start;
        self.slim.get(row).get(own).map(|&slim| self.whole(position, slim))
    }

    /// The statement whose figure stands at a position.
    pub fn row_of(&self, position: usize) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.range(middle).end <= position { low = middle + 1 } else { high = middle }
        }
        (low < self.len()).then_some(low)
    }

    /// The column with some figures changed, given by position.
    #[must_use]
    pub fn changed(&self, change: &mut dyn FnMut(usize, &mut Figure)) -> Self {
        let mut changed = Self::default();
        for row in 0..self.len() {
            let mut list = self.get(row);
            for (at, figure) in (self.range(row).start..).zip(&mut list) {
                change(at, figure);
            }
            changed.push(list);
        }
        changed
    }

    fn whole(&self, position: usize, Slim(best, details): Slim) -> Figure {
        let at = position as u32;
        let mut figure = match details {
            RARE => of(&self.rare, at).cloned().unwrap_or_default(),
            _ => self.slim_figure(at, best, details),
        };
        if let Ok(found) = self.worded.binary_search(&at) {
            figure.words = self.words.get(found).to_owned();
        }
        figure
    }

    fn slim_figure(&self, at: u32, best: u32, details: u64) -> Figure {
        let best = (details & 1 << 7 != 0).then_some(u64::from(best));
        let own = of(&self.bounds, at).copied().unwrap_or_default();
        let known = |shift: u32, own: u32| match details >> shift & 3 {
            BEST => best,
            OWN => Some(u64::from(own)),
            _ => None,
        };
        let back = (details >> 32) as u32;
        Figure {
            measure: MEASURES.get((details & 7) as usize).copied().unwrap_or_default(),
            bound: BOUNDS.get((details >> 3 & 7) as usize).copied().unwrap_or_default(),
            whom: ((details >> 12 & 0xF_FFFF) as u32).wrapping_sub(1),
            low: known(8, own[0]),
            best,
            high: known(10, own[1]),
            computed: details & 1 << 6 != 0,
            part_of: back.checked_sub(1).map_or(NONE, |back| at.wrapping_sub(back)),
            ..Figure::default()
        }
    }
}

fn of<T>(sparse: &[(u32, T)], position: u32) -> Option<&T> {
    let found = sparse.binary_search_by_key(&position, |(at, _)| *at).ok()?;
    sparse.get(found).map(|(_, value)| value)
}

impl<L: IntoIterator<Item = Figure>> FromIterator<L> for Figures {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut column = Self::default();
        lists.into_iter().for_each(|list| column.push(list));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Day, Span};
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = Option<u64>> {
        prop_oneof![Just(None), (0u64..4).prop_map(Some), any::<u64>().prop_map(Some)]
    }

    prop_compose! {
        fn figure()(
            numbers in (number(), number(), number()),
            kinds in (0usize..8, 0usize..5, any::<bool>()),
            whom in prop_oneof![Just(NONE), 0u32..3, any::<u32>()],
            part_of in prop_oneof![Just(NONE), 0u32..9, any::<u32>()],
            period in prop::option::weighted(0.1, 0i32..9),
            words in "[ab]{0,2}",
        ) -> Figure {
            Figure {
                measure: MEASURES[kinds.0],
                bound: BOUNDS[kinds.1],
                computed: kinds.2,
                whom,
                low: numbers.0,
                best: numbers.1,
                high: numbers.2,
                period: period.map(|day| Span::day(Day(day))),
                part_of,
                words,
            }
        }
    }

    proptest! {
        #[test]
        fn a_column_is_lists_of_figures(lists in prop::collection::vec(prop::collection::vec(figure(), 0..4), 0..80)) {
            let column: Figures = lists.iter().cloned().collect();
            let all: Vec<Figure> = lists.iter().flatten().cloned().collect();
            prop_assert_eq!(column.len(), lists.len());
            prop_assert!(column.all(|figure| all.contains(figure)));
            prop_assert!(!column.all(|figure| figure.whom == 9) || all.iter().all(|figure| figure.whom == 9));
            prop_assert_eq!(column.values().collect::<Vec<_>>(), all.clone());
            for (row, list) in lists.iter().enumerate() {
                prop_assert_eq!(&column.get(row), list);
            }
            for at in 0..all.len() + 1 {
                prop_assert_eq!(column.at(at), all.get(at).cloned());
            }
            prop_assert_eq!(column.changed(&mut |_, _| {}), column);
        }
    }

    #[test]
    fn kinds_stand_at_their_numbers() {
        (0..).zip(MEASURES).for_each(|(at, measure)| assert_eq!(measure as usize, at));
        (0..).zip(BOUNDS).for_each(|(at, bound)| assert_eq!(bound as usize, at));
    }
}
