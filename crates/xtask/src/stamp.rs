//! Skipping work whose inputs have not changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::command::Result;
use crate::paths;

/// A number that changes when any of these files, or the list of them, does.
///
/// # Errors
/// When a file cannot be read.
pub fn of(files: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        paths::read(file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Whether the work called `name` was last finished with this stamp and all its
/// results are still there.
pub fn fresh(name: &str, stamp: &str, results: &[PathBuf]) -> bool {
    std::fs::read_to_string(file(name)).is_ok_and(|old| old == stamp)
        && results.iter().all(|result| result.exists())
}

/// Remembers that the work called `name` was finished with this stamp.
///
/// # Errors
/// When the stamp cannot be written.
pub fn keep(name: &str, stamp: &str) -> Result {
    paths::write_if_changed(&file(name), stamp.as_bytes())?;
    Ok(())
}

fn file(name: &str) -> PathBuf {
    Path::new(&paths::target()).join("xtask").join(format!("{name}.stamp"))
}
