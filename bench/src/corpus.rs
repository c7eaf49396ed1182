//! The table as a corpus.

use crate::shape::{COUNTRIES, FIRST_DAY, PLACES, POOL, TYPES, Table, country_of};
use index::*;

fn names(kind: &str, number: u32) -> Vec<Name> {
    vec![Name { text: format!("{kind} {number}"), lang: "en".to_owned() }]
}

/// Countries come first, so that each place stands behind its own.
pub fn place_entry(place: u32) -> u32 {
    match place.checked_sub(PLACES) {
        Some(country) => country,
        None => COUNTRIES + place,
    }
}

/// Where a place lies, by its number in the corpus.
pub fn point_of(number: u32) -> Point {
    Point { lat: number as i32 * 113 % 8_000_000, lon: number as i32 * 937 % 17_000_000 }
}

fn tables() -> Corpus {
    let actor = |number| Actor {
        id: format!("a{number}"),
        names: names("Actor", number),
        parent: NONE,
        ..Actor::default()
    };
    let place = |number: u32| Place {
        id: format!("p{number}"),
        names: names("Place", number),
        level: if number < COUNTRIES { Level::Country } else { Level::Town },
        parent: number.checked_sub(COUNTRIES).map_or(NONE, country_of),
        point: Some(point_of(number)),
        area: NONE,
        ..Place::default()
    };
    let kind = |number| Kind { id: format!("k{number}"), names: names("Kind", number), parent: NONE };
    Corpus {
        actors: (0..COUNTRIES * POOL).map(actor).collect(),
        places: (0..COUNTRIES + PLACES).map(place).collect(),
        kinds: (0..TYPES).map(kind).collect(),
        sources: vec![Source { id: "s".to_owned(), names: names("Source", 0), parent: NONE }],
        populations: vec![],
        reports: vec![Report { title: "A table".to_owned(), table: true, ..Report::default() }],
        ..Corpus::default()
    }
}

/// The corpus of a table.
pub fn corpus(table: &Table) -> Corpus {
    let mut corpus = tables();
    let statements = &mut corpus.statements;
    for row in 0..table.len() {
        let first = Day(FIRST_DAY + i32::from(table.day[row]));
        let last = Day(first.0 + i32::from(table.more[row]));
        statements.ids.push(&(row as u32).to_string());
        statements.summaries.push("");
        statements.quotes.push("");
        statements.spans.push([]);
        statements.reports.push(0);
        statements.dates.push([Span::days(first, last)]);
        statements.edtf.push("");
        let role = |at: u16| if at == 0 { Role::Initiator } else { Role::Affected };
        let entry = |(group, actor): (u16, u16)| ActorEntry { actor: actor.into(), role: role(group), group };
        statements.actors.push((0..).zip(table.actors(row)).map(entry));
        statements.speakers.push([]);
        let place = place_entry(u32::from(table.place[row]));
        statements.places.push([PlaceEntry { place, ..PlaceEntry::default() }]);
        statements.kinds.push([u32::from(table.kind[row])]);
        statements.sources.push([0]);
        statements.figures.push([Figure {
            measure: Measure::Killed,
            whom: NONE,
            best: Some(table.deaths[row].into()),
            part_of: NONE,
            ..Figure::default()
        }]);
        statements.events.push(NONE);
        statements.made.push(Made::Table);
    }
    let document = |number: u32| number.to_string();
    (0..=table.document.iter().copied().max().unwrap_or(0)).for_each(|it| corpus.events.push(&document(it)));
    corpus.statements.events.clone_from(&table.document);
    corpus
}
