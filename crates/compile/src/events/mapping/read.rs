//! Rows of a mapped table as statements.

use super::Mapping;
use super::columns::{Columns, value};
use super::number::{count, whole};
use super::precision::{kind_of_inter, widened};
use crate::diagnostic::Diagnostics;
use crate::events::day::{DayOrder, span};
use crate::events::odd::Odd;
use crate::events::{Reader, open};
use crate::gather::Gathered;
use crate::places::{DEGREES, point_of};
use crate::report::stem;
use crate::rows::{Event, RowFigure};
use crate::table::{Row, Table, shown};
use crate::totals::{Form, TableTotals};
use index::{ActorEntry, ActorKind, Level, Measure, PlaceEntry, Point, Precision, Span, SpeakerEntry};

/// What is wrong with a row, and what to do about it.
pub(super) type Fault = (String, &'static str);

/// How many letters a column's name must have to be told from a value.
const NAME_TOLD: usize = 4;

const KEPT: &str = "Nothing needs to be done if the table has it so";

/// Reads one table through a mapping.
pub(crate) fn read(
    reader: &mut Reader,
    table: &Table,
    mapping: &Mapping,
    form: Form,
    gathered: &mut Gathered,
    diagnostics: &mut Diagnostics,
) {
    let Some((report, mut totals)) = open(table, gathered, diagnostics) else { return };
    totals.form = form;
    if form != Form::Acled {
        let shown = Mapping {
            dialect: crate::table::Dialect {
                delimiter: table.delimiter().filter(|byte| *byte != b','),
                ..mapping.dialect.clone()
            },
            ..mapping.clone()
        };
        totals.mapping = shown.section(&table.file);
    }
    let columns = Columns::of(table, mapping);
    let mut task = Task {
        report,
        list: &mapping.list,
        order: mapping.day_order,
        stem: stem(&table.file),
        odd: Odd::default(),
        totals,
        kinds: Vec::new(),
        kindless: 0,
        scratch: Scratch::default(),
    };
    let left_out = diagnostics.count_left_out();
    table.rows(diagnostics, |row, diagnostics| {
        if row.is_hxl() {
            return;
        }
        if let Err((what, remedy)) = task.row(row, &columns, reader, gathered, diagnostics)
            && !what.is_empty()
        {
            diagnostics.left_out(&row.origin, format!("{what}; the row is left out"), remedy);
        }
    });
    let Task { odd, mut totals, kinds, kindless, .. } = task;
    totals.rejected = diagnostics.count_left_out() - left_out;
    totals.odd = odd.finish(&table.head_origin(), diagnostics);
    totals.kinds = counted(&kinds, kindless, gathered);
    gathered.tables.push(totals);
}

/// The kinds that occur, by their ids, the commonest first.
fn counted(kinds: &[u32], kindless: u32, gathered: &Gathered) -> Vec<(String, u32)> {
    let all = gathered.kinds.roster.items.iter().zip(kinds);
    let mut counts: Vec<(String, u32)> =
        all.filter(|(_, rows)| **rows > 0).map(|(kind, rows)| (kind.id.clone(), *rows)).collect();
    counts.extend((kindless > 0).then(|| ("(none)".to_owned(), kindless)));
    counts.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    counts
}

struct Task<'m> {
    report: u32,
    list: &'m str,
    order: DayOrder,
    stem: &'m str,
    odd: Odd,
    totals: TableTotals,
    /// Rows of each kind, by its position.
    kinds: Vec<u32>,
    /// Rows without a kind.
    kindless: u32,
    scratch: Scratch,
}

