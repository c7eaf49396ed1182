//! Questions to a corpus. (Essay follows with the engine.)

#![forbid(unsafe_code)]

mod answer;
mod answers;
mod cells;
mod dates;
mod engine;
mod facet;
mod minima;
mod names;
mod profile;
mod reasons;
mod region;
mod retime;
mod segment;
mod selection;
mod sort;
mod tree;
mod units;
mod words;

pub use answer::{Answer, Counts};
pub use answers::{Answers, Cell, FacetRow, Facets, Histogram, Ledger, LedgerPart, Unit, Wants};
pub use engine::Engine;
pub use reasons::{Reason, Why};
pub use retime::retime;
pub use selection::{DateClause, Dimension, Scope, Selection, Value, ValueClause};
pub use sort::Sort;
