//! Places that the machine read: the publisher's own where one bears the name, else the gazetteer's.

use crate::diagnostic::Origin;
use crate::gather::Gathered;
use crate::places::{self, ListedPlace};
use crate::roster::Head;
use annotate::{PlaceValue, Statement};
use index::{Level, NONE, Name, Place, PlaceEntry, Point, Precision};

pub(super) fn places_of(statement: &Statement, gathered: &mut Gathered) -> Vec<PlaceEntry> {
    let mut all: Vec<PlaceEntry> = Vec::new();
    for value in &statement.places {
        let Some(place) = place_at(value, gathered) else { continue };
        let near = ["east of", "west of", "north of", "south of", "near", "outskirts"]
            .iter()
            .any(|word| value.modifier.contains(word));
        let precision = if near { Precision::Near } else { Precision::Within };
        if !all.iter().any(|entry| entry.place == place) {
            all.push(PlaceEntry { place, precision, group: all.len() as u16 });
        }
    }
    all
}

/// The place of the publisher's list that bears the name, or a new one with what it lies in.
fn place_at(value: &PlaceValue, gathered: &mut Gathered) -> Option<u32> {
    let compass =
        value.modifier.split_whitespace().next().filter(|_| {
            value.modifier.contains("ern") && matches!(value.level, "country" | "admin1" | "region")
        });
    let region = compass.map(|_| format!("{} {}", value.modifier.trim(), value.name));
    if let Some(name) = &region
        && let Ok(at) = gathered.places.register.find(name, "place", places::FILE)
    {
        return Some(at);
    }
    let own = listed_place(value, gathered).or_else(|| gathered.places.register.by_id(&value.id));
    let whole = match own {
        Some(at) => at,
        None => add_with_parents(value, gathered)?,
    };
    let Some(name) = region else { return Some(whole) };
    let id = format!("{}/{}", value.id, index::fold::fold(value.modifier.trim()).replace(' ', "-"));
    let parent =
        gathered.places.items.get(whole as usize).map(|listed| listed.place.id.clone()).unwrap_or_default();
    add(&id, &name, Level::Region, None, &parent, "", gathered)
        .or_else(|| gathered.places.register.by_id(&id))
}

/// The publisher's place that bears the name: the only one, or the one of the same level.
fn listed_place(value: &PlaceValue, gathered: &Gathered) -> Option<u32> {
    let names = [
        value.name.clone(),
        format!("{} {}", value.name, if value.level == "town" { "city" } else { "province" }),
    ];
    let named: Vec<u32> =
        names.iter().flat_map(|name| gathered.places.register.bearers(name)).copied().collect();
    let level = |at: &&u32| {
        gathered
            .places
            .items
            .get(**at as usize)
            .is_some_and(|listed| listed.place.level == level_of(value.level))
    };
    named.iter().find(level).or(named.first().filter(|_| named.len() == 1)).copied()
}

fn level_of(level: &str) -> Level {
    match level {
        "country" => Level::Country,
        "admin1" => Level::Admin1,
        "admin2" => Level::Admin2,
        "town" => Level::Town,
        "region" => Level::Region,
        _ => Level::Other,
    }
}

fn add_with_parents(value: &PlaceValue, gathered: &mut Gathered) -> Option<u32> {
    let mut parent = String::new();
    let mut id = String::new();
    for (depth, (name, point)) in value.path.iter().zip(&value.path_points).enumerate() {
        let slug = index::fold::fold(name).replace(' ', "-");
        id = if depth == 0 { slug } else { format!("{id}/{slug}") };
        let level = if depth == 0 { Level::Country } else { Level::Admin1 };
        let area = value.country.as_deref().filter(|_| depth == 0).unwrap_or("");
        let known = gathered
            .places
            .register
            .find(name, "place", places::FILE)
            .ok()
            .or_else(|| gathered.places.register.by_id(&id));
        let at = match known {
            Some(at) => at,
            None => add(&id, name, level, Some(*point), &parent, area, gathered)?,
        };
        parent =
            gathered.places.items.get(at as usize).map(|listed| listed.place.id.clone()).unwrap_or_default();
    }
    let level = level_of(value.level);
    let area = value.country.as_deref().filter(|_| level == Level::Country).unwrap_or("");
    add(&value.id, &value.name, level, value.point, &parent, area, gathered)
}

fn add(
    id: &str,
    name: &str,
    level: Level,
    point: Option<(f32, f32)>,
    parent: &str,
    area: &str,
    gathered: &mut Gathered,
) -> Option<u32> {
    let names = vec![Name { text: name.to_owned(), lang: "en".to_owned() }];
    let head = Head {
        id: id.to_owned(),
        names: names.clone(),
        parent: parent.to_owned(),
        origin: Origin::whole(&places::FILE.into()),
    };
    let point = point
        .and_then(|(latitude, longitude)| Point::from_degrees(f64::from(latitude), f64::from(longitude)));
    let place =
        Place { id: id.to_owned(), names, level, parent: NONE, point, area: NONE, ..Place::default() };
    let area = if crate::has_outline(area) { area.to_owned() } else { String::new() };
    gathered.places.add(head, ListedPlace { place, area, covers: Vec::new() })
}
