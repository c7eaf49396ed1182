//! `cargo xtask bench`: the engine beside its peers, in one browser on one machine, by the protocol in
//! `bench/README.md`. `cargo xtask bench frames` times painted changes of the page.

mod frames;

use std::path::Path;
use std::process::Command;

use crate::command::{Result, Stop, cargo, execute, output, say};
use crate::{paths, setup};

/// Events that are asked about where nothing else is said.
const ROWS: &str = "1000000";

/// Rounds; the first only warms the machine.
const ROUNDS: &str = "6";

/// The share of dates and places that are open, in percent, in the harder of our two tables.
const OPEN: &str = "10";

/// The chore: `cargo xtask bench [ROWS [ROUNDS]]` or `cargo xtask bench frames [TABLE]`.
///
/// # Errors
/// When something does not build or a peer fails.
pub fn run(args: &[String]) -> Result {
    let (rows, rounds) = match args {
        [first, rest @ ..] if first == "frames" => return frames::run(rest),
        [first, rest @ ..] if first == "text" => return text(rest),
        [] => (ROWS, ROUNDS),
        [rows] => (rows.as_str(), ROUNDS),
        [rows, rounds] => (rows.as_str(), rounds.as_str()),
        _ => return Err(Stop("bench takes nothing, ROWS, ROWS and ROUNDS, `frames` or `text`".into())),
    };
    setup::for_build()?;
    let bench = paths::root().join("bench");
    peers(&bench)?;
    data(&bench, rows)?;
    module(&bench)?;
    say(format!("asking, {rounds} rounds (node run.mjs)"));
    let log = output(Command::new("node").current_dir(&bench).args(["run.mjs", rows, rounds]))?;
    write(&bench.join("out/log.json"), &log)?;
    say("compressing the same columns elsewhere (node bytes.mjs)");
    let python = std::env::var("FIELDBOOK_PYTHON").unwrap_or_else(|_| "python3".into());
    let folder = bench.join("out").join(rows);
    let bytes = output(Command::new("node").current_dir(&bench).arg("bytes.mjs").arg(folder).arg(python))?;
    write(&bench.join("out/bytes.json"), &bytes)?;
    let docs = paths::root().join("docs");
    execute(
        Command::new("node")
            .current_dir(&bench)
            .args(["report.mjs", "out/log.json", "out/bytes.json"])
            .arg(docs.join("performance.md"))
            .arg(docs.join("performance.log.json")),
    )
}

/// `cargo xtask bench text [DOCUMENTS [ROUNDS]]`: the search beside FlexSearch, MiniSearch and SQLite.
fn text(args: &[String]) -> Result {
    let (documents, rounds) = match args {
        [] => ("100000", "4"),
        [documents] => (documents.as_str(), "4"),
        [documents, rounds] => (documents.as_str(), rounds.as_str()),
        _ => return Err(Stop("bench text takes nothing, DOCUMENTS, or DOCUMENTS and ROUNDS".into())),
    };
    setup::for_build()?;
    let bench = paths::root().join("bench");
    peers(&bench)?;
    let folder = ["texts-", documents].concat();
    let make = ["run", "--quiet", "--release", "-p", "bench", "--bin", "texts", "--", documents];
    execute(cargo().current_dir(paths::root()).args(make).arg(bench.join("out").join(&folder)))?;
    module(&bench)?;
    say(format!("searching, {rounds} rounds (node text.mjs)"));
    let docs = paths::root().join("docs");
    execute(
        Command::new("node")
            .current_dir(&bench)
            .args(["text.mjs", &folder, rounds])
            .arg(docs.join("performance.md"))
            .arg(docs.join("performance.texts.json")),
    )
}

fn write(file: &Path, text: &str) -> Result {
    std::fs::write(file, text).map_err(|e| Stop::because(format!("cannot write {}", file.display()), e))
}

/// The peers, at the versions in `bench/package-lock.json`.
fn peers(bench: &Path) -> Result {
    if bench.join("node_modules/.package-lock.json").is_file() {
        return Ok(());
    }
    say("installing the peers from npm (npm ci)");
    execute(
        Command::new("npm")
            .args([
                "ci",
                "--ignore-scripts",
                "--legacy-peer-deps",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
            ])
            .current_dir(bench),
    )
}

/// The tables: one that the peers can express, and one with open dates and places.
fn data(bench: &Path, rows: &str) -> Result {
    let make = ["run", "--quiet", "--release", "-p", "bench", "--bin", "make", "--", rows];
    let out = bench.join("out");
    execute(cargo().current_dir(paths::root()).args(make).arg("0").arg(out.join(rows)))?;
    execute(cargo().current_dir(paths::root()).args(make).arg(OPEN).arg(out.join(format!("{rows}-open"))))
}

/// Our side as a module, with the page's own profile.
fn module(bench: &Path) -> Result {
    let target = "wasm32-unknown-unknown";
    let build = ["build", "--quiet", "-p", "bench", "--lib", "--profile", "wasm-release", "--target", target];
    execute(cargo().current_dir(paths::root()).args(build))?;
    execute(
        Command::new(setup::BINDGEN.program())
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(bench.join("out/engine"))
            .arg(paths::target().join(target).join("wasm-release/bench.wasm")),
    )
}
