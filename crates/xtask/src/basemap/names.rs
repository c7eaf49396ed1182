//! Names of countries in English and Arabic, from Unicode CLDR.

use std::collections::BTreeSet;
use std::path::Path;

use atlas::{Country, Names};
use serde_json::Value;

use crate::command::{Result, Stop};
use crate::paths;

/// The countries of these codes, sorted by code, with the names that CLDR has.
pub(super) fn read<'a>(folder: &Path, codes: impl Iterator<Item = &'a str>) -> Result<Vec<Country>> {
    let english = territories(folder, "en")?;
    let arabic = territories(folder, "ar")?;
    let name =
        |names: &Value, code: &str| names.get(code).and_then(Value::as_str).unwrap_or_default().to_owned();
    let codes: BTreeSet<&str> = codes.collect();
    let country = |code: &str| Country {
        code: code.to_owned(),
        names: Names { en: name(&english, code), ar: name(&arabic, code) },
    };
    Ok(codes.into_iter().map(country).collect())
}

fn territories(folder: &Path, language: &str) -> Result<Value> {
    let file = folder.join(language).join("territories.json");
    let json: Value = serde_json::from_slice(&paths::read(&file)?)
        .map_err(|e| Stop::because(format!("cannot read {}", file.display()), e))?;
    let names = json.pointer(&format!("/main/{language}/localeDisplayNames/territories"));
    names.cloned().ok_or_else(|| Stop(format!("{} holds no names of countries", file.display())))
}
