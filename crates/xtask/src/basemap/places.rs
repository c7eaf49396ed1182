//! Divisions as Natural Earth has them, read with care: features differ in the properties they have.

use std::path::Path;

use atlas::topology::Fine;
use atlas::{Country, Division, Names, Spot};
use serde_json::Value;

use crate::command::{Result, Stop};
use crate::paths;

/// Units of [`Fine`] in a degree.
pub(super) const MILLION: f64 = 1_000_000.0;

/// One feature: a division, or a piece of one.
pub(super) struct Piece {
    pub code: String,
    pub country: String,
    pub names: Names,
    pub label: Spot,
    pub rings: Vec<Vec<Fine>>,
}

/// Natural Earth draws Crimea as Russian; ISO 3166-2 lists it under Ukraine, and countries here follow ISO.
const BY_ISO: [(&str, &str); 2] = [("UA-43", "UA"), ("UA-40", "UA")];

/// Reads the features, sorted by code.
pub(super) fn read(file: &Path) -> Result<Vec<Piece>> {
    let json: Value = serde_json::from_slice(&paths::read(file)?)
        .map_err(|e| Stop::because(format!("cannot read {}", file.display()), e))?;
    let features = json.get("features").and_then(Value::as_array);
    let features = features.ok_or_else(|| Stop(format!("{} holds no features", file.display())))?;
    let mut pieces: Vec<Piece> = features.iter().filter_map(piece).collect();
    pieces.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(pieces)
}

fn piece(feature: &Value) -> Option<Piece> {
    let properties = feature.get("properties")?;
    let text = |key: &str| properties.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let degrees = |key: &str| properties.get(key).and_then(Value::as_f64);
    let code = text("iso_3166_2");
    let by_iso = BY_ISO.iter().find(|(division, _)| *division == code);
    let country = by_iso.map_or_else(|| text("iso_a2"), |(_, country)| (*country).to_owned());
    let english = Some(text("name_en")).filter(|name| !name.is_empty()).unwrap_or_else(|| text("name"));
    let label = Spot::from_degrees(degrees("longitude")?, degrees("latitude")?);
    let rings = rings(feature.get("geometry")?)?;
    let known = code.len() > 2 && country.len() == 2 && label.is_on_globe();
    known.then(|| Piece { code, country, names: Names { en: english, ar: text("name_ar") }, label, rings })
}

fn rings(geometry: &Value) -> Option<Vec<Vec<Fine>>> {
    let coordinates = geometry.get("coordinates")?.as_array()?;
    let polygons: Vec<&Value> = match geometry.get("type")?.as_str()? {
        "Polygon" => coordinates.iter().collect(),
        "MultiPolygon" => coordinates.iter().filter_map(Value::as_array).flatten().collect(),
        _ => return None,
    };
    Some(
        polygons
            .into_iter()
            .filter_map(Value::as_array)
            .map(|ring| ring.iter().filter_map(spot).collect())
            .collect(),
    )
}

fn spot(pair: &Value) -> Option<Fine> {
    let degrees = |at: usize| pair.get(at).and_then(Value::as_f64);
    let (lon, lat) = (degrees(0)?, degrees(1)?);
    let inside = lon.abs() <= 180.001 && lat.abs() <= 90.001;
    let fine = |degrees: f64, most: f64| (degrees.clamp(-most, most) * MILLION).round() as i32;
    inside.then(|| (fine(lon, 180.0), fine(lat, 90.0)))
}

impl Piece {
    /// Takes in another piece with the same code. Pieces of several names have none together.
    pub(super) fn join(&mut self, other: Self) {
        if self.names != other.names {
            self.names = Names::default();
        }
        if points(&other.rings) > points(&self.rings) {
            self.label = other.label;
        }
        self.rings.extend(other.rings);
    }

    /// The division, once its lines are known.
    pub(super) fn division(self, countries: &[Country], lines: Vec<u32>) -> Result<Division> {
        let country = countries.binary_search_by(|country| country.code.cmp(&self.country));
        let country = country.map_err(|_| Stop(format!("{} is of no known country", self.code)))? as u32;
        Ok(Division { code: self.code, names: self.names, country, label: self.label, lines })
    }
}

fn points(rings: &[Vec<Fine>]) -> usize {
    rings.iter().map(Vec::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_read_with_care() {
        let check = |feature: &str, expect: Option<(&str, &str, usize)>| {
            let feature: Value = serde_json::from_str(feature).unwrap_or_default();
            let got = piece(&feature);
            let got =
                got.as_ref().map(|piece| (piece.code.as_str(), piece.country.as_str(), piece.rings.len()));
            assert_eq!(got, expect);
        };
        let square = r#""geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#;
        let many =
            r#""geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1]]],[[[2,2],["x"]]]]}"#;
        let of = |code: &str, country: &str, geometry: &str| {
            format!(
                r#"{{"properties":{{"iso_3166_2":"{code}","iso_a2":"{country}","longitude":1,"latitude":2}},{geometry}}}"#
            )
        };
        check(&of("SY-ID", "SY", square), Some(("SY-ID", "SY", 1)));
        check(&of("SY-ID", "SY", many), Some(("SY-ID", "SY", 2)));
        check(&of("UA-43", "RU", square), Some(("UA-43", "UA", 1)));
        check(&of("", "SY", square), None);
        check(&of("SY-ID", "", square), None);
        check("{}", None);
        check(r#"{"properties":{"iso_3166_2":"SY-ID","iso_a2":"SY"}}"#, None);
    }
}