impl Task<'_> {
    fn row(
        &mut self,
        row: &Row,
        columns: &Columns,
        reader: &mut Reader,
        gathered: &mut Gathered,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), Fault> {
        let when = value(row, &columns.date);
        let undated = |when: &str| matches!(self.day(when), Ok(None) | Err(_));
        if !when.starts_with(|c: char| c.is_ascii_digit())
            && undated(when)
            && repeats_header(row, &columns.names)
        {
            return Err((
                "The row repeats the header".to_owned(),
                "Take it out, or leave it: nothing is lost",
            ));
        }
        let numbered;
        let id = match value(row, &columns.id) {
            "" => {
                numbered = format!("{}-{}", self.stem, self.totals.rows + 1);
                &numbered
            }
            id => whole(id),
        };
        if !gathered.is_free(id, &row.origin, diagnostics) {
            return Err((String::new(), ""));
        }
        let date = self.date(row, columns, diagnostics)?;
        let mut scratch = std::mem::take(&mut self.scratch);
        figures(row, columns, &mut scratch.figures)?;
        self.actors(row, columns, reader, gathered, &mut scratch.actors);
        let said = reader.cast.actors(value(row, &columns.speaker), "", |_| ActorKind::Other, gathered);
        scratch.speakers.clear();
        scratch.speakers.extend(said.iter().map(|&actor| SpeakerEntry { actor, group: 0 }));
        scratch.sources.clear();
        for found in &columns.source {
            scratch.sources.extend_from_slice(reader.cast.sources(value(row, found), self.list, gathered));
        }
        scratch.sources.dedup();
        let kind = reader.cast.kind(columns.kind.iter().map(|found| value(row, found)), gathered);
        let place = self.place(row, columns, reader, gathered.care.coordinates.is_none(), diagnostics);
        gathered.rows.push(&Event {
            id,
            summary: value(row, &columns.summary),
            quote: value(row, &columns.quote),
            report: self.report,
            date,
            edtf: "",
            actors: &scratch.actors,
            speakers: &scratch.speakers,
            place,
            kinds: kind.as_slice(),
            sources: &scratch.sources,
            figures: &scratch.figures,
        });
        self.count(date, &scratch.figures, kind);
        self.scratch = scratch;
        Ok(())
    }

    /// When: an interval as wide as the row says.
    fn date(
        &mut self,
        row: &Row,
        columns: &Columns,
        diagnostics: &mut Diagnostics,
    ) -> Result<Option<Span>, Fault> {
        let (from, to) = (value(row, &columns.date), value(row, &columns.date_end));
        let first = self.day(from)?;
        let last = self.day(to)?;
        let span = match (first, last) {
            (None, None) => {
                self.odd.row(
                    "no date",
                    &row.origin,
                    "The row has no date; it is kept as undated",
                    KEPT,
                    diagnostics,
                );
                return Ok(None);
            }
            (Some(span), None) | (None, Some(span)) => span,
            (Some(first), Some(last)) => {
                Span { from: first.from, to: last.to, qualified: first.qualified || last.qualified }
            }
        };
        if span.low() > span.high() {
            let what = format!("The event ends on “{}”, before it begins on “{}”", shown(to), shown(from));
            return Err((what, "Correct one of the two dates"));
        }
        Ok(Some(
            columns.acled.as_ref().map_or(span, |acled| widened(span, value(row, &acled.time_precision))),
        ))
    }

    fn day(&self, text: &str) -> Result<Option<Span>, Fault> {
        if text.is_empty() {
            return Ok(None);
        }
        let found = span(text, self.order).or_else(|| index::date::parse_bounds(text).ok());
        found.map(Some).ok_or_else(|| {
            let what = format!("“{}” is not a date", shown(text));
            (what, "Write YEAR-MONTH-DAY, or say with dates = \"month first\" how the table writes them")
        })
    }

    fn actors(
        &mut self,
        row: &Row,
        columns: &Columns,
        reader: &mut Reader,
        gathered: &mut Gathered,
        entries: &mut Vec<ActorEntry>,
    ) {
        entries.clear();
        for (at, (found, role)) in columns.actors.iter().enumerate() {
            let cell = value(row, found);
            if cell.is_empty() {
                continue;
            }
            let inter = columns
                .acled
                .as_ref()
                .and_then(|acled| Some(value(row, acled.inter.get(at / 2).filter(|_| at % 2 == 0)?)));
            let kind = inter.map_or(ActorKind::Other, kind_of_inter);
            for &actor in reader.cast.actors(cell, self.list, |_| kind, gathered).iter() {
                if !entries.iter().any(|entry| entry.actor == actor && entry.role == *role) {
                    entries.push(ActorEntry { actor, role: *role, group: entries.len() as u16 });
                }
            }
        }
    }

    fn place(
        &mut self,
        row: &Row,
        columns: &Columns,
        reader: &mut Reader,
        spots: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<PlaceEntry> {
        let point = self.point(row, columns, diagnostics);
        // Only ACLED says how precisely a place is known.
        let geo = columns.acled.as_ref().map_or("", |acled| value(row, &acled.geo_precision));
        let (precision, deepest) = match geo {
            "1" => (Precision::Exact, Level::Town),
            "2" => (Precision::Near, Level::Town),
            // The place stands for a part of its division.
            "3" => (Precision::Within, Level::Admin1),
            _ => (Precision::Within, Level::Town),
        };
        let cells = columns.places.iter().filter(|(level, _)| *level <= deepest);
        let mut steps: Vec<(&str, Level)> = cells.map(|(level, found)| (value(row, found), *level)).collect();
        let named = steps.iter().filter(|(cell, _)| !cell.is_empty()).map(|(_, level)| *level).max();
        let spot;
        // A spot without a name would be called by its coordinates, which may have to stay out.
        if named.is_none()
            && spots
            && let Some(point) = point
        {
            spot = format!("{:.3}, {:.3}", point.lat_degrees(), point.lon_degrees());
            steps = vec![(&spot, Level::Site)];
        }
        let is_spot = geo != "3" && named.is_none_or(|level| level == Level::Town);
        let place = reader.paths.add(&steps, point, is_spot)?;
        let precision = if is_spot { precision } else { Precision::Within };
        Some(PlaceEntry { place, precision, group: 0 })
    }

    fn point(&mut self, row: &Row, columns: &Columns, diagnostics: &mut Diagnostics) -> Option<Point> {
        let (latitude, longitude) = (value(row, &columns.latitude), value(row, &columns.longitude));
        point_of(latitude, longitude).unwrap_or_else(|fault| {
            let what = format!("{fault}; the row is kept without them");
            self.odd.row("no latitude and longitude", &row.origin, what, DEGREES, diagnostics);
            None
        })
    }

    fn count(&mut self, date: Option<Span>, figures: &[RowFigure], kind: Option<u32>) {
        let totals = &mut self.totals;
        totals.rows += 1;
        match date {
            Some(Span { from: Some(from), to: Some(to), .. }) => totals.span(from, to),
            Some(Span { from, to, .. }) => {
                from.or(to).into_iter().for_each(|day| totals.span(day, day));
            }
            None => totals.undated += 1,
        }
        for figure in figures.iter().filter(|figure| figure.measure == Measure::Killed) {
            let [low, best, high] =
                figure.counts.map(|count| Some(count).filter(|count| *count != RowFigure::UNKNOWN));
            let middle = best.unwrap_or(0);
            totals.low = totals.low.saturating_add(low.unwrap_or(middle));
            totals.best = totals.best.saturating_add(middle);
            totals.high = totals.high.saturating_add(high.unwrap_or(middle));
        }
        let Some(kind) = kind else {
            self.kindless += 1;
            return;
        };
        if self.kinds.len() <= kind as usize {
            self.kinds.resize(kind as usize + 1, 0);
        }
        self.kinds.iter_mut().skip(kind as usize).take(1).for_each(|count| *count += 1);
    }
}

