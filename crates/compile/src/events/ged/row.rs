//! A row of UCDP GED as values.

use crate::diagnostic::Diagnostics;
use crate::places::{DEGREES, point_of};
use crate::table::{Row, Table, shown};
use index::{Day, Point, Precision};

/// UCDP's three types of organized violence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Violence {
    /// A government and an organized group.
    StateBased,
    /// Two organized groups, neither of them a government.
    NonState,
    /// An organized actor against civilians.
    OneSided,
}

impl Violence {
    /// The types in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::StateBased, Self::NonState, Self::OneSided];

    /// UCDP's number for it.
    pub fn id(self) -> &'static str {
        ["1", "2", "3"][self as usize]
    }

    /// UCDP's name for it.
    pub fn name(self) -> &'static str {
        ["state-based violence", "non-state violence", "one-sided violence"][self as usize]
    }

    /// The same in short.
    pub fn short_name(self) -> &'static str {
        ["state-based", "non-state", "one-sided"][self as usize]
    }

    /// The same in Arabic; awaits review by a native speaker.
    pub fn arabic_name(self) -> &'static str {
        ["عنف طرفه دولة", "عنف بين جهات غير الدولة", "عنف من طرف واحد"][self as usize]
    }

    fn from_id(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|violence| violence.id() == text)
    }
}

/// One row of the table.
#[derive(Clone, Debug)]
pub(super) struct GedRow<'r> {
    /// UCDP's id.
    pub id: &'r str,
    /// Type of violence.
    pub violence: Violence,
    /// First side.
    pub side_a: &'r str,
    /// Second side.
    pub side_b: &'r str,
    /// Publishers.
    pub office: &'r str,
    /// Days of the sources, joined by semicolons.
    pub source_dates: &'r str,
    /// Headline.
    pub headline: &'r str,
    /// Who said so first.
    pub original: &'r str,
    /// Country, first and second division, named place.
    pub path: [&'r str; 4],
    /// `where_prec`; 0 where it is missing.
    pub where_prec: u8,
    /// Where it is drawn.
    pub point: Option<Point>,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Civilian deaths.
    pub civilians: u64,
    /// Deaths, low estimate.
    pub low: Option<u64>,
    /// Deaths, best estimate.
    pub best: Option<u64>,
    /// Deaths, high estimate.
    pub high: Option<u64>,
}

impl GedRow<'_> {
    /// How precisely UCDP knows the place.
    pub fn precision(&self) -> Precision {
        match self.where_prec {
            1 => Precision::Exact,
            2 => Precision::Near,
            _ => Precision::Within,
        }
    }

    /// How many steps of the path the source vouches for.
    pub fn depth(&self) -> usize {
        match self.where_prec {
            6 => 1,
            4 => 2,
            3 => 3,
            _ => 4,
        }
    }
}

/// Where the columns stand that are read.
pub(super) struct Columns {
    at: [Option<usize>; NAMES.len()],
}

const NAMES: [&str; 21] = [
    "id",
    "type_of_violence",
    "side_a",
    "side_b",
    "source_office",
    "source_headline",
    "source_original",
    "country",
    "adm_1",
    "adm_2",
    "where_coordinates",
    "where_prec",
    "latitude",
    "longitude",
    "date_start",
    "date_end",
    "low",
    "best",
    "high",
    "source_date",
    "deaths_civilians",
];

type Fault = (String, String);

impl Columns {
    /// Finds the columns of a table.
    pub fn of(table: &Table) -> Self {
        Self { at: NAMES.map(|name| table.column(name)) }
    }

