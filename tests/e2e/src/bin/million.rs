//! A million events taken away as one file, in each engine.
//!
//! ```text
//! cargo run --release -p e2e --bin million [ROWS]
//! ```
//!
//! Makes a table, builds it, opens the single file from disk, begins an export of everything as CSV, calls it off,
//! begins it again, and counts the lines of what the page offers for saving. Prints how long the export took, how
//! large it is, and the longest time in which the page did nothing else.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use e2e::browser::{Browser, Kind};
use e2e::event_table::written;
use e2e::failure::{Result, ensure, exit};
use e2e::page::Page;
use e2e::place::{Place, Places, file_url};
use e2e::sources::single_file;
use e2e::wait;
use serde_json::Value;
use xtask::paths;

/// Bytes of notes that a row has, about.
const NOTE: usize = 20;

/// How long an export may take.
const PATIENCE: Duration = Duration::from_secs(900);

/// Keeps the file that the page offers, in place of the browser's own doing, and the longest stall of the page.
const WATCH: &str = "
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => { window.offered = blob; return make.call(URL, blob); };
HTMLAnchorElement.prototype.click = function () {};
let last = performance.now();
window.stall = 0;
setInterval(() => { const now = performance.now(); window.stall = Math.max(window.stall, now - last); last = now; }, 1);";

/// Lines and bytes of the file.
const LINES: &str = "
const done = arguments[arguments.length - 1];
(async () => {
  let lines = 0, bytes = 0;
  const reader = window.offered.stream().getReader();
  for (;;) {
    const { done: over, value } = await reader.read();
    if (over) break;
    bytes += value.length;
    for (let at = value.indexOf(10); at >= 0; at = value.indexOf(10, at + 1)) lines++;
  }
  done([lines, bytes]);
})();";

fn main() -> ExitCode {
    let rows = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).unwrap_or(1_000_000);
    exit(run(rows))
}

fn run(rows: usize) -> Result {
    let folder = paths::target().join("xtask/million");
    let file = folder.join("events.html");
    single_file(&written(&folder, rows, NOTE)?, &file)?;
    let places = Places::open(&paths::dist())?;
    for kind in Kind::ALL {
        let browser = Browser::start(kind)?;
        let page = Page { browser: &browser, place: Place::Disk, places: &places };
        page.go(&file_url(&file))?;
        wait::within(PATIENCE, "the list", || page.ready().map(Some))?;
        page.run(WATCH)?;
        page.find("button", "Export")?.click()?;
        let dialog = page.find("dialog", "Export")?;
        dialog.find("button", "Save file")?.click()?;
        dialog.find("button", "Cancel")?.click()?;
        page.sees("Cancelled")?;
        ensure(page.run("return window.offered ?? null")?.is_null(), || "a file came after all".into())?;
        let begun = Instant::now();
        dialog.find("button", "Save file")?.click()?;
        wait::within(PATIENCE, "the file", || {
            Ok((!page.run("return window.offered ?? null")?.is_null()).then_some(()))
        })?;
        let took = begun.elapsed();
        let stall = page.run("return window.stall")?.as_f64().unwrap_or_default();
        let read = browser.session.run_async(LINES, &[])?;
        let [lines, bytes] = [0, 1].map(|at| read.get(at).and_then(Value::as_u64).unwrap_or_default());
        ensure(lines == rows as u64 + 1, || format!("{lines} lines of {rows} statements"))?;
        println!(
            "{:<9} {lines} lines, {:.1} MB in {:.1} s, longest stall {stall:.0} ms",
            kind.name(),
            bytes as f64 / 1e6,
            took.as_secs_f64()
        );
    }
    Ok(())
}
