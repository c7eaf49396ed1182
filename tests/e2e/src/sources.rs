//! Sources that a story writes, and the fieldbook that the command builds of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::paths;

use crate::failure::{Failure, Result, ensure};

/// The text of a file.
///
/// # Errors
/// When it cannot be read.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|e| Failure::because(file.display(), e))
}

/// Writes a file, and the folders above it.
///
/// # Errors
/// When it cannot be written.
pub fn write(file: &Path, text: &str) -> Result {
    let made = file.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(file, text)).map_err(|e| Failure::because(file.display(), e))
}

/// Builds sources into a single file; gives what the command said.
///
/// # Errors
/// With what the command said, where it fails.
pub fn single_file(sources: &Path, file: &Path) -> Result<String> {
    command(&[Path::new("build"), sources, Path::new("--single-file"), file])
}

/// As [`single_file`], with a site beside it.
///
/// # Errors
/// As [`single_file`].
pub fn site_and_file(sources: &Path, site: &Path, file: &Path) -> Result<String> {
    command(&[Path::new("build"), sources, Path::new("-o"), site, Path::new("--single-file"), file])
}

/// Runs the release build of the command; gives what it said.
fn command(args: &[&Path]) -> Result<String> {
    let output = Command::new(paths::target().join("release/fieldbook"))
        .args(args)
        .output()
        .map_err(|e| Failure::because("cannot run the command; `cargo xtask dist` makes it", e))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure(output.status.success(), || said.clone())?;
    Ok(said)
}

/// Writes sources into a folder of their own, and builds them into a single file beside it.
///
/// # Errors
/// As [`write`] and [`single_file`].
pub fn built(folder: &Path, name: &str, files: &[(&str, &str)]) -> Result<PathBuf> {
    let sources = folder.join(name);
    files.iter().try_for_each(|(path, text)| write(&sources.join(path), text))?;
    let file = folder.join(format!("{name}.html"));
    single_file(&sources, &file)?;
    Ok(file)
}
