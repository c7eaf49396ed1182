//! The figures of each measure, put into lines.

use super::apart::Apart;
use super::held::{Index, statements};
use super::weigh::{Candidate, other, weigh};
use super::{CountsAs, Entry, Figures, Line, Says, Section, Sum, TablePart, adds};
use crate::{Answer, Counts, DateAxis, Engine, Scope, Selection, dates};
use index::{Measure, NONE, PopulationClass};

const MEASURES: [Measure; 8] = [
    Measure::Killed,
    Measure::Injured,
    Measure::Missing,
    Measure::Detained,
    Measure::Displaced,
    Measure::Refugees,
    Measure::Residents,
    Measure::Other,
];

/// All sections. `shown` are entries of the index with their statements' answers.
pub fn figures(
    engine: &Engine,
    selection: &Selection,
    index: &Index,
    sums: &[(Sum, Sum)],
    shown: &[(u32, Answer)],
) -> Figures {
    let desk = Desk { engine, selection, index, sums };
    let sections = MEASURES.iter().map(|&measure| desk.section(measure, shown));
    Figures { sections: sections.filter(|section| !section.is_empty()).collect() }
}

impl Section {
    fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.outside.is_empty()
    }
}

struct Desk<'a> {
    engine: &'a Engine,
    selection: &'a Selection,
    index: &'a Index,
    sums: &'a [(Sum, Sum)],
}

impl Desk<'_> {
    fn section(&self, measure: Measure, shown: &[(u32, Answer)]) -> Section {
        let (mut candidates, mut outside) = (Vec::new(), Vec::new());
        for &(at, answer) in shown {
            let Some(&held) = self.index.held.get(at as usize).filter(|held| held.measure == measure) else {
                continue;
            };
            let own = self.within_dates(&held, answer);
            let counts_as = match () {
                () if !held.has_number() => CountsAs::NoNumber,
                () if held.period.is_none() => CountsAs::NoPeriod,
                () if own == Answer::No => CountsAs::PeriodOutside,
                () => {
                    candidates.push(Candidate { held, answer: own });
                    continue;
                }
            };
            outside.push(Entry { figure: held, answer, counts_as });
        }
        let apart = Apart::new(self.engine, &self.index.says);
        let verdicts = weigh(self.index, &apart, &candidates, adds(measure));
        let entries = candidates.iter().zip(verdicts);
        let entries: Vec<Entry> =
            entries.map(|(it, counts_as)| Entry { figure: it.held, answer: it.answer, counts_as }).collect();
        let mut lines = self.lines(measure, &entries);
        self.add_tables(measure, &mut lines);
        let rank = |class: PopulationClass| match class {
            PopulationClass::Civilian => 0,
            PopulationClass::Combatant => 1,
            PopulationClass::NotStated => 2,
        };
        let first: Vec<u32> = lines.iter().map(|line| self.first(&line.says)).collect();
        let mut order: Vec<u32> = (0..lines.len() as u32).collect();
        let key = |at: u32| {
            lines.get(at as usize).map(|line| (first.get(at as usize), rank(line.class), line.whom))
        };
        index::order::entries(&mut order, &mut |a, b| key(a).cmp(&key(b)));
        let lines = order.iter().filter_map(|&at| lines.get(at as usize).cloned()).collect();
        Section { measure, lines, outside }
    }

    /// Where a speaker stands among all, in the order of first statements; tables come last.
    fn first(&self, says: &Says) -> u32 {
        let at = self.index.says.iter().position(|known| known == says);
        at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
    }

    /// Whether the selection asks when something happened, in each statement.
    fn asks_when(&self) -> bool {
        self.selection.scope == Scope::Statement && self.selection.axis == DateAxis::Event
    }

    /// A figure's answer: its statement's, and where it has a period of its own no better than that.
    fn within_dates(&self, held: &super::Held, answer: Answer) -> Answer {
        let Some(period) = held.period.filter(|_| held.own_period && self.asks_when()) else {
            return answer;
        };
        match answer.min(dates::answer(&[period], &self.selection.date)) {
            Answer::MayMatch if self.selection.matches_only => Answer::No,
            answer => answer,
        }
    }

    fn lines(&self, measure: Measure, entries: &[Entry]) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut of_line: Vec<Vec<usize>> = Vec::new();
        for at in 0..entries.len() {
            let top = &entries[top_of(entries, at)].figure;
            let says = self.index.says.get(top.says as usize).cloned().unwrap_or(Says::Report(NONE));
            let known = lines.iter().position(|line| line.says == says && line.whom == top.whom);
            let line = known.unwrap_or_else(|| {
                lines.push(self.empty_line(says, top.whom, measure));
                of_line.push(Vec::new());
                lines.len() - 1
            });
            of_line[line].push(at);
        }
        for (line, of_line) in lines.iter_mut().zip(&of_line) {
            line.entries = in_order(entries, of_line);
            let behind: Vec<_> = line.entries.iter().map(|entry| (entry.figure.row, entry.answer)).collect();
            line.statements = statements(&behind);
            add_up(line);
        }
        lines
    }

    fn empty_line(&self, says: Says, whom: u32, measure: Measure) -> Line {
        let population = self.engine.corpus().populations.get(whom as usize);
        Line {
            says,
            whom,
            class: population.map_or(PopulationClass::NotStated, |population| population.class),
            matching: Sum::default(),
            may_match: Sum::default(),
            adds: adds(measure),
            entries: Vec::new(),
            parts: Vec::new(),
            statements: Counts::default(),
            rows: Default::default(),
            covers: None,
        }
    }

    /// The rows of tables: a line each, or more in a line that is there.
    fn add_tables(&self, measure: Measure, lines: &mut Vec<Line>) {
        let groups = self.index.rows.groups.iter().zip(self.sums);
        let of_measure = |(group, (yes, may)): &(&super::rows::RowGroup, &(Sum, Sum))| {
            group.measure == measure && !(yes.is_empty() && may.is_empty())
        };
        for (group, (yes, may)) in groups.clone().filter(of_measure).filter(|it| it.0.part_of.is_none()) {
            let says = Says::Table(group.report);
            let known = lines.iter().position(|line| line.says == says && line.whom == group.whom);
            let at = known.unwrap_or_else(|| {
                lines.push(self.empty_line(says, group.whom, measure));
                lines.len() - 1
            });
            let line = &mut lines[at];
            line.matching.plus(yes);
            line.may_match.plus(may);
            line.statements.matching += yes.figures;
            line.statements.may_match += may.figures;
            line.rows = (*yes, *may);
            line.covers = Some(group.covers);
            let parts = groups.clone().filter(of_measure);
            let parts = parts.filter(|it| it.0.part_of == Some(group.whom) && it.0.report == group.report);
            line.parts = parts
                .map(|(part, (yes, may))| TablePart { whom: part.whom, matching: *yes, may_match: *may })
                .collect();
        }
    }
}

