//! Waiting for a condition by asking again.

use std::time::{Duration, Instant};

use crate::failure::{Failure, Result};

/// How long a condition may take to come true. Generous: machines are slow, and
/// a condition that holds costs nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks until there is an answer and returns it.
///
/// # Errors
/// With the last reason, when there is none in time.
pub fn until<T>(what: &str, ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    within(PATIENCE, what, ask)
}

/// As [`until`], with a patience of its own.
///
/// # Errors
/// As [`until`].
pub fn within<T>(patience: Duration, what: &str, mut ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let deadline = Instant::now() + patience;
    let mut pause = Duration::from_millis(5);
    loop {
        let answer = ask();
        if let Ok(Some(answer)) = answer {
            return Ok(answer);
        }
        if Instant::now() > deadline {
            let reason = answer.err().map(|Failure(why)| format!(" ({why})")).unwrap_or_default();
            return Err(Failure(format!("waited {} s for {what}{reason}", patience.as_secs())));
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}
