//! Listed names: whether the words around one allow it, and what it names there.

use super::find::{Finder, Named, What};
use super::gazetteer::Level;
use super::index::{Target, Targets};
use super::place::same_name;
use crate::lexicon::{
    ARTICLE, COMMON, COMPASS, FORCE, GIVEN, IN_PLACE, MILITARY_TITLE, MONTH, PLACE_BEFORE, PLACE_END,
    PLACE_HEAD, ROLE, SAY, STOP, SURNAME, TITLE, WEEKDAY,
};
use crate::sentence::Sentence;
use crate::text::Shape;

impl Finder<'_> {
    /// A listed name, where the words around it allow it.
    pub(super) fn listed(&self, at: usize, to: usize, targets: Targets, sentence: Sentence) -> Option<Named> {
        let text = self.text;
        let single = to == at + 1;
        let word = text.word(at);
        let (mut actor, mut people, mut places) = (None, None, Vec::new());
        for target in targets {
            match target {
                Target::Actor(at) => actor = actor.or(Some(at)),
                Target::People(at) => people = people.or(Some(at)),
                Target::Place(at) => places.push(at),
            }
        }
        let street = single && self.caps(to) && text.has(to, PLACE_END);
        if let Some(actor) = actor.filter(|_| !street) {
            let common = single && text.has(at, COMMON | STOP);
            let upper = text.tokens.get(at).is_some_and(|token| token.shape == Shape::Upper);
            let listed = self.names.authority.actors.get(actor as usize);
            let nation = listed.is_some_and(|a| a.kind == "nationality");
            let acronym = single && listed.is_some_and(|a| a.kind != "person" && !nation) && word.len() <= 5;
            let numbered = word.bytes().any(|byte| byte.is_ascii_digit());
            let written = !acronym || upper || numbered || word.len() > 4;
            // A town that bears a leader's surname stays a town where the words say "in".
            let town = !places.is_empty()
                && single
                && listed.is_some_and(|a| a.kind == "person")
                && self.led_to_place(at);
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
        if let Some(people) = people.filter(|_| {
            !places.iter().any(|at| self.names.gazetteer.get(*at).is_some_and(|p| p.level == Level::Country))
        }) {
            return self.people(at, to, What::People(people), Some(people));
        }
        if places.is_empty() || !self.is_place(at, to, &places, sentence) {
            return None;
        }
        let to = self.with_head(to);
        self.named(at, to, What::Place(places), "gazetteer")
    }

    /// "ISIL terrorists", "Coalition forces": a noun of fighters behind a group.
    pub(super) fn with_noun(&self, to: usize) -> usize {
        let text = self.text;
        let mut end = to;
        while end < to + 2
            && text.has(end, FORCE)
            && !text.shouting
            && !matches!(text.word(end), "officials" | "officers" | "officer" | "authorities")
        {
            end += 1;
        }
        end
    }

    /// "Turkish", "Turkish soldiers", "the Syrian regime".
    pub(super) fn people(&self, at: usize, to: usize, what: What, country: Option<u32>) -> Option<Named> {
        let text = self.text;
        let mut end = to;
        while matches!(
            text.word(end),
            "armed"
                | "security"
                | "ground"
                | "special"
                | "state"
                | "air"
                | "air-force"
                | "government"
                | "regime"
                | "naval"
                | "military"
                | "defense"
                | "defence"
                | "federal"
                | "interim"
                | "transitional"
                | "border"
                | "national"
        ) && (text.has(end + 1, FORCE)
            || matches!(text.word(end + 1), "forces" | "force" | "guard" | "guards"))
        {
            end += 1;
        }
        if text.has(end, FORCE) && !text.has(to, SAY) {
            let government = matches!(
                text.word(end),
                "government" | "regime" | "authorities" | "officials" | "officer" | "officers"
            );
            let what = if government { What::Government(country) } else { What::Force(country) };
            return self.named(at, end + 1, what, "people-and-force");
        }
        self.named(at, to, what, "people")
    }

    /// Whether the words before a name speak of a place.
    pub fn led_to_place(&self, at: usize) -> bool {
        let text = self.text;
        let Some(mut before) = at.checked_sub(1) else { return false };
        while before > 0
            && (text.has(before, COMPASS | ARTICLE)
                || matches!(text.word(before), "-" | "nearby" | "downtown" | "neighboring" | "neighbouring"))
        {
            before -= 1;
        }
        if text.has(before, IN_PLACE) {
            let of = text.word(before) == "of";
            return !of
                || before > 0 && text.has(before - 1, PLACE_HEAD | COMPASS)
                || text.word(before.wrapping_sub(1)) == "outskirts";
        }
        // "Raqqah and Mosul", "Homs, Hama": after another place; the caller's list decides.
        false
    }

    /// Whether a listed place is one here.
    pub(super) fn is_place(&self, at: usize, to: usize, places: &[u32], sentence: Sentence) -> bool {
        let text = self.text;
        let big = |size: u8| {
            places.iter().filter_map(|at| self.names.gazetteer.get(*at)).any(|p| {
                matches!(p.level, Level::Country | Level::Region | Level::Nature)
                    || p.size >= size
                    || p.level == Level::Admin1 && !text.has(to - 1, COMMON)
            })
        };
        let known = |level: Level| {
            places.iter().filter_map(|at| self.names.gazetteer.get(*at)).any(|p| p.level == level)
        };
        let single = to == at + 1;
        if single && let Some(fits) = self.short_name(at, places) {
            return fits;
        }
        let led = self.led_to_place(at);
        let after = text.word(to);
        // "the West Nile virus", "the Marburg outbreak of the virus", "Lyme disease".
        if matches!(
            after,
            "virus"
                | "viruses"
                | "disease"
                | "fever"
                | "syndrome"
                | "ebolavirus"
                | "hemorrhagic"
                | "haemorrhagic"
        ) || after == "$" && text.glued(to)
        {
            return false;
        }
        let in_list = matches!(after, ",") && self.caps(to + 1)
            || at > 1 && matches!(text.word(at - 1), "," | "and") && self.caps(at - 2);
        let headed = text.has(to, PLACE_HEAD) && !text.has(to, SAY)
            || text.has(at.wrapping_sub(1), PLACE_HEAD | COMPASS | PLACE_BEFORE);
        let may_end =
            known(Level::Country) || known(Level::Region) && text.has(to, GIVEN) || text.shouting && led;
        if !may_end && self.continues(to) {
            // Part of a longer name that is none of ours: "London Bridge Capital".
            return headed && text.has(to, PLACE_END);
        }
        if single && text.has(at, COMMON | STOP) && !known(Level::Country) {
            let initial = at == sentence.from;
            return !text.shouting
                && !initial
                && led
                && text.written(at).len() > 3
                && !text.has(at, STOP | MONTH | WEEKDAY);
        }
        if known(Level::Country) || known(Level::Region) || known(Level::Nature) {
            return true;
        }
        let person = single && text.has(at, GIVEN | SURNAME);
        if single && self.surnames.contains(text.word(at)) {
            return led && big(50);
        }
        // A name in another spelling than the gazetteer's own needs the words to say that it is a place.
        let written = text.between(at, to);
        let own =
            places.iter().filter_map(|at| self.names.gazetteer.get(*at)).any(|p| same_name(p.name, written));
        if single && !own && !led && !headed {
            return in_list && big(45) || big(53);
        }
        match (single, person) {
            (true, true) => {
                led && (big(45) || !text.has(at, GIVEN)) || headed || big(55) || in_list && big(45)
            }
            (true, false) => led || headed || in_list || big(45),
            _ => led || headed || in_list || big(38) || known(Level::Admin2) || !text.has(at, GIVEN),
        }
    }

    /// Whether a short name of a division ("Calif.", "NY") stands where one can; nothing where it is no short name.
    fn short_name(&self, at: usize, places: &[u32]) -> Option<bool> {
        let text = self.text;
        let word = text.written(at);
        let mut all = places.iter().filter_map(|at| self.names.gazetteer.get(*at));
        let division = all.any(|place| place.level == Level::Admin1 && place.name.len() > word.len() + 1);
        let own = places
            .iter()
            .filter_map(|at| self.names.gazetteer.get(*at))
            .any(|place| same_name(place.name, word));
        let upper = text.tokens.get(at).is_some_and(|token| token.shape == Shape::Upper);
        if !division || own || word.len() > 6 || places.len() > 40 {
            return None;
        }
        let dotted = word.contains('.') || text.word(at + 1) == "." && text.glued(at + 1);
        let comma = matches!(text.word(at.wrapping_sub(1)), "," | "(");
        let alone = matches!(word, "NSW" | "D.C." | "N.Y." | "B.C." | "P.E.I.");
        (word.len() <= 5 || dotted).then_some(alone || comma && (dotted || upper && word.len() == 2))
    }

    /// Whether another word of a name follows at once.
    pub(super) fn continues(&self, to: usize) -> bool {
        let text = self.text;
        self.caps(to)
            && !text.has(to, TITLE | MILITARY_TITLE | ROLE | MONTH | WEEKDAY | PLACE_HEAD)
            && !text.tokens.get(to).is_some_and(|t| t.broken)
            && !text.has(to, STOP)
            && self.longest(to).is_none()
    }

    /// "Idlib province", "Orange County": the head word with a capital is part of the name.
    pub(super) fn with_head(&self, to: usize) -> usize {
        if self.caps(to) && self.text.has(to, PLACE_END) && !self.text.shouting { to + 1 } else { to }
    }
}
