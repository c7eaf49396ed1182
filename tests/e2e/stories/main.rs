//! Every story, told in real browsers over what `cargo xtask dist` built.
//! `cargo test -p e2e -- opens firefox` tells those whose name holds the words.

mod about;
mod answers;
mod arabic;
mod brush;
mod figures;
mod filters;
mod links;
mod opens;
mod phone;
mod recovers;
mod rescues;
mod soldiers;
mod trial;

use std::process::ExitCode;

use e2e::story::{Story, run};

const STORIES: &[Story] = &[
    opens::STORY,
    filters::STORY,
    figures::STORY,
    soldiers::STORY,
    links::STORY,
    brush::STORY,
    trial::STORY,
    about::STORY,
    phone::STORY,
    arabic::STORY,
    recovers::STORY,
    rescues::STORY,
];

fn main() -> ExitCode {
    if run(STORIES) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
