//! Columns: one value, or one list of values, per statement, laid end to end.
//!
//! A million small vectors would cost more in headers than in values. A column keeps all values in one
//! vector and remembers where each statement's values end.

use crate::numbers::Numbers;

/// A column of lists: statement `i` owns `values[ends[i - 1]..ends[i]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists<T> {
    /// All values, statement after statement.
    pub values: Vec<T>,
    /// Where each statement's values end.
    pub ends: Numbers,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { values: Vec::new(), ends: Numbers::default() }
    }
}

impl<T> Lists<T> {
    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no list at all.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds the list of the next statement.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.values.extend(list);
        self.ends.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// The values of statement `i`; empty where there is no such statement.
    pub fn get(&self, i: usize) -> &[T] {
        self.values.get(self.range(i)).unwrap_or_default()
    }

    /// The values of statement `i`, to change.
    pub fn get_mut(&mut self, i: usize) -> &mut [T] {
        let range = self.range(i);
        self.values.get_mut(range).unwrap_or_default()
    }

    /// Where the values of statement `i` stand in [`Lists::values`].
    pub fn range(&self, i: usize) -> std::ops::Range<usize> {
        let start = if i == 0 { 0 } else { self.ends.get(i - 1).unwrap_or(0) };
        let end = self.ends.get(i).unwrap_or(start);
        start as usize..end as usize
    }

    /// The lists in order.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|i| self.get(i))
    }
}

impl<T, L: IntoIterator<Item = T>> FromIterator<L> for Lists<T> {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut column = Self::default();
        lists.into_iter().for_each(|list| column.push(list));
        column
    }
}

/// A column of texts, one per statement, in one buffer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// All texts, end to end.
    pub buffer: String,
    /// Where each text ends, in bytes.
    pub ends: Numbers,
}

impl Texts {
    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds the next statement's text.
    pub fn push(&mut self, text: &str) {
        self.buffer.push_str(text);
        self.ends.push(u32::try_from(self.buffer.len()).unwrap_or(u32::MAX));
    }

    /// The text of statement `i`; empty where there is none.
    pub fn get(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { self.ends.get(i - 1).unwrap_or(0) };
        let end = self.ends.get(i).unwrap_or(start);
        self.buffer.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The texts in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|i| self.get(i))
    }
}

impl<'a> FromIterator<&'a str> for Texts {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        let mut column = Self::default();
        texts.into_iter().for_each(|text| column.push(text));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_their_borders() {
        let mut lists = Lists::default();
        lists.push([1, 2]);
        lists.push([]);
        lists.push([3]);
        assert_eq!(lists.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
        assert_eq!(lists.get(3), &[] as &[i32]);
    }

    #[test]
    fn texts_keep_their_borders() {
        let texts: Texts = ["إدلب", "", "Idlib"].into_iter().collect();
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["إدلب", "", "Idlib"]);
        assert_eq!(texts.get(9), "");
    }
}
