//! Finding names: what begins at a word with a capital letter, and how far it goes.
//!
//! The rules are tried in order of how sure they are: a title before a name, an organization by its head word,
//! the longest listed name, a people with its forces, a first name with a surname, a place by its head word,
//! and last a run of capitals that nothing else explains.

use super::build::Names;
use super::gazetteer::Level;
use super::index::{Key, Target, Targets};
use super::{organization, person};
use crate::lexicon::{
    ABBREVIATION, ARTICLE, COMMON, COMPASS, GIVEN, MILITARY_TITLE, PARTICLE, PLACE_BEFORE, PLACE_END,
    PLACE_HEAD, PREPOSITION, ROLE, STOP, TITLE,
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
        self.text.capital(at) && !self.taken.get(at).copied().unwrap_or(false)
    }

    /// Whether a word is followed by an Arabic article and its noun, as in "Bab al-Hawa".
    fn article_follows(&self, at: usize) -> bool {
        let text = self.text;
        matches!(text.written(at + 1), "al" | "ad" | "as" | "an" | "ar" | "at" | "az")
            && text.word(at + 2) == "-"
            && text.glued(at + 2)
            && self.caps(at + 3)
    }

    pub(super) fn named(&self, from: usize, to: usize, what: What, rule: &'static str) -> Option<Named> {
        Some(Named { from, to, what, rule })
    }

    fn at(&self, at: usize, sentence: Sentence) -> Option<Named> {
        let text = self.text;
        if !text.is(at, Kind::Word) || self.taken.get(at).copied().unwrap_or(false) {
            return None;
        }
        let prefix = (text.begins(at, b'a') || text.begins(at, b'e'))
            && matches!(text.word(at), "al" | "el" | "ad" | "as" | "an" | "ar" | "at" | "az")
            && text.word(at + 1) == "-"
            && text.glued(at + 1)
            && self.caps(at + 2);
        let titled = text.has(at, TITLE | MILITARY_TITLE | ROLE) && (text.shouting || text.capital(at))
            || person::begins_office(text, at);
        if !self.caps(at) && !prefix && !(text.shouting && (titled || !text.has(at, PREPOSITION | ARTICLE))) {
            return None;
        }
        if titled && let Some(found) = person::titled(self, at) {
            return Some(found);
        }
        // "Al-Seriha" is not Alabama's, and "Bab al-Hawa" no Bab.
        let part = prefix || self.article_follows(at);
        let listed = self.longest(at).filter(|(to, _)| *to > at + 1 || !text.has(at, COMPASS) && !part);
        let reach = listed.as_ref().map_or(at, |(to, _)| *to);
        if let Some(found) = organization::by_head(self, at, sentence.to).filter(|found| found.to > reach) {
            return Some(found);
        }
        if let Some((to, targets)) = listed {
            if to == at + 1
                && let Some(found) =
                    person::full(self, at).filter(|_| !self.country(targets) || !text.has(at + 1, COMMON))
            {
                return Some(found);
            }
            if let Some(found) = self.listed(at, to, targets, sentence) {
                return Some(found);
            }
        }
        if !self.caps(at) && !prefix {
            return None;
        }
        // "the town of Mweso".
        if text.word(at.wrapping_sub(1)) == "of"
            && matches!(text.word(at.wrapping_sub(2)), "town" | "village" | "city" | "district" | "hamlet")
            && !text.has(at, COMMON | STOP | TITLE | ROLE)
        {
            return self.named(at, self.run(at, 3), What::Place(Vec::new()), "place-head");
        }
        person::full(self, at)
            .or_else(|| self.place_by_head(at))
            .or_else(|| organization::acronym(self, at))
            .or_else(|| person::surname(self, at))
            .or_else(|| self.unlisted_place(at, sentence))
            .or_else(|| person::unknown(self, at, sentence))
    }

    /// The listed person among some targets.
    pub fn listed_person(&self, mut targets: Targets) -> Option<What> {
        targets.find_map(|target| match target {
            Target::Actor(at)
                if self
                    .names
                    .authority
                    .actors
                    .get(at as usize)
                    .is_some_and(|actor| actor.kind == "person") =>
            {
                Some(What::Actor(at))
            }
            _ => None,
        })
    }

    pub(super) fn country(&self, mut targets: Targets) -> bool {
        targets.any(|target| matches!(target, Target::Place(at) if self.names.gazetteer.get(at).is_some_and(|p| p.level == Level::Country)))
    }

    /// The longest listed name that begins at a token.
    pub fn longest(&self, at: usize) -> Option<(usize, Targets<'_>)> {
        let text = self.text;
        let mut key = Key::EMPTY;
        let mut best = None;
        let mut next = at;
        while next < text.tokens.len() && next < at + 14 {
            let word = text.word(next);
            if text.is(next, Kind::Mark) {
                // Hyphens and the dots of abbreviations are no part of the key.
                let dot = word == "."
                    && text.glued(next)
                    && text.has(next - 1, ABBREVIATION | PLACE_BEFORE | PLACE_HEAD)
                    || word == "." && text.word(next - 1) == "st";
                let comma = word == ","
                    && text.glued(next)
                    && matches!(text.word(next + 1), "d.c." | "dc" | "carajo");
                if next > at
                    && (matches!(word, "-" | "–" | "’" | "‘" | "'" | "/")
                        && text.glued(next)
                        && text.glued(next + 1)
                        || dot
                        || comma)
                {
                    next += 1;
                    continue;
                }
                break;
            }
            let possessive = matches!(word, "'s" | "’s");
            let small = !text.capital(next) && !text.is(next, Kind::Number);
            let fits = !small
                || text.shouting
                || text.has(next, PARTICLE | PREPOSITION | ARTICLE)
                || possessive
                || next > at;
            if !fits
                || (next > at
                    && text.tokens.get(next).is_some_and(|t| t.broken)
                    && !text.shouting
                    && text.word(next - 1) != "-"
                    && self.breaks(next))
            {
                break;
            }
            key = if possessive { key.glued("s") } else { key.with_word(text.written(next)) };
            let Some((more, targets)) = self.names.index.get(key) else { break };
            let ends = text.capital(next)
                || text.is(next, Kind::Number)
                || text.shouting
                || next > at && small && self.force_name(targets);
            if ends && !targets.is_empty() {
                best = Some((next + 1, targets));
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
        let (Some(before), Some(token)) = (self.text.tokens.get(at - 1), self.text.tokens.get(at)) else {
            return true;
        };
        let gap = self.text.raw.get(before.end as usize..token.start as usize).unwrap_or("");
        gap.matches('\n').count() > 1
    }

    /// Listed names may end in a small letter: "Syrian army", "Assad regime".
    fn force_name(&self, mut targets: impl Iterator<Item = Target>) -> bool {
        targets.any(|target| matches!(target, Target::Actor(at) if self.names.authority.actors.get(at as usize).is_some_and(|a| a.name.contains(' ') || a.kind != "person")))
    }

    /// "Lake Qattinah", "Camp Hurriya", "Tabqa Dam", "Royal Street": places by their head word.
    pub(super) fn place_by_head(&self, at: usize) -> Option<Named> {
        let text = self.text;
        if text.shouting {
            return None;
        }
        let leading = text.has(at, PLACE_BEFORE)
            || matches!(text.word(at), "camp" | "mount" | "lake" | "cape" | "fort" | "port");
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
            if self.caps(to) && !(to > at && text.tokens.get(to).is_some_and(|t| t.broken) && self.breaks(to))
            {
                to += 1;
                words += 1;
            } else if to > at
                && matches!(text.word(to), "-")
                && text.glued(to)
                && self.caps(to + 1)
                && text.glued(to + 1)
            {
                to += 1;
            } else if to > at
                && text.has(to, PARTICLE)
                && matches!(
                    text.word(to),
                    "de" | "del"
                        | "la"
                        | "al"
                        | "el"
                        | "bin"
                        | "ibn"
                        | "van"
                        | "der"
                        | "von"
                        | "da"
                        | "dos"
                        | "di"
                        | "du"
                        | "an"
                        | "ad"
                )
                && self.caps(if text.word(to + 1) == "-" { to + 2 } else { to + 1 })
                && text.word(to - 1) != ","
            {
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
        let led = at > sentence.from
            && self.led_to_place(at)
            && !matches!(text.word(at - 1), "of" | "to" | "from" | "at" | "the");
        let to = self.run(at, 3);
        let fits = led
            && (at..to).all(|part| {
                !text.has(part, COMMON | STOP | TITLE | ROLE)
                    || part == at && matches!(text.word(at), "al" | "ar" | "an" | "as" | "ad" | "at")
            })
            && text.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital || text.shouting)
            && (!text.has(at, GIVEN)
                || to > at + 1 && matches!(text.word(at), "al" | "ar" | "an" | "az" | "as" | "ad" | "at"))
            && (text.written(at).len() > 2 || to > at + 1);
        fits.then(|| self.named(at, to, What::Place(Vec::new()), "in-place"))?
    }
}
