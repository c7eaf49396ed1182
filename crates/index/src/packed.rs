//! Columns of lists in which one number of each value says almost everything.
//!
//! A statement's list of actors is their numbers, and beside them roles and groups, which in a table are the same
//! few combinations again and again. So a column keeps the numbers, as narrow as they fit, and for each statement
//! which *shape* its list has: how many values, and the details of each. A million statements with an initiator and
//! mostly somebody affected take four bytes each; as structs they took seventeen.

use crate::few::Few;
use crate::numbers::Numbers;
use std::marker::PhantomData;

/// A value that is a number and details.
pub trait Pack: Copy + Default {
    /// The number, of which most values have different ones, and the details, of which most have the same.
    fn split(self) -> (u32, u64);

    /// The value again.
    fn join(number: u32, details: u64) -> Self;
}

impl Pack for u32 {
    fn split(self) -> (u32, u64) {
        (self, 0)
    }

    fn join(number: u32, _: u64) -> Self {
        number
    }
}

/// A column of lists, one per statement.
#[derive(Clone, Debug)]
pub struct Packed<T> {
    column: Column,
    of: PhantomData<T>,
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { column: Column::default(), of: PhantomData }
    }
}

impl<T> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.column == other.column
    }
}

impl<T> Eq for Packed<T> {}

impl<T: Pack> Packed<T> {
    /// Nothing yet, with room for so many lists of one value.
    pub fn with_room(rows: usize) -> Self {
        let column = Column {
            numbers: Numbers::with_room(rows),
            shapes: Numbers::with_room(rows),
            ..Column::default()
        };
        Self { column, of: PhantomData }
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.column.shapes.len()
    }

    /// Whether there is no list at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the list of the next statement.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        for value in list {
            self.column.put(value.split());
        }
        self.column.end();
    }

    /// The values of statement `row`; none where there is no such statement.
    pub fn get(&self, row: usize) -> Few<T> {
        let mut few = Few::none();
        for (at, &details) in self.column.range(row).zip(self.column.shape(row)) {
            few.push(T::join(self.column.numbers.get(at).unwrap_or(0), details));
        }
        few
    }

    /// The lists in order.
    pub fn iter(&self) -> impl Iterator<Item = Few<T>> {
        let mut at = 0;
        (0..self.len()).map(move |row| {
            let mut few = Few::none();
            for &details in self.column.shape(row) {
                few.push(T::join(self.column.numbers.get(at).unwrap_or(0), details));
                at += 1;
            }
            few
        })
    }

    /// The first value of statement `row`; nothing where it has none.
    pub fn first(&self, row: usize) -> Option<T> {
        let details = *self.column.shape(row).first()?;
        self.column.numbers.get(self.column.range(row).start).map(|number| T::join(number, details))
    }

    /// Shows each statement's list in order; the quickest way through all of them.
    pub fn each(&self, show: &mut dyn FnMut(&[T])) {
        let (mut list, mut at) = (Vec::new(), 0);
        for row in 0..self.len() {
            list.clear();
            for &details in self.column.shape(row) {
                list.push(T::join(self.column.numbers.get(at).unwrap_or(0), details));
                at += 1;
            }
            show(&list);
        }
    }

    /// Whether every value's number, details aside, holds.
    pub fn all(&self, holds: impl Fn(T) -> bool) -> bool {
        self.column.numbers.iter().all(|number| holds(T::join(number, 0)))
    }

    /// How many values statement `row` has.
    pub fn length(&self, row: usize) -> usize {
        self.column.shape(row).len()
    }

    /// Where the values of statement `row` stand among all.
    pub fn range(&self, row: usize) -> std::ops::Range<usize> {
        self.column.range(row)
    }

    /// All values, statement after statement.
    pub fn values(&self) -> impl Iterator<Item = T> {
        self.iter().flatten()
    }

    /// How many values all lists have.
    pub fn count(&self) -> usize {
        self.column.numbers.len()
    }

    /// Changes every value's number, details aside.
    pub fn renumber(&mut self, mut renumber: impl FnMut(T) -> T) {
        let mut renumbered = |old: u32| renumber(T::join(old, 0)).split().0;
        let numbers = &mut self.column.numbers;
        if let Numbers::Same { value, .. } = numbers {
            *value = renumbered(*value);
            return;
        }
        for at in 0..numbers.len() {
            numbers.set(at, renumbered(numbers.get(at).unwrap_or(0)));
        }
    }
}

impl<T: Pack, L: IntoIterator<Item = T>> FromIterator<L> for Packed<T> {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut column = Self::default();
        lists.into_iter().for_each(|list| column.push(list));
        column
    }
}

