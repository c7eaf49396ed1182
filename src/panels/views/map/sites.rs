//! Where the corpus's places stand on the map, and how many statements each stands for.
//!
//! Precision is drawn as it is known: a place with a spot of its own is a circle there; a division whose
//! outline the corpus carries is an area; everything else, and every country and region, is only a name
//! ("somewhere in"). No spot is moved to make room for another.

use super::seats::{Seat, Seats};
use crate::chart::cluster;
use crate::chart::projection::{Frame, Projection, World};
use index::{Corpus, Level, NONE, Place, PlaceEntry, Point, Precision};
use query::{Answer, Counts};

/// How a place is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A circle at its spot.
    Spot,
    /// The outline with this position in the basemap.
    Area(u32),
    /// A name.
    Tag,
}

/// A place that some statement names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Site {
    /// Its position in the corpus's places.
    pub place: u32,
    /// How it is drawn.
    pub shape: Shape,
    /// Where it, or its name, stands; nothing for a place without coordinates.
    pub spot: Option<World>,
}

/// All sites, those that most statements name first, and how they are projected.
#[derive(Clone, Debug, PartialEq)]
pub struct Sites {
    /// The sites.
    pub list: Vec<Site>,
    /// Position in the list of a place's site, or [`NONE`].
    pub of_place: Vec<u32>,
    /// From degrees to the map.
    pub projection: Projection,
    seats: Seats,
}

/// How many statements a mark stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that place it at the point itself.
    pub exact: Counts,
    /// Those that place it somewhere there.
    pub within: Counts,
}

impl Tally {
    /// All of them.
    pub fn counts(self) -> Counts {
        Counts {
            matching: self.exact.matching + self.within.matching,
            may_match: self.exact.may_match + self.within.may_match,
        }
    }
}

impl Sites {
    /// Finds the sites of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        let mut named = vec![0_u32; corpus.places.len()];
        for entry in corpus.statements.places.values() {
            if let Some(count) = named.get_mut(entry.place as usize) {
                *count += 1;
            }
        }
        let mut order: Vec<usize> =
            (0..named.len()).filter(|&place| named.get(place).is_some_and(|&n| n > 0)).collect();
        index::order::sort_by_key(&mut order, |&place| (std::cmp::Reverse(named.get(place).copied()), place));
        let projection = projection(corpus, &order);
        let list: Vec<Site> = order.iter().filter_map(|&place| site(corpus, place, &projection)).collect();
        let mut of_place = vec![NONE; named.len()];
        for (at, site) in list.iter().enumerate() {
            if let Some(slot) = of_place.get_mut(site.place as usize) {
                *slot = position(at);
            }
        }
        let mut seats = Seats::default();
        corpus.statements.places.each(&mut |entries| seats.push(seat(corpus, &of_place, entries)));
        Self { list, of_place, projection, seats }
    }

    /// The sites that are drawn as circles.
    fn spots(&self) -> impl Iterator<Item = (usize, World)> {
        let spots = self.list.iter().enumerate().filter(|(_, site)| site.shape == Shape::Spot);
        spots.filter_map(|(at, site)| Some((at, site.spot?)))
    }

    /// The sites that are drawn as areas.
    pub fn areas(&self) -> Vec<u32> {
        let areas = self.list.iter().enumerate().filter(|(_, site)| matches!(site.shape, Shape::Area(_)));
        areas.map(|(at, _)| position(at)).collect()
    }

    /// For every site the site that stands for it where circles nearer than `reach` are drawn as one.
    pub fn leaders(&self, reach: f64) -> Vec<u32> {
        let mut leaders: Vec<u32> = (0..position(self.list.len())).collect();
        let (at, spots): (Vec<usize>, Vec<World>) = self.spots().unzip();
        for (own, leader) in cluster::leaders(&spots, reach).into_iter().enumerate() {
            if let (Some(&own), Some(&leader)) = (at.get(own), at.get(leader))
                && let Some(slot) = leaders.get_mut(own)
            {
                *slot = position(leader);
            }
        }
        leaders
    }

    /// What the map shows first: all areas, and all circles but a few outliers where there are many.
    pub fn home(&self, corpus: &Corpus) -> Option<Frame> {
        let spots: Vec<World> = self.spots().map(|(_, spot)| spot).collect();
        let outliers = if spots.len() > 50 { 0.01 } else { 0.0 };
        let areas = self.list.iter().filter_map(|site| self.outline(corpus, site));
        let tags = || Frame::around(self.list.iter().filter_map(|site| site.spot));
        areas.chain(Frame::around_most(&spots, outliers)).reduce(Frame::with).or_else(tags)
    }

    /// The frame around a site's outline; nothing where it has none.
    pub fn outline(&self, corpus: &Corpus, site: &Site) -> Option<Frame> {
        let Shape::Area(area) = site.shape else { return None };
        let rings = &corpus.basemap.areas.get(area as usize)?.rings;
        Frame::around(rings.iter().flat_map(|ring| &ring.0).map(|point| project(&self.projection, *point)))
    }
}

