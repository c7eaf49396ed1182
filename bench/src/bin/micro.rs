//! The operations on this machine: `cargo run --release -p bench --bin micro [ROWS [OPEN]]`.
#![allow(clippy::print_stdout)]

use bench::asks::{OPERATIONS, step};
use bench::{Shape, Table, corpus, entropy, page};
use query::{Engine, Wants};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Bytes that this process has asked for and not given back.
static HELD: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting.
struct Counting;

#[allow(unsafe_code)]
// SAFETY: everything is handed to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn held() -> f64 {
    HELD.load(Ordering::Relaxed) as f64
}

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|arg| arg.parse().ok());
    let (rows, open) = (numbers.next().unwrap_or(100_000), numbers.next().unwrap_or(0));
    let start = Instant::now();
    let table = Table::new(&Shape { rows, seed: 1, open, uniform: false });
    println!("{rows} rows, {open} % open, made in {:.2?}", start.elapsed());
    let chain = entropy::chain(&table);
    for (name, bits) in &chain {
        println!("{name:<34}{bits:>8.3} bits");
    }
    println!("{:<34}{:>8.3} bits", "together", chain.iter().map(|(_, bits)| bits).sum::<f64>());
    let mut corpus = corpus::corpus(&table);
    let start = Instant::now();
    let bytes = index::write(&mut corpus);
    println!(
        "{} bytes, {:.3} an event, written in {:.2?}",
        bytes.len(),
        bytes.len() as f64 / f64::from(rows),
        start.elapsed()
    );
    let start = Instant::now();
    drop((table, corpus));
    let corpus = index::open(&bytes).unwrap_or_else(|error| panic!("{error}"));
    println!("opened in {:.2?}", start.elapsed());
    drop(bytes);
    println!("held with the corpus: {:.1} bytes an event", held() / f64::from(rows));
    let start = Instant::now();
    let engine = Engine::new(corpus);
    println!("engine ready in {:.2?}", start.elapsed());
    let start = Instant::now();
    drop(engine.look(&query::Selection::default(), page::WANTS));
    println!("first counts in {:.2?}", start.elapsed());
    println!("held with the engine: {:.1} bytes an event", held() / f64::from(rows));
    println!("{:<44}{:>10}{:>10}{:>10}{:>10}", "", "first", "median", "p95", "as lists");
    for (operation, name) in OPERATIONS.iter().enumerate() {
        let mut times: Vec<f64> = (0..101).map(|turn| time(&engine, operation, turn, page::WANTS)).collect();
        let first = times[0];
        times.sort_by(f64::total_cmp);
        let mut lists: Vec<f64> = (0..21).map(|turn| time_lists(&engine, operation, turn)).collect();
        lists.sort_by(f64::total_cmp);
        println!("{name:<44}{first:>10.1}{:>10.1}{:>10.1}{:>10.1} µs", times[50], times[95], lists[10]);
    }
}

fn time(engine: &Engine, operation: usize, turn: u32, wants: Wants) -> f64 {
    let step = step(operation, turn);
    if let Some(before) = step.before {
        drop(engine.look(&before, wants));
    }
    let start = Instant::now();
    let view = engine.look(&step.timed, wants);
    let elapsed = start.elapsed();
    assert!(view.counts().shown() <= view.total());
    elapsed.as_secs_f64() * 1e6
}

fn time_lists(engine: &Engine, operation: usize, turn: u32) -> f64 {
    let step = step(operation, turn);
    let start = Instant::now();
    let answers = engine.ask(&step.timed, Wants::ALL);
    assert!(answers.counts.shown() <= answers.total);
    start.elapsed().as_secs_f64() * 1e6
}
