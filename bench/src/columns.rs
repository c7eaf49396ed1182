//! The table as plain columns, for the peers.
//!
//! ```text
//! file := rows u32 · day u16 · month u16 · place u16 · country u8 · kind u8 · actor u16 · second u16 · third u16
//! ```
//!
//! Little-endian, column after column, each padded to a multiple of four bytes. A month is the calendar month
//! that our histogram shows, from 0. Places are numbered country by country, so that a country is a range of them.

use crate::corpus::{place_entry, point_of};
use crate::shape::{FIRST_DAY, NOBODY, Table, country_of};
use index::Day;
use std::fmt::Write;

/// The bytes of a table.
pub fn bytes(table: &Table) -> Vec<u8> {
    let mut bytes = (table.len() as u32).to_le_bytes().to_vec();
    let month = |day: u16| {
        let (year, month, _) = Day(FIRST_DAY + i32::from(day)).ymd();
        (year * 12 + month as i32 - 1) as u16
    };
    let first = month(table.day.first().copied().unwrap_or(0));
    let short = |bytes: &mut Vec<u8>, column: &mut dyn Iterator<Item = u16>| {
        column.for_each(|value| bytes.extend_from_slice(&value.to_le_bytes()));
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    };
    short(&mut bytes, &mut table.day.iter().copied());
    short(&mut bytes, &mut table.day.iter().map(|&day| month(day) - first));
    short(&mut bytes, &mut table.place.iter().copied());
    for column in [
        &mut table.place.iter().map(|&place| country_of(place.into()) as u8) as &mut dyn Iterator<Item = u8>,
        &mut table.kind.iter().copied(),
    ] {
        bytes.extend(column);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    }
    short(&mut bytes, &mut table.actor.iter().copied());
    short(&mut bytes, &mut table.others.iter().map(|others| others[0]));
    short(&mut bytes, &mut table.others.iter().map(|others| others[1]));
    bytes
}

/// The table as people pass it on, with names, ids and coordinates: what is compiled, and what Parquet is given.
pub fn csv(table: &Table) -> String {
    let mut text = String::from(
        "event_id,event_date,country,location,latitude,longitude,actor1,actor2,actor3,event_type,fatalities,source\n",
    );
    let actor = |number: u16| if number == NOBODY { String::new() } else { format!("Actor {number}") };
    for row in 0..table.len() {
        let place = u32::from(table.place[row]);
        let country = country_of(place);
        let date = Day(FIRST_DAY + i32::from(table.day[row]));
        let point = point_of(place_entry(place));
        let (actors, others) = (table.actor[row], table.others[row]);
        let _ = writeln!(
            text,
            "{row},{date},Place {country},Place {},{},{},{},{},{},Kind {},{},{}",
            place_entry(place),
            point.lat_degrees(),
            point.lon_degrees(),
            actor(actors),
            actor(others[0]),
            actor(others[1]),
            table.kind[row],
            table.deaths[row],
            table.document[row]
        );
    }
    text
}

/// The bytes of what the corpus holds of each event, column after column, to compress elsewhere: day u16, place
/// u16, three actors u16, type u8, deaths u16, document u32, and how many days more u8.
pub fn whole(table: &Table) -> Vec<u8> {
    let mut bytes = Vec::new();
    let second = table.others.iter().map(|others| others[0]);
    let third = table.others.iter().map(|others| others[1]);
    let short: [&mut dyn Iterator<Item = u16>; 6] = [
        &mut table.day.iter().copied(),
        &mut table.place.iter().copied(),
        &mut table.actor.iter().copied(),
        &mut { second },
        &mut { third },
        &mut table.deaths.iter().copied(),
    ];
    for column in short {
        column.for_each(|value| bytes.extend_from_slice(&value.to_le_bytes()));
    }
    table.document.iter().for_each(|value| bytes.extend_from_slice(&value.to_le_bytes()));
    bytes.extend(&table.kind);
    bytes.extend(&table.more);
    bytes
}
