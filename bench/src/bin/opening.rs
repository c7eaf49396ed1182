//! Opens a corpus again and again, for a profiler.
#![allow(clippy::print_stdout)]
fn main() -> std::io::Result<()> {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap_or_default())?;
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let rows = index::open(&bytes).map(|corpus| corpus.statements.len());
        println!("{rows:?} {:.1?}", start.elapsed());
    }
    Ok(())
}
