//! Questions to a corpus: who did what, where and when, and who says so?
//!
//! A [`Selection`] holds at most one clause per [`Dimension`]: dates, actors with roles, speakers, places, kinds,
//! sources, words. An [`Engine`] owns a corpus and answers selections with [`Answers`]: counts, facets, a
//! histogram, the statements shown and a ledger of those that are not. The page and the command ask the same
//! engine, so they cannot disagree. Nothing here reads, writes, knows a clock or fails.
//!
//! # Three values
//!
//! News says "on Thursday", "Idlib province", "Russian or Syrian aircraft". So a statement *matches* a clause,
//! *may match* it, or does not: [`Answer`], ordered so that "the best wins" is `max` and "the worst wins" is
//! `min`.
//!
//! | within | rule |
//! | --- | --- |
//! | several values of a statement | the best (dates: all must lie inside for a match) |
//! | alternatives between which the source leaves it open | match if all match, may match if any does or may |
//! | chosen values of a clause | the best |
//! | excluded values of a clause | the best, then turned; an unnamed or missing value may match |
//! | clauses | the worst |
//!
//! What a single value answers stands where it is worked out: dates in `dates.rs`, places and regions in
//! `region.rs`, actors and the rest in `facet.rs`; how values are joined, in `clause.rs`. `tests/rules` holds every rule as a named case, `tests/oracle`
//! the whole of it again as a slow loop, with which the engine is compared on thousands of random corpora.
//!
//! # How it is quick
//!
//! 1. *Slots* (`tree.rs`). A table's entries are numbered so that everything below an entry is one range.
//! 2. *Segments* (`segment.rs`). What a statement answers to all values of a table is a few ranges of slots: a
//!    town matches itself and those above, a country may match the one range of all below it.
//! 3. *Parts* (`column.rs`). Statements with the same value share its segments. A facet adds up statements per part
//!    and spreads the sums over the segments, so that a country with a thousand towns costs what a town costs.
//! 4. *Bitmaps* (crate `tally`). A clause's answers are two bits a statement; joining clauses is joining words.
//! 5. *Views* (`view.rs`). What was asked last is kept, and only what entered or left is counted.
//! 6. *Words* ([`search`]). What is typed becomes a bitmap like any other clause's.
//!
//! When a whole report may answer ([`Scope::Report`]), each clause's answers are first raised to the best within
//! the report (`units.rs`), and facets are counted over what reports hold instead of statements. The histogram
//! still shows each statement at its own date.
//!
//! The rest stands beside: [`Engine::reasons`] (why a statement only may match), [`Engine::find`] (entries by
//! name), [`Engine::sort`], [`Engine::loosen`] (what each clause costs) and [`retime()`] (another publication
//! date).

#![forbid(unsafe_code)]

pub mod accounts;
mod answers;
mod behind;
mod cells;
mod clause;
mod column;
pub mod compare;
mod dates;
mod engine;
mod facet;
pub mod figures;
mod ledger;
pub mod matrix;
mod named;
mod names;
mod order;
mod reasons;
mod region;
mod retime;
pub mod search;
mod segment;
mod selection;
mod shown;
mod sort;
mod tree;
mod units;
mod view;

pub use answers::{Answers, Cell, FacetRow, Facets, Histogram, Ledger, LedgerPart, Unit, Wants};
pub use engine::Engine;
pub use reasons::{Reason, Why};
pub use retime::retime;
pub use selection::{DateAxis, DateClause, Dimension, Scope, Selection, Value, ValueClause};
pub use shown::{Rows, Shown};
pub use sort::Sort;
pub use tally::{Answer, Counts};
use tally::{count, marks};
pub use view::View;