/// A point of the corpus on the map.
pub fn project(projection: &Projection, point: Point) -> World {
    projection.project(point.lat_degrees(), point.lon_degrees())
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

/// A projection around the middle of the named places, or of the whole basemap.
fn projection(corpus: &Corpus, named: &[usize]) -> Projection {
    let narrow = |place: &&Place| !matches!(place.level, Level::Country | Level::Region);
    let places = || named.iter().filter_map(|&place| corpus.places.get(place));
    let mut points: Vec<Point> = places().filter(narrow).filter_map(|place| place.point).collect();
    if points.is_empty() {
        points = places().filter_map(|place| place.point).collect();
    }
    let median = |degrees: fn(Point) -> f64| {
        let mut values: Vec<f64> = points.iter().copied().map(degrees).collect();
        index::order::sort_by(&mut values, f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(0.0)
    };
    Projection::around(median(Point::lat_degrees), median(Point::lon_degrees))
}

fn site(corpus: &Corpus, index: usize, projection: &Projection) -> Option<Site> {
    let place = corpus.places.get(index)?;
    let outlined = corpus.basemap.areas.get(place.area as usize);
    let label = outlined.and_then(|area| area.label).or(place.point);
    let shape = match place.level {
        Level::Country | Level::Region => Shape::Tag,
        _ if outlined.is_some() => Shape::Area(place.area),
        Level::Town | Level::Site | Level::Other if place.point.is_some() => Shape::Spot,
        _ => Shape::Tag,
    };
    let point = if shape == Shape::Spot { place.point } else { place.point.or(label) };
    Some(Site { place: position(index), shape, spot: point.map(|point| project(projection, point)) })
}

/// Where a statement of these places stands.
fn seat(corpus: &Corpus, of_place: &[u32], entries: &[PlaceEntry]) -> Seat {
    match entries {
        [] => Seat::Nowhere,
        [entry] => match of_place.get(entry.place as usize) {
            Some(&site) if site != NONE => Seat::At(site, is_exact(corpus, entry)),
            _ => Seat::Nowhere,
        },
        _ => Seat::Several,
    }
}

/// Counts statements by the site that stands for their places: each once at each site. An alternative only
/// may have been the place.
pub fn tally(
    corpus: &Corpus,
    rows: impl Iterator<Item = (u32, Answer)>,
    sites: &Sites,
    leaders: &[u32],
) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); sites.list.len()];
    let mut here: Vec<(u32, bool, Answer)> = Vec::new();
    let mut add = |leader: u32, exact: bool, answer: Answer| {
        if let Some(tally) = tallies.get_mut(leader as usize) {
            if exact { tally.exact.add(answer) } else { tally.within.add(answer) }
        }
    };
    for (row, answer) in rows {
        match sites.seats.of(row) {
            Seat::Nowhere => continue,
            Seat::At(site, exact) => {
                add(leaders.get(site as usize).copied().unwrap_or(NONE), exact, answer);
                continue;
            }
            Seat::Several => here.clear(),
        }
        let entries = corpus.statements.places.get(row as usize);
        for entry in &entries {
            let own = sites.of_place.get(entry.place as usize).copied().unwrap_or(NONE);
            if let Some(&leader) = leaders.get(own as usize) {
                let answer = if alone(entry, &entries) { answer } else { answer.min(Answer::MayMatch) };
                merge(&mut here, leader, is_exact(corpus, entry), answer);
            }
        }
        here.iter().for_each(|&(leader, exact, answer)| add(leader, exact, answer));
    }
    tallies
}

/// Whether an entry is not one of several alternatives.
fn alone(entry: &PlaceEntry, entries: &[PlaceEntry]) -> bool {
    !entries.iter().any(|other| other.group == entry.group && other.place != entry.place)
}

fn merge(here: &mut Vec<(u32, bool, Answer)>, leader: u32, exact: bool, answer: Answer) {
    match here.iter_mut().find(|known| known.0 == leader) {
        Some(known) => *known = (leader, known.1 || exact, known.2.max(answer)),
        None => here.push((leader, exact, answer)),
    }
}

