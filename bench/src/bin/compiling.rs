//! How long a table takes to compile, and how much memory: `cargo run --release -p bench --bin compiling TABLE OUT`.
//!
//! One thread, from the file's bytes to the corpus's, without annotation. Prints one line of JSON.
#![allow(clippy::print_stdout)]

use compile::{Options, SourceFile, compile};
use std::path::Path;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [table, out] = args.as_slice() else {
        println!("compiling takes a TABLE and where to write the corpus");
        std::process::exit(2);
    };
    let start = Instant::now();
    let bytes = std::fs::read(table)?;
    let input = bytes.len();
    // A packed table's own size stands in its last four bytes.
    let last = bytes.last_chunk().filter(|_| table.ends_with(".gz"));
    let plain = last.map_or(input, |&four| u32::from_le_bytes(four) as usize);
    let name = Path::new(table).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files = [SourceFile { path: name, bytes }];
    let mut compiled = compile(&files, &Options::default());
    let read = start.elapsed().as_secs_f64();
    let corpus = index::write(&mut compiled.corpus);
    std::fs::write(out, &corpus)?;
    let whole = start.elapsed().as_secs_f64();
    let peak = peak();
    let (brotli, gzip) = (pack::brotli_best(&corpus).len(), pack::gzip(&corpus).len());
    let rows = compiled.corpus.statements.len();
    println!(
        "{{\"rows\": {rows}, \"input\": {input}, \"plain\": {plain}, \"corpus\": {}, \"brotli\": {brotli}, \"gzip\": {gzip}, \"read\": {read:.3}, \"whole\": {whole:.3}, \"perSecond\": {:.0}, \"peak\": {peak}, \"diagnostics\": {}}}",
        corpus.len(),
        rows as f64 / whole,
        compiled.diagnostics.len()
    );
    Ok(())
}

/// The most memory that this process has held, in bytes; 0 where the kernel does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
