//! Why a story failed.

use std::process::ExitCode;

/// One or more lines for whoever reads the test's output.
#[derive(Clone, Debug)]
pub struct Failure(pub String);

/// The outcome of a step.
pub type Result<T = ()> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure made from an operation and what was said about it.
    pub fn because(what: impl std::fmt::Display, error: impl std::fmt::Display) -> Self {
        Self(format!("{what}: {error}"))
    }
}

/// How a command line tool ends: what went wrong stands on standard error.
pub fn exit(outcome: Result) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Fails with the message unless the condition holds.
///
/// # Errors
/// When it does not hold.
pub fn ensure(condition: bool, message: impl FnOnce() -> String) -> Result {
    if condition { Ok(()) } else { Err(Failure(message())) }
}

/// Fails unless both are equal, showing both.
///
/// # Errors
/// When they differ.
pub fn equal<T: PartialEq + std::fmt::Debug>(what: &str, found: T, expected: T) -> Result {
    ensure(found == expected, || format!("{what}: found {found:?}, expected {expected:?}"))
}