/// The entry at the top of one: the whole of which it is part, at last.
fn top_of(entries: &[Entry], at: usize) -> usize {
    let mut top = at;
    for _ in 0..entries.len() {
        let CountsAs::PartOf(whole) = entries[top].counts_as else { break };
        let Some(next) = find(entries, whole) else { break };
        top = next;
    }
    top
}

/// The entry of a figure. Entries stand in the order of their positions.
fn find(entries: &[Entry], position: u32) -> Option<usize> {
    entries.binary_search_by_key(&position, |entry| entry.figure.position).ok()
}

/// Each entry followed by those that are not added to it.
fn in_order(entries: &[Entry], of_line: &[usize]) -> Vec<Entry> {
    let mut sorted: Vec<usize> = of_line.to_vec();
    index::order::sort_by_key(&mut sorted, |&at| {
        let figure = &entries[at].figure;
        (figure.period.map(|period| period.low()), figure.position)
    });
    // What refers to which: (the other figure's position, place in `sorted`), upward.
    let refers = |(at, &entry): (usize, &usize)| u64::from(other(entries[entry].counts_as)) << 32 | at as u64;
    let mut links: Vec<u64> = sorted.iter().enumerate().map(refers).collect();
    crate::order::sort(&mut links);
    let mut listed = vec![false; entries.len()];
    let mut out = Vec::with_capacity(of_line.len());
    let mut waiting: Vec<usize> = Vec::new();
    let roots = sorted.iter().filter(|&&at| entries[at].counts_as == CountsAs::Own);
    // What refers to something in another line, or in a circle, stands by itself.
    for &root in roots.chain(&sorted) {
        waiting.push(root);
        while let Some(at) = waiting.pop() {
            if std::mem::replace(&mut listed[at], true) {
                continue;
            }
            out.push(entries[at]);
            let position = u64::from(entries[at].figure.position);
            let start = links.partition_point(|&link| link >> 32 < position);
            let end = links.partition_point(|&link| link >> 32 <= position);
            waiting
                .extend(links[start..end].iter().rev().filter_map(|&link| sorted.get(link as u32 as usize)));
        }
    }
    out
}

/// Adds a line's counted entries up; accounts of one event are one contribution. Stocks are never added: a line of
/// several has no sum.
fn add_up(line: &mut Line) {
    for answer in [Answer::Match, Answer::MayMatch] {
        let mut sum = Sum::default();
        for entry in line.entries.iter().filter(|it| it.answer == answer && it.counts_as == CountsAs::Own) {
            let joined = CountsAs::SameEvent(entry.figure.position);
            let accounts = line.entries.iter().filter(|it| it.counts_as == joined).map(|it| &it.figure);
            sum.add_joined(std::iter::once(&entry.figure).chain(accounts));
        }
        let sum = if line.adds || sum.figures == 1 { sum } else { Sum::default() };
        match answer {
            Answer::Match => line.matching = sum,
            _ => line.may_match = sum,
        }
    }
}
