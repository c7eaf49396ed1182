//! ACLED: tables of the Armed Conflict Location & Event Data project, in the layout to 2022 and from 2023.
//!
//! They are mapped tables whose columns are known. Neither actor column says who began. A 0 in `fatalities`
//! stands where nobody died and where no number was reported, so it is kept as a least number with those
//! words. ACLED's terms forbid passing rows on, which is said wherever such a table is read.

use super::mapping::{Acled, Cell, Counted, Mapping};
use crate::table::Table;
use index::{Level, Measure};

/// What a table must have to be recognized.
const NEEDED: [&str; 8] = [
    "event_id_cnty",
    "event_date",
    "time_precision",
    "event_type",
    "sub_event_type",
    "actor1",
    "geo_precision",
    "fatalities",
];

/// Whether the table is one of ACLED's, by its columns.
pub(super) fn recognized(table: &Table) -> bool {
    table.has(&NEEDED)
}

/// Which columns hold what.
pub(super) fn mapping() -> Mapping {
    let cell = |name: &str| Cell::Column(name.to_owned());
    let some = |name: &str| Some(cell(name));
    Mapping {
        id: some("event_id_cnty"),
        date: some("event_date"),
        actors: ["actor1", "assoc_actor_1", "actor2", "assoc_actor_2"].map(cell).to_vec(),
        list: "; ".to_owned(),
        places: vec![
            (Level::Country, cell("country")),
            (Level::Admin1, cell("admin1")),
            (Level::Admin2, cell("admin2")),
            (Level::Admin3, cell("admin3")),
            (Level::Town, cell("location")),
        ],
        latitude: some("latitude"),
        longitude: some("longitude"),
        kind: ["event_type", "sub_event_type"].map(cell).to_vec(),
        source: vec![cell("source")],
        summary: some("notes"),
        figures: vec![Counted { measure: Measure::Killed, best: some("fatalities"), ..Counted::default() }],
        acled: Some(Acled {
            time_precision: cell("time_precision"),
            geo_precision: cell("geo_precision"),
            inter: [cell("inter1"), cell("inter2")],
        }),
        ..Mapping::default()
    }
}
