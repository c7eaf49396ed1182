//! What the gazetteer knows of a place that is named, and why it is this one.

use crate::lexicon::COMPASS;
use crate::mention::{PlaceValue, Why};
use crate::name::{Level, Located, Named, Names, Place};
use crate::text::Text;
use index::fold::fold;

pub(crate) fn place(
    text: &Text,
    named: &Named,
    located: Option<&Located>,
    names: &Names,
) -> (PlaceValue, Why) {
    let written = text.between(named.from, named.to).split_whitespace().collect::<Vec<_>>().join(" ");
    let found = located.and_then(|located| names.gazetteer.get(located.place));
    let modifier = modifier(text, named);
    let Some((located, found)) = located.zip(found) else {
        let id = format!("?-{}", fold(&written).replace(' ', "-"));
        let value = PlaceValue {
            id,
            name: written,
            level: "unknown",
            point: None,
            country: None,
            path: Vec::new(),
            path_points: Vec::new(),
            modifier,
        };
        let why = Why { rule: named.rule, says: says(named.rule), ..Why::default() };
        return (value, why);
    };
    let path = path(found, names);
    let country = found.country_code().map(str::to_owned);
    let id = path
        .iter()
        .map(|name| fold(name).replace(' ', "-"))
        .chain([fold(found.name).replace(' ', "-")])
        .collect::<Vec<_>>()
        .join("/");
    let point =
        (found.latitude != 0.0 || found.longitude != 0.0).then_some((found.latitude, found.longitude));
    let others = located.others.iter().filter_map(|at| names.gazetteer.get(*at));
    let alternatives = others
        .map(|other| format!("{} ({}{})", other.name, path_words(other, names), other.level.name()))
        .collect();
    let says = match located.rule {
        "only" => "The only place of this name that the gazetteer has.",
        "named-with" => "The words behind it name the country or division that it lies in.",
        "text" => "Of its namesakes the one that fits the countries and divisions named in this text best.",
        _ => "Of its namesakes the largest; the text does not settle it.",
    };
    let value = PlaceValue {
        id,
        name: found.name.to_owned(),
        level: found.level.name(),
        point,
        country,
        path,
        path_points: path_points(found, names),
        modifier,
    };
    (value, Why { rule: located.rule, says, anchor: String::new(), alternatives })
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
