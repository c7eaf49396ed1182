//! A table of events that nobody counted, as large as one likes, and the fieldbook made of it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::paths;

use crate::failure::{Failure, Result, ensure};

/// A small generator, the same everywhere.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

/// A table of `rows` events with about `note` bytes of coders' notes each, as CSV.
pub fn csv(rows: usize, note: usize) -> String {
    let mut state = 1;
    let mut table = String::from("id,date,actor,country,province,town,notes\n");
    for row in 0..rows {
        let day = format!(
            "20{:02}-{:02}-{:02}",
            10 + next(&mut state) % 15,
            1 + next(&mut state) % 12,
            1 + next(&mut state) % 28
        );
        let (actor, province, town) = (next(&mut state) % 300, next(&mut state) % 14, next(&mut state) % 900);
        let _ = write!(table, "{row},{day},Group {actor},Syria,Province {province},Town {town},");
        let end = table.len() + note;
        while table.len() < end {
            let _ = write!(table, "w{:x} ", next(&mut state) % 60_000);
        }
        table.push('\n');
    }
    table
}

/// Builds a folder and a single file of a table with the release build of the command, and gives the file.
///
/// # Errors
/// Where the folder cannot be written, the command is missing or it refuses the table.
pub fn built(folder: &Path, table: &str) -> Result<PathBuf> {
    fs::create_dir_all(folder).map_err(|e| Failure::because(folder.display(), e))?;
    let source = folder.join("events.csv");
    fs::write(&source, table).map_err(|e| Failure::because(source.display(), e))?;
    let (site, file) = (folder.join("site"), folder.join("events.html"));
    let output = Command::new(paths::target().join("release/fieldbook"))
        .args([Path::new("build"), &source, Path::new("-o"), &site, Path::new("--single-file"), &file])
        .output()
        .map_err(|e| Failure::because("cannot run the command; `cargo xtask dist` makes it", e))?;
    ensure(output.status.success(), || String::from_utf8_lossy(&output.stderr).into_owned())?;
    Ok(file)
}
