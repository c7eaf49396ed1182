//! Every story, told in real browsers over what `cargo xtask dist` built.
//! `cargo test -p e2e -- opens firefox` tells those whose name holds the words.

mod about;
mod answers;
mod arabic;
mod brush;
mod filters;
mod links;
mod maker;
mod opens;
mod phone;
mod recovers;
mod rescues;
mod selection;
mod soldiers;
mod take;
mod trial;

use std::process::ExitCode;

use e2e::story::{Story, run};

const STORIES: &[Story] = &[
    opens::STORY,
    filters::STORY,
    soldiers::STORY,
    links::STORY,
    brush::STORY,
    trial::STORY,
    about::STORY,
    take::STORY,
    phone::STORY,
    maker::STORY,
    selection::STORY,
    arabic::STORY,
    recovers::STORY,
    rescues::STORY,
];

fn main() -> ExitCode {
    if run(STORIES) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
