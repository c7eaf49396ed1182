//! The map's outlines, cut to what a corpus needs.
//!
//! The built-in atlas (`data/basemap/`, read by the crate `fieldbook-atlas`) holds the world. A corpus takes
//! along the outlines that its places name, and every country that its view shows. Lines around a named
//! division keep all their points; others keep what can be seen at the width of the view. Since neighbors
//! share their lines, and each line is thinned once, no gap opens between them.

use atlas::{Atlas, Frame, Names, Spot, area, clip, rings_of, simplify, widest_spot};
use index::{Area, AreaClass, Basemap, Name, Place, Point, Ring};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Made by `cargo xtask basemap`.
const OUTLINES: &[u8] = include_bytes!("../data/basemap/outlines.bin");

const ATTRIBUTION: &str = "Outlines: Natural Earth, 1:10m states and provinces (public domain). \
    Names of countries: Unicode CLDR 48.2 (Unicode-3.0).";

const POLICY: &str = "Borders are Natural Earth's, which draws them as they are in force on the ground rather \
    than as they are claimed. Divisions count to countries by ISO 3166: Crimea to Ukraine, Northern Cyprus to \
    Cyprus, Somaliland to Somalia. The Golan Heights are drawn with Israel, most of Western Sahara with Morocco. \
    None of this is a statement about what is lawful.";

/// How many times the tolerance goes into the view's width: a reader zooms in on a named division, hardly on
/// a named country's far coasts, and never on the countries around.
const STEPS_DIVISION: f64 = 4000.0;
const STEPS_COUNTRY: f64 = 1500.0;
const STEPS_AROUND: f64 = 800.0;

/// A view wider or higher than this, in degrees, is the whole world.
const WIDE: i32 = 120;
const HIGH: i32 = 80;

/// The wanted outlines (ISO 3166 codes; unknown ones are left out), and all countries in the view: the box
/// around the places' points and the wanted outlines, padded. Nothing without any of them. Sorted by code,
/// countries first.
pub fn basemap_for(places: &[Place], wanted: &[String]) -> Basemap {
    let world = World::built_in();
    let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
    let Some(frame) = view(world, places, &wanted) else { return Basemap::default() };
    let cut = Cut::new(world, &wanted, frame);
    let countries = world.atlas.countries.iter().zip(&world.country_lines);
    let countries = countries.filter_map(|(country, lines)| {
        let named = wanted.contains(country.code.as_str());
        cut.area(&country.code, &country.names, AreaClass::Country, lines, named)
    });
    let divisions = world.atlas.divisions.iter().filter(|division| wanted.contains(division.code.as_str()));
    let divisions = divisions.filter_map(|division| {
        let mut area =
            cut.area(&division.code, &division.names, AreaClass::Division, &division.lines, true)?;
        area.label = Some(point(division.label)).filter(|_| frame.holds(division.label)).or(area.label);
        Some(area)
    });
    Basemap {
        areas: countries.chain(divisions).collect(),
        attribution: ATTRIBUTION.to_owned(),
        policy: POLICY.to_owned(),
    }
}

/// Whether the built-in basemap has an outline of this ISO 3166 code.
pub fn has_outline(code: &str) -> bool {
    let atlas = &World::built_in().atlas;
    atlas.country(code).is_some() || atlas.division(code).is_some()
}

/// The atlas, and the lines around each of its countries.
struct World {
    atlas: Atlas,
    country_lines: Vec<Vec<u32>>,
}

impl World {
    /// Read once. Damaged data would give an empty map; a test holds that it is not.
    fn built_in() -> &'static Self {
        static WORLD: OnceLock<World> = OnceLock::new();
        WORLD.get_or_init(|| Self::of(Atlas::from_bytes(OUTLINES).unwrap_or_default()))
    }

    fn of(atlas: Atlas) -> Self {
        let country_lines = atlas.country_lines();
        Self { atlas, country_lines }
    }

    /// The lines around a country or a division.
    fn lines_of(&self, code: &str) -> &[u32] {
        if let Some(division) = self.atlas.division(code) {
            return &division.lines;
        }
        let at = self.atlas.countries.iter().position(|country| country.code == code);
        at.and_then(|at| self.country_lines.get(at)).map_or(&[], Vec::as_slice)
    }

    fn line(&self, number: u32) -> &[Spot] {
        self.atlas.lines.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

/// What the map shows at first: nothing without a point or an outline.
fn view(world: &World, places: &[Place], wanted: &BTreeSet<&str>) -> Option<Frame> {
    let points = places.iter().filter_map(|place| place.point).map(spot);
    let lines = wanted.iter().flat_map(|code| world.lines_of(code));
    let outlines = lines.flat_map(|line| world.line(*line).iter().copied());
    let tight = Frame::around(points.chain(outlines))?;
    if tight.width() > WIDE * Spot::UNITS || tight.height() > HIGH * Spot::UNITS {
        return Some(Frame::GLOBE);
    }
    let side = tight.width().max(tight.height());
    Some(tight.padded((side / 8).max(Spot::UNITS / 2)))
}

/// The atlas under one view.
struct Cut<'a> {
    world: &'a World,
    frame: Frame,
    /// Lines of named divisions, and of named countries.
    divisions: BTreeSet<u32>,
    countries: BTreeSet<u32>,
}

