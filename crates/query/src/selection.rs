//! What a reader asks: at most one clause per dimension.

use crate::search::{Off, Query};
use index::{Day, NONE, Role};

/// What statements are asked for; the default restricts nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// When.
    pub date: DateClause,
    /// Which date is asked for.
    pub axis: DateAxis,
    /// Who, in one of [`Selection::roles`].
    pub actor: ValueClause,
    /// The roles in which actors count; empty: any. Without a chosen or excluded actor they restrict nothing.
    pub roles: Vec<Role>,
    /// Who says so.
    pub speaker: ValueClause,
    /// Where.
    pub place: ValueClause,
    /// What kind of happening.
    pub kind: ValueClause,
    /// Which publisher.
    pub source: ValueClause,
    /// Words, in the language of [`crate::search`].
    pub text: String,
    /// Rules by which words find more than themselves, as far as they are switched off.
    pub off: Off,
    /// Hides what only may match, everywhere: every count then takes matches alone.
    pub matches_only: bool,
    /// Whether one statement must meet all clauses, or its report.
    pub scope: Scope,
}

/// Which of a statement's dates is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateAxis {
    /// When what it tells of happened.
    #[default]
    Event,
    /// When its report was published.
    Published,
}

/// A stretch of time, both days included; an open side has no day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateClause {
    /// First day; nothing where the stretch is open towards the past.
    pub from: Option<Day>,
    /// Last day; nothing where the stretch is open towards the future.
    pub to: Option<Day>,
    /// Asks for undated statements: for them alone without a day, for them too beside one.
    pub undated: bool,
}

/// Values of a table that are asked for, and values that are ruled out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ValueClause {
    /// One of these; empty: any.
    pub chosen: Vec<Value>,
    /// None of these.
    pub excluded: Vec<Value>,
}

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// An entry of the dimension's table, with all below it; one outside the table fits no statement.
    Entry(u32),
    /// `(none)`: no value at all, or nobody named (in the chosen roles).
    Missing,
}

/// Where the clauses must hold together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In one statement.
    #[default]
    Statement,
    /// Somewhere in the same report: each clause takes the best answer of any of the report's statements, words also
    /// that of its title and paragraphs.
    /// A statement without a report, or of a table, stands alone.
    Report,
}

/// What a clause is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// When.
    Date,
    /// Who, with role.
    Actor,
    /// Who says so.
    Speaker,
    /// Where.
    Place,
    /// What kind of happening.
    Kind,
    /// Which publisher.
    Source,
    /// Words.
    Text,
}

impl Dimension {
    /// All dimensions, in the order of a selection's fields.
    pub const ALL: [Self; 7] =
        [Self::Date, Self::Actor, Self::Speaker, Self::Place, Self::Kind, Self::Source, Self::Text];
    /// The dimensions whose values stand in a table: those with a facet.
    pub const FACETS: [Self; 5] = [Self::Actor, Self::Speaker, Self::Place, Self::Kind, Self::Source];
}

impl Value {
    /// A value that no statement has: what an unknown name stands for.
    pub const UNKNOWN: Self = Self::Entry(NONE);
}

impl DateClause {
    /// Whether it restricts nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl ValueClause {
    /// One of these values.
    pub fn of(chosen: impl IntoIterator<Item = Value>) -> Self {
        Self { chosen: chosen.into_iter().collect(), excluded: Vec::new() }
    }

    /// None of these values.
    pub fn without(excluded: impl IntoIterator<Item = Value>) -> Self {
        Self { chosen: Vec::new(), excluded: excluded.into_iter().collect() }
    }

    /// Whether it restricts nothing.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.excluded.is_empty()
    }
}

impl Selection {
    /// The clause of a dimension with a facet; nothing for date and text.
    pub fn clause(&self, dimension: Dimension) -> Option<&ValueClause> {
        match dimension {
            Dimension::Actor => Some(&self.actor),
            Dimension::Speaker => Some(&self.speaker),
            Dimension::Place => Some(&self.place),
            Dimension::Kind => Some(&self.kind),
            Dimension::Source => Some(&self.source),
            Dimension::Date | Dimension::Text => None,
        }
    }

    /// The clause of a dimension with a facet, to change; nothing for date and text.
    pub fn clause_mut(&mut self, dimension: Dimension) -> Option<&mut ValueClause> {
        match dimension {
            Dimension::Actor => Some(&mut self.actor),
            Dimension::Speaker => Some(&mut self.speaker),
            Dimension::Place => Some(&mut self.place),
            Dimension::Kind => Some(&mut self.kind),
            Dimension::Source => Some(&mut self.source),
            Dimension::Date | Dimension::Text => None,
        }
    }

    /// The selection with one chosen value in a dimension, in place of those chosen there.
    #[must_use]
    pub fn with_only(&self, dimension: Dimension, value: Value) -> Self {
        let mut narrowed = self.clone();
        if let Some(clause) = narrowed.clause_mut(dimension) {
            clause.chosen = vec![value];
        }
        narrowed
    }

    /// Whether a statement of this answer is among those shown.
    pub fn shows(&self, answer: crate::Answer) -> bool {
        answer == crate::Answer::Match || (answer == crate::Answer::MayMatch && !self.matches_only)
    }

    /// Whether the selection restricts a dimension.
    pub fn restricts(&self, dimension: Dimension) -> bool {
        match dimension {
            Dimension::Date => !self.date.is_empty(),
            Dimension::Text => !self.text.trim().is_empty() && !Query::read(&self.text).is_empty(),
            _ => self.clause(dimension).is_some_and(|clause| !clause.is_empty()),
        }
    }

    /// The selection without a dimension's clause (and, for actors, without roles).
    #[must_use]
    pub fn without(&self, dimension: Dimension) -> Self {
        let mut looser = self.clone();
        match dimension {
            Dimension::Date => looser.date = DateClause::default(),
            Dimension::Text => looser.text.clear(),
            Dimension::Actor => looser.roles.clear(),
            _ => {}
        }
        if let Some(clause) = looser.clause_mut(dimension) {
            *clause = ValueClause::default();
        }
        looser
    }
}
