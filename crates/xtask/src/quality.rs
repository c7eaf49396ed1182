//! `cargo xtask quality FOLDER [--half look|report|all] [--misses]`: measure the annotator on a folder of gold sets.
//!
//! A set is a file `NAME.jsonl` or `NAME.jsonl.gz` with a document a line: `{"id", "published", "text", "scored",
//! "gold": [{"start", "end", "kind", "type", "value", "lat", "lon", "optional"}], "incidents": […]}`; offsets count
//! Unicode code points. The measures are those that `docs/quality.md` explains. Every second document is for
//! looking at (`look`), the others are for reporting (`report`, the default).

mod attribution;
mod gold;
mod incidents;
mod interval;
mod measure;
mod misses;

use std::path::Path;
use std::time::Instant;

use annotate::{Annotator, Options};

use crate::command::{Result, Stop, say};
use crate::paths;

/// The chore.
///
/// # Errors
/// When there is no folder, or a set cannot be read.
pub fn run(args: &[String]) -> Result {
    let folder = args
        .first()
        .filter(|arg| !arg.starts_with("--"))
        .ok_or_else(|| Stop("name a folder of gold sets".to_owned()))?;
    let half = args
        .iter()
        .position(|arg| arg == "--half")
        .and_then(|at| args.get(at + 1))
        .map_or("report", String::as_str);
    let list = args.iter().any(|arg| arg == "--misses");
    let in_half = |at: usize| match half {
        "look" => at.is_multiple_of(2),
        "all" => true,
        _ => !at.is_multiple_of(2),
    };
    let begun = Instant::now();
    let annotator = Annotator::shared();
    say(format!("dictionaries loaded in {} ms", begun.elapsed().as_millis()));
    let mut sets: Vec<_> =
        paths::files_under(Path::new(folder)).into_iter().filter(|file| is_set(file)).collect();
    sets.sort();
    if sets.is_empty() {
        return Err(Stop(format!("there is no .jsonl or .jsonl.gz in {folder}")));
    }
    for set in sets {
        let mut documents = gold::read(&set)?;
        let dated = documents.iter().any(|document| document.gold.iter().any(|item| item.kind == "date"));
        documents.iter_mut().for_each(|document| document.has_dates = dated);
        let chosen = documents.iter().enumerate().filter(|(at, _)| in_half(*at));
        let mut measures = measure::Measures::of(dated);
        let (mut bytes, mut count) = (0, 0);
        let mut seconds = 0.0;
        for (_, document) in chosen {
            let started = cpu_seconds(begun);
            let annotation = annotator
                .annotate(&document.text, &Options { published: document.published, ..Options::default() });
            seconds += cpu_seconds(begun) - started;
            (bytes, count) = (bytes + document.text.len(), count + 1);
            let found = gold::found(document, &annotation);
            measures.add(document, &found);
            if list {
                misses::misses(document, &found).iter().for_each(|line| println!("{line}"));
            }
        }
        let name = set.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let speed = bytes as f64 / 1e6 / f64::max(seconds, 1e-9);
        say(format!("{name}: {count} documents, {bytes} bytes, {speed:.1} MB/s"));
        measures.lines().iter().for_each(say);
    }
    say("attribution, own sentences");
    attribution::measure(in_half, list)?.iter().for_each(say);
    Ok(())
}

/// Seconds that this thread has worked, where the system tells them; else those that went by.
fn cpu_seconds(begun: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    worked.map_or_else(|| begun.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

fn is_set(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.ends_with(".jsonl") || name.ends_with(".jsonl.gz")
}
