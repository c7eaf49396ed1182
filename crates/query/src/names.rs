//! Finding table entries by name.

use crate::{Dimension, Engine};
use index::fold::fold;
use index::{Corpus, Name};
use std::collections::HashMap;

/// Folded names of one table, with the entries that bear each.
type Table = HashMap<String, Vec<u32>>;

/// Folded names and ids of all tables.
#[derive(Debug)]
pub struct Names {
    actors: Table,
    places: Table,
    kinds: Table,
    sources: Table,
}

impl Names {
    /// Folds the names of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        Self {
            actors: table(corpus.actors.iter().map(|actor| (&actor.id, &actor.names))),
            places: table(corpus.places.iter().map(|place| (&place.id, &place.names))),
            kinds: table(corpus.kinds.iter().map(|kind| (&kind.id, &kind.names))),
            sources: table(corpus.sources.iter().map(|source| (&source.id, &source.names))),
        }
    }

    fn table(&self, dimension: Dimension) -> Option<&Table> {
        match dimension {
            Dimension::Actor | Dimension::Speaker => Some(&self.actors),
            Dimension::Place => Some(&self.places),
            Dimension::Kind => Some(&self.kinds),
            Dimension::Source => Some(&self.sources),
            Dimension::Date | Dimension::Text => None,
        }
    }

    fn find(&self, dimension: Dimension, name: &str) -> &[u32] {
        let table = self.table(dimension);
        table.and_then(|table| table.get(&fold(name))).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Engine {
    /// The entries of a facet dimension's table that bear a name: its id or any listed name, compared folded
    /// (without case and diacritics). All entries of that name, in table order; none for date and text.
    ///
    /// Places also go by path, outermost first: "Syria > Idlib" finds each Idlib right below a Syria; where
    /// such paths start at countries as well as further down, those that start at the top alone.
    pub fn find(&self, dimension: Dimension, name: &str) -> Vec<u32> {
        let found = self.names().find(dimension, name);
        if found.is_empty() && dimension == Dimension::Place && name.contains('>') {
            return self.find_path(name);
        }
        found.to_vec()
    }

    /// The entry of a facet dimension's table with exactly this id.
    pub fn entry(&self, dimension: Dimension, id: &str) -> Option<u32> {
        let corpus = &self.corpus;
        let at = match dimension {
            Dimension::Actor | Dimension::Speaker => corpus.actors.iter().position(|actor| actor.id == id),
            Dimension::Place => corpus.places.iter().position(|place| place.id == id),
            Dimension::Kind => corpus.kinds.iter().position(|kind| kind.id == id),
            Dimension::Source => corpus.sources.iter().position(|source| source.id == id),
            Dimension::Date | Dimension::Text => None,
        };
        at.and_then(|at| u32::try_from(at).ok())
    }

    fn find_path(&self, path: &str) -> Vec<u32> {
        let mut steps = path.split('>').rev();
        let last = self.names().find(Dimension::Place, steps.next().unwrap_or_default());
        let steps: Vec<&[u32]> = steps.map(|step| self.names().find(Dimension::Place, step)).collect();
        // What lies above the path's first step, for every place that the path leads to.
        let above = |&place: &u32| {
            let mut above = self.parent_place(place);
            for step in &steps {
                above = above.filter(|place| step.contains(place)).map(|place| self.parent_place(place))?;
            }
            Some((place, above))
        };
        let found: Vec<(u32, Option<u32>)> = last.iter().filter_map(above).collect();
        let from_top = found.iter().any(|(_, above)| above.is_none());
        found.into_iter().filter(|(_, above)| !from_top || above.is_none()).map(|(place, _)| place).collect()
    }

    fn parent_place(&self, place: u32) -> Option<u32> {
        let parent = self.corpus.places.get(place as usize)?.parent;
        ((parent as usize) < self.corpus.places.len()).then_some(parent)
    }
}

fn table<'a>(entries: impl Iterator<Item = (&'a String, &'a Vec<Name>)>) -> Table {
    let mut table = Table::new();
    for (entry, (id, names)) in (0..).zip(entries) {
        let texts = names.iter().map(|name| name.text.as_str());
        for text in texts.chain([id.as_str()]) {
            let bearers = table.entry(fold(text)).or_default();
            if bearers.last() != Some(&entry) {
                bearers.push(entry);
            }
        }
    }
    // A name of signs alone folds to nothing, and nothing is no name.
    table.remove("");
    table
}
