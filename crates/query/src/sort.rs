//! The order in which statements are listed.

use crate::order::{order, sort as by_number};
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
    /// Whether the corpus's own order is that of a sort already.
    pub fn stands_in(&self, sort: Sort) -> bool {
        sort == Sort::Date && self.stands_by_date()
    }

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
        // Statements stand in the order of dates but for those whose date is being tried out.
        let by_date = |row: &(u32, Answer)| (days(&statements.dates.get(row.0 as usize)), row.0);
        let stands = self.stands_by_date() && rows.is_sorted_by_key(|row| row.0);
        if !stands && !rows.is_sorted_by_key(by_date) {
            let mut places: Vec<u32> = (0..rows.len() as u32).collect();
            let key = |at: u32| rows.get(at as usize).map(by_date);
            order(&mut places, &mut |a, b| key(a).cmp(&key(b)));
            let sorted: Vec<(u32, Answer)> =
                places.iter().filter_map(|&at| rows.get(at as usize).copied()).collect();
            rows.copy_from_slice(&sorted);
        }
        if sort == Sort::Date {
            return;
        }
        let mut keys: Vec<u64> =
            (0..).zip(rows.iter()).map(|(at, row)| u64::from(rank(row.0 as usize)) << 32 | at).collect();
        by_number(&mut keys);
        let sorted: Vec<(u32, Answer)> =
            keys.iter().filter_map(|&key| rows.get(key as u32 as usize).copied()).collect();
        rows.copy_from_slice(&sorted);
    }

    /// Whether the corpus's statements stand in the order of their dates; looked up once.
    fn stands_by_date(&self) -> bool {
        *self.stands_by_date.get_or_init(|| {
            let (mut last, mut stands) = (None, true);
            self.corpus.statements.dates.each(&mut |spans| {
                let now = Some(days(spans));
                stands &= last <= now;
                last = now;
            });
            stands
        })
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
    // By the names where two paths part; a parent stands before its children.
    let path = |entry: u32| {
        let mut path: Vec<u32> = tree.upward(entry).collect();
        path.reverse();
        path
    };
    let name = |entry: u32| folded.get(entry as usize).map_or("", String::as_str);
    let paths: Vec<Vec<u32>> = (0..tree.len()).map(path).collect();
    let path = |entry: u32| paths.get(entry as usize).map(Vec::as_slice).unwrap_or_default();
    let mut entries: Vec<u32> = (0..tree.len()).collect();
    order(&mut entries, &mut |a, b| {
        let (a, b) = (path(a), path(b));
        let split = a.iter().zip(b).find(|(a, b)| a != b);
        split.map_or(a.len().cmp(&b.len()), |(&a, &b)| name(a).cmp(name(b)).then(a.cmp(&b)))
    });
    let mut ranks = vec![0; entries.len()];
    for (rank, entry) in (0..).zip(entries) {
        ranks[entry as usize] = rank;
    }
    ranks
}
