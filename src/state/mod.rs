//! What the reader chose, and what follows from it.
//!
//! [`Choice`] holds the address (see [`crate::url`]) and changes it by named verbs; [`Results`] derives
//! everything else: the selection, its answers, the list, the open statement. Nothing is stored twice.

mod choice;
mod listed;
mod origin;
mod results;
mod selection;
pub mod versus;

pub use choice::{Choice, Commit, use_choice};
pub use listed::Listed;
pub use origin::{Origin, origin, stamped};
pub use results::{Answered, Results, use_results};
pub use selection::{dimension_values, resolve};
