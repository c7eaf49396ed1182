//! What the gazetteer knows of a place that is named, and why it is this one.

use crate::lexicon::{COMPASS, WordHasher};
use crate::mention::{PlaceValue, Why};
use crate::name::{Level, Located, Named, Names, Place};
use crate::text::Text;
use index::fold::fold;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

/// The places that a text has named so far; one that is named again is shared.
pub(crate) struct Places<'a> {
    text: &'a Text<'a>,
    names: &'a Names,
    known: HashMap<u32, Arc<PlaceValue>, BuildHasherDefault<WordHasher>>,
    /// Those of no gazetteer, by their words.
    unknown: HashMap<&'a str, Arc<PlaceValue>, BuildHasherDefault<WordHasher>>,
    /// What else a name may mean, in words.
    others: HashMap<Vec<u32>, Arc<[String]>, BuildHasherDefault<WordHasher>>,
}

impl<'a> Places<'a> {
    /// None yet.
    pub fn new(text: &'a Text<'a>, names: &'a Names) -> Self {
        let (known, unknown, others) = (HashMap::default(), HashMap::default(), HashMap::default());
        Self { text, names, known, unknown, others }
    }

    /// What is known of a place that is named.
    pub fn place(&mut self, named: &Named, located: Option<&Located>) -> (Arc<PlaceValue>, Why) {
        let names = self.names;
        let found = located.and_then(|located| names.gazetteer.get(located.place));
        let (value, why) = match located.zip(found) {
            Some((located, found)) => {
                let value = self.known.entry(located.place).or_insert_with(|| Arc::new(listed(found, names)));
                let value = Arc::clone(value);
                (value, self.reason(located))
            }
            None => {
                let written = self.text.between(named.from, named.to);
                let value = self.unknown.entry(written).or_insert_with(|| Arc::new(unlisted(written)));
                let why = Why { rule: named.rule, says: says(named.rule), ..Why::default() };
                (Arc::clone(value), why)
            }
        };
        let modifier = modifier(self.text, named);
        if modifier.is_empty() {
            return (value, why);
        }
        (Arc::new(PlaceValue { modifier, ..PlaceValue::clone(&value) }), why)
    }

    fn reason(&mut self, located: &Located) -> Why {
        let says = match located.rule {
            "only" => "The only place of this name that the gazetteer has.",
            "named-with" => "The words behind it name the country or division that it lies in.",
            "text" => {
                "Of its namesakes the one that fits the countries and divisions named in this text best."
            }
            _ => "Of its namesakes the largest; the text does not settle it.",
        };
        let why = Why { rule: located.rule, says, ..Why::default() };
        if located.others.is_empty() {
            return why;
        }
        let names = self.names;
        if let Some(known) = self.others.get(&located.others) {
            return Why { alternatives: Arc::clone(known), ..why };
        }
        let others = located.others.iter().filter_map(|at| names.gazetteer.get(*at));
        let words =
            |other: &Place| format!("{} ({}{})", other.name, path_words(other, names), other.level.name());
        let alternatives: Arc<[String]> = others.map(words).collect();
        self.others.insert(located.others.clone(), Arc::clone(&alternatives));
        Why { alternatives, ..why }
    }
}

/// A place of the gazetteer.
fn listed(found: &Place, names: &Names) -> PlaceValue {
    let path = path(found, names);
    let id = path
        .iter()
        .map(|name| fold(name).replace(' ', "-"))
        .chain([fold(found.name).replace(' ', "-")])
        .collect::<Vec<_>>()
        .join("/");
    let point =
        (found.latitude != 0.0 || found.longitude != 0.0).then_some((found.latitude, found.longitude));
    PlaceValue {
        id,
        name: found.name.to_owned(),
        level: found.level.name(),
        point,
        country: found.country_code().map(str::to_owned),
        path,
        path_points: path_points(found, names),
        modifier: String::new(),
    }
}

/// A place that no gazetteer has.
fn unlisted(written: &str) -> PlaceValue {
    let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
    PlaceValue {
        id: format!("?-{}", fold(&name).replace(' ', "-")),
        name,
        level: "unknown",
        point: None,
        country: None,
        path: Vec::new(),
        path_points: Vec::new(),
        modifier: String::new(),
    }
}

/// What a place lies in, the country first.
fn path(place: &Place, names: &Names) -> Vec<String> {
    let country = names.gazetteer.country(place.country).filter(|_| place.level != Level::Country);
    let above =
        [country, Some(place.division)].into_iter().flatten().filter_map(|at| names.gazetteer.get(at));
    above.map(|place| place.name.to_owned()).collect()
}

fn path_points(place: &Place, names: &Names) -> Vec<(f32, f32)> {
    let country = names.gazetteer.country(place.country).filter(|_| place.level != Level::Country);
    let above =
        [country, Some(place.division)].into_iter().flatten().filter_map(|at| names.gazetteer.get(at));
    above.map(|place| (place.latitude, place.longitude)).collect()
}

fn path_words(place: &Place, names: &Names) -> String {
    let path = path(place, names);
    if path.is_empty() { String::new() } else { format!("{}; ", path.join(", ")) }
}

/// "north-western", "east of the city of", "the outskirts of".
fn modifier(text: &Text, named: &Named) -> String {
    let mut from = named.from;
    while from > 0 && from + 6 > named.from {
        let word = text.word(from - 1);
        let part = text.has(from - 1, COMPASS)
            || matches!(
                word,
                "-" | "of"
                    | "the"
                    | "city"
                    | "town"
                    | "village"
                    | "province"
                    | "region"
                    | "outskirts"
                    | "countryside"
                    | "suburbs"
                    | "near"
            );
        if !part {
            break;
        }
        from -= 1;
    }
    let words = text.between(from, named.from);
    if words.chars().all(|c| !c.is_alphabetic()) || matches!(words, "the" | "of" | "of the") {
        String::new()
    } else {
        words.to_owned()
    }
}

pub(crate) fn says(rule: &str) -> &'static str {
    match rule {
        "authority" => "A listed name of the authority file.",
        "people" => "The name of a people.",
        "people-and-force" => "The name of a people with the word for its forces, officials or government.",
        "title" => "A name behind a title.",
        "office" => "An office that stands for the person who holds it.",
        "first-name" => "A first name with a surname.",
        "surname" => "The surname of a person whom the text names in full.",
        "speaks" => "A surname before a verb of saying.",
        "capitals" => "Two or more words with capital letters that nothing else explains.",
        "head-word" => "A name with the head word of an organization.",
        "acronym" => "A short name in capital letters.",
        "capital-speaks" => "A capital that speaks, or is spoken with, stands for its government.",
        "place-head" => "A name with the head word of a place.",
        "in-place" => "A name behind a word such as “in”; no gazetteer here has it.",
        _ => "",
    }
}
