//! Proposals for `places.csv`: spellings of the same place under the same parent.

use super::groups;
use index::{Corpus, Level, NONE, Place, Point};
use std::collections::BTreeMap;

/// The columns of a proposed table.
pub(super) const COLUMNS: [&str; 8] =
    ["id", "name", "names", "parent", "level", "latitude", "longitude", "note"];

/// How far apart places may lie of whose names one letter differs, in degrees either way: about 25 km.
const NEAR: f64 = 0.25;

/// The rows to propose, in the order of the tree.
pub(super) fn propose(corpus: &Corpus) -> Vec<Vec<String>> {
    let places = &corpus.places;
    let uses = uses(corpus);
    let mut siblings: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, place) in places.iter().enumerate() {
        siblings.entry(place.parent).or_default().push(at);
    }
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for members in siblings.values() {
        let own: Vec<&Place> = members.iter().filter_map(|&at| places.get(at)).collect();
        let names: Vec<&str> = own.iter().map(|place| name(place)).collect();
        let own_uses: Vec<u32> = members.iter().map(|&at| uses.get(at).copied().unwrap_or(0)).collect();
        let near =
            |a: usize, b: usize| own.get(a).zip(own.get(b)).is_some_and(|(a, b)| are_near(a.point, b.point));
        for group in groups(&names, &own_uses, near) {
            let mut all = group.members.iter().filter_map(|&at| own.get(at).copied());
            let Some(first) = all.next() else { continue };
            let others: Vec<&str> = all.map(name).collect();
            let at = group.members.first().and_then(|&at| members.get(at)).copied().unwrap_or(0);
            rows.push((at, row(corpus, first, &others, group.why)));
        }
    }
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn name(place: &Place) -> &str {
    place.names.first().map_or(&place.id, |name| &name.text)
}

/// How often each place is named itself.
fn uses(corpus: &Corpus) -> Vec<u32> {
    let mut counts = vec![0; corpus.places.len()];
    for entry in corpus.statements.places.values().filter(|entry| entry.place != NONE) {
        if let Some(count) = counts.get_mut(entry.place as usize) {
            *count += 1;
        }
    }
    counts
}

fn are_near(a: Option<Point>, b: Option<Point>) -> bool {
    a.zip(b).is_some_and(|(a, b)| {
        let apart = |a: f64, b: f64| (a - b).abs() <= NEAR;
        apart(a.lat_degrees(), b.lat_degrees()) && apart(a.lon_degrees(), b.lon_degrees())
    })
}

fn row(corpus: &Corpus, place: &Place, others: &[&str], why: &str) -> Vec<String> {
    let parent = corpus.places.get(place.parent as usize).map_or("", |parent| &parent.id);
    let level = match place.level {
        Level::Country => "country",
        Level::Admin1 => "admin1",
        Level::Admin2 => "admin2",
        Level::Admin3 => "admin3",
        Level::Town => "town",
        Level::Site => "site",
        Level::Region => "region",
        Level::Other => "",
    };
    let degrees =
        |degrees: fn(Point) -> f64| place.point.map_or(String::new(), |point| degrees(point).to_string());
    vec![
        place.id.clone(),
        name(place).to_owned(),
        others.join("; "),
        parent.to_owned(),
        level.to_owned(),
        degrees(Point::lat_degrees),
        degrees(Point::lon_degrees),
        format!("proposed: {why}"),
    ]
}
