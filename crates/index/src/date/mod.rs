//! Dates as intervals of whole days.
//!
//! News says "on Thursday", "in 2020", "since April". Every date is therefore an earliest and a latest day,
//! both included, either of which may be open. What a source's words mean is written as EDTF (ISO 8601-2),
//! or, where it depends on when the report was published, as a [`Rule`].

mod day;
mod edtf;
mod rule;
mod span;

pub use day::{Day, Weekday};
pub use edtf::{DateError, parse_bounds, parse_edtf};
pub use rule::{Anchors, Rule};
pub use span::Span;
