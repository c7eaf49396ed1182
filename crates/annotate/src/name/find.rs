//! Finding names: what begins at a word with a capital letter, and how far it goes.
//!
//! The rules are tried in order of how sure they are: a title before a name, an organization by its head word,
//! the longest listed name, a people with its forces, a first name with a surname, a place by its head word,
//! and last a run of capitals that nothing else explains.

use super::build::Names;
use super::gazetteer::Level;
use super::index::{Key, Target};
use super::{organization, person};
use crate::lexicon::{
    ABBREVIATION, ARTICLE, COMMON, COMPASS, FORCE, GIVEN, IN_PLACE, MILITARY_TITLE, MONTH, PARTICLE, PLACE_BEFORE, PLACE_END, PLACE_HEAD,
    PREPOSITION, ROLE, SAY, STOP, SURNAME, TITLE, WEEKDAY,
};
use crate::sentence::Sentence;
use crate::text::{Kind, Shape, Text};

/// A name in the text.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// What it names.
    pub what: What,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What a name names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    /// A place: all that bear the name, none where it is in no gazetteer.
    Place(Vec<u32>),
    /// A listed actor.
    Actor(u32),
    /// The people of a country of the gazetteer.
    People(u32),
    /// "Turkish soldiers": a force of a country of the gazetteer, where that is known.
    Force(Option<u32>),
    /// A government, "the Syrian regime", of a country.
    Government(Option<u32>),
    /// A person who is not listed.
    Person,
    /// An organization that is not listed.
    Organization,
    /// "the Foreign Secretary": a person by the office.
    Office,
}

/// Walks through a text.
pub(crate) struct Finder<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// The dictionaries.
    pub names: &'a Names,
    /// Tokens that belong to dates.
    pub taken: &'a [bool],
    /// Surnames of persons named in full anywhere in the text.
    pub surnames: std::collections::HashSet<String>,
}

