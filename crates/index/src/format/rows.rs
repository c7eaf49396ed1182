//! What a column of lists can do for its way to bytes and back.

use crate::model::{Figure, Figures};
use crate::{Lists, Pack, Packed};

/// A column of lists.
pub trait Rows<T> {
    /// Nothing yet, with room for so many lists.
    fn with_room(rows: usize) -> Self;

    /// How many lists there are.
    fn rows(&self) -> usize;

    /// How many values a list has.
    fn length(&self, row: usize) -> usize;

    /// Appends the values of a list.
    fn copy(&self, row: usize, list: &mut Vec<T>);

    /// Adds a list, whose values may be taken.
    fn add(&mut self, list: &mut Vec<T>);
}

impl<T: Clone> Rows<T> for Lists<T> {
    fn with_room(_: usize) -> Self {
        Self::default()
    }

    fn rows(&self) -> usize {
        self.len()
    }

    fn length(&self, row: usize) -> usize {
        self.get(row).len()
    }

    fn copy(&self, row: usize, list: &mut Vec<T>) {
        list.extend_from_slice(self.get(row));
    }

    fn add(&mut self, list: &mut Vec<T>) {
        self.push(list.drain(..));
    }
}

impl<T: Pack> Rows<T> for Packed<T> {
    fn with_room(rows: usize) -> Self {
        Self::with_room(rows)
    }

    fn rows(&self) -> usize {
        self.len()
    }

    fn length(&self, row: usize) -> usize {
        self.length(row)
    }

    fn copy(&self, row: usize, list: &mut Vec<T>) {
        list.extend_from_slice(&self.get(row));
    }

    fn add(&mut self, list: &mut Vec<T>) {
        self.push(list.iter().copied());
    }
}

impl Rows<Figure> for Figures {
    fn with_room(rows: usize) -> Self {
        Self::with_room(rows)
    }

    fn rows(&self) -> usize {
        self.len()
    }

    fn length(&self, row: usize) -> usize {
        self.length(row)
    }

    fn copy(&self, row: usize, list: &mut Vec<Figure>) {
        list.extend(self.get(row));
    }

    fn add(&mut self, list: &mut Vec<Figure>) {
        self.push(list.drain(..));
    }
}
