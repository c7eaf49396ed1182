//! Our side of the benchmark as a module for a browser.

use crate::asks::step;
use query::{Counts, Dimension, Engine, Value, View, Wants};
use wasm_bindgen::prelude::*;

/// What every question asks for: all counts. Which statements are shown is read from the view.
pub const WANTS: Wants = Wants { facets: true, histogram: true, rows: false };

/// An engine in a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Page {
    engine: Engine,
}

#[wasm_bindgen]
impl Page {
    /// Opens a corpus; nothing where the bytes are none.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Page {
        let corpus = index::open(bytes).unwrap_or_default();
        Self { engine: Engine::new(corpus) }
    }

    /// How many statements there are.
    pub fn rows(&self) -> u32 {
        self.engine.corpus().statements.len() as u32
    }

    /// Asks what comes before the `turn`th step of an operation.
    pub fn prepare(&self, operation: usize, turn: u32) {
        if let Some(before) = step(operation, turn).before {
            drop(self.engine.look(&before, WANTS));
        }
    }

    /// Asks the `turn`th step of an operation; how many statements it shows.
    pub fn ask(&self, operation: usize, turn: u32) -> u32 {
        self.engine.look(&step(operation, turn).timed, WANTS).counts().shown()
    }

    /// All counts of a step folded into one number, by which engines are compared: the matching only, and the
    /// places with their countries.
    pub fn checksum(&self, operation: usize, turn: u32) -> u32 {
        let selection = step(operation, turn).timed;
        checksum(&self.engine, &self.engine.look(&selection, WANTS), true)
    }

    /// The same without months and actors, for a peer that has no dimension of several values.
    pub fn checksum_of_some(&self, operation: usize, turn: u32) -> u32 {
        let selection = step(operation, turn).timed;
        checksum(&self.engine, &self.engine.look(&selection, WANTS), false)
    }
}

/// Folds counts, facet by facet: every count times its value's number, and all of them.
pub fn checksum(engine: &Engine, view: &View, whole: bool) -> u32 {
    let corpus = engine.corpus();
    let facets = [
        (Dimension::Actor, if whole { corpus.actors.len() } else { 0 }),
        (Dimension::Place, corpus.places.len()),
        (Dimension::Kind, corpus.kinds.len()),
    ];
    let mut sum = fold(1, 0, view.counts());
    for (at, counts) in (0..).zip(view.cells()).filter(|_| whole) {
        sum = fold(sum, at, counts);
    }
    for (dimension, entries) in facets {
        for entry in 0..entries as u32 {
            sum = fold(sum, entry, view.facet(engine, dimension, Value::Entry(entry)));
        }
    }
    sum
}

fn fold(sum: u32, at: u32, counts: Counts) -> u32 {
    sum.wrapping_add((at + 1).wrapping_mul(counts.matching)).rotate_left(1)
}
