//! Figures under a selection: how many were killed, injured or displaced, and who says so, without counting anyone
//! twice.
//!
//! # What is added, and what is not
//!
//! A *line* is what one speaker says of one population. Within a line figures are added only where it is certain
//! that they count different people:
//!
//! - A figure without a decided period (none given, an open end, a rounded or doubted date) is in no sum.
//! - A part is never added to its whole. Where the whole only may match and a part of it matches, the part is counted
//!   and the whole is left out. What a whole has beyond its parts is never worked out.
//! - Figures of one event that one speaker gives for one population are one contribution, as wide as all of them.
//! - A figure whose period lies in, or overlaps, that of another one is not added to it, unless their places, their
//!   populations or their events (both of a single day) tell them apart.
//! - Rows of one table are different happenings, unless the table says that they speak of one event.
//! - People who live or stay somewhere are a stock: such figures are never added.
//!
//! What is not added is not dropped: it stands in its line with the reason ([`CountsAs`]). Sums over matches and sums
//! over what only may match stand apart, and no person is in both. A total over several speakers
//! ([`Section::total`]) is made by the same rules, on request, and says what it left out.
//!
//! # How it is quick
//!
//! The rows of tables are kept as columns (`rows.rs`), and only the rows that entered or left the selection are added
//! or taken away. All other figures (`held.rs`) are few; they are weighed against each other (`weigh.rs`) each time.

mod apart;
mod by;
mod held;
mod read;
mod rows;
mod section;
mod sum;
mod told;
mod total;
mod weigh;

pub use apart::Apart;
pub use by::{By, Group, GroupValue};
pub use held::{Held, says};
pub use sum::Sum;
pub use told::Told;
pub use total::{LeftOut, Term, Total};

use crate::{Answer, Counts, Engine, LedgerPart, Selection};
use held::Index;
use index::{Corpus, Measure, PopulationClass, Span};
use rows::{Kept, RowGroup};

/// All figures under a selection, measure by measure; measures without any are absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The measures, in their own order.
    pub sections: Vec<Section>,
}

/// The figures of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What is counted.
    pub measure: Measure,
    /// What each speaker says of each population: speakers in the order of their first statement, then civilians,
    /// combatants and those of whom it is not stated.
    pub lines: Vec<Line>,
    /// Figures outside every sum: without a decided period, without a number, or of a period outside the dates chosen.
    pub outside: Vec<Entry>,
}

/// What one speaker says of one population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who says so.
    pub says: Says,
    /// Of whom, an index into the corpus's populations, or [`index::NONE`].
    pub whom: u32,
    /// Civilians, combatants, or not stated.
    pub class: PopulationClass,
    /// The sum over figures that match.
    pub matching: Sum,
    /// The sum over figures that only may match, none of which is in `matching`.
    pub may_match: Sum,
    /// Whether the figures may be added; stocks may not.
    pub adds: bool,
    /// The figures, each counted one followed by those that are not added to it. Empty for the rows of a table.
    pub entries: Vec<Entry>,
    /// For the rows of a table: what they say of parts of those counted.
    pub parts: Vec<TablePart>,
    /// How many statements stand behind the line.
    pub statements: Counts,
    /// For a table: the sums over its rows alone, matches and may-matches; part of `matching` and `may_match`.
    pub rows: (Sum, Sum),
    /// For a table: its first and last day, whatever is selected.
    pub covers: Option<Span>,
}

/// What the rows of a table say of a part of those counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablePart {
    /// Of whom.
    pub whom: u32,
    /// The sum over rows that match.
    pub matching: Sum,
    /// The sum over rows that only may match.
    pub may_match: Sum,
}

/// A figure in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The figure.
    pub figure: Held,
    /// Whether it matches or may match; `No` for one that is listed only because its period is undecided.
    pub answer: Answer,
    /// Whether it is in the sum, and why not.
    pub counts_as: CountsAs,
}

/// Whether a figure is added. The other figure is given as its position among all figures of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountsAs {
    /// It is in the sum.
    Own,
    /// Part of another one.
    PartOf(u32),
    /// It only may match, and a part of it matches and is counted.
    WholeOf(u32),
    /// Another account of the same event: one contribution with the other one.
    SameEvent(u32),
    /// Its period lies in that of another one, which may count the same people.
    Within(u32),
    /// It may count some of the same people as another one.
    Overlaps(u32),
    /// Its period is not decided.
    NoPeriod,
    /// The source gives words and no number.
    NoNumber,
    /// Its period lies outside the dates chosen.
    PeriodOutside,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Says {
    /// Actors, as (actor, group of alternatives); an unnamed one is [`index::NONE`].
    Speakers(Vec<(u32, u16)>),
    /// A report in its own voice, or one that does not say whose words they are.
    Report(u32),
    /// A table of events, by those who coded it.
    Table(u32),
}

impl CountsAs {
    /// Whether it is part of a sum, by itself or joined with another one.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Own | Self::SameEvent(_))
    }
}

/// Whether two figures of one event speak of one time: the same period, or dates of their statements that meet;
/// nothing where a period is not decided.
pub(crate) fn is_one_time(a: &Held, b: &Held) -> Option<bool> {
    let (first, second) = a.period.zip(b.period)?;
    let exact = a.own_period || b.own_period;
    Some(if exact { first == second } else { first.overlaps(&second) })
}

