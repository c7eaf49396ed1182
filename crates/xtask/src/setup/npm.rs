//! Packages from npm, at the versions in `package-lock.json`.

use std::path::Path;
use std::process::Command;

use crate::command::{Result, Stop, execute, say};
use crate::{paths, stamp};

/// Installs the packages unless they are there at the committed versions.
///
/// # Errors
/// When npm is not there or fails.
pub fn packages() -> Result {
    let root = paths::root();
    let lock = root.join("package-lock.json");
    // npm writes this file last, so its presence says that an install finished.
    let installed = root.join("node_modules/.package-lock.json");
    let mark = stamp::of(std::slice::from_ref(&lock))?;
    if stamp::fresh("npm", &mark, std::slice::from_ref(&installed)) || same(&lock, &installed) {
        return Ok(());
    }
    say("installing binaryen, esbuild and axe-core from npm (npm ci)");
    execute(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&root),
    )
    .map_err(|Stop(why)| Stop(format!("{why}; Node 20 or newer with npm is needed")))?;
    stamp::keep("npm", &mark)
}

/// Whether what is installed names every version and hash of the lock file.
fn same(lock: &Path, installed: &Path) -> bool {
    let (Ok(lock), Ok(installed)) = (paths::read_text(lock), paths::read_text(installed)) else {
        return false;
    };
    let mut hashes = lock.lines().filter(|line| line.contains("\"integrity\"")).peekable();
    hashes.peek().is_some() && hashes.all(|line| installed.contains(line.trim()))
}
