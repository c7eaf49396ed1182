//! Questions to a corpus. (Essay follows with the engine.)

#![forbid(unsafe_code)]

mod answer;
mod answers;
mod engine;
mod names;
mod reasons;
mod retime;
mod selection;
mod sort;

pub use answer::{Answer, Counts};
pub use answers::{Answers, Cell, FacetRow, Facets, Histogram, Ledger, LedgerPart, Unit, Wants};
pub use engine::Engine;
pub use reasons::{Reason, Why};
pub use retime::retime;
pub use selection::{DateClause, Dimension, Scope, Selection, Value, ValueClause};
pub use sort::Sort;
