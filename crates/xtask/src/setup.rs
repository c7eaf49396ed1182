//! Installing what is missing, at pinned versions, and reusing what is there.

mod debian;
mod npm;
mod rust;
mod tool;

pub use tool::{BINDGEN, GECKODRIVER, TRUNK, Tool};

use crate::command::{self, Result, Stop, cargo, say, succeeds};
use crate::paths;

/// `cargo xtask setup [--tests]`.
///
/// # Errors
/// When something cannot be installed; the line says what and how.
pub fn run_setup(tests: bool) -> Result {
    if tests { for_tests() } else { for_build() }
}

/// The chore: `--tests` adds browsers and drivers.
///
/// # Errors
/// As [`run_setup`].
pub fn run(args: &[String]) -> Result {
    match args {
        [] => run_setup(false),
        [flag] if flag == "--tests" => run_setup(true),
        _ => Err(Stop("setup takes nothing, or --tests".into())),
    }
}

/// What `dist` and `serve` need.
///
/// # Errors
/// As [`run_setup`].
pub fn for_build() -> Result {
    rust::target("wasm32-unknown-unknown")?;
    fetch()?;
    npm::packages()?;
    BINDGEN.install()?;
    TRUNK.install()
}

/// What `test` needs.
///
/// # Errors
/// As [`run_setup`].
pub fn for_tests() -> Result {
    // The slow download first, so that its failure is known early.
    debian::browsers()?;
    rust::components()?;
    for_build()?;
    GECKODRIVER.install()
}

/// Downloads every crate of the lock file, because Trunk calls cargo offline.
fn fetch() -> Result {
    let fetch = |flag: &str| {
        let mut fetch = cargo();
        fetch.current_dir(paths::root()).args(["fetch", "--locked", flag]);
        fetch
    };
    if succeeds(&mut fetch("--offline")) {
        return Ok(());
    }
    say("downloading crates (cargo fetch)");
    command::execute(&mut fetch("--quiet"))
}
