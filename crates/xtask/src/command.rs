//! Running other programs, with one clear line when one fails.

use std::fmt;
use std::process::{Command, Stdio};

/// Why a chore stopped: one line for the person who asked for it.
#[derive(Debug)]
pub struct Stop(pub String);

/// The outcome of a chore.
pub type Result<T = ()> = std::result::Result<T, Stop>;

impl Stop {
    /// A reason made from an operation and what the system said.
    pub fn because(what: impl fmt::Display, error: impl fmt::Display) -> Self {
        Self(format!("{what}: {error}"))
    }
}

/// Says what is being done.
pub fn say(what: impl fmt::Display) {
    println!("• {what}");
}

/// Cargo, the one that runs this chore.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end; its output goes to the terminal.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn execute(command: &mut Command) -> Result {
    let status = command.status().map_err(|e| cannot_start(command, e))?;
    if status.success() { Ok(()) } else { Err(Stop(format!("{} failed ({status})", shown(command)))) }
}

/// Runs a program to its end and returns what it wrote to standard output.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|e| cannot_start(command, e))?;
    if !output.status.success() {
        return Err(Stop(format!("{} failed ({})", shown(command), output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program runs and succeeds, without a word.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn cannot_start(command: &Command, error: std::io::Error) -> Stop {
    Stop::because(format!("cannot start `{}`", command.get_program().to_string_lossy()), error)
}

/// A command as one would type it, shortened.
fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for arg in command.get_args().take(8) {
        text.push(' ');
        text.push_str(&arg.to_string_lossy());
    }
    format!("`{text}`")
}
