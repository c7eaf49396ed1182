//! Actors, places, kinds, publishers and populations.

use super::cells::names;
use super::csv::Csv;
use crate::basemap::basemap_for;
use index::fold::fold;
use index::{ActorKind, AreaClass, Corpus, Coverage, Level, NONE, Place, PopulationClass};

/// Publishers.
pub(super) fn sources(corpus: &Corpus) -> String {
    let mut table = Csv::new(&["id", "name", "name_lang", "names"]);
    for source in &corpus.sources {
        let [name, lang, further] = names(&source.names, &corpus.about.language);
        table.row(vec![source.id.clone(), name, lang, further]);
    }
    table.text(2)
}

/// Actors.
pub(super) fn actors(corpus: &Corpus) -> String {
    let header = ["id", "name", "name_lang", "names", "kind", "parent", "from", "to", "private", "note"];
    let mut table = Csv::new(&header);
    let year = |year: Option<i32>| year.map_or(String::new(), |year| year.to_string());
    for actor in &corpus.actors {
        let [name, lang, further] = names(&actor.names, &corpus.about.language);
        let parent = corpus.actors.get(actor.parent as usize).map_or("", |parent| &parent.id);
        let private = if actor.private { "yes" } else { "" };
        table.row(vec![
            actor.id.clone(),
            name,
            lang,
            further,
            actor_kind(actor.kind).to_owned(),
            parent.to_owned(),
            year(actor.from_year),
            year(actor.to_year),
            private.to_owned(),
            actor.note.clone(),
        ]);
    }
    table.text(2)
}

fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        // An empty cell says it.
        ActorKind::Other => "",
        kind => take::actor_kind_name(kind),
    }
}

/// Places.
pub(super) fn places(corpus: &Corpus) -> String {
    let mut table = Csv::new(&crate::places::COLUMNS);
    let areas = areas(corpus);
    for (place, area) in corpus.places.iter().zip(areas) {
        let [name, lang, further] = names(&place.names, &corpus.about.language);
        let parent = corpus.places.get(place.parent as usize).map_or("", |parent| &parent.id);
        let degrees = |units: i32| {
            let sign = if units < 0 { "-" } else { "" };
            let units = units.unsigned_abs();
            format!("{sign}{}.{:05}", units / 100_000, units % 100_000)
        };
        let covered = |coverage: Coverage| {
            let own = place.covers.iter().filter(|cover| cover.coverage == coverage);
            let ids = own.filter_map(|cover| corpus.places.get(cover.place as usize));
            ids.map(|place| place.id.as_str()).collect::<Vec<_>>().join("; ")
        };
        table.row(vec![
            place.id.clone(),
            name,
            lang,
            further,
            parent.to_owned(),
            level(place.level).to_owned(),
            place.point.map_or(String::new(), |point| degrees(point.lat)),
            place.point.map_or(String::new(), |point| degrees(point.lon)),
            place.code.clone(),
            area,
            covered(Coverage::Covers),
            covered(Coverage::Overlaps),
            place.note.clone(),
        ]);
    }
    table.text(2)
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Other => "",
        Level::Country => "country",
        Level::Admin1 => "admin1",
        Level::Admin2 => "admin2",
        Level::Admin3 => "admin3",
        Level::Town => "town",
        Level::Site => "site",
        Level::Region => "region",
    }
}

/// The codes of outlines that the places named. A country gets the outline of its name even without one, but
/// then the map is cut otherwise; which of the two it was, the map tells.
fn areas(corpus: &Corpus) -> Vec<String> {
    let code =
        |place: &Place| corpus.basemap.areas.get(place.area as usize).map_or("", |area| &area.id).to_owned();
    let all: Vec<String> = corpus.places.iter().map(code).collect();
    let unless = |by_name: &dyn Fn(&Place) -> bool| -> Vec<String> {
        let codes = corpus.places.iter().zip(&all);
        codes.map(|(place, code)| if by_name(place) { String::new() } else { code.clone() }).collect()
    };
    // A table's own places have names without a language.
    let untagged = |place: &Place| place.names.first().is_some_and(|name| name.lang.is_empty());
    let candidates = [
        unless(&|place| goes_by_name(corpus, place) && untagged(place)),
        all.clone(),
        unless(&|place| goes_by_name(corpus, place)),
    ];
    if candidates.iter().all(|codes| *codes == all) {
        return all;
    }
    candidates.into_iter().find(|codes| basemap(corpus, codes) == corpus.basemap).unwrap_or(all)
}

fn basemap(corpus: &Corpus, codes: &[String]) -> index::Basemap {
    let wanted: Vec<String> = codes.iter().filter(|code| !code.is_empty()).cloned().collect();
    basemap_for(&corpus.places, &wanted)
}

fn goes_by_name(corpus: &Corpus, place: &Place) -> bool {
    let Some(area) = corpus.basemap.areas.get(place.area as usize) else { return false };
    let bears = |name: &index::Name| area.names.iter().any(|other| fold(&other.text) == fold(&name.text));
    place.level == Level::Country
        && place.parent == NONE
        && area.class == AreaClass::Country
        && place.names.iter().any(bears)
}

/// Kinds.
pub(super) fn kinds(corpus: &Corpus) -> String {
    let mut table = Csv::new(&["id", "name", "name_lang", "names", "parent"]);
    for kind in &corpus.kinds {
        let [name, lang, further] = names(&kind.names, &corpus.about.language);
        let parent = corpus.kinds.get(kind.parent as usize).map_or("", |parent| &parent.id);
        table.row(vec![kind.id.clone(), name, lang, further, parent.to_owned()]);
    }
    table.text(2)
}

/// Populations.
pub(super) fn populations(corpus: &Corpus) -> String {
    let mut table = Csv::new(&["id", "name", "name_lang", "names", "class"]);
    for population in &corpus.populations {
        let [name, lang, further] = names(&population.names, &corpus.about.language);
        let class = match population.class {
            PopulationClass::NotStated => "",
            PopulationClass::Civilian => "civilian",
            PopulationClass::Combatant => "combatant",
        };
        table.row(vec![population.id.clone(), name, lang, further, class.to_owned()]);
    }
    table.text(2)
}
