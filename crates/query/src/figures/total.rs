//! A total over several speakers: computed here, stated by no source, and only on request.
//!
//! The counted figures of all lines are weighed against each other as those of one line are. The rows of a table are
//! taken together, with the table's whole stretch of time and any place: they are told apart from other figures by
//! their population or their time, or not at all.

use super::apart::{Apart, is_one_event, periods_meet};
use super::weigh::not_added;
use super::{CountsAs, Entry, Held, Line, Section, Sum};
use crate::{Answer, Engine};
use index::{Day, PopulationClass, Span};

/// A total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// Over figures that match.
    pub matching: Sum,
    /// Over figures that only may match, none of which is in `matching`.
    pub may_match: Sum,
    /// What was added.
    pub terms: Vec<Term>,
    /// What was left out, and why.
    pub left_out: Vec<LeftOut>,
    /// The last day that the terms cover, for civilians, combatants and those of whom it is not stated; nothing where
    /// there is no figure of them.
    pub until: [Option<Day>; 3],
}

/// Something that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The line that it stands in.
    pub line: usize,
    /// The figures: several are accounts of one event. None: the rows of the line's table.
    pub figures: Vec<Held>,
    /// Whether they match or may match; for a table, whether some row matches.
    pub answer: Answer,
    /// What they come to, if they match.
    pub matching: Sum,
    /// What they come to, if they only may match.
    pub may_match: Sum,
}

/// Something that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line that it stands in; nothing for a figure outside all lines.
    pub line: Option<usize>,
    /// The figure; nothing for the rows of the line's table.
    pub figure: Option<Held>,
    /// Why.
    pub counts_as: CountsAs,
}

/// What is weighed: the accounts of one event in one line, or the rows of a table.
struct Unit<'a> {
    line: usize,
    whom: u32,
    period: Option<Span>,
    figures: Vec<Held>,
    answer: Answer,
    of: &'a Line,
}

impl Section {
    /// The total over all lines; nothing where figures of this measure are never added.
    pub fn total(&self, engine: &Engine) -> Option<Total> {
        if !super::adds(self.measure) {
            return None;
        }
        let apart = Apart::new(engine, &engine.figure_index().says);
        let mut total = Total::default();
        let outside = self.outside.iter().map(|entry| left_out(None, entry));
        let of_line = |(at, line): (usize, &Line)| {
            let uncounted = line.entries.iter().filter(|entry| !entry.counts_as.is_counted()).copied();
            uncounted.map(|entry| left_out(Some(at), &entry)).collect::<Vec<_>>()
        };
        total.left_out.extend(self.lines.iter().enumerate().flat_map(of_line));
        total.left_out.extend(outside);
        let mut units: Vec<Unit> =
            self.lines.iter().enumerate().flat_map(|(at, line)| units(at, line)).collect();
        index::order::sort_by(&mut units, |a, b| b.key().cmp(&a.key()));
        let mut taken: Vec<Unit> = Vec::new();
        for unit in units {
            match unit.against(&apart, &taken) {
                CountsAs::Own => taken.push(unit),
                CountsAs::SameEvent(position) => {
                    let first = taken.iter_mut().find(|it| it.figures.iter().any(|f| f.position == position));
                    if let Some(first) = first {
                        first.figures.extend(unit.figures);
                    }
                }
                counts_as => total.left_out.push(LeftOut {
                    line: Some(unit.line),
                    figure: unit.figures.first().copied(),
                    counts_as,
                }),
            }
        }
        index::order::sort_by_key(&mut taken, |unit| (unit.line, unit.figures.first().map(|it| it.position)));
        taken.into_iter().for_each(|unit| total.add(unit));
        Some(total)
    }
}

impl Total {
    fn add(&mut self, unit: Unit) {
        let (mut matching, mut may_match) = (Sum::default(), Sum::default());
        match (unit.figures.is_empty(), unit.answer) {
            (true, _) => {
                // What the table's line holds besides its rows was weighed by itself.
                (matching, may_match) = unit.of.rows;
            }
            (false, Answer::Match) => matching.add_joined(unit.figures.iter()),
            (false, _) => may_match.add_joined(unit.figures.iter()),
        }
        self.matching.plus(&matching);
        self.may_match.plus(&may_match);
        let class = match unit.of.class {
            PopulationClass::Civilian => 0,
            PopulationClass::Combatant => 1,
            PopulationClass::NotStated => 2,
        };
        let last = unit.period.and_then(|period| period.to);
        self.until[class] = self.until[class].max(last);
        let Unit { line, figures, answer, .. } = unit;
        self.terms.push(Term { line, figures, answer, matching, may_match });
    }
}

fn left_out(line: Option<usize>, entry: &Entry) -> LeftOut {
    LeftOut { line, figure: Some(entry.figure), counts_as: entry.counts_as }
}

fn units(at: usize, line: &Line) -> Vec<Unit<'_>> {
    let own = line.entries.iter().filter(|entry| entry.counts_as == CountsAs::Own);
    let mut units: Vec<Unit> = own
        .map(|entry| {
            let joined = CountsAs::SameEvent(entry.figure.position);
            let accounts = line.entries.iter().filter(|it| it.counts_as == joined).map(|it| it.figure);
            let figures = std::iter::once(entry.figure).chain(accounts).collect();
            let Entry { figure, answer, .. } = *entry;
            Unit { line: at, whom: line.whom, period: figure.period, figures, answer, of: line }
        })
        .collect();
    if line.is_table() {
        let answer = if line.rows.0.is_empty() { Answer::MayMatch } else { Answer::Match };
        units.push(Unit {
            line: at,
            whom: line.whom,
            period: line.covers,
            figures: Vec::new(),
            answer,
            of: line,
        });
    }
    units
}

impl Unit<'_> {
    fn key(&self) -> (Answer, i64, u64) {
        let days = self.period.map_or(0, |period| i64::from(period.high()) - i64::from(period.low()) + 1);
        let rows = self.of.rows.0.low().max(self.of.rows.1.low());
        (self.answer, days, self.figures.first().map_or(rows, Held::size))
    }

    fn against(&self, apart: &Apart, taken: &[Self]) -> CountsAs {
        let mut same = None;
        for other in taken {
            if self.figures.is_empty() || other.figures.is_empty() {
                if self.may_meet_table(apart, other) {
                    return CountsAs::Overlaps(other.figures.first().map_or(index::NONE, |its| its.position));
                }
                continue;
            }
            let pairs = self.figures.iter().flat_map(|own| other.figures.iter().map(move |its| (own, its)));
            for (own, its) in pairs.filter(|(own, its)| apart.may_meet(own, its)) {
                if !(is_one_event(own, its) && own.whom == its.whom && self.answer == other.answer) {
                    return not_added(own, its);
                }
                same.get_or_insert(its.position);
            }
        }
        same.map_or(CountsAs::Own, CountsAs::SameEvent)
    }

    /// Whether two of which one is the rows of a table may count the same people.
    fn may_meet_table(&self, apart: &Apart, other: &Self) -> bool {
        self.of.says != other.of.says
            && apart.populations_meet(self.whom, other.whom)
            && periods_meet(self.period, other.period)
    }
}