/// Statements between which it is noted where their values stand.
const BLOCK: usize = 64;

/// What a column is, whatever it holds.
#[derive(Clone, Debug, Default)]
struct Column {
    numbers: Numbers,
    /// Each statement's shape.
    shapes: Numbers,
    /// The details of all shapes, end to end, and where each shape's end.
    details: Vec<u64>,
    ends: Vec<u32>,
    /// The shapes in the order of their details.
    sorted: Vec<u32>,
    /// Where the values of every [`BLOCK`]th statement begin.
    blocks: Vec<u32>,
    /// The details of the statement at hand, and the last one's shape.
    open: Vec<u64>,
    last: u32,
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        // Shapes are numbered as they come.
        self.numbers == other.numbers
            && self.shapes == other.shapes
            && self.details == other.details
            && self.ends == other.ends
    }
}

impl Column {
    #[inline]
    fn put(&mut self, (number, details): (u32, u64)) {
        self.numbers.push(number);
        self.open.push(details);
    }

    /// Ends the statement at hand.
    #[inline]
    fn end(&mut self) {
        if self.shapes.len().is_multiple_of(BLOCK) {
            self.blocks.push((self.numbers.len() - self.open.len()) as u32);
        }
        if self.ends.is_empty() || self.details_of(self.last) != self.open {
            self.last = self.shape_of_open();
        }
        self.shapes.push(self.last);
        self.open.clear();
    }

    /// The shape with the details at hand, which may be a new one.
    fn shape_of_open(&mut self) -> u32 {
        let found = self.sorted.binary_search_by(|&shape| self.details_of(shape).cmp(&self.open));
        let place = match found {
            Ok(at) => return self.sorted.get(at).copied().unwrap_or(0),
            Err(place) => place,
        };
        let shape = self.ends.len() as u32;
        self.details.extend_from_slice(&self.open);
        self.ends.push(self.details.len() as u32);
        self.sorted.insert(place, shape);
        shape
    }

    #[inline]
    fn details_of(&self, shape: u32) -> &[u64] {
        let end = |shape: usize| self.ends.get(shape).map_or(0, |&end| end as usize);
        let start = if shape == 0 { 0 } else { end(shape as usize - 1) };
        self.details.get(start..end(shape as usize)).unwrap_or_default()
    }

    #[inline]
    fn shape(&self, row: usize) -> &[u64] {
        self.shapes.get(row).map_or(&[], |shape| self.details_of(shape))
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        let length = self.shape(row).len();
        let start = match self.shapes {
            Numbers::Same { .. } => row * length,
            _ => {
                let first = row / BLOCK;
                let known = self.blocks.get(first).map_or(0, |&at| at as usize);
                known + (first * BLOCK..row).map(|row| self.shape(row).len()).sum::<usize>()
            }
        };
        start..start + length
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Pair(u32, u64);

    impl Pack for Pair {
        fn split(self) -> (u32, u64) {
            (self.0, self.1)
        }

        fn join(number: u32, details: u64) -> Self {
            Self(number, details)
        }
    }

    proptest! {
        #[test]
        fn a_column_is_lists(lists in prop::collection::vec(prop::collection::vec((0u32..70_000, 0u64..3), 0..7), 0..300)) {
            let pairs = |list: &Vec<(u32, u64)>| list.iter().map(|&(a, b)| Pair(a, b)).collect::<Vec<_>>();
            let lists: Vec<Vec<Pair>> = lists.iter().map(pairs).collect();
            let mut column: Packed<Pair> = lists.iter().cloned().collect();
            prop_assert_eq!(column.len(), lists.len());
            prop_assert_eq!(column.iter().map(|few| few.to_vec()).collect::<Vec<_>>(), lists.clone());
            let mut start = 0;
            for (row, list) in lists.iter().enumerate() {
                prop_assert_eq!(&*column.get(row), list.as_slice());
                prop_assert_eq!(column.first(row), list.first().copied());
                prop_assert_eq!(column.range(row), start..start + list.len());
                start += list.len();
            }
            prop_assert!(column.get(lists.len()).is_empty());
            let mut shown = Vec::new();
            column.each(&mut |list| shown.push(list.to_vec()));
            prop_assert_eq!(&shown, &lists);
            prop_assert!(column.all(|pair| lists.iter().flatten().any(|known| known.0 == pair.0)));
            column.renumber(|pair| Pair(pair.0 * 2 + 1, pair.1));
            let doubled = lists.iter().flatten().map(|pair| Pair(pair.0 * 2 + 1, pair.1));
            prop_assert_eq!(column.values().collect::<Vec<_>>(), doubled.collect::<Vec<_>>());
        }
    }
}
