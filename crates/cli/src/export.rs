//! `fieldbook export`: the statements of sources or of a fieldbook, for other programs.

use crate::failure::Failure;
use crate::terminal::{count, note};
use crate::{Outcome, columnar, fieldbook};
use ::query::Answer;
use std::path::PathBuf;

/// The arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// A source folder, data files, a built folder, or a single-file fieldbook.
    #[arg(required = true, value_name = "SOURCES_OR_FIELDBOOK")]
    from_where: Vec<PathBuf>,
    /// The Parquet file to write.
    #[arg(short, long, value_name = "FILE.parquet")]
    output: PathBuf,
}

impl Export {
    /// Writes the file.
    pub fn run(&self) -> Outcome {
        let path = &self.output;
        if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("parquet")) {
            let message = "only Parquet is written. Name a file that ends in .parquet.";
            return Err(Failure::usage(format!("{}: {message}", path.display())));
        }
        let corpus = fieldbook::corpus(&self.from_where)?;
        let rows: Vec<_> = (0..corpus.statements.len() as u32).map(|row| (row, Answer::Match)).collect();
        columnar::export(&corpus, &rows, None, path)?;
        let statements = count(corpus.statements.len() as u64, "statement", "statements");
        note(&format!("Wrote {statements} into {}", path.display()));
        Ok(())
    }
}
