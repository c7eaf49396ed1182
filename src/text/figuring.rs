//! The texts of the views that weigh statements: figures, accounts, the matrix and the comparison.
//!
//! As in [`super::words`], `{}` is filled in by [`super::fill`].

use super::plural::Forms;

/// Texts of those views.
pub struct Figuring {
    /// The tabs.
    pub tabs: TabWords,
    /// "Showing {} behind a number".
    pub showing_behind: &'static str,
    /// Whose reports carry what somebody said: "passed on by {}".
    pub passed_on: &'static str,
    /// A report of which no publisher is known, among those who pass on.
    pub unnamed_report: &'static str,
    /// Asks for the dates of publication.
    pub by_publication: &'static str,
    /// In the sentence, before dates of publication: "published {}".
    pub published: &'static str,
    /// Figures.
    pub figures: FiguresWords,
    /// Accounts.
    pub accounts: AccountsWords,
    /// The matrix.
    pub matrix: MatrixWords,
    /// The comparison.
    pub compare: CompareWords,
}

/// Names of the tabs.
pub struct TabWords {
    /// Who did something to whom.
    pub matrix: &'static str,
    /// How many.
    pub figures: &'static str,
    /// Accounts of one event.
    pub accounts: &'static str,
    /// Two selections.
    pub compare: &'static str,
}

/// Texts of the figures.
pub struct FiguresWords {
    /// Heading.
    pub title: &'static str,
    /// Label of the measure's menu.
    pub measure: &'static str,
    /// Every measure.
    pub all: &'static str,
    /// Killed, injured, missing, detained, displaced, refugees, residents, other.
    pub measures: [&'static str; 8],
    /// Label of the grouping's menu.
    pub by: &'static str,
    /// Who says so, actor, place, kind, year.
    pub by_options: [&'static str; 5],
    /// Columns: says, of whom, period, match, may match, counts as.
    pub columns: [&'static str; 6],
    /// A report in its own voice: "the report “{}”".
    pub report: &'static str,
    /// A table: "the table “{}”".
    pub table: &'static str,
    /// Of whom is not said.
    pub no_whom: &'static str,
    /// Civilians, combatants, those of whom it is not stated.
    pub classes: [&'static str; 3],
    /// A line of several figures.
    pub sum_of: Forms,
    /// A line of a table.
    pub rows_of: Forms,
    /// Where a table begins and ends: "the table covers {}".
    pub covers: &'static str,
    /// In the sum.
    pub counted: &'static str,
    /// Of a stock: never added.
    pub stock: &'static str,
    /// A part in the rows of a table.
    pub part_of_rows: &'static str,
    /// Another account of one event.
    pub same_event: &'static str,
    /// A whole of which a part is counted.
    pub whole_of: &'static str,
    /// A period within another.
    pub within: &'static str,
    /// Periods that overlap.
    pub overlaps: &'static str,
    /// Without a decided period.
    pub no_period: &'static str,
    /// Words alone.
    pub no_number: &'static str,
    /// Outside the dates chosen.
    pub period_outside: &'static str,
    /// Above those outside every sum.
    pub outside: &'static str,
    /// Says that parts are parts.
    pub parts_note: &'static str,
    /// Says that no source gives a total.
    pub no_total: &'static str,
    /// Computes totals.
    pub compute: &'static str,
    /// Takes them away.
    pub hide: &'static str,
    /// "Computed here, stated by no source: {}".
    pub total: &'static str,
    /// "what only may match, besides: {}".
    pub besides: &'static str,
    /// A term: amount, whom, period.
    pub term: &'static str,
    /// "Left out: {}".
    pub left_out: &'static str,
    /// Something left out: figure and reason.
    pub left: &'static str,
    /// "{}: no figure after {}".
    pub until: &'static str,
    /// "{}: no figure".
    pub none_of: &'static str,
    /// Stocks have no total.
    pub no_stock_total: &'static str,
    /// A best sum whose most is open: "{} (≥ {})".
    pub best_at_least: &'static str,
    /// No figures at all.
    pub nothing: &'static str,
    /// More figures than are drawn.
    pub more: Forms,
    /// More groups than are drawn.
    pub more_groups: Forms,
    /// Groups may share statements.
    pub groups_note: &'static str,
}

/// Texts of the accounts.
pub struct AccountsWords {
    /// "Cannot both be true: {}".
    pub cannot: &'static str,
    /// "Differ: {}".
    pub differ: &'static str,
    /// "Silent: {}".
    pub silent: &'static str,
    /// Silence is no disagreement.
    pub silence: &'static str,
    /// No contradiction was found.
    pub none_found: &'static str,
    /// How it was computed.
    pub how: &'static str,
    /// Columns: says, what, silent on.
    pub columns: [&'static str; 3],
    /// Figures, date, place, who did it.
    pub aspects: [&'static str; 4],
    /// Two that cannot both be true: aspect, first, second.
    pub clash: &'static str,
    /// Two that differ: aspect, first, second.
    pub differs: &'static str,
    /// Independent origins.
    pub origins: Forms,
    /// Events told once.
    pub told_once: Forms,
    /// Events told by several.
    pub events: Forms,
    /// A statement outside the selection.
    pub outside: &'static str,
    /// No event is told by several.
    pub nothing: &'static str,
    /// More events than are drawn.
    pub more: Forms,
    /// Statements that were not compared.
    pub not_compared: Forms,
}

/// Texts of the matrix.
pub struct MatrixWords {
    /// Label of the columns' menu.
    pub across: &'static str,
    /// To whom, where.
    pub across_options: [&'static str; 2],
    /// The corner: who did it.
    pub did_it: &'static str,
    /// Caption.
    pub caption: &'static str,
    /// A cell: row, column, counts.
    pub cell: &'static str,
    /// Rows and columns beyond those drawn: "{} and {}".
    pub more: &'static str,
    /// No pair.
    pub nothing: &'static str,
}

/// Texts of the comparison.
pub struct CompareWords {
    /// What to do where there is nothing to compare with.
    pub start: &'static str,
    /// Keeps the selection as B.
    pub keep: &'static str,
    /// Exchanges the two.
    pub swap: &'static str,
    /// Forgets B.
    pub forget: &'static str,
    /// The selection.
    pub first: &'static str,
    /// What it is compared with.
    pub second: &'static str,
    /// The whole collection.
    pub everything: &'static str,
    /// Statements in both.
    pub shared: Forms,
    /// Column: the value.
    pub value: &'static str,
    /// Row: all statements.
    pub all: &'static str,
    /// More values than are drawn.
    pub more: Forms,
}
