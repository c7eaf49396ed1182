//! How soon a large fieldbook from disk shows its list, in each engine.
//!
//! ```text
//! cargo run --release -p e2e --bin large [MEGABYTES]
//! ```
//!
//! Makes a table of events with coders' notes, builds it, opens single file and folder from disk with a fresh
//! profile, and prints milliseconds from navigation to a list that is painted.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use e2e::browser::{Browser, Kind};
use e2e::failure::{Failure, Result, ensure};
use e2e::place::file_url;
use e2e::wait;
use xtask::paths;

/// Bytes of notes that a row has, about.
const NOTE: usize = 500;

/// Milliseconds from navigation to the first list item that has been painted; empty until there is one.
const SHOWN: &str = "
const done = arguments[arguments.length - 1];
const look = () => {
  const item = document.querySelector('#app li button');
  if (!item && !document.querySelector('.boot-card')) return setTimeout(look, 5);
  requestAnimationFrame(() => setTimeout(() => done(item ? performance.now() : -1)));
};
look();";

fn main() -> ExitCode {
    let megabytes = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).unwrap_or(20);
    match run(megabytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(megabytes: usize) -> Result {
    let folder = paths::target().join("xtask/large");
    let file = built(&folder, megabytes)?;
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("{megabytes} MB of notes; load average {}", load.trim());
    for kind in Kind::ALL {
        for (form, file) in [("single file", &file), ("folder", &folder.join("site/index.html"))] {
            let browser = Browser::start(kind)?;
            browser.session.goto("about:blank")?;
            browser.session.goto(&file_url(file))?;
            let shown = wait::until("the list", || {
                let shown = browser.session.run_async(SHOWN, &[])?;
                Ok(shown.as_f64())
            })?;
            ensure(shown > 0.0, || format!("{}: a card", kind.name()))?;
            println!("{:<9} {form:<12} {shown:>6.0} ms", kind.name());
        }
    }
    Ok(())
}

/// A small generator, the same everywhere.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

fn built(folder: &Path, megabytes: usize) -> Result<PathBuf> {
    fs::create_dir_all(folder).map_err(|e| Failure::because(folder.display(), e))?;
    let mut state = 1;
    let mut table = String::from("id,date,actor,country,province,town,notes\n");
    for row in 0..megabytes * 1_000_000 / NOTE {
        let day = format!(
            "20{:02}-{:02}-{:02}",
            10 + next(&mut state) % 15,
            1 + next(&mut state) % 12,
            1 + next(&mut state) % 28
        );
        let (actor, province, town) = (next(&mut state) % 300, next(&mut state) % 14, next(&mut state) % 900);
        let _ = write!(table, "{row},{day},Group {actor},Syria,Province {province},Town {town},");
        let end = table.len() + NOTE;
        while table.len() < end {
            let _ = write!(table, "w{:x} ", next(&mut state) % 60_000);
        }
        table.push('\n');
    }
    let source = folder.join("large.csv");
    fs::write(&source, table).map_err(|e| Failure::because(source.display(), e))?;
    let (site, file) = (folder.join("site"), folder.join("large.html"));
    let output = Command::new(paths::target().join("release/fieldbook"))
        .args([Path::new("build"), &source, Path::new("-o"), &site, Path::new("--single-file"), &file])
        .output()
        .map_err(|e| Failure::because("cannot run the command", e))?;
    ensure(output.status.success(), || String::from_utf8_lossy(&output.stderr).into_owned())?;
    Ok(file)
}
