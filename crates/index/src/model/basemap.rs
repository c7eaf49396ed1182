//! Outlines for the map, carried in the corpus so that the page asks nobody for tiles.

use super::Name;

/// A spot on the globe in hundred-thousandths of a degree (about one meter).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// Latitude, north positive.
    pub lat: i32,
    /// Longitude, east positive.
    pub lon: i32,
}

impl Point {
    /// Units in a degree.
    pub const SCALE: f64 = 100_000.0;

    /// From degrees; nothing outside the globe or for a number that is none.
    pub fn from_degrees(lat: f64, lon: f64) -> Option<Self> {
        let inside = lat.abs() <= 90.0 && lon.abs() <= 180.0;
        let units = |degrees: f64| (degrees * Self::SCALE).round() as i32;
        inside.then(|| Self { lat: units(lat), lon: units(lon) })
    }

    /// Latitude in degrees.
    pub fn lat_degrees(self) -> f64 {
        f64::from(self.lat) / Self::SCALE
    }

    /// Longitude in degrees.
    pub fn lon_degrees(self) -> f64 {
        f64::from(self.lon) / Self::SCALE
    }
}

/// Outlines and where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basemap {
    /// Countries and divisions.
    pub areas: Vec<Area>,
    /// Attribution and version of the outlines.
    pub attribution: String,
    /// Which borders are drawn where states disagree.
    pub policy: String,
}

/// The outline of a country or a division.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// ISO 3166 code, such as `SY` or `SY-ID`.
    pub id: String,
    /// Names in several languages.
    pub names: Vec<Name>,
    /// What it outlines.
    pub class: AreaClass,
    /// Closed rings; even-odd filling.
    pub rings: Vec<Ring>,
    /// Where its label goes.
    pub label: Option<Point>,
}

/// A closed line: the last point joins the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ring(pub Vec<Point>);

/// What an outline outlines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AreaClass {
    /// A country.
    #[default]
    Country,
    /// A first-order division.
    Division,
}
