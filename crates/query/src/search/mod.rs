//! Search: which statements hold what a reader types, by which rules, and how well.
//!
//! A text is read into a [`Query`] (`language.rs`), which never fails. Its words are looked up in the corpus's
//! dictionary (`dictionary.rs`), by themselves and by [`Rule`]s: how a word begins, how a name sounds (`sounds.rs`,
//! `alike.rs`), which other names a fieldbook lists, and slips of the finger (`typo.rs`). What was found is a
//! [`Plan`] (`plan.rs`), from which come the statements (`answers.rs`), their order (`rank.rs`), and what is lit and
//! named on each (`hits.rs`). The index behind it (`index.rs`) is made in the page, slice by slice.
//!
//! A statement's texts are its quotes and summary, the title of its report, and the names of its actors, speakers,
//! places and kinds. Where a whole report may answer, its paragraphs are searched too. A hit is a hit: text never
//! gives *may match*.
//!
//! `tests/search` compares all of this with a plain scan, and holds the table of names in four scripts.

mod alike;
mod answers;
mod dictionary;
mod documents;
mod hits;
mod index;
mod language;
mod plan;
mod rank;
mod rules;
mod sounds;
mod typo;

pub use hits::Hit;
pub use language::{Field, MAX_TERMS, Query, Term};
pub use plan::{Meant, Plan};
pub use rules::{Off, Rule};

use self::index::Index;
use ::index::{Corpus, Lists};
use std::sync::OnceLock;

/// Everything that answers queries to one corpus.
#[derive(Debug)]
pub struct Search {
    index: Index,
    /// The statements that hold each entry, by [`documents::Holding`]; made when first needed.
    holders: [OnceLock<Lists<u32>>; 6],
}

impl Search {
    /// Begins the work; [`Search::step`] does it.
    pub fn new(corpus: &Corpus) -> Self {
        Self { index: Index::new(corpus), holders: Default::default() }
    }

    /// Does a slice of the work, about so many bytes of text; whether all is done.
    pub fn step(&mut self, corpus: &Corpus, bytes: usize) -> bool {
        self.index.step(corpus, bytes)
    }
}

/// Whether two names are spellings of one, by their sounds; for tests and for those who look for duplicates.
pub fn sounds_alike(a: &str, b: &str) -> bool {
    let letters = sounds::Letters::new();
    let (mut x, mut y) = (Vec::new(), Vec::new());
    letters.read(&::index::fold::fold(a), &mut x);
    letters.read(&::index::fold::fold(b), &mut y);
    alike::alike(&x, &y)
}
