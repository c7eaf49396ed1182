//! Who did something to whom, or where: counts for pairs.
//!
//! A statement stands in a cell where it names the one as having done it and the other as the one to whom it was
//! done, or as the place; those of whom they are part count as well. It matches the cell if both hold for certain:
//! alternatives between which the source leaves it open only may. That somebody did something to somebody is not
//! read out of an accusation's words: rows and columns are roles as they were coded.

use crate::column::Column;
use crate::{Answer, Counts, Dimension, Engine, Selection, Value};
use index::Role;

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
        let mut cells = vec![Counts::default(); rows.len() * columns.len()];
        let (by_row, by_column) = (self.held(Axis::DidIt, &rows), self.held(Axis::of(across), &columns));
        let (mut of_rows, mut of_columns) = (Vec::new(), Vec::new());
        for &(statement, answer) in &shown {
            by_row.answers(statement, &mut of_rows);
            if of_rows.is_empty() {
                continue;
            }
            by_column.answers(statement, &mut of_columns);
            for &(row, by_row) in &of_rows {
                for &(column, by_column) in &of_columns {
                    if let Some(cell) = cells.get_mut(row * columns.len() + column) {
                        cell.add(answer.min(by_row).min(by_column));
                    }
                }
            }
        }
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
        let all = self.rows_shown(selection).into_iter().map(cell);
        all.filter(|(_, answer)| selection.shows(*answer)).collect()
    }

    pub(crate) fn rows_shown(&self, selection: &Selection) -> Vec<(u32, Answer)> {
        self.aside(selection).shown().collect()
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
        let of_part = |part: usize| {
            let segments = facet.own.segments.get(part);
            let answer =
                |slot: u32| segments.iter().find(|it| it.start <= slot && slot < it.end).map(|it| it.answer);
            let answers = slots.iter().enumerate().filter_map(|(at, &slot)| Some((at, answer(slot)?)));
            answers.filter(|(_, answer)| answer.is_shown()).collect()
        };
        Held { column: Some(&facet.own), parts: (0..facet.own.parts()).map(of_part).collect() }
    }

    /// The values that most of these statements name, and how many there are besides. A place above others is left
    /// out: what lies in it stands in columns of its own.
    fn busiest(&self, shown: &[(u32, Answer)], axis: Axis, most: usize) -> (Vec<Value>, usize) {
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
        for &(statement, _) in shown {
            match axis {
                Axis::Place => {
                    corpus.statements.places.get(statement as usize).iter().for_each(|it| count(it.place));
                }
                Axis::DidIt | Axis::Affected => {
                    let actors = corpus.statements.actors.get(statement as usize);
                    actors.iter().filter(|it| it.role == axis.role()).for_each(|it| count(it.actor));
                }
            }
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

/// A column, and what each of its parts answers to the values of an axis, by their positions.
#[derive(Default)]
struct Held<'a> {
    column: Option<&'a Column>,
    parts: Vec<Vec<(usize, Answer)>>,
}

impl Held<'_> {
    /// The values that a statement answers; the best answer of its parts.
    fn answers(&self, statement: u32, into: &mut Vec<(usize, Answer)>) {
        into.clear();
        for part in self.column.into_iter().flat_map(|column| column.of_row(statement as usize)) {
            for &(value, answer) in self.parts.get(part as usize).into_iter().flatten() {
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
