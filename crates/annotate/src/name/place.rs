//! Which of several namesakes a place is.
//!
//! Each namesake is scored: by its level and population, by whether the words after it name its division or
//! country ("Paris, Texas"), and by the countries that the rest of the text names. The best wins, the next ones
//! are kept as alternatives.

use super::find::{Named, What};
use super::gazetteer::{Gazetteer, Level, NOWHERE, Place};
use crate::lexicon::WordHasher;
use crate::text::Text;
use index::fold::fold;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// A place that a mention means.
#[derive(Clone, Debug)]
pub(crate) struct Located {
    /// Which of the names.
    pub at: usize,
    /// The place, an index into the gazetteer.
    pub place: u32,
    /// What settled it: `only`, `named-with`, `text`, `largest`.
    pub rule: &'static str,
    /// What else it may be.
    pub others: Vec<u32>,
}

/// How much the countries and divisions of a text count.
#[derive(Default)]
struct Ground {
    countries: HashMap<[u8; 2], f32, BuildHasherDefault<WordHasher>>,
    divisions: HashMap<u32, f32, BuildHasherDefault<WordHasher>>,
}

/// A place that a name may mean, with what its words tell of it; the rest of the text is weighed later.
struct Candidate<'a> {
    at: u32,
    place: &'a Place,
    /// By its level, size and spelling.
    level: f32,
    /// By the head word beside it.
    fits: f32,
    /// By what the name is said to lie in.
    with: f32,
    named_with: bool,
}

/// Chooses a place for each name that has candidates.
pub(crate) fn locate(
    text: &Text,
    gazetteer: &Gazetteer,
    names: &[Named],
    people: &[[u8; 2]],
) -> Vec<Located> {
    let mut ground = ground(gazetteer, names, people);
    let mut all: Vec<Candidate> = Vec::with_capacity(names.len() * 2);
    let mut of: Vec<(usize, usize)> = Vec::with_capacity(names.len());
    for at in 0..names.len() {
        let before = all.len();
        weigh(text, gazetteer, names, at, &mut all);
        if all.len() > before {
            of.push((at, all.len()));
        }
    }
    let first = chosen(&all, &of, &ground);
    // Towns that are sure tell of the others: a second look with what the first found.
    for located in &first {
        let Some(place) = gazetteer.get(located.place) else { continue };
        let weight = if located.others.is_empty() || located.rule == "named-with" { 1.0 } else { 0.3 };
        *ground.countries.entry(place.country).or_default() += weight;
        let division = if place.level == Level::Admin1 { located.place } else { place.division };
        if division != NOWHERE {
            *ground.divisions.entry(division).or_default() += weight;
        }
    }
    chosen(&all, &of, &ground)
}

fn candidates(named: &Named) -> &[u32] {
    if let What::Place(candidates) = &named.what { candidates } else { &[] }
}

/// The countries that are named outright.
fn ground(gazetteer: &Gazetteer, names: &[Named], people: &[[u8; 2]]) -> Ground {
    let mut ground = Ground::default();
    for code in people {
        *ground.countries.entry(*code).or_default() += 0.7;
    }
    for named in names {
        // "Georgia" is a country and a state, and tells of neither.
        let levels = || candidates(named).iter().filter_map(|at| gazetteer.get(*at));
        let namesake = levels().any(|place| {
            place.level == Level::Admin1
                && levels().all(|other| other.level != Level::Country || other.country != place.country)
        });
        let country = levels().find(|place| place.level == Level::Country && !namesake);
        if let Some(country) = country {
            *ground.countries.entry(country.country).or_default() += 1.5;
        }
        let admin = candidates(named)
            .iter()
            .filter(|at| gazetteer.get(**at).is_some_and(|place| place.level == Level::Admin1));
        for at in admin {
            *ground.divisions.entry(*at).or_default() += 0.5;
        }
    }
    ground
}

