//! Persons: by a title, by a first name, by a surname that was named before, or by two capitals nothing else explains.

use super::find::{Finder, Named, What};
use crate::lexicon::{
    ARTICLE, COMMON, CONJUNCTION, FORCE, GIVEN, MILITARY_TITLE, MONTH, ORG_HEAD, PLACE_HEAD, PREPOSITION,
    ROLE, SAY, STOP, SURNAME, TITLE, WEEKDAY,
};
use crate::sentence::Sentence;
use crate::text::{Kind, Shape, Text};

/// Words that stand between a title and a name, or before a title.
const OFFICE: [&str; 34] = [
    "foreign",
    "prime",
    "vice",
    "deputy",
    "defense",
    "defence",
    "interior",
    "former",
    "chief",
    "army",
    "press",
    "executive",
    "first",
    "finance",
    "justice",
    "home",
    "armed",
    "air",
    "navy",
    "marine",
    "police",
    "state",
    "special",
    "assistant",
    "acting",
    "under",
    "development",
    "general",
    "crown",
    "supreme",
    "high",
    "attorney",
    "lt",
    "brig",
];

fn named(from: usize, to: usize, what: What, rule: &'static str) -> Option<Named> {
    Some(Named { from, to, what, rule })
}

/// Whether "Foreign" of "the Foreign Secretary" stands at a token.
pub(super) fn begins_office(text: &Text, at: usize) -> bool {
    !text.shouting
        && text.capital(at)
        && text.capital(at + 1)
        && text.has(at + 1, TITLE | ROLE)
        && OFFICE.contains(&text.word(at))
}

/// "President Bashar al-Assad", "Lt. Gen. Townsend", "the Foreign Secretary".
pub(super) fn titled(finder: &Finder, at: usize) -> Option<Named> {
    let text = finder.text;
    let mut name = at;
    let mut title = false;
    while name < at + 7 {
        let word = text.word(name);
        let office = (text.capital(name) || text.shouting) && OFFICE.contains(&word);
        if text.has(name, TITLE | MILITARY_TITLE | ROLE) && (text.capital(name) || text.shouting) {
            title = true;
        } else if !(office || word == "." && text.glued(name) && name > at || word == "-" && text.glued(name))
        {
            break;
        }
        name += 1;
    }
    if !title {
        return None;
    }
    let to = name_end(finder, name);
    if to > name {
        // "Foreign Secretary Boris Johnson": the office is a mention of its own, and the name follows.
        let office = (at..name).filter(|part| text.is(*part, Kind::Word)).count() > 1
            && text.has(name - 1, ROLE)
            && !text.has(at, MILITARY_TITLE);
        if office && !text.shouting && finder.text.capital(at) {
            return named(at, name, What::Office, "office");
        }
        let what = finder
            .longest(name)
            .filter(|(end, _)| *end == to)
            .and_then(|(_, targets)| finder.listed_person(targets));
        return named(at, to, what.unwrap_or(What::Person), "title");
    }
    // An office by itself: "the Foreign Secretary", not "Secretary" in a heading or "General Motors".
    let last = name.checked_sub(1).filter(|last| text.has(*last, ROLE))?;
    let article = at > 0 && text.has(at - 1, ARTICLE);
    let capital = text.tokens.get(last).is_some_and(|token| token.shape == Shape::Capital);
    (article && capital && !text.shouting && !finder.caps(name) && text.word(name) != "of")
        .then(|| named(at, name, What::Office, "office"))?
}

/// Where a name that begins at a token ends; the same token where none does.
fn name_end(finder: &Finder, at: usize) -> usize {
    let text = finder.text;
    let (mut to, mut words) = (at, 0);
    let shape = |at: usize| text.tokens.get(at).map(|token| token.shape);
    // "Henry Lazenby US-based": capitals only behind a name are no part of it.
    let acronym = |next: usize| {
        let shouted = shape(next) == Some(Shape::Upper)
            && shape(at) != Some(Shape::Upper)
            && text.written(next).len() > 1;
        next > at
            && !text.shouting
            && shouted
            && !matches!(text.written(next), "II" | "III" | "IV" | "JR" | "SR")
    };
    while words < 5 {
        let word = text.word(to);
        let initial = text.written(to).len() == 2 && text.written(to).ends_with('.');
        if initial && finder.caps(to) {
            to += 1;
            continue;
        }
        let fits = finder.caps(to)
            && !acronym(to)
            && !text.has(to, STOP | MONTH | WEEKDAY | PREPOSITION | CONJUNCTION)
            && (!text.has(to, SAY | ORG_HEAD) || text.has(to, SURNAME))
            && !(words > 0 && text.has(to, TITLE | ROLE) && text.word(to) != "king")
            && !(to > at
                && text.tokens.get(to).is_some_and(|t| t.broken)
                && !text.shouting
                && text.word(to - 1) != "-");
        if fits {
            to += 1;
            words += 1;
            continue;
        }
        let hyphen = word == "-" && text.glued(to) && text.glued(to + 1) && finder.caps(to + 1);
        if hyphen && words > 0 {
            to += 1;
            continue;
        }
        let skip = if text.word(to + 1) == "-" && text.glued(to + 1) { to + 2 } else { to + 1 };
        let particle = matches!(
            word,
            "al" | "el"
                | "de"
                | "del"
                | "la"
                | "bin"
                | "ibn"
                | "bint"
                | "abu"
                | "van"
                | "von"
                | "der"
                | "den"
                | "da"
                | "dos"
                | "di"
                | "ash"
                | "ad"
                | "as"
                | "an"
                | "ar"
                | "at"
                | "az"
                | "y"
        );
        if particle
            && (words > 0 || skip == to + 2)
            && (finder.caps(skip) || matches!(text.word(skip), "la" | "los" | "las" | "der"))
            && (!text.shouting || !matches!(word, "at" | "as" | "an"))
            && !(word == "at" && skip == to + 1)
            && !(matches!(word, "as" | "an") && skip == to + 1)
        {
            to = skip;
            continue;
        }
        break;
    }
    to
}

