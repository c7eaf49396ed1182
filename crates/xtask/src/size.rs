//! `cargo xtask size`: what the shell and the single file weigh, and whether
//! that is within their limits.

use crate::command::{Result, Stop};
use crate::paths;

/// The shell's goal in bytes: module, glue and styles, each as brotli.
const SHELL_GOAL: usize = 250_000;

/// What the shell may weigh until it reaches [`SHELL_GOAL`]: a ratchet, lowered whenever it loses weight and
/// never raised.
const SHELL: usize = 391_000;

/// The goal of the single file that ships, in bytes.
const SINGLE_FILE_GOAL: usize = 700_000;

/// What the single file may weigh until it reaches [`SINGLE_FILE_GOAL`]: a ratchet like [`SHELL`].
const SINGLE_FILE: usize = 793_000;

/// The chore.
///
/// # Errors
/// Past a limit, or when nothing was built yet.
pub fn run() -> Result {
    let archive = paths::read(&paths::shell())
        .map_err(|Stop(why)| Stop(format!("{why}; run `cargo xtask dist` first")))?;
    let shell = pack::Shell::from_bytes(&archive).map_err(|e| Stop(e.to_string()))?;
    println!("{:<12} {:>10} {:>10} {:>10}", "", "raw", "gzip", "brotli");
    let parts = [
        ("module", shell.wasm.as_slice()),
        ("glue", shell.glue.as_bytes()),
        ("styles", shell.css.as_bytes()),
        ("boot", shell.boot.as_bytes()),
    ];
    let mut total = [0; 3];
    for (name, bytes) in parts {
        let sizes = [bytes.len(), pack::gzip(bytes).len(), pack::brotli_best(bytes).len()];
        total.iter_mut().zip(sizes).for_each(|(sum, size)| *sum += size);
        row(name, sizes);
    }
    row("shell", total);
    let single = paths::read(&paths::dist().join("fieldbook.html"))?;
    let sizes = [single.len(), pack::gzip(&single).len(), pack::brotli_best(&single).len()];
    row("single file", sizes);
    goal("the shell (brotli)", total[2], SHELL_GOAL);
    goal("dist/fieldbook.html", single.len(), SINGLE_FILE_GOAL);
    limit("the shell (brotli)", total[2], SHELL)?;
    limit("dist/fieldbook.html", single.len(), SINGLE_FILE)
}

fn row(name: &str, [raw, gzip, brotli]: [usize; 3]) {
    println!("{name:<12} {raw:>10} {gzip:>10} {brotli:>10}");
}

fn goal(what: &str, size: usize, goal: usize) {
    if size > goal {
        println!("{what} is {} B over its goal of {goal} B", size - goal);
    }
}

fn limit(what: &str, size: usize, limit: usize) -> Result {
    let percent = size * 100 / limit;
    if size > limit {
        return Err(Stop(format!("{what} holds {size} B, over its limit of {limit} B")));
    }
    println!("{what}: {size} of {limit} B ({percent} %)");
    Ok(())
}
