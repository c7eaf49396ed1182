//! Guessing a mapping from the names of columns, held against their values.
//!
//! A name alone is not enough: a date column must hold dates, a latitude must be one. Who did what to whom is
//! taken only from names that say so ("perpetrator", "victim"); `actor1` and `actor2` have no direction. Cells
//! are never split: only the table's publisher knows what joins them.

use super::{Cell, Counted, Mapping};
use crate::events::day::{DayOrder, order_of, span};
use crate::table::Table;
use index::{Level, Measure};

/// How many rows are looked at.
const LOOKED_AT: usize = 1000;

/// The share of a date column's values that must be dates, in percent; tables read from PDF hold strays.
const DATES_PERCENT: usize = 80;

const ID: &[&str] = &[
    "id",
    "event id",
    "incident id",
    "record id",
    "uid",
    "eventid",
    "globaleventid",
    "event id cnty",
    "data id",
];
const DATE: &[&str] = &[
    "date",
    "event date",
    "date start",
    "date from",
    "start date",
    "incident date",
    "date of incident",
    "date occurred",
    "occurred",
    "occurred at",
    "datetime",
    "date time",
    "time",
    "timestamp",
    "day",
    "sqldate",
    "from",
    "begin",
    "fecha",
];
const DATE_END: &[&str] = &["date end", "date to", "end date", "enddate", "until", "to", "end"];
const LATITUDE: &[&str] = &["latitude", "lat", "y", "geo lat"];
const LONGITUDE: &[&str] = &["longitude", "lon", "lng", "long", "x", "geo lon"];
const PLACES: [(Level, &[&str]); 5] = [
    (Level::Country, &["country", "country name", "pays", "pais"]),
    (
        Level::Admin1,
        &[
            "admin1",
            "adm1",
            "adm 1",
            "admin 1",
            "admin1 name",
            "adm1 name",
            "province",
            "governorate",
            "state",
            "oblast",
            "department",
        ],
    ),
    (
        Level::Admin2,
        &[
            "admin2",
            "adm2",
            "adm 2",
            "admin 2",
            "admin2 name",
            "adm2 name",
            "district",
            "county",
            "municipality",
        ],
    ),
    (Level::Admin3, &["admin3", "adm3", "adm 3", "admin 3", "admin3 name", "subdistrict", "sub district"]),
    (
        Level::Town,
        &[
            "place",
            "location",
            "place name",
            "location name",
            "city",
            "town",
            "village",
            "locality",
            "settlement",
            "where",
        ],
    ),
];
const INITIATOR: &[&str] =
    &["initiator", "perpetrator", "perpetrators", "perpetrator group", "attacker", "responsible"];
const AFFECTED: &[&str] = &["affected", "target", "targets", "victim", "victims", "target group"];
const ACTORS: &[&str] = &[
    "actor",
    "actors",
    "actor1",
    "actor2",
    "actor 1",
    "actor 2",
    "group",
    "armed group",
    "party",
    "parties",
    "side a",
    "side b",
    "organization",
    "organisation",
];
const SPEAKER: &[&str] = &["speaker", "said by", "according to", "source original", "reported by"];
const KIND: &[&str] = &[
    "disorder type",
    "category",
    "event type",
    "incident type",
    "type",
    "kind",
    "attack type",
    "type of event",
    "type of incident",
    "sub event type",
    "subtype",
    "sub type",
    "event subtype",
];
const SOURCE: &[&str] = &["source", "sources", "source name", "publisher", "outlet"];
const SUMMARY: &[&str] = &[
    "summary",
    "description",
    "notes",
    "details",
    "narrative",
    "event description",
    "incident description",
    "comments",
    "text",
];
const QUOTE: &[&str] = &["headline", "title"];
const FIGURES: [(Measure, &[&str]); 6] = [
    (
        Measure::Killed,
        &[
            "killed",
            "deaths",
            "fatalities",
            "dead",
            "total killed",
            "number killed",
            "people killed",
            "nkill",
        ],
    ),
    (
        Measure::Injured,
        &["injured", "wounded", "injuries", "total injured", "number injured", "people injured", "nwound"],
    ),
    (Measure::Displaced, &["displaced", "idps", "people displaced"]),
    (Measure::Refugees, &["refugees"]),
    (Measure::Detained, &["detained", "arrested", "detainees"]),
    (Measure::Missing, &["missing", "abducted", "kidnapped"]),
];

