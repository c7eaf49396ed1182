//! Where things are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::command::{Result, Stop};

/// The project's root.
pub fn root() -> PathBuf {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    crates.and_then(Path::parent).unwrap_or(Path::new(".")).to_path_buf()
}

/// Cargo's target directory.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// What ships.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The shell where the next build of the command embeds it.
pub fn shell() -> PathBuf {
    root().join("crates/cli/shell/shell.bin")
}

/// "Make a fieldbook" as one file.
pub fn maker() -> PathBuf {
    dist().join("maker.html")
}

/// Where tools from crates.io are installed, one folder a tool and version:
/// `$FIELDBOOK_TOOLS`, else `~/.cache/fieldbook/tools`.
pub fn tools() -> PathBuf {
    if let Some(dir) = std::env::var_os("FIELDBOOK_TOOLS") {
        return dir.into();
    }
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_else(target);
    home.join(".cache/fieldbook/tools")
}

/// A program of an npm package.
pub fn npm_program(name: &str) -> PathBuf {
    root().join("node_modules/.bin").join(name)
}

/// `PATH` with these folders before it.
pub fn path_with(folders: &[PathBuf]) -> OsString {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    std::env::join_paths(all).unwrap_or(old.clone())
}

/// Where a program is, looked for in `PATH`.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
}

/// Reads a file whole.
///
/// # Errors
/// With the file's name when it cannot be read.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(|e| Stop::because(format!("cannot read {}", file.display()), e))
}

/// Reads a file of text whole.
///
/// # Errors
/// With the file's name when it cannot be read or is not UTF-8.
pub fn read_text(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).map_err(|e| Stop::because(format!("cannot read {}", file.display()), e))
}

/// Writes a file unless it already holds these bytes, making its folder first.
/// Returns whether it wrote.
///
/// # Errors
/// With the file's name when it cannot be written.
pub fn write_if_changed(file: &Path, bytes: &[u8]) -> Result<bool> {
    if std::fs::read(file).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    let cannot = |e| Stop::because(format!("cannot write {}", file.display()), e);
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    std::fs::write(file, bytes).map_err(cannot)?;
    Ok(true)
}

/// What stands in a folder, sorted; nothing when the folder is not there.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries.map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// Every file under a folder, sorted; nothing when the folder is not there.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => found.push(entry.path()),
            }
        }
    }
    found.sort();
    found
}
