//! Figures by actor, place, kind or year: those under the selection and one value more.
//!
//! A statement may stand under several values, so the groups are not parts of a whole and are never added.

use super::Figures;
use crate::{DateClause, Dimension, Engine, FacetRow, Selection, Value, Wants};
use index::Day;

/// By what figures are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// By a value of a dimension with a facet.
    Value(Dimension),
    /// By year.
    Year,
}

/// Figures under one value more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What was added to the selection.
    pub value: GroupValue,
    /// The figures.
    pub figures: Figures,
}

/// What a group stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupValue {
    /// A value of the dimension.
    Value(Value),
    /// A year: its first and last day.
    Year(Day, Day),
}

impl Engine {
    /// The figures by value, at most `most` groups; and how many values more there are.
    pub fn figures_by(&self, selection: &Selection, by: By, most: usize) -> (Vec<Group>, usize) {
        let narrowed = match by {
            By::Value(dimension) => self.by_value(selection, dimension),
            By::Year => self.by_year(selection),
        };
        let more = narrowed.len().saturating_sub(most);
        let groups = narrowed.into_iter().take(most);
        let groups = groups.map(|(value, narrowed)| Group { value, figures: self.figures(&narrowed) });
        (groups.filter(|group| !group.figures.sections.is_empty()).collect(), more)
    }

    fn by_value(&self, selection: &Selection, dimension: Dimension) -> Vec<(GroupValue, Selection)> {
        let wants = Wants { facets: true, ..Wants::COUNTS };
        // Under the selection's own clause, so that what is not chosen does not come back.
        let chosen = selection.clause(dimension).map(|clause| clause.chosen.clone()).unwrap_or_default();
        let facets = self.look(selection, wants).answers(self, selection, wants).facets;
        let rows = facets.of(dimension);
        let mut list = match chosen.is_empty() {
            true => self.top(dimension, rows),
            false => chosen,
        };
        let shown =
            |value: &Value| rows.iter().find(|row| row.value == *value).map_or(0, |row| row.counts.shown());
        list.retain(|value| shown(value) > 0);
        index::order::sort_by_key(&mut list, |value| std::cmp::Reverse(shown(value)));
        let narrow = |value: Value| (GroupValue::Value(value), selection.with_only(dimension, value));
        list.into_iter().map(narrow).collect()
    }

    /// The values at the top of a tree; below a single one, those below it.
    fn top(&self, dimension: Dimension, rows: &[FacetRow]) -> Vec<Value> {
        let parent = |entry: u32| self.parent(dimension, entry);
        let mut above = index::NONE;
        loop {
            let is_below = |row: &&FacetRow| match row.value {
                Value::Entry(entry) => row.counts.shown() > 0 && parent(entry) == above,
                Value::Missing => above == index::NONE && row.counts.shown() > 0,
            };
            let level: Vec<Value> = rows.iter().filter(is_below).map(|row| row.value).collect();
            match level.as_slice() {
                [Value::Entry(only)] if rows.iter().any(|row| is_child(row, *only, &parent)) => above = *only,
                _ => return level,
            }
        }
    }

    fn parent(&self, dimension: Dimension, entry: u32) -> u32 {
        let (corpus, at) = (self.corpus(), entry as usize);
        let parent = match dimension {
            Dimension::Actor | Dimension::Speaker => corpus.actors.get(at).map(|it| it.parent),
            Dimension::Place => corpus.places.get(at).map(|it| it.parent),
            Dimension::Kind => corpus.kinds.get(at).map(|it| it.parent),
            Dimension::Source => corpus.sources.get(at).map(|it| it.parent),
            Dimension::Date | Dimension::Text => None,
        };
        parent.unwrap_or(index::NONE)
    }

    fn by_year(&self, selection: &Selection) -> Vec<(GroupValue, Selection)> {
        let Some((first, last)) = self.days(selection) else { return Vec::new() };
        (first.ymd().0..=last.ymd().0)
            .rev()
            .filter_map(|year| narrowed(selection, year, first, last))
            .collect()
    }

    /// The selection in one of its years; nothing where it has no date.
    pub(crate) fn in_year(&self, selection: &Selection, year: i32) -> Option<Selection> {
        let (first, last) = self.days(selection)?;
        narrowed(selection, year, first, last).map(|(_, selection)| selection)
    }

    /// The first and the last day of the corpus, or of the dates chosen.
    fn days(&self, selection: &Selection) -> Option<(Day, Day)> {
        let (dates, asked) = (self.spans(selection), &selection.date);
        let first = dates.values().filter_map(|it| it.from).min()?;
        let last = dates.values().filter_map(|it| it.to).max()?;
        Some((asked.from.map_or(first, |day| day.max(first)), asked.to.map_or(last, |day| day.min(last))))
    }
}

/// A selection in one year, at most from a first to a last day.
fn narrowed(selection: &Selection, year: i32, first: Day, last: Day) -> Option<(GroupValue, Selection)> {
    let (start, end) = (Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?);
    let date = DateClause { from: Some(start.max(first)), to: Some(end.min(last)), undated: false };
    Some((GroupValue::Year(start, end), Selection { date, ..selection.clone() }))
}

fn is_child(row: &FacetRow, of: u32, parent: &dyn Fn(u32) -> u32) -> bool {
    matches!(row.value, Value::Entry(entry) if parent(entry) == of && row.counts.shown() > 0)
}