/// What a row's lists are gathered in, kept from row to row.
#[derive(Default)]
struct Scratch {
    actors: Vec<ActorEntry>,
    speakers: Vec<SpeakerEntry>,
    sources: Vec<u32>,
    figures: Vec<RowFigure>,
}

/// Whether a row without a date holds the name of one of its columns, as where pages of a PDF were joined.
fn repeats_header(row: &Row, names: &[String]) -> bool {
    let plain = |text: &str| text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
    let mut names = names.iter().map(|name| plain(name)).enumerate();
    names.any(|(at, name)| name.chars().count() >= NAME_TOLD && plain(row.cell(at)).starts_with(&name))
}

fn figures(row: &Row, columns: &Columns, figures: &mut Vec<RowFigure>) -> Result<(), Fault> {
    figures.clear();
    for (measure, cells) in &columns.figures {
        let [low, best, high] = cells;
        let (low, best, high) = (count(value(row, low))?, count(value(row, best))?, count(value(row, high))?);
        if columns.acled.is_some() && best == Some(0) {
            // ACLED writes 0 where nobody died and where no number was reported.
            let least = RowFigure::new(*measure, Some(0), None, None);
            figures.push(RowFigure { words: "0 or not reported", ..least });
        } else if low.or(best).or(high).is_some() {
            figures.push(RowFigure::new(*measure, low, best, high));
        }
    }
    Ok(())
}
