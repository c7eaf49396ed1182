//! `cargo xtask bench`: the engine beside its peers, in one browser on one machine, by the protocol in
//! `bench/README.md`. `cargo xtask bench frames` times painted changes of the page.

mod frames;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Result, Stop, cargo, execute, output, say};
use crate::{paths, setup};

/// Events that are asked about where nothing else is said.
const ROWS: &str = "1000000";

/// Rounds; the first only warms the machine.
const ROUNDS: &str = "6";

/// Smaller tables, to see how everything grows.
const SMALLER: [&str; 2] = ["10000", "100000"];

/// Slices of UCDP GED beside the project.
const SLICES: [&str; 2] = ["ucdp-ged.csv.gz", "ucdp-ged-syria-41col.csv.gz"];

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
    growth(&bench)?;
    let tables = compiled(&bench, rows)?;
    say("compressing the same rows elsewhere (node bytes.mjs)");
    let python = std::env::var("FIELDBOOK_PYTHON").unwrap_or_else(|_| "python3".into());
    let folder = bench.join("out").join(rows);
    let mut bytes = Command::new("node");
    bytes.current_dir(&bench).arg("bytes.mjs").arg(folder).arg(python).args(tables);
    write(&bench.join("out/bytes.json"), &output(&mut bytes)?)?;
    let docs = paths::root().join("docs");
    execute(
        Command::new("node")
            .current_dir(&bench)
            .args(["report.mjs", "out"])
            .arg(docs.join("performance.md"))
            .arg(docs.join("performance.log.json")),
    )
}

/// Our side on smaller tables of the same shape.
fn growth(bench: &Path) -> Result {
    let mut logs = Vec::new();
    for rows in SMALLER {
        let make = ["run", "--quiet", "--release", "-p", "bench", "--bin", "make", "--", rows, "0"];
        execute(cargo().current_dir(paths::root()).args(make).arg(bench.join("out").join(rows)))?;
        logs.push(output(Command::new("node").current_dir(bench).args(["run.mjs", rows, "2", "ours"]))?);
    }
    write(&bench.join("out/growth.json"), &format!("[{}]", logs.join(",")))
}

/// Compiles the generated table and, where they are there, slices of UCDP GED; the tables.
fn compiled(bench: &Path, rows: &str) -> Result<Vec<PathBuf>> {
    let mut tables = vec![(format!("generated, {rows}"), bench.join("out").join(rows).join("events.csv"))];
    for name in SLICES {
        let slice = paths::root().join("../shared/data").join(name);
        if slice.is_file() {
            tables.push((name.to_owned(), slice));
        } else {
            say(format!("bench: {} is not there and is left out", slice.display()));
        }
    }
    let mut lines = Vec::new();
    for (name, table) in &tables {
        let compiling = ["run", "--quiet", "--release", "-p", "bench", "--bin", "compiling", "--"];
        let mut command = cargo();
        command.current_dir(paths::root()).args(compiling).arg(table).arg(bench.join("out/compiled.bin"));
        let line = output(&mut command)?;
        let own = format!("{{\"name\": {name:?}, \"table\": {:?}, ", table.display().to_string());
        lines.push(line.trim().replacen('{', &own, 1));
    }
    write(&bench.join("out/compiled.json"), &format!("[{}]", lines.join(",")))?;
    Ok(tables.into_iter().map(|(_, table)| table).collect())
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
