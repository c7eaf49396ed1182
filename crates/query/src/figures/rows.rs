//! The rows of tables: columns of numbers, and sums that are kept up as rows enter and leave the selection.
//!
//! A row stands here where it speaks of an event of its own over a decided period, and its figures are of the row's
//! period and at most parts of each other. Then it can be added to any other row of its table, and all that is to be
//! known of it is its numbers and the group (table, measure, population, part or not) that they belong to.

use super::{Sum, read};
use crate::Answer;
use crate::marks::{Marks, words};
use index::{Corpus, Figure, Made, Measure, NONE, Span};

/// A number that is not given.
const OPEN: u32 = u32::MAX;

/// The rows of all tables.
#[derive(Debug, Default)]
pub struct Rows {
    /// What the figures are of.
    pub groups: Vec<RowGroup>,
    /// Each figure's statement, never falling.
    row: Vec<u32>,
    group: Vec<u16>,
    numbers: Vec<[u32; 3]>,
    /// Where the figures of each 64 statements begin.
    starts: Vec<u32>,
    statements: usize,
}

/// What a figure of a table's row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowGroup {
    /// The table.
    pub report: u32,
    /// What is counted.
    pub measure: Measure,
    /// Of whom.
    pub whom: u32,
    /// The population of the figure that it is part of; nothing for a figure by itself.
    pub part_of: Option<u32>,
    /// First and last day of the table's rows.
    pub covers: Span,
}

impl Rows {
    /// No figures yet.
    pub fn new(corpus: &Corpus) -> Self {
        Self { statements: corpus.statements.len(), ..Self::default() }
    }

    /// Whether all figures of a statement can stand here, and there is a group for each.
    pub fn fits(&mut self, corpus: &Corpus, row: u32) -> bool {
        let at = row as usize;
        let dates = corpus.statements.dates.get(at);
        let (range, figures) = (corpus.statements.figures.range(at), corpus.statements.figures.get(at));
        let fits = |(position, figure): (usize, &Figure)| {
            let is_rival = |other: &&Figure| other.measure == figure.measure && other.part_of == NONE;
            let is_single = || figures.iter().filter(is_rival).count() == 1;
            let stands = match figure.part_of {
                // Two figures by themselves in one row may count the same people.
                NONE => is_single(),
                whole if whole as usize == position || !range.contains(&(whole as usize)) => false,
                whole => figures
                    .get(whole as usize - range.start)
                    .is_some_and(|of| of.measure == figure.measure && of.part_of == NONE),
            };
            stands && super::adds(figure.measure) && figure.period.is_none() && numbers(figure).is_some()
        };
        corpus.statements.made.get(at) == Some(&Made::Table)
            && figures.first().is_some_and(|figure| read::period(figure, &dates).is_some())
            && range.clone().zip(&figures).all(fits)
            && figures.iter().all(|figure| self.group(corpus, row, figure).is_some())
    }

    /// Takes in a figure of a statement that fits; statements are given in order.
    pub fn take(&mut self, corpus: &Corpus, row: u32, figure: &Figure) -> bool {
        let (Some(group), Some(numbers)) = (self.group(corpus, row, figure), numbers(figure)) else {
            return false;
        };
        self.row.push(row);
        self.group.push(group);
        self.numbers.push(numbers);
        true
    }

    /// The group of a figure; nothing where there are too many groups.
    fn group(&mut self, corpus: &Corpus, row: u32, figure: &Figure) -> Option<u16> {
        let report = corpus.statements.reports.get(row as usize).copied().unwrap_or(NONE);
        let range = corpus.statements.figures.range(row as usize);
        let whole = (figure.part_of as usize).checked_sub(range.start);
        let own = corpus.statements.figures.get(row as usize);
        let whole = whole.and_then(|at| own.get(at));
        let period = read::period(figure, &corpus.statements.dates.get(row as usize))?;
        let (measure, whom, part_of) = (figure.measure, figure.whom, whole.map(|of| of.whom));
        let is_same = |group: &RowGroup| {
            (group.report, group.measure, group.whom, group.part_of) == (report, measure, whom, part_of)
        };
        let at = self.groups.iter().position(is_same).unwrap_or(self.groups.len());
        let number = u16::try_from(at).ok()?;
        if at == self.groups.len() {
            self.groups.push(RowGroup { report, measure, whom, part_of, covers: period });
        }
        let group = self.groups.get_mut(at)?;
        group.covers.from = group.covers.from.min(period.from);
        group.covers.to = group.covers.to.max(period.to);
        Some(number)
    }

