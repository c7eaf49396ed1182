//! Small parts that know nothing of the corpus.

pub mod counts;
pub mod dialog;
pub mod later;
pub mod lit;
pub mod pager;
pub mod why;
