//! The order of a facet's rows: a tree, the most frequent sibling first, as the whole corpus has it.
//!
//! The order never follows the selection, so rows do not jump while a reader filters.

use super::table::{names_of, shown_name};
use index::fold::fold;
use index::{Corpus, NONE, Name, name_in};
use query::{Counts, Dimension, FacetRow, Value};
use std::cmp::Reverse;

/// One value of a facet, with what the whole corpus says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Position in the dimension's table; the table's length for the missing value.
    pub slot: u32,
    /// Stable id; `none` for the missing value.
    pub id: String,
    /// Name in the reader's language.
    pub name: String,
    /// How deep it stands in the tree.
    pub depth: u8,
    /// The row it stands under.
    pub parent: Option<usize>,
    /// A place without a border of its own.
    pub region: bool,
    /// How many statements of the whole corpus choosing it would show.
    pub counts: Counts,
}

/// An entry of a dimension's table.
struct Entry<'a> {
    id: &'a str,
    names: &'a [Name],
    parent: u32,
    region: bool,
    hidden: bool,
}

/// The rows of a dimension for a reader of `lang`, the missing value last. `facet` is what the engine answers
/// where nothing is selected; `none` is the missing value's name.
pub fn rows(corpus: &Corpus, dimension: Dimension, facet: &[FacetRow], lang: &str, none: &str) -> Vec<Row> {
    let table = entries(corpus, dimension);
    let (mut counts, missing) = by_slot(facet, table.len());
    counts.truncate(table.len());
    let children = children(&table, &counts, lang);
    let mut rows = Vec::with_capacity(table.len() + 1);
    let mut open: Vec<(u32, Option<usize>, u8)> = Vec::new();
    let roots = children.last().map(Vec::as_slice).unwrap_or_default();
    open.extend(roots.iter().rev().map(|&root| (root, None, 0)));
    while let Some((slot, parent, depth)) = open.pop() {
        let Some(entry) = table.get(slot as usize) else { continue };
        rows.push(Row {
            slot,
            id: entry.id.to_owned(),
            name: shown_name(entry.names, lang, entry.id).to_owned(),
            depth,
            parent,
            region: entry.region,
            counts: counts.get(slot as usize).copied().unwrap_or_default(),
        });
        let here = rows.len() - 1;
        let below = children.get(slot as usize).map(Vec::as_slice).unwrap_or_default();
        open.extend(below.iter().rev().map(|&child| (child, Some(here), depth.saturating_add(1))));
    }
    let slot = u32::try_from(table.len()).unwrap_or(NONE);
    rows.push(Row { slot, id: "none".to_owned(), name: none.to_owned(), counts: missing, ..Row::default() });
    rows
}

/// The positions of `rows` from the most to the least frequent, a parent before its children.
pub fn by_rank(rows: &[Row]) -> Vec<usize> {
    let mut ranked: Vec<usize> = (0..rows.len()).collect();
    let key = |at: usize| rows.get(at).map(|row| frequency(row.counts));
    index::order::sort_by_key(&mut ranked, |&at| (Reverse(key(at)), at));
    ranked
}

/// Counts by slot, and the missing value's.
pub fn by_slot(facet: &[FacetRow], len: usize) -> (Vec<Counts>, Counts) {
    let mut counts = vec![Counts::default(); len + 1];
    for row in facet {
        let slot = match row.value {
            Value::Entry(slot) => slot as usize,
            Value::Missing => len,
        };
        if let Some(cell) = counts.get_mut(slot) {
            *cell = row.counts;
        }
    }
    let missing = counts.get(len).copied().unwrap_or_default();
    (counts, missing)
}

fn frequency(counts: Counts) -> (u32, u32) {
    (counts.matching, counts.may_match)
}

/// Sorted children by slot; the last list holds the roots. What is hidden hands its children to its parent.
fn children(table: &[Entry], counts: &[Counts], lang: &str) -> Vec<Vec<u32>> {
    let mut children = vec![Vec::new(); table.len() + 1];
    for (slot, entry) in table.iter().enumerate().filter(|(_, entry)| !entry.hidden) {
        let parent = shown_parent(table, entry.parent).unwrap_or(table.len());
        if let (Some(list), Ok(slot)) = (children.get_mut(parent), u32::try_from(slot)) {
            list.push(slot);
        }
    }
    for list in &mut children {
        let key = |slot: u32| {
            let frequency = counts.get(slot as usize).copied().map(frequency);
            let name = table.get(slot as usize).map(|entry| fold(name_in(entry.names, lang)));
            (Reverse(frequency), name, slot)
        };
        let mut keyed: Vec<_> = list.iter().map(|&slot| key(slot)).collect();
        index::order::sort(&mut keyed);
        *list = keyed.into_iter().map(|(_, _, slot)| slot).collect();
    }
    children
}

