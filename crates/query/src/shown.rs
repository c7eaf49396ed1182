//! The statements that a selection shows, as bitmaps: a list of a million costs more than the question.

use crate::Answer;
use crate::marks::Marks;
use std::ops::Range;

/// The statements shown, in the corpus's order, each with its answer.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    marks: Marks,
    len: usize,
}

impl Shown {
    /// Those that match or may match; with `matches_only` those that match.
    pub(crate) fn new(marks: &Marks, matches_only: bool) -> Self {
        let some = if matches_only { &marks.yes } else { &marks.some };
        let marks = Marks { yes: marks.yes.clone(), some: some.clone() };
        let len = marks.some.iter().map(|word| word.count_ones() as usize).sum();
        Self { marks, len }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All of them.
    pub fn iter(&self) -> Rows<'_> {
        Rows::of(&self.marks.yes, &self.marks.some)
    }

    /// Those at some places of the list; what lies past its end is left out.
    pub fn part(&self, places: Range<usize>) -> Vec<(u32, Answer)> {
        let (mut before, mut word) = (0, 0);
        while let Some(bits) = self.marks.some.get(word) {
            let here = bits.count_ones() as usize;
            if before + here > places.start {
                break;
            }
            before += here;
            word += 1;
        }
        let rest = Rows::from_word(&self.marks.yes, &self.marks.some, word);
        rest.skip(places.start - before.min(places.start)).take(places.len()).collect()
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Shown {}

/// From statements in any order; those that are answered no are left out.
impl FromIterator<(u32, Answer)> for Shown {
    fn from_iter<T: IntoIterator<Item = (u32, Answer)>>(rows: T) -> Self {
        let mut marks = Marks::default();
        for (row, answer) in rows {
            let words = marks.some.len().max(row as usize / 64 + 1);
            marks.yes.resize(words, 0);
            marks.some.resize(words, 0);
            marks.put(row as usize, answer);
        }
        Self::new(&marks, false)
    }
}

/// Statements with their answers, read off two bitmaps.
pub struct Rows<'a> {
    yes: &'a [u64],
    some: &'a [u64],
    word: usize,
    /// What is left of the word.
    left: u64,
}

impl<'a> Rows<'a> {
    /// Those marked in `some`; a match where marked in `yes`, too.
    pub(crate) fn of(yes: &'a [u64], some: &'a [u64]) -> Self {
        Self::from_word(yes, some, 0)
    }

    fn from_word(yes: &'a [u64], some: &'a [u64], word: usize) -> Self {
        Self { yes, some, word, left: some.get(word).copied().unwrap_or(0) }
    }
}

impl Iterator for Rows<'_> {
    type Item = (u32, Answer);

    fn next(&mut self) -> Option<Self::Item> {
        while self.left == 0 {
            self.word += 1;
            self.left = *self.some.get(self.word)?;
        }
        let bit = self.left.trailing_zeros();
        self.left &= self.left - 1;
        let matches = self.yes.get(self.word).is_some_and(|word| word >> bit & 1 == 1);
        let answer = if matches { Answer::Match } else { Answer::MayMatch };
        Some((self.word as u32 * 64 + bit, answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ANSWERS: [Answer; 3] = [Answer::No, Answer::MayMatch, Answer::Match];

    proptest! {
        #[test]
        fn a_list_by_bits_is_the_list_by_statement(
            answers in prop::collection::vec(0usize..3, 0..400),
            places in (0usize..420, 0usize..420),
            matches_only: bool,
        ) {
            let mut marks = Marks::none(answers.len());
            let answers: Vec<Answer> = answers.into_iter().map(|at| ANSWERS[at]).collect();
            answers.iter().enumerate().for_each(|(row, &answer)| marks.put(row, answer));
            let least = if matches_only { Answer::Match } else { Answer::MayMatch };
            let slow: Vec<(u32, Answer)> = (0..).zip(answers).filter(|(_, answer)| *answer >= least).collect();
            let shown = Shown::new(&marks, matches_only);
            prop_assert_eq!(shown.iter().collect::<Vec<_>>(), slow.clone());
            prop_assert_eq!(&shown, &slow.iter().copied().collect::<Shown>());
            prop_assert_eq!((shown.len(), shown.is_empty()), (slow.len(), slow.is_empty()));
            let end = places.1.min(slow.len());
            let part = slow.get(places.0..end.max(places.0)).unwrap_or_default().to_vec();
            prop_assert_eq!(shown.part(places.0..places.1), part);
        }
    }
}
