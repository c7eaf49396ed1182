//! Every story, told in real browsers over what `cargo xtask dist` built.
//! `cargo test -p e2e -- opens firefox` tells those whose name holds the words.

mod opens;
mod recovers;
mod rescues;

use std::process::ExitCode;

use e2e::story::{Story, run};

const STORIES: &[Story] = &[opens::STORY, recovers::STORY, rescues::STORY];

fn main() -> ExitCode {
    if run(STORIES) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
