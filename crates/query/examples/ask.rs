//! How long questions take: `cargo run --release -p fieldbook-query --example ask [ROWS]`.
//!
//! Makes a corpus of the shape of an event table (recent years heavier, a few actors and places in most rows,
//! some dates of a week, some rows known to a governorate only) and prints the median and the 95th percentile
//! of full answers, counts, facets, histogram and rows together, over varying selections.
#![allow(clippy::print_stdout)]

use fieldbook_query::{DateClause, Engine, Selection, Value, ValueClause, Wants};
use index::{
    Actor, ActorEntry, Corpus, Day, Kind, NONE, Name, Place, PlaceEntry, Report, Role, Source, Span,
};
use std::time::{Duration, Instant};

/// A splitmix generator.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Below `limit`, small numbers far more often.
    fn skewed(&mut self, limit: u32) -> u32 {
        (f64::from(limit) * self.unit().powi(3)) as u32
    }
}

const FIRST_DAY: i32 = 15_000;
const DAYS: u32 = 5_000;

fn names(kind: &str, number: u32) -> Vec<Name> {
    vec![Name { text: format!("{kind} {number}"), lang: "en".to_owned() }]
}

fn tables() -> Corpus {
    let actor = |number| Actor {
        id: format!("a{number}"),
        names: names("Actor", number),
        parent: NONE,
        ..Actor::default()
    };
    // One country, 14 governorates, 60 districts, the rest towns.
    let parent = |number: u32| match number {
        0 => NONE,
        1..=14 => 0,
        15..=74 => 1 + number % 14,
        _ => 15 + number % 60,
    };
    let place = |number| Place {
        id: format!("p{number}"),
        names: names("Place", number),
        parent: parent(number),
        area: NONE,
        ..Place::default()
    };
    let kind = |number| Kind { id: format!("k{number}"), names: names("Kind", number), parent: NONE };
    Corpus {
        actors: (0..150).map(actor).collect(),
        places: (0..2_400).map(place).collect(),
        kinds: (0..3).map(kind).collect(),
        sources: (0..400)
            .map(|number| Source { id: format!("s{number}"), names: names("Source", number), parent: NONE })
            .collect(),
        reports: vec![Report { title: "A table".to_owned(), table: true, ..Report::default() }],
        ..Corpus::default()
    }
}

fn corpus(rows: u32) -> Corpus {
    let mut random = Random(2024);
    let mut corpus = tables();
    let mut days: Vec<u32> = (0..rows).map(|_| DAYS - 1 - random.skewed(DAYS)).collect();
    days.sort_unstable();
    let statements = &mut corpus.statements;
    for (row, day) in days.into_iter().enumerate() {
        let day = Day(FIRST_DAY + day as i32);
        let length = if random.unit() < 0.1 { random.skewed(30) as i32 } else { 0 };
        let actors = [random.skewed(150), random.skewed(150)];
        let place = if random.unit() < 0.1 { random.skewed(75) } else { 75 + random.skewed(2_325) };
        statements.ids.push(&row.to_string());
        statements.summaries.push("");
        statements.quotes.push("Heavy shelling reported in the outskirts, several killed, monitor says");
        statements.spans.push([]);
        statements.reports.push(0);
        statements.dates.push([Span::days(day, Day(day.0 + length))]);
        statements.edtf.push("");
        let entry = |(group, &actor): (u16, &u32)| ActorEntry { actor, role: Role::Initiator, group };
        statements.actors.push((0..).zip(&actors).map(entry));
        statements.speakers.push([]);
        statements.places.push([PlaceEntry { place, ..PlaceEntry::default() }]);
        statements.kinds.push([random.skewed(3)]);
        statements.sources.push([random.skewed(400)]);
        statements.figures.push([]);
        statements.events.push(NONE);
        statements.made.push(index::Made::Table);
    }
    corpus
}

/// The `turn`th selection of a kind.
type Ask = fn(u32) -> Selection;

fn brush(turn: u32) -> Selection {
    let from = FIRST_DAY + (turn as i32 * 37) % (DAYS as i32 - 400);
    let date = DateClause { from: Some(Day(from)), to: Some(Day(from + 365)), undated: false };
    Selection { date, ..Selection::default() }
}

fn actor(turn: u32) -> Selection {
    Selection { actor: ValueClause::of([Value::Entry(turn % 150)]), ..brush(turn) }
}

fn place(turn: u32) -> Selection {
    Selection { place: ValueClause::of([Value::Entry(turn % 15)]), ..actor(turn) }
}

fn exclude(turn: u32) -> Selection {
    Selection { actor: ValueClause::without([Value::Entry(turn % 150)]), ..Selection::default() }
}

fn words(turn: u32) -> Selection {
    let text = ["shelling", "kill monitor", "place 12", "actor"][turn as usize % 4].to_owned();
    Selection { text, ..Selection::default() }
}

fn main() {
    let rows = std::env::args().nth(1).and_then(|rows| rows.parse().ok()).unwrap_or(16_566);
    let corpus = corpus(rows);
    let start = Instant::now();
    let engine = Engine::new(corpus);
    println!("{rows} rows; engine ready in {:.2?}", start.elapsed());
    let asks: [(&str, Ask); 6] = [
        ("everything", |_| Selection::default()),
        ("a year", brush),
        ("a year, an actor", actor),
        ("a year, an actor, a place", place),
        ("all but an actor", exclude),
        ("words", words),
    ];
    println!("{:<28}{:>12}{:>12}{:>12}", "full answer", "first", "median", "p95");
    for (name, ask) in asks {
        let mut times: Vec<Duration> = (0..101).map(|turn| time(&engine, &ask(turn))).collect();
        let first = times[0];
        times.sort_unstable();
        println!("{name:<28}{first:>12.2?}{:>12.2?}{:>12.2?}", times[50], times[95]);
    }
}

fn time(engine: &Engine, selection: &Selection) -> Duration {
    let start = Instant::now();
    let answers = engine.ask(selection, Wants::ALL);
    let elapsed = start.elapsed();
    assert!(answers.counts.shown() <= answers.total);
    elapsed
}
