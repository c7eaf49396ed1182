//! The authority file: states, governments, forces, groups, bodies, media and leaders.
//!
//! `data/actors.txt` is written by hand; states and leaders come from the Factbook.

use super::gazetteer::country_of;
use super::index::{NameIndex, Target};
use crate::lexicon::unpacked;
use std::sync::Arc;

/// An actor of the authority file.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    /// Stable id.
    pub id: String,
    /// person, organisation, state, government, force, group, media or nationality.
    pub kind: &'static str,
    /// The name shown.
    pub name: String,
    /// Its country, or blanks.
    pub country: [u8; 2],
    /// Id of what it is part of, or empty.
    pub parent: String,
    /// Its other names.
    pub names: Arc<[String]>,
}

/// The actors.
pub(crate) struct Authority {
    /// All of them.
    pub actors: Vec<Actor>,
}

const KINDS: [&str; 8] =
    ["person", "organisation", "state", "government", "force", "group", "media", "nationality"];

impl Authority {
    /// Loads the built-in files and puts their names into the table.
    pub fn load(index: &mut NameIndex) -> Self {
        let mut found = Self { actors: Vec::new() };
        found.leaders(index);
        for line in include_str!("../../data/actors.txt").lines().filter(|line| !line.starts_with('#')) {
            found.listed(line, index);
        }
        for (people, names) in PEOPLES {
            let at = found.add(Actor {
                id: (*people).to_owned(),
                kind: "nationality",
                name: title(people),
                country: *b"  ",
                parent: String::new(),
                names: Arc::default(),
            });
            names.split(';').for_each(|name| index.add(name, Target::Actor(at)));
        }
        found
    }

    fn add(&mut self, actor: Actor) -> u32 {
        self.actors.push(actor);
        self.actors.len() as u32 - 1
    }

    fn listed(&mut self, line: &str, index: &mut NameIndex) {
        let mut fields = line.split('|');
        let mut next = || fields.next().unwrap_or("");
        let (id, kind, names, country, _years, parent) = (next(), next(), next(), next(), next(), next());
        let Some(kind) = KINDS.iter().find(|known| **known == kind) else { return };
        let name = names.split(';').next().unwrap_or("").to_owned();
        let at = self.add(Actor {
            id: id.to_owned(),
            kind,
            name,
            country: country_of(country),
            parent: parent.to_owned(),
            names: names.split(';').skip(1).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        });
        names.split(';').for_each(|name| index.add(name, Target::Actor(at)));
    }

    fn leaders(&mut self, index: &mut NameIndex) {
        for line in unpacked(include_bytes!("../../data/leaders.txt.gz")).lines() {
            let mut fields = line.split('\t');
            let mut next = || fields.next().unwrap_or("");
            let (country, _since, _title, name) = (next(), next(), next(), next());
            let id = format!("p-{}", index::fold::fold(name).replace(' ', "-"));
            let parent = format!("{}-gov", country.to_lowercase());
            let at = self.add(Actor {
                id,
                kind: "person",
                name: name.to_owned(),
                country: country_of(country),
                parent,
                names: Arc::default(),
            });
            index.add(name, Target::Actor(at));
        }
    }
}

fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Peoples and faiths that are no nationality of a country; and nationalities that the Factbook writes otherwise.
const PEOPLES: &[(&str, &str)] = &[
    ("kurds", "Kurd;Kurds;Kurdish"),
    ("arabs", "Arab;Arabs"),
    ("palestinians", "Palestinian;Palestinians"),
    ("sunnis", "Sunni;Sunnis"),
    ("shia", "Shia;Shiite;Shiites;Shi'a;Shi'ite;Shi'ites;Shias"),
    ("alawites", "Alawite;Alawites"),
    ("druze", "Druze"),
    ("yazidis", "Yazidi;Yazidis;Yezidi;Yezidis"),
    ("turkmen", "Turkmen;Turcoman;Turkomans"),
    ("christians", "Christian;Christians"),
    ("muslims", "Muslim;Muslims;Moslem;Moslems"),
    ("jews", "Jew;Jews;Jewish"),
    ("hindus", "Hindu;Hindus"),
    ("europeans", "European;Europeans"),
    ("africans", "African;Africans"),
    ("asians", "Asian;Asians"),
    ("latin-americans", "Latin American;Latin Americans;Central American;Central Americans"),
    ("britons", "British;Briton;Britons"),
    ("english", "English;Englishman;Englishmen"),
    ("scots", "Scottish;Scot;Scots"),
    ("welsh", "Welsh"),
    ("irish", "Irish;Irishman;Irishmen"),
    ("americans", "American;Americans"),
    ("north-koreans", "North Korean;North Koreans"),
    ("south-koreans", "South Korean;South Koreans"),
    ("chechens", "Chechen;Chechens"),
    ("tatars", "Tatar;Tatars"),
    ("uyghurs", "Uyghur;Uyghurs;Uighur;Uighurs"),
    ("rohingya", "Rohingya;Rohingyas"),
    ("tamils", "Tamil;Tamils"),
    ("hutus", "Hutu;Hutus"),
    ("tutsis", "Tutsi;Tutsis"),
    ("pashtuns", "Pashtun;Pashtuns"),
    ("tajiks", "Tajik;Tajiks"),
    ("uzbeks", "Uzbek;Uzbeks"),
    ("hazaras", "Hazara;Hazaras"),
    ("serbs", "Serb;Serbs;Serbian;Serbians"),
    ("croats", "Croat;Croats;Croatian;Croatians"),
    ("bosniaks", "Bosniak;Bosniaks;Bosnian;Bosnians"),
    ("kosovars", "Kosovar;Kosovars"),
    ("soviets", "Soviet;Soviets"),
    ("salvadorans", "Salvadoran;Salvadorans;Salvadorian"),
    ("peruvians", "Peruvian;Peruvians"),
    ("dutch", "Dutch;Dutchman"),
    ("turks", "Turkish;Turk;Turks"),
    ("swiss", "Swiss"),
    ("filipinos", "Filipino;Filipinos;Philippine"),
    ("taiwanese", "Taiwanese"),
    ("tibetans", "Tibetan;Tibetans"),
    ("burmese", "Burmese"),
    ("congolese", "Congolese"),
    ("ivorians", "Ivorian;Ivorians"),
    ("catholics", "Catholic;Catholics"),
    ("protestants", "Protestant;Protestants"),
    ("islamists", "Islamist;Islamists"),
    ("westerners", "Westerner;Westerners"),
];
