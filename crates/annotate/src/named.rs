//! Names as mentions: found, told apart, tied together, and given what the dictionaries know of them.

use crate::actor::Actors;
use crate::lexicon::{AUXILIARY, COMMON, SAY, STOP, WordHasher};
use crate::mention::{Mention, Value, Why};
use crate::metonym::metonyms;
use crate::name::{Finder, Level, Located, Named, Names, Target, What, initials, link, locate};
use crate::placed::{Places, says};
use crate::sentence::Sentence;
use crate::text::Text;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

/// The names of a text.
pub(crate) fn names(text: &Text, sentences: &[Sentence], taken: &[bool], names: &Names) -> Vec<Mention> {
    let finder = Finder { text, names, taken, surnames: HashSet::new() };
    let mut found: Vec<Named> = sentences.iter().flat_map(|sentence| finder.sentence(*sentence)).collect();
    surnames(text, &mut found, taken, names);
    metonyms(text, &mut found, names);
    found.retain(|named| !accord(text, named));
    acronyms(text, &mut found);
    nested(&finder, &mut found);
    let located = locate(text, &names.gazetteer, &found, &peoples(&found, names));
    let mut next = located.iter().peekable();
    let links = link(text, &found);
    let mut all = Vec::with_capacity(found.len() * 2);
    let mut known = (Actors::new(text, names), Places::new(text, names));
    for (at, named) in found.iter().enumerate() {
        let first = links.get(at).copied().flatten().and_then(|first| found.get(first)).unwrap_or(named);
        let own = next.next_if(|one| one.at == at);
        mention(text, named, first, own, &mut known, &mut all);
    }
    all
}

/// Surnames of persons named in full: later ones are persons too, and no towns.
fn surnames(text: &Text, found: &mut Vec<Named>, taken: &[bool], names: &Names) {
    let mut known: HashMap<&str, usize, BuildHasherDefault<WordHasher>> = HashMap::default();
    for named in found.iter() {
        let person = match named.what {
            What::Person => true,
            What::Actor(at) => {
                names.authority.actors.get(at as usize).is_some_and(|actor| actor.kind == "person")
            }
            _ => false,
        };
        let last = text.word(named.to - 1);
        if person && last.len() > 2 && !text.has(named.to - 1, STOP) && named.to - named.from > 1 {
            known.entry(last).or_insert(named.from);
        }
    }
    if known.is_empty() {
        return;
    }
    let mut covered = vec![false; text.tokens.len()];
    for at in found.iter().flat_map(|named| named.from..named.to) {
        covered.iter_mut().skip(at).take(1).for_each(|slot| *slot = true);
    }
    for named in found.iter_mut() {
        let single = named.to == named.from + 1 && matches!(&named.what, What::Place(_));
        let place = matches!(text.word(named.from.wrapping_sub(1)), "in" | "near" | "at");
        if single
            && !place
            && known.contains_key(text.word(named.from))
            && !text.has(named.to, crate::lexicon::PLACE_HEAD)
        {
            (named.what, named.rule) = (What::Person, "surname");
        }
    }
    for at in 0..text.tokens.len() {
        let free = text.capital(at)
            && !covered.get(at).copied().unwrap_or(false)
            && !taken.get(at).copied().unwrap_or(false);
        if free && known.contains_key(text.word(at)) {
            found.push(Named { from: at, to: at + 1, what: What::Person, rule: "surname" });
        }
    }
    found.sort_by_key(|named| named.from);
}

/// "Rapid Support Forces (RSF)": here the short name is that body's, whatever else it may stand for.
fn acronyms(text: &Text, found: &mut [Named]) {
    let mut told: HashMap<&str, What> = HashMap::new();
    for named in found.iter().filter(|named| matches!(named.what, What::Actor(_) | What::Organization)) {
        if text.word(named.to) == "(" && text.word(named.to + 2) == ")" {
            let short = text.written(named.to + 1);
            if short.len() > 1 && initials(text, named) == text.word(named.to + 1) {
                told.entry(short).or_insert_with(|| named.what.clone());
            }
        }
    }
    for named in found.iter_mut().filter(|named| named.to == named.from + 1) {
        if let Some(what) = told.get(text.written(named.from)) {
            (named.what, named.rule) = (what.clone(), "acronym");
        }
    }
}

/// "the Government of Iraq", "Children's Hospital of Pittsburgh": the place in an organization's name is named, too.
fn nested(finder: &Finder, found: &mut Vec<Named>) {
    let text = finder.text;
    let mut inner = Vec::new();
    for named in found.iter().filter(|named| named.what == What::Organization && named.rule == "head-word") {
        let mut at = named.from;
        while at < named.to {
            let led = at > named.from && matches!(text.word(at - 1), "of" | "in" | "for" | "the");
            let place = (led || at == named.from)
                .then(|| finder.longest(at))
                .flatten()
                .filter(|(to, _)| *to <= named.to && *to - at < named.to - named.from);
            let Some((to, targets)) = place else {
                at += 1;
                continue;
            };
            let places: Vec<u32> = targets
                .filter_map(|target| if let Target::Place(at) = target { Some(at) } else { None })
                .collect();
            let sure = places.iter().filter_map(|at| finder.names.gazetteer.get(*at)).any(|place| {
                matches!(place.level, Level::Country | Level::Admin1 | Level::Region) || place.size >= 53
            });
            let edge = to == named.to || !led;
            if sure && edge && !text.has(at, COMMON | STOP) {
                inner.push(Named { from: at, to, what: What::Place(places), rule: "in-name" });
            }
            at = to;
        }
    }
    found.extend(inner);
    found.sort_by_key(|named| (named.from, std::cmp::Reverse(named.to)));
}