fn shown_parent(table: &[Entry], parent: u32) -> Option<usize> {
    let mut parent = parent as usize;
    // A parent stands before its children, so this ends.
    while let Some(entry) = table.get(parent) {
        if !entry.hidden {
            return Some(parent);
        }
        parent = entry.parent as usize;
    }
    None
}

fn entries(corpus: &Corpus, dimension: Dimension) -> Vec<Entry<'_>> {
    fn entry<'a>(id: &'a str, names: &'a [Name], parent: u32) -> Entry<'a> {
        Entry { id, names, parent, region: false, hidden: false }
    }
    match dimension {
        Dimension::Actor | Dimension::Speaker => corpus
            .actors
            .iter()
            .map(|it| Entry { hidden: it.private, ..entry(&it.id, &it.names, it.parent) })
            .collect(),
        Dimension::Place => {
            let region = |it: &index::Place| it.level == index::Level::Region;
            corpus
                .places
                .iter()
                .map(|it| Entry { region: region(it), ..entry(&it.id, &it.names, it.parent) })
                .collect()
        }
        Dimension::Kind => corpus.kinds.iter().map(|it| entry(&it.id, &it.names, it.parent)).collect(),
        Dimension::Source => corpus.sources.iter().map(|it| entry(&it.id, &it.names, it.parent)).collect(),
        Dimension::Date | Dimension::Text => Vec::new(),
    }
}

/// All names of an entry, folded, one a line, so that a search finds it under any.
pub fn folded_names(corpus: &Corpus, dimension: Dimension, slot: u32) -> String {
    let mut folded = String::new();
    for name in names_of(corpus, dimension, slot) {
        folded += &fold(&name.text);
        folded.push('\n');
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::Actor;

    fn actor(id: &str, parent: u32) -> Actor {
        let names = vec![Name { text: id.to_ascii_uppercase(), lang: "en".into() }];
        Actor { id: id.into(), names, parent, ..Actor::default() }
    }

    fn row(value: Value, matching: u32, may_match: u32) -> FacetRow {
        FacetRow { value, counts: Counts { matching, may_match } }
    }

    fn check(actors: Vec<Actor>, facet: &[FacetRow], expect: &[(&str, u8)]) {
        let corpus = Corpus { actors, ..Corpus::default() };
        let rows = rows(&corpus, Dimension::Actor, facet, "en", "(none)");
        let got: Vec<(&str, u8)> = rows.iter().map(|row| (row.id.as_str(), row.depth)).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn siblings_by_match_then_may_match_then_name() {
        let actors = ["d", "c", "b", "a"].map(|id| actor(id, NONE)).into();
        let facet = [
            row(Value::Entry(0), 1, 0),
            row(Value::Entry(1), 1, 4),
            row(Value::Entry(2), 2, 0),
            row(Value::Entry(3), 1, 0),
            row(Value::Missing, 9, 0),
        ];
        check(actors, &facet, &[("b", 0), ("c", 0), ("a", 0), ("d", 0), ("none", 0)]);
    }

    #[test]
    fn children_stand_under_their_parents() {
        let actors =
            vec![actor("r", NONE), actor("t", NONE), actor("ta", 1), actor("tb", 1), actor("tba", 3)];
        let facet = [
            row(Value::Entry(0), 1, 0),
            row(Value::Entry(1), 5, 0),
            row(Value::Entry(3), 3, 0),
            row(Value::Entry(4), 3, 0),
        ];
        check(actors, &facet, &[("t", 0), ("tb", 1), ("tba", 2), ("ta", 1), ("r", 0), ("none", 0)]);
    }

    #[test]
    fn private_persons_have_no_row() {
        let hidden = Actor { private: true, ..actor("p", 0) };
        let actors = vec![actor("t", NONE), hidden, actor("u", 1)];
        check(actors, &[], &[("t", 0), ("u", 1), ("none", 0)]);
    }

    #[test]
    fn rank_puts_parents_first() {
        let counts = |matching| Counts { matching, may_match: 0 };
        let row = |matching| Row { counts: counts(matching), ..Row::default() };
        assert_eq!(by_rank(&[row(5), row(1), row(3), row(3), row(5)]), [0, 4, 2, 3, 1]);
    }
}
