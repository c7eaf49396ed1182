//! Every story, told in real browsers over what `cargo xtask dist` built.
//! `cargo test -p e2e -- opens firefox` tells those whose name holds the words.

mod about;
mod answers;
mod arabic;
mod breaks;
mod brush;
mod faults;
mod figures;
mod filters;
mod hostile;
mod links;
mod looks;
mod maker;
mod numbers;
mod offline;
mod opens;
mod phone;
mod plain;
mod recovers;
mod rescues;
mod selection;
mod soldiers;
mod take;
mod tasks;
mod touch;
mod tour;
mod trial;
mod veil;

use std::process::ExitCode;

use e2e::story::{Story, run};

const STORIES: &[Story] = &[
    opens::STORY,
    filters::STORY,
    figures::STORY,
    numbers::STORY,
    soldiers::STORY,
    links::STORY,
    brush::STORY,
    trial::STORY,
    about::STORY,
    take::STORY,
    tasks::STORY,
    looks::STORY,
    phone::STORY,
    touch::STORY,
    veil::STORY,
    maker::STORY,
    selection::STORY,
    arabic::STORY,
    recovers::STORY,
    rescues::STORY,
    plain::STORY,
    offline::STORY,
    tour::STORY,
    hostile::STORY,
    faults::STORY,
    breaks::STORY,
];

fn main() -> ExitCode {
    if run(STORIES) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