/// "the Astana agreements": the name of accords, not a place.
fn accord(text: &Text, named: &Named) -> bool {
    let town = matches!(&named.what, What::Place(_)) && named.to == named.from + 1;
    town && matches!(
        text.word(named.to),
        "agreements"
            | "agreement"
            | "accords"
            | "accord"
            | "process"
            | "treaty"
            | "protocol"
            | "declaration"
            | "communique"
            | "communiqué"
            | "format"
            | "convention"
    )
}

/// Countries of which the people are named.
fn peoples(found: &[Named], names: &Names) -> Vec<[u8; 2]> {
    let country = |named: &Named| match named.what {
        What::People(at) | What::Force(Some(at)) | What::Government(Some(at)) => {
            names.gazetteer.get(at).map(|place| place.country)
        }
        What::Actor(at) => {
            names.authority.actors.get(at as usize).map(|actor| actor.country).filter(|code| *code != *b"  ")
        }
        _ => None,
    };
    found.iter().filter_map(country).collect()
}

/// Adds the mentions of a name.
fn mention<'a>(
    text: &'a Text,
    named: &Named,
    first: &Named,
    located: Option<&Located>,
    (actors, places): &mut (Actors<'a>, Places<'a>),
    all: &mut Vec<Mention>,
) {
    let (Some(start), Some(end)) =
        (text.tokens.get(named.from), named.to.checked_sub(1).and_then(|at| text.tokens.get(at)))
    else {
        return;
    };
    let (start, end) = (start.start as usize, end.end as usize);
    let mut add = |value, why| all.push(Mention { start, end, value, why });
    if !matches!(named.what, What::Place(_)) {
        let why = Why { rule: named.rule, says: says(named.rule), ..Why::default() };
        return add(Value::Actor(actors.actor(&named.what, first)), why);
    }
    let (value, why) = places.place(named, located);
    if value.level == "country" && attributive(text, named) {
        let rule = "country-as-adjective";
        let says = "A country's short name before a noun is read as the state, not as the place.";
        add(Value::Actor(actors.state(&value)), Why { rule, says, ..Why::default() });
        if !instrument(text, named.to) {
            let says = "The country that a noun is said to be of; nothing is said to be there.";
            add(Value::Place(value), Why { rule, says, ..Why::default() });
        }
        return;
    }
    if named.rule == "in-name" {
        let says = "A place in the name of an organization; nothing is said to be there.";
        return add(Value::Place(value), Why { rule: "in-name", says, ..why });
    }
    if value.level == "country" && acts(text, named) {
        let says = "A country that acts or speaks is read as a state, too.";
        add(Value::Actor(actors.state(&value)), Why { rule: "country-acts", says, ..Why::default() });
    }
    add(Value::Place(value), why);
}

/// Whether a country is the subject of a verb.
fn acts(text: &Text, named: &Named) -> bool {
    let before = text.word(named.from.wrapping_sub(1));
    let led = matches!(
        before,
        "in" | "near"
            | "from"
            | "across"
            | "into"
            | "throughout"
            | "inside"
            | "to"
            | "at"
            | "around"
            | "outside"
    );
    !led && (text.has(named.to, SAY | AUXILIARY)
        || text.word(named.to) == "," && text.word(named.to + 1) == "which"
        || matches!(before, "by" | "with" | "between" | "against"))
}

/// "U.S. forces", "UK aid": initials before a noun.
fn attributive(text: &Text, named: &Named) -> bool {
    let initials = matches!(text.written(named.from), "US" | "U.S." | "UK" | "U.K." | "USA" | "UAE")
        && named.to == named.from + 1;
    let next = text
        .tokens
        .get(named.to)
        .filter(|token| token.kind == crate::text::Kind::Word && token.spaced && !token.broken);
    initials
        && next.is_some()
        && !text
            .has(named.to, SAY | AUXILIARY | STOP | crate::lexicon::PREPOSITION | crate::lexicon::CONJUNCTION)
        && !matches!(text.word(named.from.wrapping_sub(1)), "in" | "across" | "throughout" | "into")
}

/// Offices, forces and weapons: behind a country's name only the state is meant.
fn instrument(text: &Text, at: usize) -> bool {
    text.capital(at)
        || text.has(at, crate::lexicon::FORCE)
        || matches!(
            text.word(at),
            "ship"
                | "ships"
                | "strike"
                | "strikes"
                | "airstrike"
                | "airstrikes"
                | "service"
                | "aircraft"
                | "jets"
                | "jet"
                | "warplane"
                | "warplanes"
                | "warship"
                | "warships"
                | "drone"
                | "drones"
                | "missile"
                | "missiles"
                | "navy"
                | "army"
                | "military"
                | "policy"
                | "assistance"
                | "aid"
        )
}