/// The mapping that names and values suggest; nothing where no column holds dates. Beside it, whether dates
/// could be read in either order.
pub(crate) fn guessed(table: &Table) -> Option<(Mapping, bool)> {
    let look = Look {
        names: table.header().iter().map(|name| plain(name)).collect(),
        rows: table.sample(LOOKED_AT),
    };
    let date = look.date()?;
    let (day_order, open) = look.order(date);
    let cell = |at: usize| Cell::Column(table.header().get(at).cloned().unwrap_or_default());
    let one = |names: &[&str]| look.named(names).map(cell);
    let all = |names: &[&str]| look.all_named(names).into_iter().map(cell).collect::<Vec<_>>();
    let number =
        |names: &[&str]| look.all_named(names).into_iter().find(|&at| look.holds(at, is_count)).map(cell);
    let place = |&(level, names): &(Level, &[&str])| Some((level, one(names)?));
    let figure = |&(measure, names): &(Measure, &[&str])| {
        Some(Counted { measure, best: Some(number(names)?), ..Counted::default() })
    };
    let end = look.all_named(DATE_END).into_iter().find(|&at| at != date && look.is_date(at));
    let mapping = Mapping {
        id: look.all_named(ID).into_iter().find(|&at| look.is_unique(at)).map(cell),
        date: Some(cell(date)),
        date_end: end.map(cell),
        day_order,
        initiator: all(INITIATOR),
        affected: all(AFFECTED),
        actors: all(ACTORS),
        speaker: one(SPEAKER),
        places: PLACES.iter().filter_map(place).collect(),
        latitude: look.named(LATITUDE).filter(|&at| look.holds(at, |cell| within(cell, 90.0))).map(cell),
        longitude: look.named(LONGITUDE).filter(|&at| look.holds(at, |cell| within(cell, 180.0))).map(cell),
        kind: all(KIND),
        source: one(SOURCE).into_iter().collect(),
        summary: one(SUMMARY),
        quote: one(QUOTE),
        figures: FIGURES.iter().filter_map(figure).collect(),
        ..Mapping::default()
    };
    Some((mapping, open))
}

/// A name in small letters with blanks for every other sign.
fn plain(name: &str) -> String {
    let letters = name.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ");
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_count(cell: &str) -> bool {
    super::number::count(cell).is_ok()
}

fn within(cell: &str, limit: f64) -> bool {
    cell.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= limit)
}

struct Look {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Look {
    /// The first column of these names, in the names' order.
    fn named(&self, names: &[&str]) -> Option<usize> {
        self.all_named(names).into_iter().next()
    }

    fn all_named(&self, names: &[&str]) -> Vec<usize> {
        names.iter().filter_map(|wanted| self.names.iter().position(|name| name == wanted)).collect()
    }

    fn values(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .filter_map(move |row| row.get(at))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
    }

    /// Whether a column's values are of this sort, as far as there are any.
    fn holds(&self, at: usize, is: impl Fn(&str) -> bool) -> bool {
        let (mut good, mut all) = (0, 0);
        for value in self.values(at) {
            all += 1;
            good += usize::from(is(value));
        }
        all > 0 && good * 100 >= all * DATES_PERCENT
    }

    fn is_unique(&self, at: usize) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let unique = self.values(at).all(|value| seen.insert(value));
        unique && seen.len() == self.rows.len()
    }

    fn is_date(&self, at: usize) -> bool {
        let either = |cell: &str| {
            span(cell, DayOrder::DayFirst).or_else(|| span(cell, DayOrder::MonthFirst)).is_some()
        };
        self.holds(at, either)
    }

    /// The column of dates: by its name, else the only one that holds whole days.
    fn date(&self) -> Option<usize> {
        let named = self.all_named(DATE).into_iter().find(|&at| self.is_date(at));
        let days = |at: &usize| {
            let day = |cell: &str| {
                cell.len() >= 8 && span(cell, DayOrder::DayFirst).is_some_and(|span| span.is_day())
            };
            self.holds(*at, day)
        };
        let all = || (0..self.names.len()).filter(days).collect::<Vec<_>>();
        let year = || self.named(&["year"]).filter(|&at| self.is_date(at));
        named
            .or_else(|| match all().as_slice() {
                [only] => Some(*only),
                _ => None,
            })
            .or_else(year)
    }

    /// Which number stands first in a column's dates, and whether that is open.
    fn order(&self, at: usize) -> (DayOrder, bool) {
        let (mut day, mut month, mut differs) = (0, 0, false);
        for value in self.values(at) {
            match order_of(value) {
                Some(DayOrder::DayFirst) => day += 1,
                Some(DayOrder::MonthFirst) => month += 1,
                None => differs |= span(value, DayOrder::DayFirst) != span(value, DayOrder::MonthFirst),
            }
        }
        let order = if month > day { DayOrder::MonthFirst } else { DayOrder::DayFirst };
        (order, differs && day == 0 && month == 0)
    }
}