    /// Makes what is looked up by statement.
    pub fn finish(&mut self) {
        let words = words(self.statements);
        self.starts = Vec::with_capacity(words + 1);
        let mut at = 0;
        for word in 0..=words {
            while self.row.get(at).is_some_and(|&row| (row as usize) < word * 64) {
                at += 1;
            }
            self.starts.push(at as u32);
        }
    }

    /// The figures of a word's statements.
    fn of_word(&self, word: usize) -> std::ops::Range<usize> {
        let start = |word: usize| self.starts.get(word).map_or(self.row.len(), |&at| at as usize);
        start(word)..start(word + 1)
    }

    /// The statements with a figure of a line, that are shown.
    pub fn behind(
        &self,
        of: impl Fn(&RowGroup) -> bool,
        answer: impl Fn(u32) -> Answer,
    ) -> Vec<(u32, Answer)> {
        let wanted: Vec<bool> = self.groups.iter().map(of).collect();
        let mut rows: Vec<(u32, Answer)> = Vec::new();
        for (&row, &group) in self.row.iter().zip(&self.group) {
            let wanted = wanted.get(group as usize).copied().unwrap_or(false);
            if wanted && rows.last().is_none_or(|last| last.0 != row) && answer(row).is_shown() {
                rows.push((row, answer(row)));
            }
        }
        rows
    }
}

/// Least, best and most, as small numbers; nothing where there is none at all or one is too large.
fn numbers(figure: &Figure) -> Option<[u32; 3]> {
    let (low, best, high) = read::range(figure);
    let is_given = low.is_some() || best.is_some() || high.is_some();
    let number = |n: Option<u64>| n.map_or(Some(OPEN), |n| u32::try_from(n).ok().filter(|&n| n != OPEN));
    Some([number(low)?, number(best)?, number(high)?]).filter(|_| is_given)
}

/// The sums of each group over the statements shown.
#[derive(Debug, Default)]
pub struct Kept {
    marks: Marks,
    /// By group: over matches, and over what only may match.
    pub sums: Vec<(Sum, Sum)>,
}

impl Kept {
    /// Turns to other answers: adds the figures of statements that entered, takes away those of statements that left.
    pub fn turn(&mut self, rows: &Rows, to: &Marks, matches_only: bool) {
        let words = words(rows.statements);
        self.sums.resize(rows.groups.len(), Default::default());
        self.marks.yes.resize(words, 0);
        self.marks.some.resize(words, 0);
        for word in 0..words {
            let (yes, some) = to.word(word);
            let some = if matches_only { yes } else { some };
            let (was_yes, was_some) = self.marks.word(word);
            let changed = (yes ^ was_yes) | (some ^ was_some);
            if changed == 0 {
                continue;
            }
            for at in rows.of_word(word) {
                let bit = 1u64 << (rows.row[at] % 64);
                if changed & bit == 0 {
                    continue;
                }
                let Some(sums) = self.sums.get_mut(rows.group[at] as usize) else { continue };
                let [low, best, high] = rows.numbers[at].map(|n| (n != OPEN).then_some(u64::from(n)));
                if was_some & bit != 0 {
                    let sum = if was_yes & bit != 0 { &mut sums.0 } else { &mut sums.1 };
                    sum.take(low, best, high);
                }
                if some & bit != 0 {
                    let sum = if yes & bit != 0 { &mut sums.0 } else { &mut sums.1 };
                    sum.add(low, best, high);
                }
            }
            self.marks.yes[word] = yes;
            self.marks.some[word] = some;
        }
    }
}