    /// Reads a row; what it can do without is reported.
    ///
    /// # Errors
    /// Where the id, type, dates or numbers cannot be read.
    pub fn row<'r>(&self, row: &'r Row<'_, '_>, diagnostics: &mut Diagnostics) -> Result<GedRow<'r>, Fault> {
        let cell = |i: usize| self.at.get(i).copied().flatten().map_or("", |at| row.cell(at));
        let id = cell(0);
        if id.is_empty() {
            return Err(("The row has no id".to_owned(), "Fill in the column id".to_owned()));
        }
        let violence = Violence::from_id(whole(cell(1))).ok_or_else(|| {
            let what = format!("“{}” is not a type of violence", shown(cell(1)));
            (what, "Write 1, 2 or 3 in the column type_of_violence".to_owned())
        })?;
        let (first, last) = (day(cell(14), "date_start")?, day(cell(15), "date_end")?);
        if last < first {
            let what = format!("The event ends on {last}, before it begins on {first}");
            return Err((what, "Correct date_start or date_end".to_owned()));
        }
        let prec = whole(cell(11));
        Ok(GedRow {
            id: whole(id),
            violence,
            side_a: cell(2),
            side_b: cell(3),
            office: cell(4),
            headline: cell(5),
            original: cell(6),
            source_dates: cell(19),
            path: [cell(7), cell(8), cell(9), cell(10)],
            where_prec: where_prec(prec, row, diagnostics),
            point: point(cell(12), cell(13), row, diagnostics),
            first,
            last,
            civilians: number(cell(20), "deaths_civilians")?.unwrap_or(0),
            low: number(cell(16), "low")?,
            best: number(cell(17), "best")?,
            high: number(cell(18), "high")?,
        })
    }
}

fn where_prec(text: &str, row: &Row, diagnostics: &mut Diagnostics) -> u8 {
    let precision = text.parse().ok().filter(|precision| (1..=7).contains(precision));
    precision.unwrap_or_else(|| {
        let what = format!("“{}” is not a where_prec; the named place is taken", shown(text));
        diagnostics.warning(&row.origin, what, "Write a number from 1 to 7");
        0
    })
}

fn point(latitude: &str, longitude: &str, row: &Row, diagnostics: &mut Diagnostics) -> Option<Point> {
    point_of(latitude, longitude).unwrap_or_else(|fault| {
        diagnostics.warning(&row.origin, format!("{fault}; the row is kept without them"), DEGREES);
        None
    })
}

/// `2014-01-22`, `2014-01-22 00:00:00.000` or `2009-02-20T00:00:00`.
fn day(text: &str, column: &str) -> Result<Day, Fault> {
    parse_day(text).ok_or_else(|| {
        let what = match text {
            "" => format!("{column} is empty"),
            _ => format!("“{}” in {column} is not a day", shown(text)),
        };
        (what, "Write a day as YEAR-MONTH-DAY".to_owned())
    })
}

/// A day as the table writes it; nothing where it is none.
pub(super) fn parse_day(text: &str) -> Option<Day> {
    let date = text.split(['T', ' ']).next()?;
    let mut parts = date.splitn(3, '-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month = parts.next().filter(|month| month.len() <= 2)?.parse().ok()?;
    let day = parts.next().filter(|day| day.len() <= 2)?.parse().ok()?;
    Day::from_ymd(year, month, day)
}

fn number(text: &str, column: &str) -> Result<Option<u64>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    whole(text).parse().map(Some).map_err(|_| {
        let what = format!("“{}” in {column} is not a number of deaths", shown(text));
        (what, "Write digits only".to_owned())
    })
}

/// A whole number without the `.0` that spreadsheets and R put behind it.
fn whole(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if digits(whole) && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => {
            whole
        }
        _ => text,
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_every_layout() {
        let check = |text: &str, expect: &str| {
            assert_eq!(parse_day(text).map_or("-".to_owned(), |day| day.to_string()), expect, "{text}");
        };
        check("2014-01-22 00:00:00.000", "2014-01-22");
        check("2016-01-01", "2016-01-01");
        check("2009-02-20T00:00:00", "2009-02-20");
        check("2019-02-29", "-");
        check("22-01-2014", "-");
        check("", "-");
    }

    #[test]
    fn numbers_with_the_trace_of_a_spreadsheet() {
        assert_eq!(number("214797.0", "low"), Ok(Some(214_797)));
        assert_eq!(number("", "low"), Ok(None));
        assert!(number("3.5", "low").is_err());
        assert!(number("-1", "low").is_err());
    }
}
