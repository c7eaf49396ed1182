//! Columns: where in a table the values stand that a mapping names.

use super::{Acled, Cell, Found, Mapping};
use crate::table::{Row, Table};
use index::{Level, Measure, Role};

/// Where the values of a row come from.
pub(super) struct Columns {
    pub names: Vec<String>,
    pub id: Found,
    pub date: Found,
    pub date_end: Found,
    pub actors: Vec<(Found, Role)>,
    pub speaker: Found,
    pub places: Vec<(Level, Found)>,
    pub latitude: Found,
    pub longitude: Found,
    pub kind: Vec<Found>,
    pub source: Vec<Found>,
    pub summary: Found,
    pub quote: Found,
    pub figures: Vec<(Measure, [Found; 3])>,
    pub acled: Option<AcledColumns>,
}

pub(super) struct AcledColumns {
    pub time_precision: Found,
    pub geo_precision: Found,
    pub inter: [Found; 2],
}

impl Columns {
    /// Finds the columns of a table.
    pub fn of(table: &Table, mapping: &Mapping) -> Self {
        let one = |cell: &Option<Cell>| cell.as_ref().map_or(Found::Nothing, |cell| cell.find(table));
        let all = |cells: &[Cell]| cells.iter().map(|cell| cell.find(table)).collect::<Vec<_>>();
        let roles = [
            (&mapping.initiator, Role::Initiator),
            (&mapping.affected, Role::Affected),
            (&mapping.actors, Role::Mentioned),
        ];
        let actors =
            roles.iter().flat_map(|(cells, role)| all(cells).into_iter().map(|found| (found, *role)));
        let acled = |acled: &Acled| AcledColumns {
            time_precision: acled.time_precision.find(table),
            geo_precision: acled.geo_precision.find(table),
            inter: [acled.inter[0].find(table), acled.inter[1].find(table)],
        };
        Self {
            names: if mapping.dialect.is_named() { Vec::new() } else { table.header().to_vec() },
            id: one(&mapping.id),
            date: one(&mapping.date),
            date_end: one(&mapping.date_end),
            actors: actors.collect(),
            speaker: one(&mapping.speaker),
            places: mapping.places.iter().map(|(level, cell)| (*level, cell.find(table))).collect(),
            latitude: one(&mapping.latitude),
            longitude: one(&mapping.longitude),
            kind: all(&mapping.kind),
            source: all(&mapping.source),
            summary: one(&mapping.summary),
            quote: one(&mapping.quote),
            figures: mapping
                .figures
                .iter()
                .map(|c| (c.measure, [one(&c.low), one(&c.best), one(&c.high)]))
                .collect(),
            acled: mapping.acled.as_ref().map(acled),
        }
    }
}

/// The value of a row.
pub(super) fn value<'r>(row: &'r Row, found: &'r Found) -> &'r str {
    match found {
        Found::Nothing => "",
        Found::Column(at) => row.cell(*at),
        Found::Constant(value) => value,
    }
}
