//! The order in which statements are listed.

use crate::{Answer, Dimension, Engine, Selection, tree::Tree};
use index::fold::fold;
use index::{Day, Name, Span, name_in};

/// By what a list of statements is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By earliest day, then latest; undated last.
    #[default]
    Date,
    /// By the first place, as the tree stands with siblings by name; statements without one last.
    Place,
    /// By the first kind, likewise.
    Kind,
}

impl Engine {
    /// Sorts statements for a reader of `lang` (BCP 47); those that are equal by date, then as the corpus has
    /// them.
    pub fn sort(&self, rows: &mut [(u32, Answer)], sort: Sort, lang: &str) {
        let statements = &self.corpus.statements;
        let dimension = match sort {
            Sort::Date => Dimension::Date,
            Sort::Place => Dimension::Place,
            Sort::Kind => Dimension::Kind,
        };
        let ranks = self.ranks(dimension, lang);
        let rank = |row: usize| {
            let first = match sort {
                Sort::Date => None,
                Sort::Place => statements.places.get(row).first().map(|entry| entry.place),
                Sort::Kind => statements.kinds.get(row).first().copied(),
            };
            first.and_then(|entry| ranks.get(entry as usize).copied()).unwrap_or(u32::MAX)
        };
        let key =
            |&(row, _): &(u32, Answer)| (rank(row as usize), days(statements.dates.get(row as usize)), row);
        // The corpus stands in the order of dates, so the commonest list needs no sorting.
        if !rows.is_sorted_by_key(key) {
            rows.sort_by_cached_key(key);
        }
    }

    /// Each entry's place in its tree with siblings by name; nothing for a dimension that is not sorted by.
    fn ranks(&self, dimension: Dimension, lang: &str) -> Vec<u32> {
        let names: Vec<&[Name]> = match dimension {
            Dimension::Place => self.corpus.places.iter().map(|place| place.names.as_slice()).collect(),
            Dimension::Kind => self.corpus.kinds.iter().map(|kind| kind.names.as_slice()).collect(),
            _ => return Vec::new(),
        };
        let Some(facet) = self.facet(dimension, &Selection::default()) else { return Vec::new() };
        ranks(&facet.tree, &names, lang)
    }
}

/// Earliest and latest day; an open beginning first, no date last.
fn days(spans: &[Span]) -> (bool, i32, i32) {
    let low = spans.iter().map(Span::low).min();
    let high = spans.iter().map(Span::high).max();
    (low.is_none(), low.unwrap_or(Day::MAX.0), high.unwrap_or(Day::MAX.0))
}

fn ranks(tree: &Tree, names: &[&[Name]], lang: &str) -> Vec<u32> {
    let folded: Vec<String> = names.iter().map(|names| fold(name_in(names, lang))).collect();
    let path = |entry: u32| {
        let mut path: Vec<(&str, u32)> =
            tree.upward(entry).map(|above| (folded[above as usize].as_str(), above)).collect();
        path.reverse();
        path
    };
    let mut entries: Vec<u32> = (0..tree.len()).collect();
    entries.sort_by_cached_key(|&entry| path(entry));
    let mut ranks = vec![0; entries.len()];
    for (rank, entry) in (0..).zip(entries) {
        ranks[entry as usize] = rank;
    }
    ranks
}