/// "Umit Bektas", "Tobias Ellwood": a first name with what follows.
pub(super) fn full(finder: &Finder, at: usize) -> Option<Named> {
    let text = finder.text;
    let lower_title = at > 0 && text.has(at - 1, TITLE | MILITARY_TITLE | ROLE) && !text.capital(at - 1);
    let initial = |at: usize| text.written(at).len() == 2 && text.written(at).ends_with('.');
    let given = text.has(at, GIVEN) && !text.has(at, STOP | MONTH);
    let led = lower_title && !text.has(at, COMMON | STOP | ORG_HEAD);
    if !given && !led {
        return None;
    }
    let to = name_end(finder, at);
    if to <= at + 1 {
        return None;
    }
    // "Jordan Valley", "Santa Ana", "Florida State": the second word tells.
    let second = text.has(to - 1, PLACE_HEAD | ORG_HEAD | FORCE)
        && (text.has(to - 1, COMMON) || !text.has(to - 1, SURNAME));
    let place = finder.longest(at).is_some_and(|(end, _)| end >= to);
    let common =
        (at + 1..to).all(|part| text.has(part, COMMON) && !text.has(part, SURNAME | GIVEN) || initial(part));
    let sure = (at + 1..to).any(|part| text.has(part, SURNAME) || !text.has(part, COMMON) && !initial(part));
    (!second && !place && !common && sure)
        .then(|| named(at, to, What::Person, if led { "title" } else { "first-name" }))?
}

/// "Ellwood": a surname after the full name.
pub(super) fn surname(finder: &Finder, at: usize) -> Option<Named> {
    let text = finder.text;
    let end =
        if text.word(at + 1) == "-" && text.glued(at + 1) && finder.caps(at + 2) { at + 3 } else { at + 1 };
    let known = finder.surnames.contains(text.word(end - 1));
    (known && !finder.caps(end) && !text.has(end - 1, STOP))
        .then(|| named(at, end, What::Person, "surname"))?
}

/// Two or three capitals that nothing explains, before a verb of saying, a comma or a bracket.
pub(super) fn unknown(finder: &Finder, at: usize, sentence: Sentence) -> Option<Named> {
    let text = finder.text;
    if text.shouting {
        return None;
    }
    let to = name_end(finder, at).min(sentence.to);
    let words = (at..to).filter(|part| text.is(*part, Kind::Word)).count();
    let fits = (at..to).all(|part| {
        !text.is(part, Kind::Word)
            || !text.has(part, COMMON | STOP | TITLE | ROLE | ORG_HEAD | PLACE_HEAD)
                && text.tokens.get(part).is_some_and(|t| t.shape != Shape::Upper)
            || text.has(part, SURNAME)
    });
    let proper = (at..to).any(|part| !text.has(part, COMMON));
    let said = text.has(to, SAY)
        || text.word(to) == "," && (text.has(to + 1, SAY | ROLE | TITLE | ARTICLE))
        || text.has(at.wrapping_sub(1), SAY | ROLE);
    if words == 1 {
        let first = at == sentence.from && text.has(at, COMMON);
        let saying = text.has(to, SAY)
            && !matches!(text.word(to), "calls" | "call" | "report" | "reports" | "claims" | "demands");
        return (saying
            && fits
            && !first
            && text.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital)
            && text.has(at, SURNAME))
        .then(|| named(at, to, What::Person, "speaks"))?;
    }
    let two = (2..=4).contains(&words) && fits && proper;
    (two && (said || !text.has(at, COMMON))).then(|| named(at, to, What::Person, "capitals"))?
}
