//! Columns of numbers, as narrow as they fit.

use std::cmp::Ordering;

/// Numbers below 2³², in one, two or four bytes each, and in none while all are the same.
#[derive(Clone, Debug)]
pub enum Numbers {
    /// So many times one number.
    Same {
        /// The number; 0 where there is none.
        value: u32,
        /// How many.
        len: u32,
        /// How many there will be, as far as is known.
        room: u32,
    },
    /// All below 2⁸.
    Bytes(Vec<u8>),
    /// All below 2¹⁶.
    Shorts(Vec<u16>),
    /// Any.
    Longs(Vec<u32>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Same { value: 0, len: 0, room: 0 }
    }
}

impl PartialEq for Numbers {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Same { value, len, .. }, Self::Same { value: other, len: its, .. }) => {
                len == its && (*len == 0 || value == other)
            }
            (Self::Bytes(a), Self::Bytes(b)) => a == b,
            (Self::Shorts(a), Self::Shorts(b)) => a == b,
            (Self::Longs(a), Self::Longs(b)) => a == b,
            _ => self.len() == other.len() && self.iter().eq(other.iter()),
        }
    }
}

impl Eq for Numbers {}

impl Numbers {
    /// Nothing yet, with room for so many, which is taken only once they differ.
    pub fn with_room(room: usize) -> Self {
        Self::Same { value: 0, len: 0, room: u32::try_from(room).unwrap_or(0) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Same { len, .. } => *len as usize,
            Self::Bytes(all) => all.len(),
            Self::Shorts(all) => all.len(),
            Self::Longs(all) => all.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one at a position.
    #[inline]
    pub fn get(&self, at: usize) -> Option<u32> {
        match self {
            Self::Same { value, len, .. } => (at < *len as usize).then_some(*value),
            Self::Bytes(all) => all.get(at).map(|&number| number.into()),
            Self::Shorts(all) => all.get(at).map(|&number| number.into()),
            Self::Longs(all) => all.get(at).copied(),
        }
    }

    /// The last one.
    pub fn last(&self) -> Option<u32> {
        self.len().checked_sub(1).and_then(|at| self.get(at))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0..self.len()).map(|at| self.get(at).unwrap_or(0))
    }

    /// Whether none is smaller than the one before it.
    pub fn is_sorted(&self) -> bool {
        self.iter().is_sorted()
    }

    /// How many from `start` on are not above `most`, in numbers that never fall.
    pub fn not_above(&self, start: usize, most: usize) -> usize {
        let (mut low, mut high) = (start, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).map_or(Ordering::Greater, |number| (number as usize).cmp(&most)) {
                Ordering::Greater => high = middle,
                _ => low = middle + 1,
            }
        }
        low.saturating_sub(start)
    }

    /// Adds one more.
    #[inline]
    pub fn push(&mut self, number: u32) {
        match self {
            Self::Bytes(all) if number <= 0xFF => all.push(number as u8),
            Self::Shorts(all) if number <= 0xFFFF => all.push(number as u16),
            Self::Longs(all) => all.push(number),
            Self::Same { value, len, .. } if *value == number || *len == 0 => {
                (*value, *len) = (number, *len + 1);
            }
            _ => {
                self.widen(number);
                self.push(number);
            }
        }
    }

    /// Puts another number in a place; nothing where there is no such place.
    pub fn set(&mut self, at: usize, number: u32) {
        match self {
            Self::Same { value, .. } if *value == number => {}
            Self::Bytes(all) if number <= 0xFF => _ = all.get_mut(at).map(|old| *old = number as u8),
            Self::Shorts(all) if number <= 0xFFFF => _ = all.get_mut(at).map(|old| *old = number as u16),
            Self::Longs(all) => _ = all.get_mut(at).map(|old| *old = number),
            _ if at < self.len() => {
                self.widen(number);
                self.set(at, number);
            }
            _ => {}
        }
    }

    /// Makes every number wide enough for `number` too.
    #[cold]
    fn widen(&mut self, number: u32) {
        let most = if let Self::Same { value, .. } = self { number.max(*value) } else { number };
        let room = match self {
            Self::Same { room, len, .. } => (*room).max(*len + 1) as usize,
            Self::Bytes(all) => all.capacity(),
            Self::Shorts(all) => all.capacity(),
            Self::Longs(all) => all.capacity(),
        };
        let old = std::mem::take(self);
        *self = match most {
            0..=0xFF => Self::Bytes(Vec::with_capacity(room)),
            0x100..=0xFFFF => Self::Shorts(Vec::with_capacity(room)),
            _ => Self::Longs(Vec::with_capacity(room)),
        };
        match self {
            Self::Bytes(all) => all.extend(old.iter().map(|number| number as u8)),
            Self::Shorts(all) => all.extend(old.iter().map(|number| number as u16)),
            Self::Longs(all) => all.extend(old.iter()),
            Self::Same { .. } => {}
        }
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut all = Self::default();
        numbers.into_iter().for_each(|number| all.push(number));
        all
    }
}

impl From<Vec<u32>> for Numbers {
    fn from(numbers: Vec<u32>) -> Self {
        numbers.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = u32> {
        prop_oneof![Just(0u32), Just(7), 0u32..300, 0u32..70_000, any::<u32>()]
    }

    proptest! {
        #[test]
        fn a_column_is_a_list(list in prop::collection::vec(number(), 0..60), at in 0usize..80, by in number()) {
            let mut list = list;
            let mut column: Numbers = list.clone().into();
            prop_assert_eq!(column.iter().collect::<Vec<_>>(), list.clone());
            prop_assert_eq!(column.get(at), list.get(at).copied());
            prop_assert_eq!(column.last(), list.last().copied());
            column.set(at, by);
            if let Some(slot) = list.get_mut(at) {
                *slot = by;
            }
            prop_assert_eq!(&column, &Numbers::from(list.clone()));
            list.sort_unstable();
            let sorted: Numbers = list.clone().into();
            prop_assert!(sorted.is_sorted());
            let start = at.min(list.len());
            let expect = list[start..].iter().filter(|&&number| number <= by).count();
            prop_assert_eq!(sorted.not_above(start, by as usize), expect);
        }
    }
}
