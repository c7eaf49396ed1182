//! What the engine answers for one selection: everything that the page or the command shows.

use crate::{Counts, Shown, Value};
use index::Day;

/// Which parts of [`Answers`] a caller wants; the rest stays empty and costs nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wants {
    /// [`Answers::facets`].
    pub facets: bool,
    /// [`Answers::histogram`].
    pub histogram: bool,
    /// [`Answers::rows`].
    pub rows: bool,
}

/// Everything shown for one selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Statements in the corpus.
    pub total: u32,
    /// Statements that match, and that may match.
    pub counts: Counts,
    /// What the same clauses give in the other [`crate::Scope`].
    pub other_scope: Counts,
    /// Undated statements that match or may match every clause but the date's, shown or not.
    pub undated: u32,
    /// Statements without a place that match or may match every clause but the place's, shown or not.
    pub unplaced: u32,
    /// Where the others went.
    pub ledger: Ledger,
    /// Counts per value under the clauses of every other dimension.
    pub facets: Facets,
    /// Counts per stretch of time under all clauses but the date's.
    pub histogram: Histogram,
    /// The statements shown, in the corpus's order.
    pub rows: Shown,
}

/// Each statement that is not shown, counted once. `outside + undated + unplaced + without_actor` is
/// [`Answers::total`] less the statements shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ledger {
    /// Fails a clause by what it says, or fails several.
    pub outside: u32,
    /// Fails the date clause alone, for want of a date.
    pub undated: u32,
    /// Fails the place clause alone, for want of a place.
    pub unplaced: u32,
    /// Fails the actor clause alone, for want of a named actor in the chosen roles.
    pub without_actor: u32,
    /// A note on statements *shown*: they have a place, and none of their places has a point or an outline.
    pub without_coordinates: u32,
}

/// A number of the ledger, to list the statements behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LedgerPart {
    /// [`Ledger::outside`].
    Outside,
    /// [`Ledger::undated`].
    Undated,
    /// [`Ledger::unplaced`].
    Unplaced,
    /// [`Ledger::without_actor`].
    WithoutActor,
    /// [`Ledger::without_coordinates`].
    WithoutCoordinates,
}

/// The facets, each in its table's order with [`Value::Missing`] last. A private person has no row, so read
/// [`FacetRow::value`] rather than a row's position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Actors, in the selection's roles.
    pub actors: Vec<FacetRow>,
    /// Who says so.
    pub speakers: Vec<FacetRow>,
    /// Places.
    pub places: Vec<FacetRow>,
    /// Kinds.
    pub kinds: Vec<FacetRow>,
    /// Publishers.
    pub sources: Vec<FacetRow>,
}

/// What choosing one value alone in its dimension would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FacetRow {
    /// The value, with all below it.
    pub value: Value,
    /// The statements it would show.
    pub counts: Counts,
}

/// Counts over time. Empty where the corpus has no date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// How long a cell is.
    pub unit: Unit,
    /// Cells without gaps, from the corpus's first day to its last.
    pub cells: Vec<Cell>,
}

/// The length of a histogram's cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A day.
    #[default]
    Day,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

/// A stretch of a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Statements whose whole date lies in it (and match all else), and statements that may lie in it.
    pub counts: Counts,
}

impl Wants {
    /// Everything.
    pub const ALL: Self = Self { facets: true, histogram: true, rows: true };
    /// Counts and ledger alone.
    pub const COUNTS: Self = Self { facets: false, histogram: false, rows: false };
}

impl Facets {
    /// The rows of a dimension; none for date and text.
    pub fn of(&self, dimension: crate::Dimension) -> &[FacetRow] {
        use crate::Dimension;
        match dimension {
            Dimension::Actor => &self.actors,
            Dimension::Speaker => &self.speakers,
            Dimension::Place => &self.places,
            Dimension::Kind => &self.kinds,
            Dimension::Source => &self.sources,
            Dimension::Date | Dimension::Text => &[],
        }
    }
}
