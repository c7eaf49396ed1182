//! The benchmark's data and our side of it.
//!
//! [`shape`] makes a table of events of a known shape from a seed; [`columns`] writes it for the peers as plain
//! columns of codes, [`corpus`] as the corpus that a fieldbook carries. [`asks`] holds the operations that are
//! timed, and [`page`] the same as a module for a browser. `bench/README.md` says how they are run.

pub mod asks;
pub mod columns;
pub mod corpus;
pub mod entropy;
pub mod page;
pub mod shape;
pub mod text;

pub use shape::{Shape, Table};
