//! How soon a large fieldbook from disk shows its list, in each engine.
//!
//! ```text
//! cargo run --release -p e2e --bin large [MEGABYTES]
//! ```
//!
//! Makes a table of events with coders' notes, builds it, opens single file and folder from disk with a fresh
//! profile, and prints milliseconds from navigation to a list that is painted.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

use std::fs;
use std::process::ExitCode;

use e2e::browser::{Browser, Kind};
use e2e::event_table::{built, csv};
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
    let file = built(&folder, &csv(megabytes * 1_000_000 / NOTE, NOTE))?;
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
