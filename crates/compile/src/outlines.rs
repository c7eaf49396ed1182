//! Which outline of the basemap belongs to which place.
//!
//! The column `area` of `places.csv` says so by its code. A country without one, as in tables of events, gets
//! the outline of the same name; nothing else is matched by name, because divisions share names.

use crate::basemap::{basemap_for, has_outline};
use crate::diagnostic::Diagnostics;
use crate::places::ListedPlace;
use crate::roster::Roster;
use crate::table::shown;
use index::fold::fold;
use index::{Area, AreaClass, Corpus, Level, NONE, Place};
use std::collections::BTreeMap;

/// Reports codes that the basemap does not have.
pub(crate) fn check(places: &Roster<ListedPlace>, diagnostics: &mut Diagnostics) {
    for (at, listed) in places.items.iter().enumerate() {
        if let Some(origin) = places.origin(at)
            && !listed.area.is_empty()
            && !has_outline(&listed.area)
        {
            let what = format!(
                "The basemap has no outline “{}”; the place is drawn without one",
                shown(&listed.area)
            );
            let remedy = "Write an ISO 3166 code such as SY or SY-ID, or leave the cell empty";
            diagnostics.error(origin, what, remedy);
        }
    }
}

/// Cuts the basemap to the corpus, and points its places at their outlines.
pub(crate) fn draw(corpus: &mut Corpus, listed: &[ListedPlace]) {
    let wanted: Vec<String> =
        listed.iter().map(|listed| listed.area.clone()).filter(|area| !area.is_empty()).collect();
    corpus.basemap = basemap_for(&corpus.places, &wanted);
    let areas = &corpus.basemap.areas;
    let by_code: BTreeMap<&str, u32> =
        areas.iter().zip(0..).map(|(area, at)| (area.id.as_str(), at)).collect();
    let by_name = countries_by_name(areas);
    for (place, listed) in corpus.places.iter_mut().zip(listed) {
        let coded = by_code.get(listed.area.as_str()).copied();
        place.area = coded.or_else(|| country(place, &by_name)).unwrap_or(NONE);
    }
}

fn countries_by_name(areas: &[Area]) -> BTreeMap<String, u32> {
    let countries = areas.iter().zip(0..).filter(|(area, _)| area.class == AreaClass::Country);
    countries.flat_map(|(area, at)| area.names.iter().map(move |name| (fold(&name.text), at))).collect()
}

fn country(place: &Place, by_name: &BTreeMap<String, u32>) -> Option<u32> {
    if place.level != Level::Country || place.parent != NONE {
        return None;
    }
    place.names.iter().find_map(|name| by_name.get(&fold(&name.text)).copied())
}
