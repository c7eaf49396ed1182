//! How fast a table of events is compiled on one thread, and how much memory that takes.
//!
//! `cargo run --release -p fieldbook-compile --example speed ROWS [FILE]` invents a table with the skew of real
//! ones (days towards the present, places and actors with long tails) from a fixed seed, or reads FILE, and
//! prints rows a second and the peak of resident memory over the input's size.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use fieldbook_compile::{Options, SourceFile, compile};
use std::fmt::Write;
use std::time::Instant;

struct Chance(u64);

impl Chance {
    /// A number from 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A rank below `count`, low ranks far more often.
    fn skewed(&mut self, count: usize, power: i32) -> usize {
        ((self.next().powi(power) * count as f64) as usize).min(count - 1)
    }
}

fn table(rows: usize) -> String {
    let mut chance = Chance(0x5EED);
    let mut text = String::with_capacity(rows * 150);
    text.push_str("event_id,event_date,country,admin1,place,latitude,longitude,actor1,actor2,event_type,killed,source\n");
    for id in 0..rows {
        let day = 4_000 - chance.skewed(12_000, 2) as i32 + 15_000;
        let place = chance.skewed(11_000, 3);
        let country = place % 200;
        let actors = [chance.skewed(30, 2), chance.skewed(30, 2)].map(|rank| country * 30 + rank);
        let (kind, killed) = (chance.skewed(25, 2), (-chance.next().ln() * 2.0) as u32);
        let (lat, lon) = ((place % 170) as f64 - 85.0 + 0.1234, (place % 350) as f64 - 175.0 + 0.4321);
        writeln!(
            text,
            "EV{id:07},{},Country {country},Province {},Place number {place},{lat:.4},{lon:.4},Armed group {},Government {},\
             Type of event {kind},{killed},Outlet {}",
            index::Day(day),
            place % 1500,
            actors[0],
            actors[1],
            chance.skewed(400, 2)
        )
        .unwrap();
    }
    text
}

fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or("");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let rows: usize = arguments.next().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let (path, bytes) = match arguments.next() {
        Some(file) => (file.rsplit('/').next().unwrap_or("").to_owned(), std::fs::read(&file).unwrap()),
        None => {
            let bytes = table(rows).into_bytes();
            if let Ok(file) = std::env::var("KEEP") {
                std::fs::write(file, &bytes).unwrap();
            }
            ("events.csv".to_owned(), bytes)
        }
    };
    let size = bytes.len();
    let files = [SourceFile { path, bytes }];
    let start = Instant::now();
    let mut compiled = compile(&files, &Options::default());
    let read = start.elapsed();
    let rows = compiled.totals.statements;
    let written = index::write(&mut compiled.corpus).len();
    let all = start.elapsed();
    let per_second = |time: std::time::Duration| f64::from(rows) / time.as_secs_f64() / 1e6;
    println!("{rows} rows, {size} bytes in, {written} bytes out, {} diagnostics", compiled.diagnostics.len());
    println!("read    {:7.3} s  {:.2} M rows/s", read.as_secs_f64(), per_second(read));
    println!("written {:7.3} s  {:.2} M rows/s", all.as_secs_f64(), per_second(all));
    let peak = peak_kb() * 1024;
    println!("peak memory {} MB, {:.2} times the input", peak >> 20, peak as f64 / size as f64);
}