fn is_exact(corpus: &Corpus, entry: &PlaceEntry) -> bool {
    let level = corpus.places.get(entry.place as usize).map(|place| place.level);
    match entry.precision {
        Precision::Exact => true,
        Precision::Within => level == Some(Level::Site),
        Precision::Near => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use index::{Area, Ring};

    fn place(level: Level, point: Option<(f64, f64)>) -> Place {
        let point = point.and_then(|(lat, lon)| Point::from_degrees(lat, lon));
        Place { level, point, area: NONE, parent: NONE, ..Place::default() }
    }

    fn entry(place: u32, precision: Precision, group: u16) -> PlaceEntry {
        PlaceEntry { place, precision, group }
    }

    /// Two towns, a division with an outline, one without, a region; statements name all but the last.
    fn corpus(statements: &[&[PlaceEntry]]) -> Corpus {
        let mut corpus = Corpus {
            places: vec![
                place(Level::Town, Some((35.9, 36.6))),
                place(Level::Town, Some((35.8, 36.8))),
                Place { area: 0, ..place(Level::Admin1, Some((35.9, 36.7))) },
                place(Level::Admin1, Some((35.2, 37.0))),
                place(Level::Region, None),
            ],
            ..Corpus::default()
        };
        let corners = [(35.5, 36.2), (36.2, 36.2), (36.2, 37.1), (35.5, 37.1)];
        let ring = corners.iter().filter_map(|(lat, lon)| Point::from_degrees(*lat, *lon)).collect();
        corpus.basemap.areas.push(Area { rings: vec![Ring(ring)], ..Area::default() });
        for entries in statements {
            corpus.statements.reports.push(0);
            corpus.statements.places.push(entries.iter().copied());
        }
        corpus
    }

    #[test]
    fn shapes_follow_what_is_known() {
        let entries: Vec<PlaceEntry> = (0..5).map(|i| entry(i, Precision::Within, i as u16)).collect();
        let sites = Sites::of(&corpus(&[&entries]));
        let shapes: Vec<Shape> = sites.list.iter().map(|site| site.shape).collect();
        assert_eq!(shapes, [Shape::Spot, Shape::Spot, Shape::Area(0), Shape::Tag, Shape::Tag]);
        assert_eq!(sites.list.last().unwrap().spot, None);
    }

    #[test]
    fn places_that_no_statement_names_are_no_sites() {
        let sites = Sites::of(&corpus(&[&[entry(1, Precision::Exact, 0)]]));
        assert_eq!(sites.list.len(), 1);
        assert_eq!(sites.of_place, [NONE, 0, NONE, NONE, NONE]);
    }

    #[test]
    fn statements_sum_by_place_and_count_once() {
        let corpus = corpus(&[
            &[entry(0, Precision::Exact, 0)],
            &[entry(0, Precision::Within, 0), entry(1, Precision::Near, 1)],
            &[entry(0, Precision::Within, 0), entry(2, Precision::Within, 0)],
        ]);
        let sites = Sites::of(&corpus);
        let rows = [(0, Answer::Match), (1, Answer::MayMatch), (2, Answer::Match)];
        let count = |matching, may_match| Counts { matching, may_match };
        let alone = tally(&corpus, rows.iter().copied(), &sites, &sites.leaders(0.0));
        assert_eq!(
            alone[0],
            Tally { exact: count(1, 0), within: count(0, 2) },
            "the alternative may have been it"
        );
        assert_eq!(alone[1], Tally { exact: count(0, 0), within: count(0, 1) });
        let merged = tally(&corpus, rows.iter().copied(), &sites, &sites.leaders(1000.0));
        assert_eq!(
            merged[0],
            Tally { exact: count(1, 0), within: count(0, 2) },
            "one statement at two towns"
        );
        assert_eq!(merged[1], Tally::default());
        assert_eq!(merged[2].counts(), count(0, 1), "an area joins no cluster");
    }

    #[test]
    fn seats_change_no_count() {
        let precisions = [Precision::Exact, Precision::Near, Precision::Within];
        let mut lists: Vec<Vec<PlaceEntry>> = vec![vec![]];
        for (place, precision) in (0..5).flat_map(|place| precisions.map(|precision| (place, precision))) {
            lists.push(vec![entry(place, precision, 0)]);
            lists.push(vec![entry(place, precision, 0), entry((place + 1) % 5, Precision::Exact, 0)]);
        }
        let corpus = corpus(&lists.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let sites = Sites::of(&corpus);
        let mut unseated = sites.clone();
        unseated.seats = Seats::default();
        lists.iter().for_each(|_| unseated.seats.push(Seat::Several));
        let rows: Vec<_> = (0..lists.len() as u32)
            .map(|row| (row, [Answer::Match, Answer::MayMatch][row as usize % 2]))
            .collect();
        for reach in [0.0, 1000.0] {
            let leaders = sites.leaders(reach);
            assert_eq!(
                tally(&corpus, rows.iter().copied(), &sites, &leaders),
                tally(&corpus, rows.iter().copied(), &unseated, &leaders)
            );
        }
    }

    #[test]
    fn the_first_view_holds_all_areas_and_circles() {
        let corpus = corpus(&[&[entry(0, Precision::Exact, 0)], &[entry(2, Precision::Within, 0)]]);
        let sites = Sites::of(&corpus);
        let frame = sites.home(&corpus).unwrap();
        let area = sites.outline(&corpus, &sites.list[1]).unwrap();
        assert_eq!(frame, frame.with(area));
        assert_eq!(Sites::of(&Corpus::default()).home(&Corpus::default()), None);
    }
}
