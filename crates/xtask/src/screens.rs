//! `cargo xtask screens`: pictures of the built single file, to look at. The
//! browser client lives with the browser tests, so this starts their program.

use crate::command::{Result, cargo, execute};
use crate::{paths, setup};

/// The chore; its arguments go to `tests/e2e/src/bin/screens.rs`.
///
/// # Errors
/// When nothing was built yet or the browser does not start.
pub fn run(args: &[String]) -> Result {
    setup::for_tests()?;
    execute(
        cargo()
            .current_dir(paths::root())
            .args(["run", "--quiet", "-p", "e2e", "--bin", "screens", "--"])
            .args(args),
    )
}
