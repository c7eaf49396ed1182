//! The list: the statements shown as the engine has them, or in an order of their own.

use query::{Answer, Shown};
use std::ops::Range;

/// The statements of the list, in its order.
#[derive(Clone, Debug)]
pub enum Listed {
    /// As the corpus has them.
    Standing(Shown),
    /// Sorted, or behind a number.
    Sorted(Vec<(u32, Answer)>),
}

impl Default for Listed {
    fn default() -> Self {
        Self::Sorted(Vec::new())
    }
}

impl Listed {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Standing(shown) => shown.len(),
            Self::Sorted(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those at some places; what lies past the end is left out.
    pub fn part(&self, places: Range<usize>) -> Vec<(u32, Answer)> {
        match self {
            Self::Standing(shown) => shown.part(places),
            Self::Sorted(rows) => rows.iter().skip(places.start).take(places.len()).copied().collect(),
        }
    }

    /// All of them.
    pub fn all(&self) -> Vec<(u32, Answer)> {
        self.part(0..self.len())
    }
}
