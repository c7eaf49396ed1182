//! Figures as they are weighed: what matters of each, in few bytes.

use super::rows::Rows;
use super::{Says, read};
use crate::view::View;
use crate::{Answer, Counts};
use index::{Bound, Corpus, Made, Measure, NONE, Span};

/// A figure, its statement and its period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Its position among all figures of the corpus.
    pub position: u32,
    /// Its statement.
    pub row: u32,
    /// What is counted.
    pub measure: Measure,
    /// Of whom, an index into the corpus's populations, or [`index::NONE`].
    pub whom: u32,
    /// The least, where the source decides.
    pub low: Option<u64>,
    /// The best estimate, or the number as given.
    pub best: Option<u64>,
    /// The most, where the source decides.
    pub high: Option<u64>,
    /// How the source bounds its number.
    pub bound: Bound,
    /// Computed by us rather than stated.
    pub computed: bool,
    /// The period, where it is decided.
    pub period: Option<Span>,
    /// Whether the period is the figure's own rather than its statement's date.
    pub own_period: bool,
    /// The position of the figure that it is part of, or [`index::NONE`].
    pub part_of: u32,
    /// The event of its statement, or [`index::NONE`].
    pub event: u32,
    /// Its entry among those who say so.
    pub says: u32,
}

/// All figures of a corpus.
#[derive(Debug, Default)]
pub struct Index {
    /// The rows of tables that stand by themselves.
    pub rows: Rows,
    /// All other figures, by position.
    pub held: Vec<Held>,
    /// Who says so.
    pub says: Vec<Says>,
    /// Entries of `held` without a decided period.
    pub undated: Vec<u32>,
}

impl Index {
    /// Reads a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let mut index = Self { rows: Rows::new(corpus), ..Self::default() };
        let alone = Alone::new(corpus);
        let (mut current, mut sorted) = ((NONE, false), Vec::new());
        read::each(corpus, |position, row, figure| {
            if current.0 != row {
                current = (row, alone.is_alone(corpus, row) && index.rows.fits(corpus, row));
            }
            if current.1 && index.rows.take(corpus, row, figure) {
                return;
            }
            let (low, best, high) = read::range(figure);
            let held = Held {
                position,
                row,
                measure: figure.measure,
                whom: figure.whom,
                low,
                best,
                high,
                bound: figure.bound,
                computed: figure.computed,
                period: read::period(figure, &corpus.statements.dates.get(row as usize)),
                own_period: figure.period.is_some(),
                part_of: read::whole(figure, position),
                event: corpus.statements.events.get(row as usize).copied().unwrap_or(NONE),
                says: index.say(corpus, row, &mut sorted),
            };
            if held.period.is_none() && held.has_number() {
                index.undated.push(index.held.len() as u32);
            }
            index.held.push(held);
        });
        index.rows.finish();
        index
    }

    /// Entries of `held` whose statements are shown, with their answers.
    pub fn shown(&self, view: &View) -> Vec<(u32, Answer)> {
        let answer = |held: &Held| view.answer_of(held.row);
        let all = (0..).zip(&self.held).map(|(at, held)| (at, answer(held)));
        all.filter(|(_, answer)| answer.is_shown()).collect()
    }

    /// The entry of a figure with this position.
    pub fn find(&self, position: u32) -> Option<u32> {
        let at = self.held.binary_search_by_key(&position, |held| held.position).ok()?;
        u32::try_from(at).ok()
    }

    fn say(&mut self, corpus: &Corpus, row: u32, sorted: &mut Vec<u32>) -> u32 {
        let says = says(corpus, row);
        let known = sorted.binary_search_by(|&at| match self.says.get(at as usize) {
            Some(known) => known.cmp(&says),
            None => std::cmp::Ordering::Less,
        });
        match known {
            Ok(at) => sorted.get(at).copied().unwrap_or(NONE),
            Err(at) => {
                self.says.push(says);
                let number = self.says.len() as u32 - 1;
                sorted.insert(at, number);
                number
            }
        }
    }
}

impl Held {
    /// Whether it has a number rather than words alone.
    pub fn has_number(&self) -> bool {
        self.low.is_some() || self.best.is_some() || self.high.is_some()
    }

    /// How large it is, for choosing which of two is counted.
    pub(super) fn size(&self) -> u64 {
        self.best.or(self.low).or(self.high).unwrap_or(0)
    }

    /// How many days its period has.
    pub(super) fn days(&self) -> i64 {
        self.period.map_or(0, |period| i64::from(period.high()) - i64::from(period.low()) + 1)
    }
}

/// Who says what a statement says.
pub fn says(corpus: &Corpus, row: u32) -> Says {
    let at = row as usize;
    let report = corpus.statements.reports.get(at).copied().unwrap_or(NONE);
    if corpus.statements.made.get(at) == Some(&Made::Table) {
        return Says::Table(report);
    }
    let own = |actor: u32| corpus.actors.get(actor as usize).is_some_and(|actor| actor.id == "the-report");
    match &*corpus.statements.speakers.get(at) {
        [] => Says::Report(report),
        [only] if own(only.actor) => Says::Report(report),
        several => {
            let mut list: Vec<(u32, u16)> = several.iter().map(|entry| (entry.actor, entry.group)).collect();
            index::order::sort(&mut list);
            list.dedup();
            // Groups tell alternatives apart; their numbers mean nothing beyond one statement.
            let mut groups: Vec<u16> = Vec::new();
            for entry in &mut list {
                let at = groups.iter().position(|&known| known == entry.1).unwrap_or_else(|| {
                    groups.push(entry.1);
                    groups.len() - 1
                });
                entry.1 = at as u16;
            }
            Says::Speakers(list)
        }
    }
}

/// Which rows of tables speak of an event of their own, and have no part elsewhere.
struct Alone {
    shared: Vec<bool>,
    /// Statements with a figure of which another statement's is part, upward.
    wholes: Vec<u32>,
}

impl Alone {
    fn new(corpus: &Corpus) -> Self {
        let mut times = vec![0u8; corpus.events.len()];
        for &event in &corpus.statements.events {
            if let Some(times) = times.get_mut(event as usize) {
                *times = times.saturating_add(1);
            }
        }
        Self {
            shared: times.into_iter().map(|times| times > 1).collect(),
            wholes: read::wholes_elsewhere(corpus),
        }
    }

    fn is_alone(&self, corpus: &Corpus, row: u32) -> bool {
        let event = corpus.statements.events.get(row as usize).copied().unwrap_or(NONE);
        !self.shared.get(event as usize).copied().unwrap_or(false) && self.wholes.binary_search(&row).is_err()
    }
}

/// How many statements stand behind some figures.
pub fn statements(entries: &[(u32, Answer)]) -> Counts {
    let mut known: Vec<(u32, Answer)> = entries.to_vec();
    index::order::sort(&mut known);
    known.dedup_by_key(|entry| entry.0);
    known.into_iter().map(|entry| entry.1).collect()
}
