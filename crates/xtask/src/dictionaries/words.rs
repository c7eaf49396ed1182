//! Words: the common ones of English, and names of persons.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use index::fold::fold;

use super::json;
use crate::command::Result;
use crate::paths;

/// SCOWL's levels that are taken, the most common first.
const LEVELS: [&str; 4] = ["10", "20", "35", "50"];

/// Common English words in lower case.
pub(super) fn common(folder: &Path) -> Result<String> {
    let mut words = BTreeSet::new();
    for level in LEVELS {
        for kind in ["english", "american", "british"] {
            let list = json(&folder.join(format!("{kind}-words-{level}.json")))?;
            for word in list.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
                if word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()) {
                    words.insert(word.to_owned());
                }
            }
        }
    }
    Ok(words.into_iter().map(|word| word + "\n").collect())
}

/// Languages whose first names are taken.
const LANGUAGES: [&str; 24] = [
    "en_US", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_PK", "en_NZ", "es", "es_AR", "es_CL", "es_CO",
    "es_ES", "es_MX", "fr_FR", "fr_DZ", "pt_BR", "pt_PT", "it_IT", "de_DE", "tr_TR", "id_ID", "ar_DZ",
    "fr_BE",
];

/// First names (`g`) and surnames (`s`), folded; `b` is both.
pub(super) fn persons(faker: &Path, census: &Path) -> Result<String> {
    let mut names: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    for language in LANGUAGES {
        let file = faker.join("faker/providers/person").join(language).join("__init__.py");
        if !file.is_file() {
            continue;
        }
        let mut surname = false;
        for line in paths::read_text(&file)?.lines() {
            if line.contains("last_names") || line.contains("surnames") {
                surname = true;
            } else if line.contains("first_names") {
                surname = false;
            } else if line.contains("prefix")
                || line.contains("suffix")
                || line.contains("format")
                || line.contains("romanized")
            {
                // What follows is no name until the next list begins.
                surname = true;
                continue;
            }
            for word in line.split('"').skip(1).step_by(2) {
                let fits = word.chars().all(char::is_alphabetic)
                    && word.chars().next().is_some_and(char::is_uppercase);
                let folded = fold(word);
                if fits && folded.len() > 2 && folded.is_ascii() {
                    let entry = names.entry(folded).or_default();
                    if surname { entry.1 = true } else { entry.0 = true }
                }
            }
        }
    }
    let census = census.join("names-0.3.0/names");
    for (file, limit, surname) in [
        ("dist.male.first", 1200, false),
        ("dist.female.first", 2500, false),
        ("dist.all.last", 30_000, true),
    ] {
        for line in paths::read_text(&census.join(file))?.lines().take(limit) {
            let name = line.split_whitespace().next().unwrap_or("").to_lowercase();
            if name.len() > 2 {
                let entry = names.entry(name).or_default();
                if surname { entry.1 = true } else { entry.0 = true }
            }
        }
    }
    let letter = |(given, surname)| {
        if given && surname {
            'b'
        } else if given {
            'g'
        } else {
            's'
        }
    };
    Ok(names.into_iter().map(|(name, kinds)| format!("{name}\t{}\n", letter(kinds))).collect())
}
