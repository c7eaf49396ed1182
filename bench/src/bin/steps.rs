//! One operation again and again, for a profiler.
#![allow(clippy::print_stdout)]
use bench::asks::step;
use bench::{Shape, Table, corpus, page};
fn main() {
    let op: usize = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(0);
    let n: u32 = std::env::args().nth(2).and_then(|a| a.parse().ok()).unwrap_or(20000);
    let table = Table::new(&Shape { rows: 1_000_000, seed: 1, open: 0, uniform: false });
    let engine = query::Engine::new(corpus::corpus(&table));
    let mut sum = 0;
    let mut times: Vec<f64> = (0..n)
        .map(|turn| {
            let start = std::time::Instant::now();
            sum += u64::from(engine.look(&step(op, turn).timed, page::WANTS).counts().shown());
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "{sum} min {:.1} 10% {:.1} median {:.1}",
        times[0],
        times[n as usize / 10],
        times[n as usize / 2]
    );
}