impl Finder<'_> {
    /// The names of a sentence.
    pub fn sentence(&self, sentence: Sentence) -> Vec<Named> {
        let mut found = Vec::new();
        let mut at = sentence.from;
        while at < sentence.to {
            match self.at(at, sentence).filter(|named| named.to > at && named.to <= sentence.to) {
                Some(named) => {
                    at = named.to;
                    found.push(named);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether a token may be part of a name.
    pub fn caps(&self, at: usize) -> bool {
        self.text.capital(at) && !self.taken.get(at).copied().unwrap_or(false) && !(self.text.written(at).len() == 1 && self.text.word(at) != "i" && !self.text.shouting && false)
    }

    fn named(&self, from: usize, to: usize, what: What, rule: &'static str) -> Option<Named> {
        Some(Named { from, to, what, rule })
    }

    fn at(&self, at: usize, sentence: Sentence) -> Option<Named> {
        let text = self.text;
        if !text.is(at, Kind::Word) || self.taken.get(at).copied().unwrap_or(false) {
            return None;
        }
        let prefix = matches!(text.word(at), "al" | "el" | "ad" | "as" | "an" | "ar" | "at" | "az") && text.word(at + 1) == "-" && text.glued(at + 1) && self.caps(at + 2);
        let titled = text.has(at, TITLE | MILITARY_TITLE | ROLE) && (text.shouting || text.capital(at));
        if !self.caps(at) && !prefix && !(text.shouting && (titled || !text.has(at, PREPOSITION | ARTICLE))) {
            return None;
        }
        if titled && let Some(found) = person::titled(self, at) {
            return Some(found);
        }
        let listed = self.longest(at).filter(|(to, _)| *to > at + 1 || !text.has(at, COMPASS));
        let reach = listed.as_ref().map_or(at, |(to, _)| *to);
        if let Some(found) = organization::by_head(self, at, sentence.to).filter(|found| found.to > reach) {
            return Some(found);
        }
        if let Some((to, targets)) = &listed {
            if *to == at + 1 && let Some(found) = person::full(self, at).filter(|_| !self.country(targets) || !text.has(at + 1, COMMON)) {
                return Some(found);
            }
            if let Some(found) = self.listed(at, *to, targets, sentence) {
                return Some(found);
            }
        }
        if !self.caps(at) && !prefix {
            return None;
        }
        person::full(self, at)
            .or_else(|| self.place_by_head(at))
            .or_else(|| organization::acronym(self, at))
            .or_else(|| person::surname(self, at))
            .or_else(|| self.unlisted_place(at, sentence))
            .or_else(|| person::unknown(self, at, sentence))
    }

    /// The listed person among some targets.
    pub fn listed_person(&self, targets: &[Target]) -> Option<What> {
        targets.iter().find_map(|target| match target {
            Target::Actor(at) if self.names.authority.actors.get(*at as usize).is_some_and(|actor| actor.kind == "person") => Some(What::Actor(*at)),
            _ => None,
        })
    }

    fn country(&self, targets: &[Target]) -> bool {
        targets.iter().any(|target| matches!(target, Target::Place(at) if self.names.gazetteer.get(*at).is_some_and(|p| p.level == Level::Country)))
    }

    /// The longest listed name that begins at a token.
    pub fn longest(&self, at: usize) -> Option<(usize, Vec<Target>)> {
        let text = self.text;
        let mut key = Key::EMPTY;
        let mut best = None;
        let mut next = at;
        while next < text.tokens.len() && next < at + 14 {
            let word = text.word(next);
            if text.is(next, Kind::Mark) {
                // Hyphens and the dots of abbreviations are no part of the key.
                let dot = word == "." && text.glued(next) && text.has(next - 1, ABBREVIATION | PLACE_BEFORE | PLACE_HEAD) || word == "." && text.word(next - 1) == "st";
                let comma = word == "," && text.glued(next) && matches!(text.word(next + 1), "d.c." | "dc" | "carajo");
                if next > at && (matches!(word, "-" | "–" | "’" | "‘" | "'" | "/") && text.glued(next) && text.glued(next + 1) || dot || comma) {
                    next += 1;
                    continue;
                }
                break;
            }
            let possessive = matches!(word, "'s" | "’s");
            let small = !text.capital(next) && !text.is(next, Kind::Number);
            let fits = !small || text.shouting || text.has(next, PARTICLE | PREPOSITION | ARTICLE) || possessive || next > at;
            if !fits || (next > at && text.tokens.get(next).is_some_and(|t| t.broken) && !text.shouting && text.word(next - 1) != "-" && self.breaks(next)) {
                break;
            }
            key = if possessive { key.glued("s") } else { key.with_word(text.written(next)) };
            let Some((more, targets)) = self.names.index.get(key) else { break };
            let ends = text.capital(next) || text.is(next, Kind::Number) || text.shouting || next > at && small && self.force_name(targets);
            if ends {
                let targets: Vec<Target> = targets.collect();
                if !targets.is_empty() {
                    best = Some((next + 1, targets));
                }
            }
            if !more {
                break;
            }
            next += 1;
        }
        best
    }

    /// Whether a line break before a token ends names (lines that are not just wrapped).
    fn breaks(&self, at: usize) -> bool {
        let (Some(before), Some(token)) = (self.text.tokens.get(at - 1), self.text.tokens.get(at)) else { return true };
        let gap = self.text.raw.get(before.end as usize..token.start as usize).unwrap_or("");
        gap.matches('\n').count() > 1
    }

    /// Listed names may end in a small letter: "Syrian army", "Assad regime".
    fn force_name(&self, mut targets: impl Iterator<Item = Target>) -> bool {
        targets.any(|target| matches!(target, Target::Actor(at) if self.names.authority.actors.get(at as usize).is_some_and(|a| a.name.contains(' ') || a.kind != "person")))
    }

    /// A listed name, where the words around it allow it.
    fn listed(&self, at: usize, to: usize, targets: &[Target], sentence: Sentence) -> Option<Named> {
        let text = self.text;
        let single = to == at + 1;
        let word = text.word(at);
        let actor = targets.iter().find_map(|target| if let Target::Actor(at) = target { Some(*at) } else { None });
        let people = targets.iter().find_map(|target| if let Target::People(at) = target { Some(*at) } else { None });
        let places: Vec<u32> = targets.iter().filter_map(|target| if let Target::Place(at) = target { Some(*at) } else { None }).collect();
        let street = single && self.caps(to) && text.has(to, PLACE_END);
        if let Some(actor) = actor.filter(|_| !street) {
            let common = single && text.has(at, COMMON | STOP);
            let upper = text.tokens.get(at).is_some_and(|token| token.shape == Shape::Upper);
            let listed = self.names.authority.actors.get(actor as usize);
            let nation = listed.is_some_and(|a| a.kind == "nationality");
            let acronym = single && listed.is_some_and(|a| a.kind != "person" && !nation) && word.len() <= 5;
            let written = !acronym || upper || word.len() > 4;
            // A town that bears a leader's surname stays a town where the words say "in".
            let town = !places.is_empty() && single && listed.is_some_and(|a| a.kind == "person") && self.led_to_place(at);
            if !(common && (text.shouting || !upper)) && written && !town {
                if nation {
                    return self.people(at, to, What::Actor(actor), None);
                }
                let what = What::Actor(actor);
                return self.named(at, self.with_noun(to), what, "authority");
            }
        }
        if (actor.is_some() || people.is_some())
            && single
            && let Some(found) = self.place_by_head(at)
        {
            return Some(found);
        }
        if let Some(people) = people.filter(|_| !places.iter().any(|at| self.names.gazetteer.get(*at).is_some_and(|p| p.level == Level::Country))) {
            return self.people(at, to, What::People(people), Some(people));
        }
        if places.is_empty() || !self.is_place(at, to, &places, sentence) {
            return None;
        }
        let to = self.with_head(to);
        self.named(at, to, What::Place(places), "gazetteer")
    }

    /// "ISIL terrorists", "Coalition forces": a noun of fighters behind a group.
    fn with_noun(&self, to: usize) -> usize {
        let text = self.text;
        let mut end = to;
        while end < to + 2 && text.has(end, FORCE) && !text.shouting && !matches!(text.word(end), "officials" | "officers" | "officer" | "authorities") {
            end += 1;
        }
        end
    }

    /// "Turkish", "Turkish soldiers", "the Syrian regime".
    fn people(&self, at: usize, to: usize, what: What, country: Option<u32>) -> Option<Named> {
        let text = self.text;
        let mut end = to;
        while matches!(text.word(end), "armed" | "security" | "ground" | "special" | "state" | "air" | "air-force" | "government" | "regime" | "naval" | "military" | "defense" | "defence" | "federal" | "interim" | "transitional" | "border" | "national")
            && (text.has(end + 1, FORCE) || matches!(text.word(end + 1), "forces" | "force" | "guard" | "guards"))
        {
            end += 1;
        }
        if text.has(end, FORCE) && !text.has(to, SAY) {
            let government = matches!(text.word(end), "government" | "regime" | "authorities" | "officials" | "officer" | "officers");
            let what = if government { What::Government(country) } else { What::Force(country) };
            return self.named(at, end + 1, what, "people-and-force");
        }
        self.named(at, to, what, "people")
    }

    /// Whether the words before a name speak of a place.
    pub fn led_to_place(&self, at: usize) -> bool {
        let text = self.text;
        let Some(mut before) = at.checked_sub(1) else { return false };
        while before > 0 && (text.has(before, COMPASS | ARTICLE) || matches!(text.word(before), "-" | "nearby" | "downtown" | "neighboring" | "neighbouring")) {
            before -= 1;
        }
        if text.has(before, IN_PLACE) {
            let of = text.word(before) == "of";
            return !of || before > 0 && text.has(before - 1, PLACE_HEAD | COMPASS) || text.word(before.wrapping_sub(1)) == "outskirts";
        }
        // "Raqqah and Mosul", "Homs, Hama": after another place; the caller's list decides.
        false
    }

    /// Whether a listed place is one here.
    fn is_place(&self, at: usize, to: usize, places: &[u32], sentence: Sentence) -> bool {
        let text = self.text;
        let big = |size: u8| places.iter().filter_map(|at| self.names.gazetteer.get(*at)).any(|p| matches!(p.level, Level::Country | Level::Region | Level::Nature) || p.size >= size || p.level == Level::Admin1 && !text.has(to - 1, COMMON));
        let known = |level: Level| places.iter().filter_map(|at| self.names.gazetteer.get(*at)).any(|p| p.level == level);
        let single = to == at + 1;
        let led = self.led_to_place(at);
        let after = text.word(to);
        let in_list = matches!(after, ",") && self.caps(to + 1) || at > 1 && matches!(text.word(at - 1), "," | "and") && self.caps(at - 2);
        let headed = text.has(to, PLACE_HEAD) && !text.has(to, SAY) || text.has(at.wrapping_sub(1), PLACE_HEAD | COMPASS | PLACE_BEFORE);
        if self.continues(to) && !known(Level::Country) && !(text.shouting && led) {
            // Part of a longer name that is none of ours: "London Bridge Capital".
            return headed && text.has(to, PLACE_END);
        }
        if single && text.has(at, COMMON | STOP) && !known(Level::Country) {
            let initial = at == sentence.from;
            return !text.shouting && !initial && led && text.written(at).len() > 3 && !text.has(at, STOP | MONTH | WEEKDAY);
        }
        if known(Level::Country) || known(Level::Region) || known(Level::Nature) {
            return true;
        }
        let person = single && text.has(at, GIVEN | SURNAME);
        if single && self.surnames.contains(text.word(at)) {
            return led && big(50);
        }
        // A name in another spelling than the gazetteer's own needs the words to say that it is a place.
        let folded = index::fold::fold(text.between(at, to));
        let own = places.iter().filter_map(|at| self.names.gazetteer.get(*at)).any(|p| index::fold::fold(p.name) == folded);
        if single && !own && !led && !headed {
            return in_list && big(45) || big(53);
        }
        match (single, person) {
            (true, true) => led && (big(45) || !text.has(at, GIVEN)) || headed || big(55) || in_list && big(45),
            (true, false) => led || headed || in_list || big(45),
            _ => led || headed || in_list || big(38) || known(Level::Admin2) || !text.has(at, GIVEN),
        }
    }

    /// Whether another word of a name follows at once.
    fn continues(&self, to: usize) -> bool {
        let text = self.text;
        self.caps(to) && !text.has(to, TITLE | MILITARY_TITLE | ROLE | MONTH | WEEKDAY | PLACE_HEAD) && !text.tokens.get(to).is_some_and(|t| t.broken) && !text.has(to, STOP) && self.longest(to).is_none()
    }

    /// "Idlib province", "Orange County": the head word with a capital is part of the name.
    fn with_head(&self, to: usize) -> usize {
        if self.caps(to) && self.text.has(to, PLACE_END) && !self.text.shouting { to + 1 } else { to }
    }

    /// "Lake Qattinah", "Camp Hurriya", "Tabqa Dam", "Royal Street": places by their head word.
    fn place_by_head(&self, at: usize) -> Option<Named> {
        let text = self.text;
        if text.shouting {
            return None;
        }
        let leading = text.has(at, PLACE_BEFORE) || matches!(text.word(at), "camp" | "mount" | "lake" | "cape" | "fort" | "port");
        if leading && self.caps(at + 1) && !text.has(at + 1, COMMON | STOP) {
            let to = self.run(at + 1, 3);
            return self.named(at, to, What::Place(Vec::new()), "place-head");
        }
        let run = self.run(at, 4);
        let head = (at + 1..run).rev().find(|head| text.has(*head, PLACE_END))?;
        let own = !text.has(at, STOP) && (at..head).any(|part| !text.has(part, COMPASS));
        own.then(|| self.named(at, head + 1, What::Place(Vec::new()), "place-head"))?
    }

    /// Where a run of capitals ends.
    pub fn run(&self, at: usize, limit: usize) -> usize {
        let text = self.text;
        let (mut to, mut words) = (at, 0);
        while words < limit {
            if self.caps(to) && !(to > at && text.tokens.get(to).is_some_and(|t| t.broken) && self.breaks(to)) {
                to += 1;
                words += 1;
            } else if to > at && matches!(text.word(to), "-") && text.glued(to) && self.caps(to + 1) && text.glued(to + 1) {
                to += 1;
            } else if to > at && text.has(to, PARTICLE) && matches!(text.word(to), "de" | "del" | "la" | "al" | "el" | "bin" | "ibn" | "van" | "der" | "von" | "da" | "dos" | "di" | "du" | "an" | "ad") && self.caps(if text.word(to + 1) == "-" { to + 2 } else { to + 1 }) && text.word(to - 1) != "," {
                to += if text.word(to + 1) == "-" { 2 } else { 1 };
            } else {
                break;
            }
        }
        to
    }

    /// A single unlisted name behind "in", "near" or "from".
    fn unlisted_place(&self, at: usize, sentence: Sentence) -> Option<Named> {
        let text = self.text;
        let led = at > sentence.from && self.led_to_place(at) && !matches!(text.word(at - 1), "of" | "to" | "from" | "at" | "the");
        let to = self.run(at, 3);
        let fits = led
            && (at..to).all(|part| !text.has(part, COMMON | STOP | TITLE | ROLE) || part == at && matches!(text.word(at), "al" | "ar" | "an" | "as" | "ad" | "at"))
            && text.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital || text.shouting)
            && (!text.has(at, GIVEN) || to > at + 1 && matches!(text.word(at), "al" | "ar" | "an" | "az" | "as" | "ad" | "at"))
            && (text.written(at).len() > 2 || to > at + 1);
        fits.then(|| self.named(at, to, What::Place(Vec::new()), "in-place"))?
    }
}