/// The source's words for a figure; may be empty.
pub fn words(corpus: &Corpus, held: &Held) -> String {
    read::words(corpus, held.position)
}

/// A measure's name in addresses and answers.
pub fn measure_id(measure: Measure) -> &'static str {
    match measure {
        Measure::Killed => "killed",
        Measure::Injured => "injured",
        Measure::Displaced => "displaced",
        Measure::Refugees => "refugees",
        Measure::Residents => "residents",
        Measure::Detained => "detained",
        Measure::Missing => "missing",
        Measure::Other => "other",
    }
}

impl Line {
    /// A name of the line that holds in every version of a corpus: measure, speakers and population by their ids.
    pub fn id(&self, corpus: &Corpus, measure: Measure) -> String {
        let report = |kind: &str, at: u32| {
            let id = corpus.reports.get(at as usize).map_or("none", |report| report.id.as_str());
            [kind, id].concat()
        };
        let says = match &self.says {
            Says::Speakers(list) => {
                let id =
                    |actor: u32| corpus.actors.get(actor as usize).map_or("none", |actor| actor.id.as_str());
                list.iter().map(|&(actor, _)| id(actor)).collect::<Vec<_>>().join("+")
            }
            Says::Report(at) => report("report ", *at),
            Says::Table(at) => report("table ", *at),
        };
        let whom =
            corpus.populations.get(self.whom as usize).map_or("none", |population| population.id.as_str());
        ["figures", measure_id(measure), &says, whom].join("/")
    }

    /// Whether the line stands for the rows of a table.
    pub fn is_table(&self) -> bool {
        self.covers.is_some()
    }
}

/// Whether counts of this measure at different times may be added: people killed on two days are, people living
/// somewhere on two days are not.
pub fn adds(measure: Measure) -> bool {
    !matches!(measure, Measure::Residents | Measure::Refugees | Measure::Other)
}

/// What the engine keeps for figures, made when they are first asked for.
#[derive(Debug, Default)]
pub(crate) struct Figuring {
    index: std::sync::OnceLock<Index>,
    kept: std::sync::Mutex<Kept>,
}

impl Engine {
    /// The figures under a selection.
    pub fn figures(&self, selection: &Selection) -> Figures {
        let index = self.figure_index();
        let (sums, mut shown) = {
            let view = self.aside(selection);
            let marks = view.marks();
            let mut kept = self.figuring.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            kept.turn(&index.rows, marks, selection.matches_only);
            (kept.sums.clone(), index.shown(&view))
        };
        shown.extend(self.undecided(selection, index));
        section::figures(self, selection, index, &sums, &shown)
    }

    /// Figures without a decided period, of statements that fit all but the dates.
    fn undecided(&self, selection: &Selection, index: &Index) -> Vec<(u32, Answer)> {
        if selection.date.is_empty() || index.undated.is_empty() {
            return Vec::new();
        }
        let rows = self.rows_of(selection, LedgerPart::Undated);
        let is_listed = |at: &&u32| {
            let row = index.held.get(**at as usize).map_or(index::NONE, |held| held.row);
            rows.binary_search(&row).is_ok()
        };
        index.undated.iter().filter(is_listed).map(|&at| (at, Answer::No)).collect()
    }

    /// The statements behind a line that are shown, in the corpus's order.
    pub fn behind_figures(&self, selection: &Selection, measure: Measure, line: &Line) -> Vec<(u32, Answer)> {
        let mut rows = self.behind_rows(selection, measure, line, None);
        let view = self.aside(selection);
        let of_entry = |entry: &Entry| (entry.figure.row, view.answer_of(entry.figure.row));
        rows.extend(line.entries.iter().map(of_entry));
        index::order::sort(&mut rows);
        rows.dedup();
        rows
    }

    /// The rows of a line's table that are shown, or those of them that speak of a part of whom the line counts.
    pub fn behind_rows(
        &self,
        selection: &Selection,
        measure: Measure,
        line: &Line,
        part: Option<u32>,
    ) -> Vec<(u32, Answer)> {
        if !line.is_table() {
            return Vec::new();
        }
        let view = self.aside(selection);
        let of = |group: &RowGroup| {
            let is_wanted = match part {
                Some(whom) => group.whom == whom && group.part_of == Some(line.whom),
                None => group.whom == line.whom && group.part_of.is_none(),
            };
            group.measure == measure && line.says == Says::Table(group.report) && is_wanted
        };
        self.figure_index().rows.behind(of, |row| view.answer_of(row))
    }

    /// The figures of one statement that are weighed one by one; none for a row of a table that stands by itself.
    pub fn figures_of(&self, row: u32) -> Vec<Held> {
        let held = &self.figure_index().held;
        let start = held.partition_point(|held| held.row < row);
        held.iter().skip(start).take_while(|held| held.row == row).copied().collect()
    }

    /// The figure at a position among all, where it is weighed by itself.
    pub fn figure_at(&self, position: u32) -> Option<Held> {
        let index = self.figure_index();
        index.find(position).and_then(|at| index.held.get(at as usize)).copied()
    }

    pub(crate) fn apart(&self) -> Apart<'_> {
        Apart::new(self, &self.figure_index().says)
    }

    fn figure_index(&self) -> &Index {
        self.figuring.index.get_or_init(|| Index::new(self.corpus()))
    }
}
