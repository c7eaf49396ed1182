//! `fieldbook`: sources in, a fieldbook out, and questions to either.
//!
//! Exit codes: 0, all is well; 1, the sources have errors; 2, the command was used wrongly, or something
//! cannot be read or written.

#![forbid(unsafe_code)]

mod annotate;
mod build;
mod check;
mod columnar;
mod export;
mod failure;
mod fieldbook;
mod new;
mod output;
mod query;
mod sources;
mod terminal;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

/// Who did what, where and when, and who says so? One page, no server.
#[derive(Debug, Parser)]
#[command(name = "fieldbook", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a template source folder.
    New(new::New),
    /// Read dates, actors, places, figures and who says so from texts.
    Annotate(annotate::Annotate),
    /// Turn sources into a fieldbook.
    Build(build::Build),
    /// Say what is wrong with sources, and what they add up to.
    Check(check::Check),
    /// Write the statements for other programs.
    Export(export::Export),
    /// Ask sources or a fieldbook.
    Query(Box<query::Query>),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Command::Annotate(annotate) => annotate.run(),
        Command::New(new) => new.run(),
        Command::Build(build) => build.run(),
        Command::Check(check) => check.run(),
        Command::Export(export) => export.run(),
        Command::Query(query) => query.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::note(&failure.message);
            ExitCode::from(failure.code)
        }
    }
}

/// What a command comes to.
type Outcome = Result<(), Failure>;