/// Adds the candidates of a name.
fn weigh<'a>(
    text: &Text,
    gazetteer: &'a Gazetteer,
    names: &[Named],
    at: usize,
    all: &mut Vec<Candidate<'a>>,
) {
    let Some(named) = names.get(at) else { return };
    let all_candidates = candidates(named);
    if all_candidates.is_empty() {
        return;
    }
    let after = container(text, names, at);
    if after.is_some_and(|above| elsewhere(text, gazetteer, named, above)) {
        return;
    }
    let contested = contested(gazetteer, all_candidates);
    let division = divisions(gazetteer, all_candidates);
    let written = text.between(named.from, named.to);
    let head = head(text, named);
    for at in all_candidates {
        let Some(place) = gazetteer.get(*at) else { continue };
        let own = place.level == Level::Country || same_name(place.name, written);
        // A town named like another division of its country is seldom meant: "Oregon" of Ohio.
        let namesake = place.level == Level::Town
            && division.iter().any(|(_, country)| *country == place.country)
            && !(division.iter().any(|(at, _)| *at == place.division) && own)
            && !gazetteer.is_capital(place)
            && place.size < 65;
        let after = after.filter(|_| !namesake).map(candidates);
        let (with, named_with) = inside(gazetteer, *at, place, after);
        let with = if namesake { with - 5.0 } else { with };
        let level = level(place, own, contested);
        all.push(Candidate { at: *at, place, level, fits: fits(head, place.level), with, named_with });
    }
}

fn chosen(candidates: &[Candidate], of: &[(usize, usize)], ground: &Ground) -> Vec<Located> {
    let mut all = Vec::with_capacity(of.len());
    let mut scored: Vec<(f32, u32, bool)> = Vec::new();
    let mut from = 0;
    for (at, to) in of {
        scored.clear();
        let own = candidates.get(from..*to).unwrap_or(&[]);
        scored.extend(own.iter().map(|one| (score(one, ground), one.at, one.named_with)));
        from = *to;
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        scored.dedup_by_key(|(_, candidate, _)| *candidate);
        let Some((best, place, named_with)) = scored.first().copied() else { continue };
        let rule = match scored.get(1) {
            None => "only",
            _ if named_with => "named-with",
            Some((second, ..)) if best - second > 1.5 => "text",
            _ => "largest",
        };
        let others = scored.iter().skip(1).take(3).map(|(_, other, _)| *other).collect();
        all.push(Located { at: *at, place, rule, others });
    }
    all
}

/// The name that contains this one: "Paris, Texas", "Saraqeb in Idlib province".
fn container<'a>(text: &Text, names: &'a [Named], at: usize) -> Option<&'a Named> {
    let (this, next) = (names.get(at)?, names.get(at + 1)?);
    let gap: Vec<&str> = (this.to..next.from).map(|at| text.word(at)).collect();
    matches!(
        gap.as_slice(),
        [","]
            | ["("]
            | ["in"]
            | [",", "in"]
            | ["village" | "town" | "city" | "district" | "township" | "area", "in"]
            | ["village" | "town" | "city" | "district" | "township" | "area", ",", "in"]
            | ["province", "of"]
            | [",", "province", "of"]
    )
    .then_some(next)
}

/// Whether all places of a name lie outside of what it is said to be in: "Kanan village in Sagaing region" is a village
/// that no gazetteer here has, not the Kanan of another country.
fn elsewhere(text: &Text, gazetteer: &Gazetteer, named: &Named, above: &Named) -> bool {
    let of = |named: &Named| candidates(named).iter().filter_map(|at| gazetteer.get(*at)).collect::<Vec<_>>();
    let (own, above_all) = (of(named), of(above));
    text.word(above.from - 1) == "in"
        && own.iter().all(|place| place.level == Level::Town && !gazetteer.is_capital(place))
        && above_all.iter().any(|place| matches!(place.level, Level::Country | Level::Admin1))
        && own.iter().all(|place| above_all.iter().all(|above| above.country != place.country))
}

