//! How soon a large fieldbook from disk shows its list, in each engine.
//!
//! ```text
//! cargo run --release -p e2e --bin large [MEGABYTES | SOURCES]
//! ```
//!
//! Makes a table of events with coders' notes, or takes sources of one's own, builds them, opens single file and
//! folder from disk, and prints milliseconds from navigation to a list that is painted: in a browser that was started
//! for it, with a fresh profile, and again in the same browser, as in one that the reader has open anyway.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use e2e::browser::{Browser, Kind};
use e2e::event_table::written;
use e2e::failure::{Result, ensure, exit};
use e2e::place::file_url;
use e2e::sources::site_and_file;
use e2e::wait;
use xtask::paths;

/// Bytes of notes that a row has, about.
const NOTE: usize = 500;

/// Openings in one browser.
const OPENINGS: usize = 4;

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
    exit(run(&std::env::args().nth(1).unwrap_or_else(|| "20".to_owned())))
}

/// `what` is a number of megabytes of notes, or sources of one's own.
fn run(what: &str) -> Result {
    let folder = paths::target().join("xtask/large");
    let sources = match what.parse::<usize>() {
        Ok(megabytes) => written(&folder, megabytes * 1_000_000 / NOTE, NOTE)?,
        Err(_) => what.into(),
    };
    let (site, file) = (folder.join("site"), folder.join("events.html"));
    site_and_file(&sources, &site, &file)?;
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("{}; load average {}", sources.display(), load.trim());
    for kind in Kind::ALL {
        for (form, file) in [("single file", &file), ("folder", &site.join("index.html"))] {
            let browser = Browser::start(kind)?;
            let times = (0..OPENINGS).map(|_| shown(&browser, file)).collect::<Result<Vec<_>>>()?;
            let [first, again @ ..] = times.as_slice() else { continue };
            let again = again.iter().map(|time| format!("{time:.0}")).collect::<Vec<_>>().join(", ");
            println!("{:<9} {form:<12} first {first:>5.0} ms, again {again} ms", kind.name());
        }
    }
    Ok(())
}

/// Milliseconds until the list of a file is painted.
fn shown(browser: &Browser, file: &Path) -> Result<f64> {
    browser.session.goto("about:blank")?;
    browser.session.goto(&file_url(file))?;
    let shown = wait::until("the list", || Ok(browser.session.run_async(SHOWN, &[])?.as_f64()))?;
    ensure(shown > 0.0, || format!("{}: a card", browser.kind.name()))?;
    Ok(shown)
}
