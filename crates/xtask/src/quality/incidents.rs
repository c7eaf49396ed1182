//! Coded incidents: the share of their facts that stand among a document's mentions.

use index::fold::fold;
use serde_json::Value as Json;

use super::gold::{Document, Item};
use super::interval::interval;
use super::measure::Measures;

/// Adds the incidents of a document.
pub(super) fn add(measures: &mut Measures, document: &Document, found: &[Item]) {
    for incident in
        document.incidents.iter().filter(|incident| !incident["optional"].as_bool().unwrap_or(false))
    {
        let list = |key: &str| incident[key].as_array().cloned().unwrap_or_default();
        let days: Vec<(i32, i32)> =
            list("date_values").iter().filter_map(Json::as_str).filter_map(interval).collect();
        if !list("date_values").is_empty() {
            let hit = found
                .iter()
                .filter(|item| item.kind == "date")
                .filter_map(|item| interval(&item.value))
                .any(|day| days.contains(&day));
            measures.share("incidents.date", hit);
        }
        let leaf = |path: &Json| {
            path.as_array()
                .and_then(|path| path.last())
                .map(|leaf| plain(leaf["name"].as_str().unwrap_or("")))
        };
        let leaves: Vec<String> = list("locations").iter().filter_map(leaf).collect();
        if !leaves.is_empty() {
            let hit = named(found, "place").any(|name| leaves.iter().any(|leaf| within(leaf, &name)));
            measures.share("incidents.place", hit);
        }
        let actors: Vec<String> = list("actors")
            .iter()
            .flat_map(|names| names.as_array().cloned().unwrap_or_default())
            .filter_map(|name| name.as_str().map(plain))
            .filter(|name| !name.is_empty() && !generic(name))
            .collect();
        if !actors.is_empty() {
            let mut names = named(found, "actor").filter(|name| name.len() > 2);
            let hit =
                names.any(|name| actors.iter().any(|actor| within(&name, actor) || within(actor, &name)));
            measures.share("incidents.actor", hit);
        }
        for number in list("numbers") {
            let count = number["number"].as_u64().unwrap_or(0);
            if count > 1 {
                let hit = found
                    .iter()
                    .filter(|item| item.kind == "figure")
                    .any(|item| item.numbers.contains(&count));
                measures.share("incidents.figure", hit);
            }
        }
    }
}

/// The names of a kind of mention.
fn named<'a>(found: &'a [Item], kind: &'a str) -> impl Iterator<Item = String> + 'a {
    found.iter().filter(move |item| item.kind == kind).flat_map(|item| &item.names).map(|name| plain(name))
}

fn plain(name: &str) -> String {
    fold(name.split('(').next().unwrap_or(""))
}

/// Whether whole words stand in others.
fn within(words: &str, others: &str) -> bool {
    format!(" {others} ").contains(&format!(" {words} "))
}

/// Those whom the coding names in general only.
fn generic(name: &str) -> bool {
    [
        "protesters",
        "rioters",
        "civilians",
        "unidentified",
        "unknown",
        "students",
        "labor",
        "labour",
        "farmers",
        "women",
        "health workers",
        "teachers",
        "vigilante",
        "workers",
    ]
    .iter()
    .any(|word| name.contains(word))
}