/// The bonus for lying in the country or division that stands behind the name.
fn inside(gazetteer: &Gazetteer, at: u32, place: &Place, containers: Option<&[u32]>) -> (f32, bool) {
    let Some(containers) = containers else { return (0.0, false) };
    let mut best = 0.0f32;
    // "Ohio, Oregon": a list of divisions, not a town and its state.
    let listed = place.level == Level::Admin1;
    if listed
        && !containers.iter().any(|at| gazetteer.get(*at).is_some_and(|above| above.level == Level::Country))
    {
        return (0.0, false);
    }
    for container in containers {
        let Some(above) = gazetteer.get(*container).filter(|_| *container != at) else { continue };
        let found = match above.level {
            Level::Country if above.country == place.country && place.level != Level::Country => 6.0,
            Level::Admin1 if place.division == *container => 8.0,
            Level::Region if above.country == place.country && above.country != *b"  " => 4.0,
            _ => 0.0,
        };
        best = best.max(found);
    }
    (best, best > 0.0)
}

/// The first-order divisions that bear the name, with their countries.
fn divisions(gazetteer: &Gazetteer, candidates: &[u32]) -> Vec<(u32, [u8; 2])> {
    let all = candidates.iter().filter_map(|at| Some((*at, gazetteer.get(*at)?)));
    all.filter(|(_, place)| place.level == Level::Admin1).map(|(at, place)| (at, place.country)).collect()
}

/// "Georgia": a country and a division of another one.
fn contested(gazetteer: &Gazetteer, candidates: &[u32]) -> bool {
    let all = || candidates.iter().filter_map(|at| gazetteer.get(*at));
    all().any(|place| {
        place.level == Level::Admin1
            && all().any(|other| other.level == Level::Country && other.country != place.country)
    })
}

fn level(place: &Place, own: bool, contested: bool) -> f32 {
    let level = match place.level {
        Level::Country if contested => 14.0,
        Level::Country => 21.0,
        Level::Region => 15.0,
        Level::Nature => 14.0,
        Level::Admin1 => 12.0,
        Level::Admin2 => 7.0,
        Level::Town => f32::from(place.size) / 5.0,
    };
    // A spelling that is not the gazetteer's own is often an old name of somewhere else.
    if own || place.size >= 55 { level } else { level - 3.0 }
}

fn fits(head: &str, level: Level) -> f32 {
    match (head, level) {
        (
            "province" | "governorate" | "state" | "department" | "oblast" | "region" | "provinces",
            Level::Admin1,
        ) => 4.0,
        ("district" | "county", Level::Admin2) => 4.0,
        ("city" | "town" | "village" | "municipality" | "suburb" | "neighborhood", Level::Town) => 4.0,
        ("city" | "town" | "village", Level::Admin1 | Level::Admin2) => -3.0,
        _ => 0.0,
    }
}

/// A candidate's weight, with the countries and divisions that the text names.
fn score(candidate: &Candidate, ground: &Ground) -> f32 {
    let place = candidate.place;
    let country = ground.countries.get(&place.country).copied().unwrap_or(0.0);
    let division = ground.divisions.get(&place.division).copied().unwrap_or(0.0);
    let country = if country > 0.0 { (country + 0.3).ln_1p().min(1.5) } else { 0.0 };
    candidate.level + 2.6 * country + 2.0 * division.min(1.5) + candidate.fits + candidate.with
}

/// Whether two spellings are one name.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
    if plain(a) && plain(b) && !b.contains("  ") { a.eq_ignore_ascii_case(b) } else { fold(a) == fold(b) }
}

/// The head word beside a name: "Idlib province", "the city of Idlib".
fn head<'a>(text: &'a Text, named: &Named) -> &'a str {
    let after = text.word(named.to);
    let inside = text.word(named.to - 1);
    for word in [after, inside] {
        if matches!(
            word,
            "province"
                | "governorate"
                | "state"
                | "department"
                | "oblast"
                | "region"
                | "provinces"
                | "district"
                | "county"
                | "city"
                | "town"
                | "village"
                | "municipality"
                | "suburb"
                | "neighborhood"
        ) {
            return word;
        }
    }
    if text.word(named.from.wrapping_sub(1)) == "of" { text.word(named.from.wrapping_sub(2)) } else { "" }
}
