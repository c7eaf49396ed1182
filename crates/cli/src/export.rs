//! `fieldbook export`: a fieldbook taken apart again into sources, or its statements for other programs.

use crate::failure::Failure;
use crate::terminal::{count, note};
use crate::{Outcome, columnar, fieldbook, output};
use compile::{Options, SourceFile};
use index::Corpus;
use std::path::{Path, PathBuf};

/// The arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// A source folder, data files, a built folder, or a single-file fieldbook.
    #[arg(required = true, value_name = "SOURCES_OR_FIELDBOOK")]
    from_where: Vec<PathBuf>,
    /// The folder to write editable sources into, or a Parquet file of statements.
    #[arg(short, long, value_name = "DIR_OR_FILE.parquet")]
    output: PathBuf,
}

impl Export {
    /// Writes the folder or the file.
    pub fn run(&self) -> Outcome {
        let path = &self.output;
        let corpus = fieldbook::corpus(&self.from_where)?;
        let statements = count(corpus.statements.len() as u64, "statement", "statements");
        match path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).as_deref() {
            Some("parquet") => columnar::export(&corpus, path)?,
            Some(other) if !path.is_dir() => {
                let message =
                    format!("“.{other}” is not written. Name a folder, or a file that ends in .parquet.");
                return Err(Failure::usage(format!("{}: {message}", path.display())));
            }
            _ => take_apart(corpus, path)?,
        }
        note(&format!("Wrote {statements} into {}", path.display()));
        Ok(())
    }
}

/// Writes the sources, and says whether compiling them gives the same fieldbook.
fn take_apart(mut corpus: Corpus, folder: &Path) -> Outcome {
    let files = compile::sources(&corpus);
    output::write_sources(folder, &files)?;
    if !gives_the_same(&mut corpus, &files) {
        note(
            "Built again, these sources give a fieldbook that differs in its bytes. `fieldbook check` says whether \
             rows are lost; where it finds none, only orders and spellings differ.",
        );
    }
    Ok(())
}

fn gives_the_same(corpus: &mut Corpus, files: &[SourceFile]) -> bool {
    let mut again = compile::compile(files, &Options::default()).corpus;
    index::write(corpus) == index::write(&mut again)
}
