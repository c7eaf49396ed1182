//! Names of countries, wherever the window shows them.

use crate::chart::cluster::{scale_of, step};
use crate::chart::projection::{Projection, View, World};
use crate::text::Lang;
use index::{Area, AreaClass, Corpus, Point, name_in};

/// Steps of the raster on which a name's place is sought: across and down.
const ACROSS: u32 = 12;
const DOWN: u32 = 12;

/// A country in the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Its name.
    pub name: String,
    /// Where the name may stand: the publisher's label point first, then spots with room to both sides, the
    /// roomiest first.
    pub middles: Vec<World>,
}

/// A view that changes only now and then while another one moves, and shows at least as much.
pub fn rough(view: &View) -> View {
    let scale = scale_of(step(view.scale));
    let snap = |value: f64, window: f64| {
        let stride = window / scale / 4.0;
        (value / stride).round() * stride
    };
    let center = World { x: snap(view.center.x, view.width), y: snap(view.center.y, view.height) };
    View { center, scale, ..*view }
}

/// The countries in the window.
pub fn names(corpus: &Corpus, projection: &Projection, view: &View, lang: Lang) -> Vec<Country> {
    let countries = corpus.basemap.areas.iter().filter(|area| area.class == AreaClass::Country);
    let named = countries.map(|area| Country {
        name: name_in(&area.names, lang.code()).to_owned(),
        middles: middles(area, projection, view),
    });
    named.filter(|country| !country.name.is_empty() && !country.middles.is_empty()).collect()
}

fn middles(area: &Area, projection: &Projection, view: &View) -> Vec<World> {
    let inside = |x: f64, y: f64| {
        let (lat, lon) = projection.unproject(view.to_world(x, y));
        (0.0..=view.width).contains(&x) && (0.0..=view.height).contains(&y) && holds(area, lat, lon)
    };
    let (step_x, step_y) = (view.width / f64::from(ACROSS), view.height / f64::from(DOWN));
    let raster = (1..DOWN).flat_map(|row| (1..ACROSS).map(move |column| (column, row)));
    let spots = raster.map(|(column, row)| (f64::from(column) * step_x, f64::from(row) * step_y));
    let room = |&(x, y): &(f64, f64)| {
        let free =
            |far: &i32| inside(x - f64::from(*far) * step_x, y) && inside(x + f64::from(*far) * step_x, y);
        (1..=3).take_while(free).count()
    };
    let mut roomy: Vec<(usize, (f64, f64))> =
        spots.filter(|&(x, y)| inside(x, y)).map(|spot| (room(&spot), spot)).filter(|it| it.0 > 0).collect();
    index::order::sort_by_key(&mut roomy, |(room, _)| std::cmp::Reverse(*room));
    let own = area.label.map(|point| projection.project(point.lat_degrees(), point.lon_degrees()));
    let own = own.filter(|spot| view.shows(*spot, 0.0));
    own.into_iter().chain(roomy.into_iter().map(|(_, (x, y))| view.to_world(x, y))).collect()
}

/// Whether a spot lies in an area, by the even-odd rule.
fn holds(area: &Area, lat: f64, lon: f64) -> bool {
    let crosses = |a: &Point, b: &Point| {
        let (a_lat, b_lat) = (a.lat_degrees(), b.lat_degrees());
        let (a_lon, b_lon) = (a.lon_degrees(), b.lon_degrees());
        (a_lat > lat) != (b_lat > lat) && lon < (b_lon - a_lon) * (lat - a_lat) / (b_lat - a_lat) + a_lon
    };
    let crossings = area.rings.iter().map(|ring| {
        let next = ring.0.iter().cycle().skip(1);
        ring.0.iter().zip(next).filter(|(a, b)| crosses(a, b)).count()
    });
    crossings.sum::<usize>() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Name, Ring};

    fn country(name: &str, corners: &[(f64, f64)], label: (f64, f64)) -> Area {
        let points = corners.iter().filter_map(|(lat, lon)| Point::from_degrees(*lat, *lon)).collect();
        let names = vec![Name { text: name.into(), lang: "en".into() }];
        let label = Point::from_degrees(label.0, label.1);
        Area { names, label, rings: vec![Ring(points)], ..Area::default() }
    }

    #[test]
    fn names_stand_where_their_country_is_seen() {
        let mut corpus = Corpus::default();
        let east = [(-9.0, 0.0), (9.0, 0.0), (9.0, 40.0), (-9.0, 40.0)];
        let far = [(50.0, 50.0), (51.0, 50.0), (51.0, 51.0)];
        corpus.basemap.areas = vec![country("East", &east, (0.0, 30.0)), country("Far", &far, (50.0, 50.0))];
        let projection = Projection::around(0.0, 0.0);
        let view = View { scale: 0.5, ..View::default() };
        let names = names(&corpus, &projection, &view, Lang::En);
        assert_eq!(names.len(), 1);
        assert_eq!(names[0].name, "East");
        assert!(
            names[0].middles.len() > 5 && names[0].middles.iter().all(|spot| spot.x > 0.0),
            "only in the east"
        );
    }

    #[test]
    fn a_rough_view_shows_at_least_as_much() {
        for (x, scale) in [(0.0, 1.0), (33.0, 1.3), (-700.0, 5.7), (12.0, 0.3)] {
            let view = View { center: World { x, y: -x }, scale, ..View::default() };
            let rough = rough(&view);
            assert!(rough.scale <= view.scale);
            assert!(rough.shows(view.center, -view.width / 4.0) || rough.shows(view.center, 0.0));
        }
    }

    #[test]
    fn even_odd() {
        let square = country("", &[(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)], (0.0, 0.0));
        assert!(holds(&square, 5.0, 5.0));
        assert!(!holds(&square, 5.0, 15.0) && !holds(&square, -1.0, 5.0));
        assert!(!holds(&Area::default(), 0.0, 0.0));
    }
}
