//! `fieldbook new`: a template source folder that builds as it is.

use crate::failure::Failure;
use crate::terminal::note;
use crate::{Outcome, output};
use std::fs;
use std::path::PathBuf;

const FILES: [(&str, &str); 6] = [
    ("fieldbook.toml", include_str!("../template/fieldbook.toml")),
    ("actors.csv", include_str!("../template/actors.csv")),
    ("places.csv", include_str!("../template/places.csv")),
    ("statements.csv", include_str!("../template/statements.csv")),
    ("reports/bridge.md", include_str!("../template/reports/bridge.md")),
    ("reports/market.md", include_str!("../template/reports/market.md")),
];

/// The arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct New {
    /// The folder to write; it must be new or empty.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl New {
    /// Writes the template.
    pub fn run(&self) -> Outcome {
        let folder = self.folder.display();
        let is_empty = |path: &PathBuf| fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
        if self.folder.exists() && !is_empty(&self.folder) {
            let message =
                format!("{folder}: it is not an empty folder, so nothing is written. Name a new one.");
            return Err(Failure::usage(message));
        }
        for (path, text) in FILES {
            output::write(&self.folder.join(path), text.as_bytes())?;
        }
        note(&format!("Wrote an example into {folder}. Next: fieldbook build {folder} -o out"));
        Ok(())
    }
}
