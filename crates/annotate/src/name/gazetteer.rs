//! The gazetteer: countries, divisions and towns of GeoNames, and regions by hand.

use super::index::{NameIndex, Target};
use crate::lexicon::unpacked;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// A state, or what passes for one.
    Country,
    /// A continent or another region.
    Region,
    /// A first-order division.
    Admin1,
    /// A second-order division.
    Admin2,
    /// A town or village.
    Town,
    /// A river, a sea, a mountain, a site.
    Nature,
}

impl Level {
    /// The word that the JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Admin1 => "admin1",
            Self::Admin2 => "admin2",
            Self::Town => "town",
            Self::Nature => "other",
        }
    }
}

/// No division.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// A place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Its name.
    pub name: &'static str,
    /// Degrees north.
    pub latitude: f32,
    /// Degrees east.
    pub longitude: f32,
    /// ISO 3166 alpha-2, or blanks.
    pub country: [u8; 2],
    /// Its first-order division, an index into the places; or [`NOWHERE`].
    pub division: u32,
    /// What it is.
    pub level: Level,
    /// Ten times the logarithm of the population.
    pub size: u8,
}

impl Place {
    /// The country's code, or nothing.
    pub fn country_code(&self) -> Option<&str> {
        std::str::from_utf8(&self.country).ok().filter(|code| !code.trim().is_empty())
    }
}

/// The places.
#[derive(Default)]
pub(crate) struct Gazetteer {
    /// All of them; countries first.
    pub places: Vec<Place>,
    countries: HashMap<[u8; 2], u32>,
    /// Countries with the names of their capitals.
    pub capitals: Vec<(u32, &'static str)>,
}

/// The unpacked file; places keep stretches of it.
fn text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| unpacked(include_bytes!("../../data/places.txt.gz")))
}

impl Gazetteer {
    /// Loads the built-in files and puts their names into the table.
    pub fn load(index: &mut NameIndex) -> Self {
        let mut found = Self { places: Vec::with_capacity(290_000), ..Self::default() };
        found.geonames(index);
        for line in include_str!("../../data/regions.txt").lines() {
            found.region(line, index);
        }
        found
    }

    /// The country with a code.
    pub fn country(&self, code: [u8; 2]) -> Option<u32> {
        self.countries.get(&code).copied()
    }

    /// Whether a town bears the name of its country's capital.
    pub fn is_capital(&self, place: &Place) -> bool {
        let country = self.country(place.country);
        self.capitals.iter().any(|(at, name)| Some(*at) == country && *name == place.name)
    }

    /// A place by its index.
    pub fn get(&self, at: u32) -> Option<&Place> {
        self.places.get(at as usize)
    }

    fn geonames(&mut self, index: &mut NameIndex) {
        let mut divisions: HashMap<&str, u32> = HashMap::new();
        let mut division = (*b"  ", NOWHERE);
        for line in text().lines() {
            let mut fields = line.split('\t');
            let first = fields.next().unwrap_or("");
            match first {
                "C" => self.one_country(fields, index),
                "1" | "2" => {
                    let code = fields.next().unwrap_or("");
                    let level = if first == "1" { Level::Admin1 } else { Level::Admin2 };
                    let parent = code.rsplit_once('.').and_then(|(above, _)| divisions.get(above)).copied();
                    let name = fields.next().unwrap_or("");
                    let at = self.add(name, &mut fields, country_of(code), parent.unwrap_or(NOWHERE), level);
                    if level == Level::Admin1 {
                        divisions.insert(code, at);
                    }
                    index.add(name, Target::Place(at));
                    for other in fields.next().unwrap_or("").split(';').filter(|other| !other.is_empty()) {
                        index.add(other, Target::Place(at));
                    }
                }
                "@" => {
                    let code = fields.next().unwrap_or("");
                    division = (country_of(code), divisions.get(code).copied().unwrap_or(NOWHERE));
                }
                name => self.town(name, fields, division, index),
            }
        }
        for line in include_str!("../../data/divisions.txt").lines() {
            let Some((code, names)) = line.split_once('|') else { continue };
            let country = || self.countries.get(&country_of(code)).filter(|_| code.len() == 2);
            if let Some(at) = divisions.get(code).or_else(country) {
                names.split(';').for_each(|name| index.add(name, Target::Place(*at)));
            }
        }
    }

    fn one_country(&mut self, mut fields: impl Iterator<Item = &'static str>, index: &mut NameIndex) {
        let code = country_of(fields.next().unwrap_or(""));
        let name = fields.next().unwrap_or("");
        let at = self.add(name, &mut fields, code, NOWHERE, Level::Country);
        let population: f64 = fields.next().and_then(|text| text.parse().ok()).unwrap_or(0.0);
        if let Some(place) = self.places.get_mut(at as usize) {
            place.size = ((population + 1.0).log10() * 10.0) as u8;
        }
        self.countries.insert(code, at);
        self.capitals.push((at, fields.next().unwrap_or("")));
        index.add(name, Target::Place(at));
        for name in fields.next().unwrap_or("").split(';') {
            index.add(name, Target::Place(at));
        }
        for people in fields.next().unwrap_or("").split(';') {
            index.add(people, Target::People(at));
        }
    }

    fn town(
        &mut self,
        name: &'static str,
        mut fields: impl Iterator<Item = &'static str>,
        (country, division): ([u8; 2], u32),
        index: &mut NameIndex,
    ) {
        let at = self.add(name, &mut fields, country, division, Level::Town);
        let size = fields.next().and_then(|text| text.parse().ok()).unwrap_or(0);
        if let Some(place) = self.places.get_mut(at as usize) {
            place.size = size;
        }
        index.add(name, Target::Place(at));
        for other in fields.next().unwrap_or("").split(';').filter(|other| !other.is_empty()) {
            index.add(other, Target::Place(at));
        }
    }

    /// Adds a place whose latitude and longitude come next in the fields.
    fn add<'a>(
        &mut self,
        name: &'static str,
        fields: &mut impl Iterator<Item = &'a str>,
        country: [u8; 2],
        division: u32,
        level: Level,
    ) -> u32 {
        let mut degrees = || fields.next().and_then(|text| text.parse().ok()).unwrap_or(0.0);
        let (latitude, longitude) = (degrees(), degrees());
        self.places.push(Place { name, latitude, longitude, country, division, level, size: 0 });
        self.places.len() as u32 - 1
    }

    fn region(&mut self, line: &'static str, index: &mut NameIndex) {
        let mut fields = line.split('|');
        let names = fields.next().unwrap_or("");
        if names.starts_with('#') || names.is_empty() {
            return;
        }
        let first = names.split(';').next().unwrap_or("");
        let at = self.add(first, &mut fields, *b"  ", NOWHERE, Level::Region);
        let level = match fields.next().unwrap_or("") {
            "country" => Level::Country,
            "town" => Level::Town,
            "continent" | "region" => Level::Region,
            _ => Level::Nature,
        };
        let country = country_of(fields.next().unwrap_or(""));
        if let Some(place) = self.places.get_mut(at as usize) {
            place.level = level;
            place.size = if level == Level::Country { 75 } else { 65 };
            place.country = country;
        }
        for name in names.split(';') {
            index.add(name, Target::Place(at));
        }
    }
}

/// The two letters that a code begins with.
pub(crate) fn country_of(code: &str) -> [u8; 2] {
    code.as_bytes().get(..2).and_then(|two| two.try_into().ok()).unwrap_or(*b"  ")
}
