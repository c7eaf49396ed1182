//! `places.csv`: where. Regions name the places that they cover or overlap.

use crate::diagnostic::Diagnostics;
use crate::roster::{Head, Roster};
use crate::table::{Row, Table, shown};
use index::{Cover, Coverage, Level, NONE, Place, Point};

/// The table's name, as remedies give it.
pub(crate) const FILE: &str = "places.csv";

/// The table's columns; what is taken apart is written in them, too.
pub(crate) const COLUMNS: [&str; 13] = [
    "id",
    "name",
    "name_lang",
    "names",
    "parent",
    "level",
    "latitude",
    "longitude",
    "code",
    "area",
    "covers",
    "overlaps",
    "note",
];

/// A place whose references are still ids.
#[derive(Debug, Default)]
pub(crate) struct ListedPlace {
    /// The place.
    pub place: Place,
    /// Code of its outline, or empty.
    pub area: String,
    /// Ids of what it covers or overlaps.
    pub covers: Vec<(String, Coverage)>,
}

/// Reads the table into the roster.
pub(crate) fn read(
    table: &Table,
    language: &str,
    roster: &mut Roster<ListedPlace>,
    diagnostics: &mut Diagnostics,
) {
    table.check_columns(&COLUMNS, &["id", "name"], diagnostics);
    table.rows(diagnostics, |row, diagnostics| {
        let Some(head) = Head::of(row, language, diagnostics) else { return };
        let place = Place {
            id: head.id.clone(),
            names: head.names.clone(),
            level: level(row, diagnostics),
            parent: NONE,
            point: point(row, diagnostics),
            area: NONE,
            code: row.get("code").to_owned(),
            covers: Vec::new(),
            note: row.get("note").to_owned(),
        };
        let mut covers = ids(row.get("covers"), Coverage::Covers);
        covers.extend(ids(row.get("overlaps"), Coverage::Overlaps));
        let listed = ListedPlace { place, area: row.get("area").to_owned(), covers };
        roster.list(head, listed, diagnostics);
    });
}

/// Turns the ids of what regions cover into positions; `moved` says where each listed place went.
pub(crate) fn settle_covers(roster: &mut Roster<ListedPlace>, diagnostics: &mut Diagnostics) {
    for at in 0..roster.items.len() {
        let wanted =
            roster.items.get_mut(at).map(|item| std::mem::take(&mut item.covers)).unwrap_or_default();
        let mut covers = Vec::new();
        for (id, coverage) in wanted {
            match cover(roster, at, &id) {
                Ok(place) => covers.push(Cover { place, coverage }),
                Err((what, remedy)) => {
                    if let Some(origin) = roster.origin(at).cloned() {
                        diagnostics.error(&origin, what, remedy);
                    }
                }
            }
        }
        if let Some(item) = roster.items.get_mut(at) {
            item.place.covers = covers;
        }
    }
}

fn cover(roster: &Roster<ListedPlace>, at: usize, id: &str) -> Result<u32, (String, String)> {
    let place = roster.register.find(id, "place", FILE)?;
    let target = roster.items.get(place as usize).map(|item| item.place.level);
    if place as usize == at || target == Some(Level::Region) {
        let what = format!(
            "The region covers or overlaps “{}”, which is itself a region; that is ignored",
            shown(id)
        );
        return Err((what, "Name the divisions and towns that it covers".to_owned()));
    }
    Ok(place)
}

fn ids(cell: &str, coverage: Coverage) -> Vec<(String, Coverage)> {
    let parts = cell.split(';').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| (part.to_owned(), coverage)).collect()
}

fn level(row: &Row, diagnostics: &mut Diagnostics) -> Level {
    match row.get("level").to_lowercase().as_str() {
        "country" => Level::Country,
        "admin1" => Level::Admin1,
        "admin2" => Level::Admin2,
        "admin3" => Level::Admin3,
        "town" => Level::Town,
        "site" => Level::Site,
        "region" => Level::Region,
        "other" | "" => Level::Other,
        unknown => {
            let what = format!("The level “{}” is not known and is taken as other", shown(unknown));
            let remedy = "Write country, admin1, admin2, admin3, town, site, region or other";
            diagnostics.error(&row.origin, what, remedy);
            Level::Other
        }
    }
}

fn point(row: &Row, diagnostics: &mut Diagnostics) -> Option<Point> {
    point_of(row.get("latitude"), row.get("longitude")).unwrap_or_else(|fault| {
        diagnostics.error(&row.origin, format!("{fault}; the place is kept without a point"), DEGREES);
        None
    })
}

/// What to do about coordinates that are none.
pub(crate) const DEGREES: &str = "Write degrees, such as 35.93 and 36.63";

/// The point that two cells give; none where both are empty.
///
/// # Errors
/// What is wrong, where they are not numbers or lie off the globe; the caller says what becomes of the row.
pub(crate) fn point_of(latitude: &str, longitude: &str) -> Result<Option<Point>, String> {
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(None);
    }
    let point = latitude.parse().ok().zip(longitude.parse().ok());
    let point = point.and_then(|(latitude, longitude)| Point::from_degrees(latitude, longitude));
    let fault = || format!("“{}, {}” is not a latitude and a longitude", shown(latitude), shown(longitude));
    point.map(Some).ok_or_else(fault)
}
