//! Why a command failed, in words and as an exit code.

use std::path::Path;

/// A failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened, and what to do.
    pub message: String,
    /// 1: the sources have errors; 2: everything else.
    pub code: u8,
}

impl Failure {
    /// The sources have errors.
    pub fn sources(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 1 }
    }

    /// The command was used wrongly.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 2 }
    }

    /// Something cannot be read.
    pub fn read(path: &Path, error: impl std::fmt::Display) -> Self {
        Self::usage(format!(
            "{}: it cannot be read ({error}). Check the path and its permissions.",
            path.display()
        ))
    }

    /// Something cannot be written.
    pub fn write(path: &Path, error: impl std::fmt::Display) -> Self {
        Self::usage(format!(
            "{}: it cannot be written ({error}). Name another place, or make room.",
            path.display()
        ))
    }
}
