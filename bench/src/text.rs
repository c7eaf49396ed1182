//! Documents of made-up words: frequencies by Zipf's law, with topics in which some words come in bursts.
//!
//! The shape is that of the research note's documents: sixty thousand words, a hundred and twenty to a document on
//! the average, a quarter of them from one of three hundred topics.

use index::{Corpus, Day, Kind, Made, NONE, Name, Span};
use query::search::Off;
use query::{Counts, Dimension, Engine, Selection, Wants};
use wasm_bindgen::prelude::*;

const WORDS: usize = 60_000;
const TOPICS: usize = 300;
const OF_A_TOPIC: usize = 200;
const KINDS: u32 = 20;

/// What is asked, by the words' ranks; two or three words.
pub const QUERIES: [&[usize]; 15] = [
    &[40, 90],
    &[60, 130],
    &[80, 200],
    &[30, 300],
    &[100, 150],
    &[55, 77],
    &[10, 40, 90],
    &[15, 60, 130],
    &[20, 80, 200],
    &[0],
    &[3],
    &[8],
    &[120],
    &[260],
    &[400],
];

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 16) as usize % limit.max(1)
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// The words, the commonest first and shortest.
pub fn words() -> Vec<String> {
    const STARTS: [&str; 20] = [
        "b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pl",
        "gr",
    ];
    const MIDDLES: [&str; 8] = ["a", "e", "i", "o", "u", "ai", "ou", "ea"];
    let mut random = Random(0x5EED);
    let mut seen = std::collections::BTreeSet::new();
    let mut words = Vec::with_capacity(WORDS);
    while words.len() < WORDS {
        let syllables =
            1 + usize::from(words.len() > 60) + usize::from(words.len() > 3_000) + random.below(2);
        let mut word = String::new();
        for _ in 0..syllables {
            word += STARTS[random.below(STARTS.len())];
            word += MIDDLES[random.below(MIDDLES.len())];
        }
        if seen.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// The documents, one a line.
pub fn documents(count: usize) -> String {
    let words = words();
    let mut random = Random(88_172_645);
    let mut sum = 0.0;
    let below: Vec<f64> = (0..words.len())
        .map(|rank| {
            sum += 1.0 / (rank as f64 + 2.7).powf(1.07);
            sum
        })
        .collect();
    let topics: Vec<Vec<usize>> = (0..TOPICS)
        .map(|_| (0..OF_A_TOPIC).map(|_| (words.len() as f64 * random.share().powi(2)) as usize).collect())
        .collect();
    let mut text = String::new();
    for _ in 0..count {
        let topic = random.below(TOPICS);
        for at in 0..(120.0 * (0.4 + 1.2 * random.share())) as usize {
            let rank = match random.share() < 0.25 {
                true => topics[topic][(OF_A_TOPIC as f64 * random.share() * random.share()) as usize],
                false => {
                    let share = sum * random.share();
                    below.partition_point(|&below| below < share)
                }
            };
            if at > 0 {
                text.push(' ');
            }
            text += words.get(rank).map_or("", String::as_str);
        }
        text.push('\n');
    }
    text
}

/// A statement for each document, with a day and a kind to count by.
pub fn corpus(text: &str) -> Corpus {
    let mut corpus = Corpus::default();
    let named = |id: u32| Kind {
        id: id.to_string(),
        names: vec![Name { text: format!("Kind{id}"), lang: String::new() }],
        parent: NONE,
    };
    corpus.kinds = (0..KINDS).map(named).collect();
    let rows = text.lines().count() as u32;
    for (row, line) in (0u32..).zip(text.lines()) {
        let statements = &mut corpus.statements;
        let day = Day(15_000 + (u64::from(row) * 3_650 / u64::from(rows.max(1))) as i32);
        statements.ids.push("");
        statements.summaries.push("");
        statements.quotes.push(line);
        statements.spans.push([]);
        statements.reports.push(NONE);
        statements.dates.push([Span { from: Some(day), to: Some(day), qualified: false }]);
        statements.edtf.push("");
        statements.actors.push([]);
        statements.speakers.push([]);
        statements.places.push([]);
        statements.kinds.push([row.wrapping_mul(2_654_435_761) >> 16 & 0xFF].map(|kind| kind % KINDS));
        statements.sources.push([]);
        statements.figures.push([]);
        statements.events.push(NONE);
        statements.made.push(Made::Table);
    }
    corpus
}

/// Our search in a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Library {
    engine: Engine,
}

#[wasm_bindgen]
impl Library {
    /// Takes the documents.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &[u8]) -> Library {
        let text = std::str::from_utf8(text).unwrap_or_default();
        Self { engine: Engine::new(corpus(text)) }
    }

    /// Makes a slice of the index; whether it is ready.
    pub fn prepare(&self, bytes: usize) -> bool {
        self.engine.prepare_search(bytes)
    }

    /// Asks a query, for every count of every facet and the histogram; how many statements match. The rules by which
    /// a word finds more than itself are on or off.
    pub fn ask(&self, query: &str, rules: bool) -> u32 {
        let off = if rules { Off::default() } else { Off::ALL };
        let selection = Selection { text: query.to_owned(), off, ..Selection::default() };
        let wants = Wants { facets: true, histogram: true, rows: false };
        self.engine.look(&selection, wants).counts().shown()
    }

    /// All counts by kind folded into one number, and the total; for the slow check.
    pub fn checksum(&self, query: &str) -> u32 {
        let selection = Selection { text: query.to_owned(), off: Off::ALL, ..Selection::default() };
        let view = self.engine.look(&selection, Wants { facets: true, histogram: true, rows: false });
        let mut sum = view.counts().matching;
        for kind in 0..KINDS {
            let Counts { matching, .. } =
                view.facet(&self.engine, Dimension::Kind, query::Value::Entry(kind));
            sum = sum.wrapping_add((kind + 1).wrapping_mul(matching));
        }
        sum
    }
}
