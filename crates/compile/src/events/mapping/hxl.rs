//! HXL tags as a mapping: `#adm1+name`, `#affected+killed`, `#date+start`.
//!
//! A tagged table has one row of tags near its top. Codes beside names (`#adm1+code`) are passed over.

use super::{Cell, Counted, Mapping};
use crate::table::Table;
use index::{Level, Measure};

/// How far down the row of tags may stand.
const LOOKED_AT: usize = 25;

/// The mapping that a row of tags gives; nothing where there is no such row, or no date among the tags.
pub(crate) fn of_tags(table: &Table) -> Option<Mapping> {
    let is_tags = |row: &Vec<String>| {
        let tagged = row.iter().filter(|cell| cell.starts_with('#')).count();
        tagged > 1 && row.iter().all(|cell| cell.is_empty() || cell.starts_with('#'))
    };
    let tags = table.sample(LOOKED_AT).into_iter().find(is_tags)?;
    let mut mapping = Mapping::default();
    for (tag, name) in tags.iter().zip(table.header()).filter(|(tag, _)| !tag.is_empty()) {
        let mut parts = tag.split('+').map(|part| part.trim().to_lowercase());
        let base = parts.next().unwrap_or_default();
        let attributes: Vec<String> = parts.collect();
        take(&mut mapping, &base, &attributes, Cell::Column(name.clone()));
    }
    mapping.places.sort_by_key(|(level, _)| *level);
    mapping.date.is_some().then_some(mapping)
}

fn take(mapping: &mut Mapping, base: &str, attributes: &[String], cell: Cell) {
    let has = |name: &str| attributes.iter().any(|attribute| attribute == name);
    let first = |slot: &mut Option<Cell>, cell: Cell| {
        slot.get_or_insert(cell);
    };
    match base {
        "#date" if has("end") => first(&mut mapping.date_end, cell),
        "#date" if !has("year") && !has("reported") && !has("published") => first(&mut mapping.date, cell),
        "#event" | "#meta" if has("id") || base == "#event" && has("code") => first(&mut mapping.id, cell),
        "#event" | "#cause" | "#type" => mapping.kind.push(cell),
        "#group" | "#actor" | "#org" if !has("code") && !has("id") => mapping.actors.push(cell),
        "#country" | "#adm1" | "#adm2" | "#adm3" | "#loc" if !has("code") => place(mapping, base, cell),
        "#geo" if has("lat") => first(&mut mapping.latitude, cell),
        "#geo" if has("lon") => first(&mut mapping.longitude, cell),
        "#meta" | "#source" if base == "#source" || has("source") => mapping.source.push(cell),
        "#description" => first(&mut mapping.summary, cell),
        "#affected" | "#casualties" => figure(mapping, attributes, cell),
        _ => {}
    }
}

fn place(mapping: &mut Mapping, base: &str, cell: Cell) {
    let level = match base {
        "#country" => Level::Country,
        "#adm1" => Level::Admin1,
        "#adm2" => Level::Admin2,
        "#adm3" => Level::Admin3,
        _ => Level::Town,
    };
    if mapping.places.iter().all(|(other, _)| *other != level) {
        mapping.places.push((level, cell));
    }
}

fn figure(mapping: &mut Mapping, attributes: &[String], cell: Cell) {
    let has = |names: &[&str]| attributes.iter().any(|attribute| names.contains(&attribute.as_str()));
    let measure = match () {
        () if has(&["killed", "dead", "deaths", "fatalities"]) => Measure::Killed,
        () if has(&["injured", "wounded"]) => Measure::Injured,
        () if has(&["displaced", "idps"]) => Measure::Displaced,
        () if has(&["refugees"]) => Measure::Refugees,
        () if has(&["detained", "arrested"]) => Measure::Detained,
        () if has(&["missing", "abducted"]) => Measure::Missing,
        () => return,
    };
    let found = mapping.figures.iter().position(|counted| counted.measure == measure);
    let at = found.unwrap_or(mapping.figures.len());
    if found.is_none() {
        mapping.figures.push(Counted { measure, ..Counted::default() });
    }
    if let Some(counted) = mapping.figures.get_mut(at) {
        let slot = match () {
            () if has(&["min", "low"]) => &mut counted.low,
            () if has(&["max", "high"]) => &mut counted.high,
            () => &mut counted.best,
        };
        slot.get_or_insert(cell);
    }
}
