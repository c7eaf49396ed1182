//! Source files from disk: a folder with all that lies in it, or data files by their names.

use crate::annotate::{converted, is_convertible};
use crate::columnar;
use crate::failure::Failure;
use compile::SourceFile;
use std::fs;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
const FILE_LIMIT: u64 = 2 << 30;

/// How deep folders may be nested; deeper ones are a mistake or a loop of links.
const DEPTH_LIMIT: usize = 16;

/// The folder of a source folder that its tables lie in.
const EVENTS: &str = "events";

/// Reads one folder, or one or more data files.
///
/// # Errors
/// Where something is missing or unreadable.
pub fn read(paths: &[PathBuf]) -> Result<Vec<SourceFile>, Failure> {
    match paths {
        [folder] if folder.is_dir() && !columnar::is_dataset(folder) => {
            let mut files = Vec::new();
            walk(folder, "", 0, &mut files)?;
            Ok(files)
        }
        _ => paths.iter().map(|path| data_file(path)).collect(),
    }
}

/// Whether a folder looks like one that `fieldbook build` has written.
pub fn is_built(folder: &Path) -> bool {
    folder.join("index.html").is_file() && !folder.join("fieldbook.toml").exists()
}

/// A Parquet file, or a folder of them, as the table that it is.
fn parquet(path: &Path, inside: String) -> Result<SourceFile, Failure> {
    let named = if path.is_dir() { format!("{inside}.parquet") } else { inside };
    Ok(SourceFile { path: named, bytes: columnar::table(path, &columnar::files_of(path)?)? })
}

fn is_parquet(path: &Path) -> bool {
    let ends = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parquet"));
    if path.is_dir() { columnar::is_dataset(path) } else { ends }
}

fn data_file(path: &Path) -> Result<SourceFile, Failure> {
    if is_parquet(path) {
        let path = path.canonicalize().map_err(|error| Failure::read(path, error))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        return parquet(&path, name);
    }
    if path.is_dir() {
        let message = format!("{}: this is a folder. Give one folder, or data files only.", path.display());
        return Err(Failure::usage(message));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(SourceFile { path: name, bytes: bytes(path)? })
}

fn walk(folder: &Path, prefix: &str, depth: usize, files: &mut Vec<SourceFile>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::read(folder, error))?;
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(|error| Failure::read(folder, error))?.path());
    }
    paths.sort();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let inside = format!("{prefix}{name}");
        if name.starts_with('.') {
            continue;
        }
        // The folder of all tables is never one table itself.
        if is_parquet(&path) && inside != EVENTS {
            files.push(parquet(&path, inside)?);
        } else if path.is_file() && is_convertible(&inside) {
            let report = converted(&path, &inside, &bytes(&path)?);
            // A text beside the page is the publisher's own and wins.
            files.extend(report.filter(|report| !folder.join(name_of(&report.path)).exists()));
        } else if path.is_file() {
            files.push(SourceFile { path: inside, bytes: bytes(&path)? });
        } else if path.is_dir() && depth < DEPTH_LIMIT && !is_built(&path) {
            walk(&path, &format!("{inside}/"), depth + 1, files)?;
        }
    }
    Ok(())
}

/// A path's last part.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The bytes of a file that is not too large.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let size = fs::metadata(path).map_err(|error| Failure::read(path, error))?.len();
    if size > FILE_LIMIT {
        let message = format!("{}: it holds {size} bytes, more than {FILE_LIMIT}. Split it.", path.display());
        return Err(Failure::usage(message));
    }
    fs::read(path).map_err(|error| Failure::read(path, error))
}
