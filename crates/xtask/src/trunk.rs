//! Trunk, and the hooks it calls for people who work on the app.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{Result, Stop, execute, say};
use crate::{paths, setup, styles};

/// Set while `dist` calls Trunk, which then needs no hooks.
const QUIET: &str = "FIELDBOOK_DIST";

/// Where cargo looks for compiler flags.
pub(crate) const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The module that cargo makes when Trunk builds for release.
pub fn compiled() -> PathBuf {
    paths::target().join("wasm32-unknown-unknown/wasm-release/fieldbook-app.wasm")
}

/// Compiles the app with Trunk.
///
/// # Errors
/// When Trunk or cargo fails; they say why.
pub fn build() -> Result {
    say("compiling the app (trunk build --release)");
    join_styles()?;
    execute(trunk().args(["build", "--release"]).env(QUIET, "1").env(FLAGS, flags()))
}

fn trunk() -> Command {
    let mut command = Command::new(setup::TRUNK.program());
    command
        .current_dir(paths::root())
        .env("PATH", paths::path_with(&[setup::TRUNK.bin(), setup::BINDGEN.bin()]))
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk 0.21 takes NO_COLOR=1 for a bad value of a switch of its own.
        .env_remove("NO_COLOR");
    command
}

/// Compiler flags of the module that ships: this machine's folders stay out of
/// messages, so that the module is the same wherever it is compiled. Who sets flags of their own gets those.
pub(crate) fn flags() -> String {
    if let Ok(own) = std::env::var(FLAGS) {
        return own;
    }
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let remap = |from: PathBuf, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    // Names that say over which types common code was made (see `crate::split`).
    let names = "-Csymbol-mangling-version=v0".to_owned();
    let mut flags = vec![names, remap(paths::root(), ".")];
    let sources = paths::files_in(&cargo.join("registry/src"));
    flags.extend(sources.into_iter().map(|folder| remap(folder, "crates")));
    flags.join("\u{1f}")
}

/// What Trunk's hooks call: `styles` before its build, `corpus` after it.
///
/// # Errors
/// When the name is unknown or files cannot be read or written.
pub fn hook(args: &[String]) -> Result {
    if std::env::var_os(QUIET).is_some() {
        return Ok(());
    }
    match args.first().map(String::as_str) {
        Some("styles") => join_styles(),
        Some("corpus") => add_corpus(),
        _ => Err(Stop("trunk-hook takes `styles` or `corpus`".into())),
    }
}

fn join_styles() -> Result {
    let file = paths::root().join(styles::JOINED);
    paths::write_if_changed(&file, styles::joined()?.as_bytes())?;
    Ok(())
}

/// Puts the corpus of the last `dist` into the module that Trunk has staged.
fn add_corpus() -> Result {
    let single = paths::dist().join("fieldbook.html");
    let damaged = |e| Stop::because(single.display(), e);
    let Some(corpus) = pack::corpus_in(&paths::read(&single)?).map_err(damaged)? else {
        return Ok(());
    };
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    for file in paths::files_under(&staging.unwrap_or_default()) {
        if file.extension().is_some_and(|ending| ending == "wasm") {
            let module = pack::with_section(&paths::read(&file)?, &corpus).map_err(damaged)?;
            paths::write_if_changed(&file, &module)?;
        }
    }
    Ok(())
}
