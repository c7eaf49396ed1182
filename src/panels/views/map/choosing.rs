//! "Only places in view": which places that chooses, and when they are too many.

use super::sites::{Shape, Sites};
use crate::chart::projection::View;
use index::{Corpus, NONE};

/// The most places that an address holds (see [`crate::url`]).
pub const MOST: usize = 200;
/// Their ids may take so many bytes of an address.
const MOST_BYTES: usize = 5_000;

/// What choosing the places in view comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InView {
    /// No place is in view.
    None,
    /// So many, which no address holds.
    TooMany(usize),
    /// Their ids.
    Ids(Vec<String>),
}

/// The places whose marks lie in the view and for which `counts` says that something stands there: circles
/// whose middle, and areas of which all is seen. A place within one that is chosen anyway is left out.
pub fn in_view(corpus: &Corpus, sites: &Sites, view: &View, counts: impl Fn(u32) -> bool) -> InView {
    let seen = sites.list.iter().filter(|site| match site.shape {
        Shape::Spot => site.spot.is_some_and(|spot| view.shows(spot, 0.0)),
        Shape::Area(_) => sites.outline(corpus, site).is_some_and(|frame| view.holds(frame)),
        Shape::Tag => false,
    });
    let places: Vec<u32> = seen.map(|site| site.place).filter(|&place| counts(place)).collect();
    let lies_in_another = |place: u32| above(corpus, place).any(|above| places.contains(&above));
    let ids: Vec<String> = places
        .iter()
        .filter(|&&place| !lies_in_another(place))
        .filter_map(|&place| corpus.places.get(place as usize).map(|place| place.id.clone()))
        .collect();
    let bytes: usize = ids.iter().map(|id| id.len() + "place=&".len()).sum();
    match ids.len() {
        0 => InView::None,
        count if count > MOST || bytes > MOST_BYTES => InView::TooMany(count),
        _ => InView::Ids(ids),
    }
}

/// Everything that a place lies in. A parent stands before its child, so this ends.
fn above(corpus: &Corpus, place: u32) -> impl Iterator<Item = u32> {
    let parent = |place: u32| corpus.places.get(place as usize).map_or(NONE, |place| place.parent);
    std::iter::successors(Some(place), move |&place| Some(parent(place)).filter(|&above| above < place))
        .skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Level, Place, PlaceEntry, Point};

    fn corpus(count: u32) -> Corpus {
        let mut corpus = Corpus::default();
        for i in 0..count {
            corpus.places.push(Place {
                id: format!("town-{i}"),
                level: Level::Town,
                point: Point::from_degrees(35.0, 36.0 + f64::from(i) / 1000.0),
                parent: if i == 1 { 0 } else { NONE },
                area: NONE,
                ..Place::default()
            });
            corpus.statements.reports.push(0);
            corpus.statements.places.push([PlaceEntry { place: i, ..PlaceEntry::default() }]);
        }
        corpus
    }

    fn ask(count: u32, scale: f64) -> InView {
        let corpus = corpus(count);
        let sites = Sites::of(&corpus);
        let view = View { scale, ..View::default() };
        in_view(&corpus, &sites, &view, |place| place != 2)
    }

    #[test]
    fn places_in_view() {
        assert_eq!(ask(0, 1.0), InView::None);
        assert_eq!(ask(4, 1.0), InView::Ids(vec!["town-0".into(), "town-3".into()]));
        assert_eq!(ask(300, 1.0), InView::TooMany(298));
    }
}
