//! `cargo xtask bench frames`: how long a change of the selection takes until it is painted, on a real table.
//!
//! The table is the one given, or the UCDP GED Syria table of the shared folder beside the project; without
//! either there is nothing to measure, and the chore says so. The browser client lives with the browser tests,
//! so this starts their program.

use std::path::PathBuf;

use crate::command::{Result, Stop, cargo, execute, say};
use crate::{dist, paths, setup};

/// The chore: `cargo xtask bench frames [TABLE]`.
///
/// # Errors
/// When something does not build, or a median takes longer than a frame.
pub fn run(args: &[String]) -> Result {
    let table = match args {
        [] => paths::root().join("../shared/data/ucdp-ged-syria-41col.csv.gz"),
        [table] => PathBuf::from(table),
        _ => return Err(Stop("bench frames takes nothing, or a table of events".into())),
    };
    if !table.is_file() {
        say(format!("bench skipped: there is no {}; give a table of events", table.display()));
        return Ok(());
    }
    setup::for_tests()?;
    dist::build(None)?;
    let file = paths::target().join("bench/table.html");
    let folder = paths::target().join("bench");
    std::fs::create_dir_all(&folder).map_err(|e| Stop::because(folder.display(), e))?;
    let build = ["run", "--quiet", "--release", "-p", "fieldbook-cli", "--", "build"];
    execute(cargo().current_dir(paths::root()).args(build).arg(&table).arg("--single-file").arg(&file))?;
    let frames = ["run", "--quiet", "--release", "-p", "e2e", "--bin", "frames", "--"];
    execute(cargo().current_dir(paths::root()).args(frames).arg(&file))
}
