//! Parts of the Rust toolchain. Automatic installs may be switched off, so
//! each is asked for by name.

use std::path::Path;
use std::process::Command;

use crate::command::{Result, Stop, cargo, execute, output, say, succeeds};

/// Adds a compilation target unless it is there.
///
/// # Errors
/// When rustup is not there or fails.
pub fn target(name: &str) -> Result {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(name).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", name])
}

/// Adds rustfmt and clippy unless they are there.
///
/// # Errors
/// When rustup is not there or fails.
pub fn components() -> Result {
    for (name, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !succeeds(cargo().args([command, "--version"])) {
            rustup(&["component", "add", name])?;
        }
    }
    Ok(())
}

fn rustup(args: &[&str]) -> Result {
    let line = format!("rustup {}", args.join(" "));
    say(&line);
    execute(Command::new("rustup").args(args))
        .map_err(|Stop(why)| Stop(format!("{why}; `{line}` must succeed first")))
}
