//! A table of events that nobody counted, as large as one likes.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::failure::Result;
use crate::sources::write;

/// A small generator, the same everywhere.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

/// A table of `rows` events with about `note` bytes of coders' notes each, as CSV.
fn csv(rows: usize, note: usize) -> String {
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

/// Writes such a table into a folder, and gives its file.
///
/// # Errors
/// Where it cannot be written.
pub fn written(folder: &Path, rows: usize, note: usize) -> Result<PathBuf> {
    let source = folder.join("events.csv");
    write(&source, &csv(rows, note))?;
    Ok(source)
}
