//! Makes the documents to search: `cargo run --release -p bench --bin texts COUNT FOLDER`. Writes `texts.txt`, one
//! document a line, and `queries.json`.
#![allow(clippy::print_stdout)]

use bench::text::{QUERIES, documents, words};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder] = args.as_slice() else {
        println!("texts takes COUNT and a FOLDER");
        std::process::exit(2);
    };
    let text = documents(count.parse().unwrap_or(0));
    let words = words();
    let query = |ranks: &&[usize]| {
        let words: Vec<&str> = ranks.iter().filter_map(|&rank| words.get(rank).map(String::as_str)).collect();
        format!("\"{}\"", words.join(" "))
    };
    let queries: Vec<String> = QUERIES.iter().map(query).collect();
    println!("{} documents, {} bytes", text.lines().count(), text.len());
    std::fs::create_dir_all(folder)?;
    std::fs::write(Path::new(folder).join("texts.txt"), text)?;
    std::fs::write(Path::new(folder).join("queries.json"), format!("[{}]", queries.join(",")))
}