impl<'a> Cut<'a> {
    fn new(world: &'a World, wanted: &BTreeSet<&str>, frame: Frame) -> Self {
        let (countries, divisions): (Vec<&str>, Vec<&str>) =
            wanted.iter().copied().partition(|code| world.atlas.division(code).is_none());
        let lines = |codes: &[&str]| codes.iter().flat_map(|code| world.lines_of(code)).copied().collect();
        Self { world, frame, divisions: lines(&divisions), countries: lines(&countries) }
    }

    /// What the view shows of an outline; nothing where it shows none of it.
    fn area(&self, code: &str, names: &Names, class: AreaClass, lines: &[u32], named: bool) -> Option<Area> {
        let thinned: Vec<Vec<Spot>> = lines.iter().map(|line| self.thinned(*line)).collect();
        let mut rings = self.visible(&thinned, named);
        if named && rings.is_empty() {
            // A small island in a wide view keeps its points instead.
            let whole: Vec<Vec<Spot>> = lines.iter().map(|line| self.world.line(*line).to_vec()).collect();
            rings = self.visible(&whole, named);
        }
        let label = widest_spot(&rings).map(point);
        let rings: Vec<Ring> =
            rings.into_iter().map(|ring| Ring(ring.into_iter().map(point).collect())).collect();
        (!rings.is_empty()).then(|| Area { id: code.to_owned(), names: both(names), class, rings, label })
    }

    fn thinned(&self, line: u32) -> Vec<Spot> {
        let steps = if self.divisions.contains(&line) {
            STEPS_DIVISION
        } else if self.countries.contains(&line) {
            STEPS_COUNTRY
        } else {
            STEPS_AROUND
        };
        simplify(self.world.line(line), self.tolerance(steps))
    }

    /// In units of a spot.
    fn tolerance(&self, steps: f64) -> f64 {
        f64::from(self.frame.width().max(self.frame.height())) / steps
    }

    /// The rings of lines in the view, without islands too small to see; a named outline keeps its largest
    /// ring at least.
    fn visible(&self, lines: &[Vec<Spot>], named: bool) -> Vec<Vec<Spot>> {
        let lines: Vec<&[Spot]> = lines.iter().map(Vec::as_slice).collect();
        let mut rings: Vec<Vec<Spot>> = rings_of(&lines).iter().map(|ring| clip(ring, self.frame)).collect();
        rings.retain(|ring| !ring.is_empty());
        let steps = if named { STEPS_COUNTRY } else { STEPS_AROUND };
        let least = (1.5 * self.tolerance(steps)).powi(2);
        let largest = rings.iter().map(|ring| area(ring)).fold(0.0, f64::max);
        let least = if named { least.min(largest) } else { least };
        rings.retain(|ring| area(ring) >= least);
        rings
    }
}

fn both(names: &Names) -> Vec<Name> {
    let name = |text: &str, lang: &str| Name { text: text.to_owned(), lang: lang.to_owned() };
    let all = [name(&names.en, "en"), name(&names.ar, "ar")];
    all.into_iter().filter(|name| !name.text.is_empty()).collect()
}

/// Units of [`Point`] in one of [`Spot`].
const RATIO: i32 = 100_000 / Spot::UNITS;

fn point(spot: Spot) -> Point {
    Point { lat: spot.lat.saturating_mul(RATIO), lon: spot.lon.saturating_mul(RATIO) }
}

