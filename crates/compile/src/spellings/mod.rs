//! Spellings: the same actor or place written in several ways, proposed for review.
//!
//! Nothing is merged here. What comes out are tables in the form of `actors.csv` and `places.csv`, each row
//! with the reason in its note; a publisher keeps the rows that are right and puts the tables beside the
//! events. Names belong together where they fold to the same letters, or where one letter differs in a long
//! name; names that differ in a number never do.

mod actors;
mod near;
mod places;

use index::Corpus;

/// Proposed tables; empty where there is nothing to propose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// In the form of `actors.csv`.
    pub actors: String,
    /// How many rows the table of actors has.
    pub actor_rows: u32,
    /// In the form of `places.csv`.
    pub places: String,
    /// How many rows the table of places has.
    pub place_rows: u32,
}

/// What the corpus's actors and places propose.
pub fn spellings(corpus: &Corpus) -> Proposal {
    let (actors, places) = (actors::propose(corpus), places::propose(corpus));
    let count = |rows: &[Vec<String>]| u32::try_from(rows.len()).unwrap_or(u32::MAX);
    Proposal {
        actor_rows: count(&actors),
        place_rows: count(&places),
        actors: table(&actors::COLUMNS, &actors),
        places: table(&places::COLUMNS, &places),
    }
}

/// A table as CSV; nothing without rows.
fn table(columns: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    if rows.is_empty() {
        return text;
    }
    text.push_str(&columns.join(","));
    text.push('\n');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with('#') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A group of names: the one used most, then the others, and why they belong together.
struct Group {
    members: Vec<usize>,
    why: &'static str,
}

/// Groups of entries whose names belong together; `uses` says how often each is used, and the one used most
/// comes first. `may` can refuse a pair of which one letter differs.
fn groups(names: &[&str], uses: &[u32], may: impl Fn(usize, usize) -> bool) -> Vec<Group> {
    let mut groups: Vec<Group> =
        near::same(names).into_iter().map(|members| Group { members, why: "same letters" }).collect();
    let grouped: std::collections::BTreeSet<usize> =
        groups.iter().flat_map(|group| group.members.iter().copied()).collect();
    for (a, b) in near::one_letter(names) {
        if !grouped.contains(&a) && !grouped.contains(&b) && may(a, b) {
            groups.push(Group { members: vec![a, b], why: "one letter differs" });
        }
    }
    let used = |at: &usize| uses.get(*at).copied().unwrap_or(0);
    for group in &mut groups {
        group.members.sort_by_key(|at| (std::cmp::Reverse(used(at)), *at));
    }
    groups
}
