//! First-order divisions of Natural Earth: a point in the middle of each, and its other names.
//!
//! GeoNames lists divisions without points, and the middle of their towns lies far off where all towns are on one
//! coast. Natural Earth's point is where a map writes the name. Provinces that GeoNames counts as second-order
//! (those of the Philippines, the counties of England) are found by name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use index::fold::fold;

use super::json;
use crate::command::Result;

/// What Natural Earth says of a division.
#[derive(Clone, Debug, Default)]
pub(super) struct Division {
    /// Degrees north and east.
    pub point: (f64, f64),
    /// Other names in Latin letters.
    pub names: BTreeSet<String>,
    /// Features that share the code.
    count: usize,
}

/// The divisions by GeoNames' code ("CA.08"), and by country and folded name ("GB cornwall").
#[derive(Default)]
pub(super) struct Divisions {
    coded: BTreeMap<String, Division>,
    named: BTreeMap<String, Division>,
}

/// Reads the package.
pub(super) fn read(package: &Path) -> Result<Divisions> {
    let mut found = Divisions::default();
    let all = json(&package.join("data/states/admin1.json"))?;
    for feature in all["features"].as_array().into_iter().flatten() {
        let properties = &feature["properties"];
        let text = |key: &str| properties[key].as_str().unwrap_or("").trim();
        let (Some(latitude), Some(longitude)) =
            (properties["latitude"].as_f64(), properties["longitude"].as_f64())
        else {
            continue;
        };
        let names: BTreeSet<String> = ["name", "name_en", "name_alt", "gn_name", "woe_name"]
            .iter()
            .flat_map(|key| text(key).split('|'))
            .map(|name| name.trim().to_owned())
            .filter(|name| latin(name))
            .collect();
        let own = Division { point: (latitude, longitude), names: names.clone(), count: 1 };
        for name in &names {
            let key = format!("{} {}", text("iso_a2"), fold(name));
            found.named.entry(key).or_insert_with(|| own.clone());
        }
        // Elsewhere the code is that of another division.
        if !text("gn_a1_code").is_empty() && properties["gn_level"].as_f64() == Some(1.0) {
            let kept = found.coded.entry(text("gn_a1_code").to_owned()).or_default();
            *kept = Division { count: kept.count + 1, ..own };
        }
    }
    // A code that several features share belongs to none of them alone.
    found.coded.retain(|_, division| division.count == 1);
    Ok(found)
}

impl Divisions {
    /// What is known of a division of GeoNames.
    pub fn of(&self, code: &str, name: &str) -> Option<&Division> {
        let country = code.get(..2).unwrap_or("");
        let named = self.named.get(&format!("{country} {}", fold(bare(name))));
        if code.matches('.').count() > 1 { named } else { named.or_else(|| self.coded.get(code)) }
    }
}

/// A division's name without the word for what it is: "Province of Laguna", "Aleppo Governorate".
pub(super) fn bare(name: &str) -> &str {
    const BEFORE: [&str; 3] = ["Province of ", "State of ", "Governorate of "];
    const BEHIND: [&str; 6] = [" Province", " Governorate", " Oblast", " Region", " State", " Department"];
    let name = BEFORE.iter().find_map(|head| name.strip_prefix(head)).unwrap_or(name);
    BEHIND.iter().find_map(|head| name.strip_suffix(head)).unwrap_or(name)
}

/// Whether a name is written in Latin letters, and long enough to stand for a place by itself.
fn latin(name: &str) -> bool {
    let letters =
        |c: char| (c.is_alphabetic() && (c as u32) < 0x250) || matches!(c, ' ' | '-' | '\'' | '’' | '.');
    name.chars().all(letters)
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().any(char::is_lowercase)
        && (4..40).contains(&name.len())
}
