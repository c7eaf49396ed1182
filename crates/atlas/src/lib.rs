//! Outlines of countries and their first-order divisions, as lines that neighbors share.
//!
//! An [`Atlas`] holds every border line once. A division names the lines that go around it; a country is
//! what is left of its divisions' lines when those that two of them share are struck out. So a border is
//! simplified once for both sides, and a division's edge lies exactly on its country's.
//!
//! `cargo xtask basemap` makes the atlas from polygons ([`topology`]) and writes it ([`Atlas::to_bytes`]);
//! the compiler reads it back and cuts from it what a corpus needs. Everything here is pure.

#![forbid(unsafe_code)]

mod bytes;
mod clip;
mod label;
mod rings;
mod simplify;
pub mod topology;

pub use bytes::Damaged;
pub use clip::{Frame, clip};
pub use label::widest_spot;
pub use rings::{area, rings_of};
pub use simplify::simplify;

/// A spot on the globe, in [`Spot::UNITS`]ths of a degree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Longitude, east positive.
    pub lon: i32,
    /// Latitude, north positive.
    pub lat: i32,
}

impl Spot {
    /// Units in a degree (one is about 280 meters).
    pub const UNITS: i32 = 400;

    /// The spot nearest to these degrees.
    pub fn from_degrees(lon: f64, lat: f64) -> Self {
        let units = |degrees: f64| (degrees * f64::from(Self::UNITS)).round() as i32;
        Self { lon: units(lon), lat: units(lat) }
    }

    /// Whether it lies on the globe.
    pub fn is_on_globe(self) -> bool {
        self.lon.abs() <= 180 * Self::UNITS && self.lat.abs() <= 90 * Self::UNITS
    }
}

/// A border line from one meeting of borders to the next, or around an island.
pub type Line = Vec<Spot>;

/// All outlines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Atlas {
    /// Every border line, once.
    pub lines: Vec<Line>,
    /// Countries, sorted by code.
    pub countries: Vec<Country>,
    /// Divisions, sorted by code.
    pub divisions: Vec<Division>,
}

/// A country.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 code of two letters.
    pub code: String,
    /// Names.
    pub names: Names,
}

/// A first-order division of a country.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// ISO 3166-2 code, or Natural Earth's own (with `~`) where there is none.
    pub code: String,
    /// Names; empty where pieces of several names share the code.
    pub names: Names,
    /// Its country, a position in [`Atlas::countries`].
    pub country: u32,
    /// Where its label goes.
    pub label: Spot,
    /// The lines around it, positions in [`Atlas::lines`], in rising order.
    pub lines: Vec<u32>,
}

/// A name in the two languages of the page; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// English.
    pub en: String,
    /// Arabic.
    pub ar: String,
}

impl Atlas {
    /// The division of a code.
    pub fn division(&self, code: &str) -> Option<&Division> {
        let at = self.divisions.binary_search_by(|division| division.code.as_str().cmp(code)).ok()?;
        self.divisions.get(at)
    }

    /// The country of a code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        let at = self.countries.binary_search_by(|country| country.code.as_str().cmp(code)).ok()?;
        self.countries.get(at)
    }

    /// For each country the lines around it: those that an odd number of its divisions have.
    pub fn country_lines(&self) -> Vec<Vec<u32>> {
        let mut lines = vec![Vec::new(); self.countries.len()];
        for division in &self.divisions {
            if let Some(all) = lines.get_mut(division.country as usize) {
                all.extend(&division.lines);
            }
        }
        lines.into_iter().map(odd).collect()
    }
}

/// What occurs an odd number of times, once each, in rising order.
pub(crate) fn odd(mut lines: Vec<u32>) -> Vec<u32> {
    lines.sort_unstable();
    let runs = lines.chunk_by(|a, b| a == b);
    runs.filter(|run| run.len() % 2 == 1).filter_map(|run| run.first().copied()).collect()
}
