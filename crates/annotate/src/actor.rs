//! What is known of an actor who is named: from the authority file, or from the words alone.

use crate::lexicon::WordHasher;
use crate::mention::{ActorValue, PlaceValue};
use crate::name::{Named, Names, Place, What};
use crate::text::Text;
use index::fold::fold;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

/// The actors that a text has named so far; one that is named again is shared.
pub(crate) struct Actors<'a> {
    text: &'a Text<'a>,
    names: &'a Names,
    known: HashMap<Key<'a>, Arc<ActorValue>, BuildHasherDefault<WordHasher>>,
    states: HashMap<String, Arc<ActorValue>, BuildHasherDefault<WordHasher>>,
}

/// What makes two mentions one actor: what is named, an index into a dictionary, the words, and whether by an office.
type Key<'a> = (u8, Option<u32>, &'a str, bool);

impl<'a> Actors<'a> {
    /// None yet.
    pub fn new(text: &'a Text<'a>, names: &'a Names) -> Self {
        Self { text, names, known: HashMap::default(), states: HashMap::default() }
    }

    /// The state that a country's name stands for.
    pub fn state(&mut self, place: &PlaceValue) -> Arc<ActorValue> {
        if let Some(known) = self.states.get(place.id.as_str()) {
            return Arc::clone(known);
        }
        let made = Arc::new(ActorValue {
            id: place.country.as_deref().unwrap_or("").to_lowercase(),
            name: place.name.clone(),
            kind: "state",
            country: place.country.clone(),
            parent: String::new(),
            listed: true,
            office: false,
            names: Arc::default(),
        });
        self.states.insert(place.id.clone(), Arc::clone(&made));
        made
    }

    /// The actor whom the words of `first`, the fullest form of the name, mean.
    pub fn actor(&mut self, what: &What, first: &Named) -> Arc<ActorValue> {
        let written = self.text.between(first.from, first.to);
        let (tag, at) = match what {
            // The words of a listed actor do not matter.
            What::Actor(at) => (0, Some(*at)),
            What::People(at) => (1, Some(*at)),
            What::Force(at) => (2, *at),
            What::Government(at) => (3, *at),
            What::Person | What::Office => (4, None),
            What::Organization | What::Place(_) => (5, None),
        };
        let office = matches!(first.rule, "title" | "office");
        let key = (tag, at, if tag == 0 { "" } else { written }, office && tag != 0);
        if let Some(known) = self.known.get(&key) {
            return Arc::clone(known);
        }
        let made = Arc::new(make(written, what, office, self.names));
        self.known.insert(key, Arc::clone(&made));
        made
    }
}

fn make(written: &str, what: &What, office: bool, names: &Names) -> ActorValue {
    let name = || written.split_whitespace().collect::<Vec<_>>().join(" ");
    let own = |kind: &'static str, prefix: &str| ActorValue {
        id: format!("{prefix}{}", fold(written).replace(' ', "-")),
        name: name(),
        kind,
        country: None,
        parent: String::new(),
        listed: false,
        office,
        names: Arc::default(),
    };
    let of = |country: Option<u32>, kind: &'static str, suffix: &str| {
        let place = country.and_then(|at| names.gazetteer.get(at));
        let code = place.and_then(Place::country_code).map(str::to_owned);
        let id = match &code {
            Some(code) => format!("{}-{suffix}", code.to_lowercase()),
            None => fold(written).replace(' ', "-"),
        };
        let parent = code.as_deref().map(str::to_lowercase).unwrap_or_default();
        ActorValue {
            id,
            name: name(),
            kind,
            country: code,
            parent,
            listed: true,
            office: false,
            names: Arc::default(),
        }
    };
    match what {
        What::Actor(at) => match names.authority.actors.get(*at as usize) {
            Some(actor) => ActorValue {
                id: actor.id.clone(),
                name: actor.name.clone(),
                kind: actor.kind,
                country: std::str::from_utf8(&actor.country)
                    .ok()
                    .filter(|code| !code.trim().is_empty())
                    .map(str::to_owned),
                parent: actor.parent.clone(),
                listed: true,
                office: false,
                names: actor.names.clone(),
            },
            None => own("organisation", "o-"),
        },
        What::People(country) => of(Some(*country), "nationality", "people"),
        What::Force(country) => of(*country, "force", "forces"),
        What::Government(country) => of(*country, "government", "gov"),
        What::Person | What::Office => own("person", "p-"),
        What::Organization | What::Place(_) => own("organisation", "o-"),
    }
}