fn spot(point: Point) -> Spot {
    Spot { lon: point.lon / RATIO, lat: point.lat / RATIO }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    fn wanted(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    fn at(lat: f64, lon: f64) -> Place {
        Place { point: Point::from_degrees(lat, lon), ..Place::default() }
    }

    fn ids(basemap: &Basemap) -> Vec<&str> {
        basemap.areas.iter().map(|area| area.id.as_str()).collect()
    }

    #[test]
    fn the_built_in_data_can_be_read() {
        let world = World::built_in();
        assert_eq!(Atlas::from_bytes(OUTLINES).as_ref(), Ok(&world.atlas));
        for code in ["SY", "TR", "UA", "XK", "SY-ID", "SY-HL", "SY-HM", "SY-LA", "TR-31", "UA-43"] {
            assert!(has_outline(code), "{code}");
        }
        assert!(!has_outline("SY-XX") && !has_outline(""));
    }

    #[test]
    fn a_view_takes_its_divisions_and_the_countries_around() {
        let basemap = basemap_for(&[at(36.2, 37.16)], &wanted(&["SY-ID", "SY-HL", "no such"]));
        let expect = ["SY", "TR", "SY-HL", "SY-ID"];
        assert!(expect.iter().all(|code| ids(&basemap).contains(code)), "{:?}", ids(&basemap));
        assert!(!ids(&basemap).contains(&"RU"));
        let idlib = basemap.areas.iter().find(|area| area.id == "SY-ID").unwrap();
        let names: Vec<&str> = idlib.names.iter().map(|name| name.text.as_str()).collect();
        assert_eq!(names, ["Idlib", "محافظة إدلب"]);
        assert_eq!(idlib.class, AreaClass::Division);
    }

    #[test]
    fn a_division_lies_on_its_countrys_border() {
        let basemap = basemap_for(&[], &wanted(&["SY-ID"]));
        let points = |code: &str| -> BTreeSet<(i32, i32)> {
            let area = basemap.areas.iter().find(|area| area.id == code).unwrap();
            area.rings.iter().flat_map(|ring| &ring.0).map(|point| (point.lat, point.lon)).collect()
        };
        let (idlib, syria, turkiye) = (points("SY-ID"), points("SY"), points("TR"));
        let shared = idlib.intersection(&syria).filter(|point| turkiye.contains(*point)).count();
        assert!(shared > 10, "{shared}");
    }

    #[test]
    fn nothing_asked_nothing_drawn_and_a_wide_view_is_the_world() {
        assert!(basemap_for(&[], &[]).areas.is_empty());
        let world = basemap_for(&[at(-33.0, 151.0), at(40.0, -100.0)], &[]);
        assert!(world.areas.len() > 150, "{}", world.areas.len());
        assert!(world.areas.iter().all(|area| area.class == AreaClass::Country));
    }

    #[test]
    fn damaged_data_draws_nothing_worse() {
        // What the reader lets through may be nonsense; cutting it must not fail.
        let mut atlas = World::built_in().atlas.clone();
        atlas.divisions.truncate(300);
        for (turn, division) in atlas.divisions.iter_mut().enumerate() {
            division.country = u32::MAX - turn as u32;
            division.lines.iter_mut().for_each(|line| *line = line.wrapping_mul(2_654_435_761));
        }
        let world = World::of(atlas);
        let cut = Cut::new(&world, &BTreeSet::from(["AF-BAL"]), Frame::GLOBE);
        for division in &world.atlas.divisions {
            let area = cut.area("x", &Names::default(), AreaClass::Division, &division.lines, true);
            assert!(area.is_none_or(|area| !area.rings.is_empty()));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn rings_are_closed_and_in_the_view(
            spots in prop::collection::vec((-85.0f64..85.0, -179.0f64..179.0), 1..3), code in 0usize..4501,
        ) {
            let world = World::built_in();
            let code = world.atlas.divisions.get(code).map_or("", |division| &division.code);
            let places: Vec<Place> = spots.iter().map(|&(lat, lon)| at(lat, lon)).collect();
            let frame = view(world, &places, &BTreeSet::from([code])).unwrap();
            let basemap = basemap_for(&places, &wanted(&[code]));
            let lines: Vec<&[Spot]> = world.lines_of(code).iter().map(|line| world.line(*line)).collect();
            let drawn = basemap.areas.iter().any(|area| area.id == code);
            prop_assert_eq!(drawn, !rings_of(&lines).is_empty());
            for area in &basemap.areas {
                prop_assert!(!area.rings.is_empty());
                for ring in area.rings.iter().map(|ring| &ring.0) {
                    prop_assert!(ring.len() >= 3 && ring.first() != ring.last());
                    prop_assert!(ring.iter().all(|point| frame.holds(spot(*point))));
                }
            }
        }
    }
}
