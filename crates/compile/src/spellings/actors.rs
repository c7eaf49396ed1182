//! Proposals for `actors.csv`: spellings, and the parents and years that names carry.
//!
//! `Military Forces of Land (1989-) Border Guard` is the Border Guard of an actor with a first year;
//! `Reds - Northern Front` is a part of the Reds where these are an actor of their own.

use super::groups;
use index::fold::fold;
use index::{Actor, ActorKind, Corpus, NONE};
use std::collections::{BTreeMap, BTreeSet};

/// The columns of a proposed table.
pub(super) const COLUMNS: [&str; 8] = ["id", "name", "names", "kind", "parent", "from", "to", "note"];

/// What is noted of a row that others name as their parent.
const PARENT: &str = "proposed as a parent";

/// One proposed row.
struct Row {
    id: String,
    names: Vec<String>,
    kind: ActorKind,
    parent: String,
    years: (String, String),
    why: Vec<String>,
}

/// The rows to propose, by their ids.
pub(super) fn propose(corpus: &Corpus) -> Vec<Vec<String>> {
    let actors: Vec<&Actor> = corpus.actors.iter().filter(|actor| actor.kind != ActorKind::Report).collect();
    let names: Vec<&str> = actors.iter().map(|actor| name(actor)).collect();
    let uses = uses(corpus, &actors);
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    let mut told: BTreeMap<usize, usize> = BTreeMap::new();
    for group in groups(&names, &uses, |_, _| true) {
        let Some((&first, others)) = group.members.split_first() else { continue };
        let all = others.iter().filter_map(|&at| names.get(at)).map(|name| (*name).to_owned());
        let row = rows.entry(first).or_insert_with(|| row(actors.get(first).copied()));
        row.names.extend(all);
        row.why.push(group.why.to_owned());
        told.extend(others.iter().map(|&at| (at, first)));
    }
    let by_name: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
    for (at, &name) in names.iter().enumerate() {
        let (parent, years) = carried(name, &by_name);
        if parent.is_none() && years.is_none() {
            continue;
        }
        let at = told.get(&at).copied().unwrap_or(at);
        let row = rows.entry(at).or_insert_with(|| self::row(actors.get(at).copied()));
        if let Some(years) = years {
            row.years = years;
            row.why.push("years in the name".to_owned());
        }
        // A parent that is not in the table itself would have to be invented.
        if let Some(parent) =
            parent.map(|at| told.get(&at).copied().unwrap_or(at)).filter(|&parent| parent != at)
        {
            row.parent = actors.get(parent).map(|actor| slug(actor)).unwrap_or_default();
            row.why.push("the parent's name begins it".to_owned());
            rows.entry(parent).or_insert_with(|| self::row(actors.get(parent).copied()));
        }
    }
    // A group whose other names cannot be written tells nothing.
    let tells = |row: &Vec<String>| {
        row.last().is_some_and(|note| note == PARENT)
            || row.iter().skip(2).take(5).any(|cell| !cell.is_empty())
    };
    rows.into_values().map(cells).filter(tells).collect()
}

fn name(actor: &Actor) -> &str {
    actor.names.first().map_or(&actor.id, |name| &name.text)
}

/// How often each actor acts or speaks.
fn uses(corpus: &Corpus, actors: &[&Actor]) -> Vec<u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let acting = corpus.statements.actors.values().map(|entry| entry.actor);
    let speaking = corpus.statements.speakers.values().map(|entry| entry.actor);
    for actor in acting.chain(speaking).filter(|actor| *actor != NONE) {
        *counts.entry(actor).or_default() += 1;
    }
    let position: BTreeMap<&str, u32> =
        corpus.actors.iter().zip(0..).map(|(actor, at)| (actor.id.as_str(), at)).collect();
    let used = |actor: &&Actor| position.get(actor.id.as_str()).and_then(|at| counts.get(at)).copied();
    actors.iter().map(|actor| used(actor).unwrap_or(0)).collect()
}

fn row(actor: Option<&Actor>) -> Row {
    let (id, own) = actor.map(|actor| (slug(actor), name(actor).to_owned())).unwrap_or_default();
    let kind = actor.map_or(ActorKind::Other, |actor| actor.kind);
    Row { id, names: vec![own], kind, parent: String::new(), years: Default::default(), why: Vec::new() }
}

/// A table's actor is its own id; in a list, words with hyphens are easier to refer to.
fn slug(actor: &Actor) -> String {
    let words = fold(&actor.id);
    if words.is_empty() { actor.id.clone() } else { words.replace(' ', "-") }
}

/// The parent that a name begins with, and the years in it.
fn carried(name: &str, by_name: &BTreeMap<&str, usize>) -> (Option<usize>, Option<(String, String)>) {
    if let Some((head, years, tail)) = years_in(name) {
        let whole = name.get(..name.len() - tail.len()).unwrap_or(name).trim();
        let parent =
            (!tail.trim().is_empty()).then(|| by_name.get(whole).or(by_name.get(head)).copied()).flatten();
        // The years belong to what they stand behind.
        return (parent, tail.trim().is_empty().then_some(years));
    }
    let parent = name.split_once(" - ").and_then(|(head, _)| by_name.get(head.trim()).copied());
    (parent, None)
}

/// `Head (1989-2003) tail`.
fn years_in(name: &str) -> Option<(&str, (String, String), &str)> {
    let open = name.find('(')?;
    let close = open + name.get(open..)?.find(')')?;
    let (from, to) = name.get(open + 1..close)?.split_once('-')?;
    let year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = year(from.trim()) && (to.trim().is_empty() || year(to.trim()));
    let years = (from.trim().to_owned(), to.trim().to_owned());
    fits.then_some((name.get(..open)?.trim(), years, name.get(close + 1..)?))
}

fn cells(row: Row) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut names = row.names;
    // A semicolon parts names in this column, so that a name with one cannot be written there.
    names.retain(|name| seen.insert(name.clone()) && (seen.len() == 1 || !name.contains(';')));
    let own = if names.is_empty() { String::new() } else { names.remove(0) };
    let kind = match row.kind {
        ActorKind::Other | ActorKind::Report => "",
        ActorKind::Person => "person",
        ActorKind::State => "state",
        ActorKind::Government => "government",
        ActorKind::Force => "force",
        ActorKind::Group => "group",
        ActorKind::Organization => "organization",
        ActorKind::Media => "media",
        ActorKind::Population => "population",
    };
    let (from, to) = row.years;
    let note = match row.why.is_empty() {
        true => PARENT.to_owned(),
        false => format!("proposed: {}", row.why.join("; ")),
    };
    vec![row.id, own, names.join("; "), kind.to_owned(), row.parent, from, to, note]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_and_years_are_read_from_names() {
        let names = ["Military Forces of Land (1989-)", "Reds"];
        let by_name: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
        let check = |name: &str, parent: Option<usize>, years: Option<(&str, &str)>| {
            let years = years.map(|(from, to)| (from.to_owned(), to.to_owned()));
            assert_eq!(carried(name, &by_name), (parent, years), "{name}");
        };
        check("Military Forces of Land (1989-)", None, Some(("1989", "")));
        check("Military Forces of Land (1989-) Border Guard", Some(0), None);
        check("Government of Land (1974-2019)", None, Some(("1974", "2019")));
        check("Reds - Northern Front", Some(1), None);
        check("Blues - Northern Front", None, None);
        check("Civilians (Land)", None, None);
    }
}
