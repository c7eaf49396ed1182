//! Who did something to whom, or where: counts for pairs.
//!
//! A statement stands in a cell where it names the one as having done it and the other as the one to whom it was
//! done, or as the place; those of whom they are part count as well. It matches the cell if both hold for certain:
//! alternatives between which the source leaves it open only may. That somebody did something to somebody is not
//! read out of an accusation's words: rows and columns are roles as they were coded.

use crate::column::Column;
use crate::named::Named;
use crate::{Answer, Counts, Dimension, Engine, Selection, Shown, Value};
use index::Role;
use std::collections::HashMap;

/// What the columns are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Across {
    /// To whom it was done.
    #[default]
    Affected,
    /// Where.
    Place,
}

/// Counts for pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Who did it, those of most statements first.
    pub rows: Vec<Value>,
    /// To whom, or where.
    pub columns: Vec<Value>,
    /// Row by row.
    pub cells: Vec<Counts>,
    /// How many rows and columns there are beyond these.
    pub more: (usize, usize),
}

impl Matrix {
    /// A cell.
    pub fn cell(&self, row: usize, column: usize) -> Counts {
        self.cells.get(row * self.columns.len() + column).copied().unwrap_or_default()
    }
}

impl Engine {
    /// The matrix under a selection, of at most `most` rows and columns.
    pub fn matrix(&self, selection: &Selection, across: Across, most: usize) -> Matrix {
        let shown = self.rows_shown(selection);
        let (rows, more_rows) = self.busiest(&shown, Axis::DidIt, most);
        let (columns, more_columns) = self.busiest(&shown, Axis::of(across), most);
        let (by_row, by_column) = (self.held(Axis::DidIt, &rows), self.held(Axis::of(across), &columns));
        let mut cells = cells(&shown, &by_row, &by_column, rows.len() * columns.len(), columns.len());
        if selection.matches_only {
            cells.iter_mut().for_each(|cell| cell.may_match = 0);
        }
        Matrix { rows, columns, cells, more: (more_rows, more_columns) }
    }

    /// The statements of a cell.
    pub fn behind_cell(
        &self,
        selection: &Selection,
        across: Across,
        row: Value,
        column: Value,
    ) -> Vec<(u32, Answer)> {
        let cell = |(statement, answer): (u32, Answer)| {
            let at = |axis, value| self.answer_at(statement, axis, value);
            let answer = answer.min(at(Axis::DidIt, row)).min(at(Axis::of(across), column));
            (statement, answer)
        };
        let shown = self.rows_shown(selection);
        shown.iter().map(cell).filter(|(_, answer)| selection.shows(*answer)).collect()
    }

    pub(crate) fn rows_shown(&self, selection: &Selection) -> Shown {
        Shown::new(self.aside(selection).marks(), selection.matches_only)
    }

    fn answer_at(&self, statement: u32, axis: Axis, value: Value) -> Answer {
        let facet = self.facet(axis.dimension(), &axis.question());
        facet.map_or(Answer::No, |facet| facet.answer(statement as usize, value))
    }

    /// What each part of an axis's column answers to some values.
    fn held(&self, axis: Axis, values: &[Value]) -> Held<'_> {
        let Some(facet) = self.facet(axis.dimension(), &axis.question()) else { return Held::default() };
        let slots: Vec<u32> =
            values.iter().map(|&value| facet.tree.slot_of(value).unwrap_or(index::NONE)).collect();
        let mut held = Held { column: Some(&facet.own), parts: Vec::new(), groups: vec![Vec::new()] };
        let mut known = HashMap::from([(Vec::new(), 0)]);
        for part in 0..facet.own.parts() {
            let segments = facet.own.segments.get(part);
            let answer =
                |slot: u32| segments.iter().find(|it| it.start <= slot && slot < it.end).map(|it| it.answer);
            let answers = slots.iter().enumerate().filter_map(|(at, &slot)| Some((at, answer(slot)?)));
            let answers: Vec<(usize, Answer)> = answers.filter(|(_, answer)| answer.is_shown()).collect();
            let group = *known.entry(answers).or_insert_with_key(|answers| {
                held.groups.push(answers.clone());
                held.groups.len() as u32 - 1
            });
            held.parts.push(group);
        }
        held
    }

    /// What each statement names on an axis.
    fn named(&self, axis: Axis) -> &Named {
        let statements = &self.corpus.statements;
        self.named[axis as usize].get_or_init(|| {
            Named::of(&self.corpus, |take| match axis {
                Axis::Place => {
                    statements.places.each(&mut |entries| take(&mut entries.iter().map(|it| it.place)));
                }
                Axis::DidIt | Axis::Affected => {
                    let role = axis.role();
                    statements.actors.each(&mut |actors| {
                        take(&mut actors.iter().filter(|it| it.role == role).map(|it| it.actor));
                    });
                }
            })
        })
    }

    /// The values that most of these statements name, and how many there are besides. A place above others is left
    /// out: what lies in it stands in columns of its own.
    fn busiest(&self, shown: &Shown, axis: Axis, most: usize) -> (Vec<Value>, usize) {
        let corpus = self.corpus();
        let len = match axis {
            Axis::Place => corpus.places.len(),
            Axis::DidIt | Axis::Affected => corpus.actors.len(),
        };
        let mut counts = vec![0u32; len];
        let mut count = |entry: u32| {
            if let Some(count) = counts.get_mut(entry as usize) {
                *count += 1;
            }
        };
        let named = self.named(axis);
        for (statement, _) in shown.iter() {
            let ask = |show: &mut dyn FnMut(u32)| match axis {
                Axis::Place => {
                    corpus.statements.places.get(statement as usize).iter().for_each(|it| show(it.place));
                }
                Axis::DidIt | Axis::Affected => {
                    let actors = corpus.statements.actors.get(statement as usize);
                    actors.iter().filter(|it| it.role == axis.role()).for_each(|it| show(it.actor));
                }
            };
            named.each(statement, ask, &mut count);
        }
        let is_listed = |&entry: &u32| {
            let private = axis != Axis::Place && self.is_private(entry);
            !private && counts.get(entry as usize).is_some_and(|&count| count > 0)
        };
        let mut entries: Vec<u32> = (0..len as u32).filter(is_listed).collect();
        index::order::sort_by_key(&mut entries, |&entry| {
            std::cmp::Reverse(counts.get(entry as usize).copied())
        });
        let more = entries.len().saturating_sub(most);
        entries.truncate(most);
        (entries.into_iter().map(Value::Entry).collect(), more)
    }
}

