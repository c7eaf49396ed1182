//! A dimension's table: how long it is, and what its entries are called.

use index::{Corpus, Name, name_in};
use query::Dimension;

/// How many entries the table has; the missing value stands at this position.
pub fn table_len(corpus: &Corpus, dimension: Dimension) -> usize {
    match dimension {
        Dimension::Actor | Dimension::Speaker => corpus.actors.len(),
        Dimension::Place => corpus.places.len(),
        Dimension::Kind => corpus.kinds.len(),
        Dimension::Source => corpus.sources.len(),
        Dimension::Date | Dimension::Text => 0,
    }
}

/// All names of an entry.
pub fn names_of(corpus: &Corpus, dimension: Dimension, slot: u32) -> &[Name] {
    let slot = slot as usize;
    let names = match dimension {
        Dimension::Actor | Dimension::Speaker => corpus.actors.get(slot).map(|it| &it.names),
        Dimension::Place => corpus.places.get(slot).map(|it| &it.names),
        Dimension::Kind => corpus.kinds.get(slot).map(|it| &it.names),
        Dimension::Source => corpus.sources.get(slot).map(|it| &it.names),
        Dimension::Date | Dimension::Text => None,
    };
    names.map(Vec::as_slice).unwrap_or_default()
}

/// An entry's name for a reader of `lang`, or its id where it has none.
pub fn shown_name<'a>(names: &'a [Name], lang: &str, id: &'a str) -> &'a str {
    match name_in(names, lang) {
        "" => id,
        name => name,
    }
}
