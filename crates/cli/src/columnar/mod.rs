//! Parquet, in and out: the form that engines for large data (DuckDB, Spark, DataFusion) hand tables on in.
//!
//! A Parquet file, or a folder of them partitioned by `column=value`, becomes one table of events; the compiler
//! is given it as CSV, so that a Parquet column is read exactly as the same column of a CSV would be.

mod dataset;
mod export;
mod read;

pub use dataset::{files_of, is_dataset};
pub use export::export;
pub use read::table;