/// The most pairs of groups that are counted in a table of their own.
const MOST_PAIRS: usize = 1 << 18;

/// Counts the statements cell by cell. Those that hold one part on each side, which is nearly all of a table, are
/// counted by the groups of their parts, and each pair of groups is spread over its cells once.
fn cells(shown: &Shown, by_row: &Held, by_column: &Held, cells: usize, columns: usize) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); cells];
    let wide = by_column.groups.len();
    let few = by_row.groups.len() * wide <= MOST_PAIRS;
    let mut pairs = vec![Counts::default(); if few { by_row.groups.len() * wide } else { 0 }];
    let (mut of_rows, mut of_columns) = (Vec::new(), Vec::new());
    for (statement, answer) in shown.iter() {
        let row = by_row.group(statement);
        if row == Some(0) {
            continue;
        }
        if let (Some(row), Some(column)) = (row, by_column.group(statement))
            && let Some(pair) = pairs.get_mut(row as usize * wide + column as usize)
        {
            pair.add(answer);
            continue;
        }
        by_row.answers(statement, &mut of_rows);
        by_column.answers(statement, &mut of_columns);
        let here = Counts::from_iter([answer]);
        spread(&mut counts, columns, &of_rows, &of_columns, here);
    }
    for (at, &pair) in pairs.iter().enumerate().filter(|(_, pair)| pair.shown() > 0) {
        let of = |held: &Held, group: usize| held.groups.get(group).cloned().unwrap_or_default();
        spread(&mut counts, columns, &of(by_row, at / wide), &of(by_column, at % wide), pair);
    }
    counts
}

/// Adds some statements to all cells that they answer; what may be one side's value only may.
fn spread(
    cells: &mut [Counts],
    columns: usize,
    of_rows: &[(usize, Answer)],
    of_columns: &[(usize, Answer)],
    statements: Counts,
) {
    for &(row, by_row) in of_rows {
        for &(column, by_column) in of_columns {
            let Some(cell) = cells.get_mut(row * columns + column) else { continue };
            match by_row.min(by_column) {
                Answer::Match => {
                    cell.matching += statements.matching;
                    cell.may_match += statements.may_match;
                }
                Answer::MayMatch => cell.may_match += statements.shown(),
                Answer::No => {}
            }
        }
    }
}

/// A column, and what its parts answer to the values of an axis.
#[derive(Default)]
struct Held<'a> {
    column: Option<&'a Column>,
    /// The group of each part.
    parts: Vec<u32>,
    /// What the parts of a group answer, by the values' positions. The first answers nothing.
    groups: Vec<Vec<(usize, Answer)>>,
}

impl Held<'_> {
    /// The group of a statement that holds one part.
    fn group(&self, statement: u32) -> Option<u32> {
        let mut parts = self.column?.of_row(statement as usize);
        let part = parts.next()?;
        if parts.next().is_some() {
            return None;
        }
        self.parts.get(part as usize).copied()
    }

    /// The values that a statement answers; the best answer of its parts.
    fn answers(&self, statement: u32, into: &mut Vec<(usize, Answer)>) {
        into.clear();
        for part in self.column.into_iter().flat_map(|column| column.of_row(statement as usize)) {
            let group = self.parts.get(part as usize).and_then(|&group| self.groups.get(group as usize));
            for &(value, answer) in group.into_iter().flatten() {
                match into.iter_mut().find(|known| known.0 == value) {
                    Some(known) => known.1 = known.1.max(answer),
                    None => into.push((value, answer)),
                }
            }
        }
    }
}

/// What stands on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    DidIt,
    Affected,
    Place,
}

impl Axis {
    fn of(across: Across) -> Self {
        match across {
            Across::Affected => Self::Affected,
            Across::Place => Self::Place,
        }
    }

    fn role(self) -> Role {
        if self == Self::DidIt { Role::Initiator } else { Role::Affected }
    }

    fn dimension(self) -> Dimension {
        if self == Self::Place { Dimension::Place } else { Dimension::Actor }
    }

    /// A selection that asks for actors in the axis's role.
    fn question(self) -> Selection {
        Selection { roles: vec![self.role()], ..Selection::default() }
    }
}
