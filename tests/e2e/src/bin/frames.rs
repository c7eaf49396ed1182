//! How long a change of the selection takes until it is painted, in headless Chromium.
//!
//! Arguments: a single-file fieldbook, then optionally the number of samples of each change (31). Each change
//! is made inside a frame; the clock stops in a message task posted from that frame, which the browser runs
//! after it has painted. So a figure holds handlers, engine, effects, style, layout and paint, and not the wait
//! for the next frame. The same loop over a page that only changes one text is the control in the same run.
//! Then brush and actor once more with each of the other views open.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

use std::path::Path;
use std::process::ExitCode;

use e2e::browser::{Browser, Kind};
use e2e::failure::{Failure, Result, ensure, exit};
use e2e::page::Page;
use e2e::place::file_url;
use e2e::wait;
use serde_json::{Value, json};

/// A 60 Hz frame, in milliseconds.
const FRAME_MS: f64 = 1000.0 / 60.0;

/// Makes a change `count` times and gives the milliseconds of each.
const MEASURE: &str = "
const [count, kind, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]];
const group = (name) => [...document.querySelectorAll('fieldset')].find((set) => set.querySelector('legend')?.textContent.trim().startsWith(name));
const boxes = (name) => [...group(name).querySelectorAll('input[type=checkbox]')].slice(0, 8);
const key = (name) => new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
const changes = {
  control: (i) => { document.querySelector('h1').textContent = 'Fieldbook ' + i; },
  brush: (i) => { document.querySelectorAll('[role=slider]')[i % 2].dispatchEvent(key(i % 4 < 2 ? 'ArrowRight' : 'ArrowLeft')); },
  actor: (i) => { const all = boxes('Actors'); all[(i >> 1) % all.length].click(); },
  place: (i) => { const all = boxes('Places'); all[(i >> 1) % all.length].click(); },
  kind: (i) => { const all = boxes('Kinds'); all[(i >> 1) % all.length].click(); },
  exclude: (i) => { const all = [...group('Actors').querySelectorAll('button[aria-pressed]')].slice(0, 8); all[(i >> 1) % all.length].click(); },
  'matches only': () => { [...document.querySelectorAll('input[type=checkbox]')].find((box) => box.closest('label')?.textContent.trim() === 'Matches only').click(); },
};
const samples = [];
const channel = new MessageChannel();
let begun = 0;
channel.port1.onmessage = () => {
  samples.push(performance.now() - begun);
  if (samples.length === count) done(samples); else setTimeout(step, 30);
};
const step = () => requestAnimationFrame(() => {
  begun = performance.now();
  changes[kind](samples.length);
  channel.port2.postMessage(0);
});
step();";

const KINDS: [&str; 7] = ["control", "brush", "actor", "place", "kind", "exclude", "matches only"];

/// The views besides the map, by their names in the address.
const OTHER_VIEWS: [&str; 5] = ["table", "matrix", "figures", "accounts", "compare"];

fn main() -> ExitCode {
    exit(run(std::env::args().skip(1).collect()))
}

fn run(args: Vec<String>) -> Result {
    let file = args.first().ok_or_else(|| Failure("give a single-file fieldbook".into()))?;
    let count: usize = args.get(1).and_then(|count| count.parse().ok()).unwrap_or(31);
    let browser = Browser::start(Kind::Chromium)?;
    let places = e2e::place::Places::open(&xtask::paths::dist())?;
    let page = Page { browser: &browser, place: e2e::place::Place::Disk, places: &places };
    let url = file_url(Path::new(file));
    let measured = |kind: &str, view: &str| {
        let dates = if kind == "brush" { "&from=2017-01-01&to=2018-06-30" } else { "" };
        page.go(&format!("{url}#view={view}{dates}"))?;
        page.ready()?;
        wait::until("the later half", || {
            Ok((page.run("return fieldbookBoot.whole()")? == true).then_some(()))
        })?;
        sorted(page.session().run_async(MEASURE, &[json!(count + 5), json!(kind)])?)
    };
    let mut within = true;
    println!("| view | change | median ms | p95 ms | max ms | median / control |");
    println!("| --- | --- | ---: | ---: | ---: | ---: |");
    let mut control = 1.0;
    let others = OTHER_VIEWS.iter().flat_map(|view| [(*view, "brush"), (*view, "actor")]);
    for (view, kind) in KINDS.map(|kind| ("map", kind)).into_iter().chain(others) {
        let samples = measured(kind, view)?;
        let (median, p95) = (quantile(&samples, 0.5), quantile(&samples, 0.95));
        if kind == "control" {
            control = median.max(0.05);
        }
        within &= median <= FRAME_MS;
        let max = samples.last().copied().unwrap_or_default();
        println!("| {view} | {kind} | {median:.1} | {p95:.1} | {max:.1} | {:.1} |", median / control);
    }
    ensure(within, || format!("a median is over a 60 Hz frame of {FRAME_MS:.1} ms"))
}

/// The samples but the first five (warm-up), in order.
fn sorted(samples: Value) -> Result<Vec<f64>> {
    let samples = samples.as_array().ok_or_else(|| Failure(format!("no samples: {samples}")))?;
    let mut samples: Vec<f64> = samples.iter().skip(5).filter_map(Value::as_f64).collect();
    samples.sort_by(f64::total_cmp);
    Ok(samples)
}

fn quantile(samples: &[f64], at: f64) -> f64 {
    let last = samples.len().saturating_sub(1) as f64;
    samples.get((last * at).round() as usize).copied().unwrap_or_default()
}
