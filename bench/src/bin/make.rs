//! Makes the benchmark's data: `cargo run --release -p bench --bin make ROWS OPEN FOLDER`.
//!
//! Writes `columns.bin` for the peers, `corpus.bin` for us, `whole.bin` to compress and `operations.txt`, the names
//! of what is timed, and `events.csv`, the same table as people pass it on; prints what the columns hold.
#![allow(clippy::print_stdout)]

use bench::asks::OPERATIONS;
use bench::{Shape, Table, columns, corpus, entropy};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [rows, open, folder] = args.as_slice() else {
        println!("make takes ROWS, OPEN (percent) and a FOLDER");
        std::process::exit(2);
    };
    let shape =
        Shape { rows: rows.parse().unwrap_or(0), seed: 1, open: open.parse().unwrap_or(0), uniform: false };
    let table = Table::new(&shape);
    let chain = entropy::chain(&table);
    let parts: Vec<String> = chain.iter().map(|(name, bits)| format!("{name} {bits:.3}")).collect();
    let all: f64 = chain.iter().map(|(_, bits)| bits).sum();
    println!(
        "{} events, bits an event: {}; together {all:.2} ({:.3} bytes)",
        table.len(),
        parts.join(", "),
        all / 8.0
    );
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("columns.bin"), columns::bytes(&table))?;
    std::fs::write(folder.join("whole.bin"), columns::whole(&table))?;
    if shape.open == 0 {
        std::fs::write(folder.join("events.csv"), columns::csv(&table))?;
    }
    std::fs::write(folder.join("operations.txt"), OPERATIONS.join("\n"))?;
    let bytes = index::write(&mut corpus::corpus(&table));
    println!("corpus: {} bytes, {:.3} an event", bytes.len(), bytes.len() as f64 / table.len().max(1) as f64);
    std::fs::write(folder.join("corpus.bin"), bytes)
}
