//! The three values of an answer, and how many statements got which.

/// Whether a statement answers a question.
///
/// Ordered, so that "the best answer wins" is `max` and "the worst answer wins" is `min`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Answer {
    /// It does not.
    No,
    /// The source leaves it open: an interval that only overlaps, a wider place, one of several alternatives.
    MayMatch,
    /// It does.
    #[default]
    Match,
}

impl Answer {
    /// Whether a statement with this answer is shown.
    pub fn is_shown(self) -> bool {
        self != Self::No
    }

    /// The answer to "everything but this".
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::No => Self::Match,
            Self::MayMatch => Self::MayMatch,
            Self::Match => Self::No,
        }
    }
}

/// How many statements match, and how many may match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counts {
    /// Statements that match.
    pub matching: u32,
    /// Statements that may match, not counted among the matching.
    pub may_match: u32,
}

impl Counts {
    /// Statements that match or may match: those shown.
    pub fn shown(self) -> u32 {
        self.matching + self.may_match
    }

    /// Counts one more statement with this answer.
    pub fn add(&mut self, answer: Answer) {
        match answer {
            Answer::No => {}
            Answer::MayMatch => self.may_match += 1,
            Answer::Match => self.matching += 1,
        }
    }
}

impl FromIterator<Answer> for Counts {
    fn from_iter<T: IntoIterator<Item = Answer>>(answers: T) -> Self {
        let mut counts = Self::default();
        answers.into_iter().for_each(|answer| counts.add(answer));
        counts
    }
}
