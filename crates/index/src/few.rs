//! The values of one statement, taken out of their column.

use std::ops::Deref;

/// Values that stand here without a place of their own in the column, since that keeps them narrower; mostly one
/// or two. Reads as a slice.
#[derive(Clone, Debug)]
pub struct Few<T> {
    first: [T; 4],
    len: usize,
    more: Vec<T>,
}

impl<T: Copy + Default> Few<T> {
    /// No value.
    pub fn none() -> Self {
        Self { first: [T::default(); 4], len: 0, more: Vec::new() }
    }

    /// Adds a value.
    pub fn push(&mut self, value: T) {
        if let Some(place) = self.first.get_mut(self.len) {
            *place = value;
        } else {
            if self.more.is_empty() {
                self.more.extend_from_slice(&self.first);
            }
            self.more.push(value);
        }
        self.len += 1;
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        if self.more.is_empty() { self.first.get(..self.len).unwrap_or_default() } else { &self.more }
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: PartialEq, const N: usize> PartialEq<[T; N]> for Few<T> {
    fn eq(&self, other: &[T; N]) -> bool {
        **self == *other
    }
}

/// Gives the values of a [`Few`] away.
#[derive(Debug)]
pub struct Values<T> {
    of: Few<T>,
    at: usize,
}

impl<T: Copy> Iterator for Values<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let value = self.of.get(self.at).copied();
        self.at += 1;
        value
    }
}

impl<T: Copy> IntoIterator for Few<T> {
    type Item = T;
    type IntoIter = Values<T>;

    fn into_iter(self) -> Values<T> {
        Values { of: self, at: 0 }
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
