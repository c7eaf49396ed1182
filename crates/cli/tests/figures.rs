//! The figures' stories: what must come out of the shipped corpus and of a real table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod idlib;

use compile::{Options, SourceFile, compile};
use flate2::read::GzDecoder;
use index::{Day, Measure};
use query::figures::{CountsAs, Entry, Figures, Line, Says, Section, Sum};
use query::{DateClause, Dimension, Engine, Selection, Value, ValueClause};
use std::fs;
use std::io::Read;
use std::path::Path;

fn days(from: (i32, u32, u32), to: (i32, u32, u32)) -> DateClause {
    let day = |(year, month, day)| Day::from_ymd(year, month, day);
    DateClause { from: day(from), to: day(to), undated: false }
}

fn place(engine: &Engine, id: &str) -> ValueClause {
    ValueClause::of([Value::Entry(engine.entry(Dimension::Place, id).unwrap())])
}

fn killed(figures: &Figures) -> &Section {
    figures.sections.iter().find(|section| section.measure == Measure::Killed).unwrap()
}

fn speaker(engine: &Engine, says: &Says) -> String {
    let corpus = engine.corpus();
    match says {
        Says::Speakers(list) => {
            list.iter().map(|it| corpus.actors[it.0 as usize].id.clone()).collect::<Vec<_>>().join("+")
        }
        Says::Report(report) => format!("report {}", corpus.reports[*report as usize].id),
        Says::Table(report) => format!("table {}", corpus.reports[*report as usize].id),
    }
}

fn id(engine: &Engine, entry: &Entry) -> String {
    engine.corpus().statements.ids.get(entry.figure.row as usize).to_owned()
}

fn whom(engine: &Engine, whom: u32) -> &str {
    engine.corpus().populations.get(whom as usize).map_or("-", |population| population.id.as_str())
}

fn amount(sum: &Sum) -> (u64, Option<u64>, Option<u64>) {
    (sum.low(), sum.best(), sum.high())
}

fn north_west(engine: &Engine) -> Selection {
    Selection {
        date: days((2019, 4, 29), (2020, 2, 28)),
        place: place(engine, "north-western-syria"),
        ..Selection::default()
    }
}

#[test]
fn two_lines_with_their_parts_and_no_sum_over_speakers() {
    let engine = idlib::engine();
    let figures = engine.figures(&north_west(&engine));
    let section = killed(&figures);
    let [civilians, soldiers] = section.lines.as_slice() else { panic!("{:#?}", section.lines) };
    assert_eq!(speaker(&engine, &civilians.says), "united-nations");
    assert_eq!(whom(&engine, civilians.whom), "civilians");
    assert_eq!(amount(&civilians.matching), (1746, Some(1746), None));
    assert!(civilians.may_match.is_empty());
    let whole = civilians.entries[0].figure.position;
    let listed: Vec<_> = civilians
        .entries
        .iter()
        .map(|entry| (entry.figure.best.unwrap(), whom(&engine, entry.figure.whom), entry.counts_as))
        .collect();
    let part = CountsAs::PartOf(whole);
    let expect = [
        (1746, "civilians", CountsAs::Own),
        (513, "children", part),
        (338, "women", part),
        (465, "civilians", part),
    ];
    assert_eq!(listed, expect);
    assert_eq!(speaker(&engine, &soldiers.says), "report 001");
    assert_eq!(whom(&engine, soldiers.whom), "soldiers");
    assert_eq!(amount(&soldiers.matching), (33, Some(33), Some(33)));
}

#[test]
fn a_total_on_request_says_what_it_left_out() {
    let engine = idlib::engine();
    let figures = engine.figures(&north_west(&engine));
    let total = killed(&figures).total(&engine).unwrap();
    assert_eq!(amount(&total.matching), (1779, Some(1779), None));
    assert_eq!(total.terms.len(), 2);
    let left: Vec<_> =
        total.left_out.iter().map(|it| (it.figure.unwrap().best.unwrap(), it.counts_as)).collect();
    let whole = total.terms[0].figures[0].position;
    let part = CountsAs::PartOf(whole);
    // No remainder of the 1,746 is among the terms, and the 255 is named.
    assert_eq!(left, [(513, part), (338, part), (465, part), (255, CountsAs::NoPeriod)]);
    assert_eq!(total.until, [Day::from_ymd(2020, 2, 24), Day::from_ymd(2020, 2, 27), None]);
}

#[test]
fn the_255_are_outside_every_total_and_listed() {
    let engine = idlib::engine();
    for selection in [Selection::default(), north_west(&engine)] {
        let figures = engine.figures(&selection);
        let section = killed(&figures);
        let outside: Vec<_> =
            section.outside.iter().map(|it| (id(&engine, it), it.figure.best, it.counts_as)).collect();
        assert_eq!(outside, [("000-killed-255".to_owned(), Some(255), CountsAs::NoPeriod)]);
        let all = section.lines.iter().flat_map(|line| &line.entries);
        assert!(all.map(|entry| id(&engine, entry)).all(|id| id != "000-killed-255"));
        assert_eq!(section.total(&engine).unwrap().matching.low(), 1779);
    }
}

#[test]
fn three_million_are_two_unrelated_figures() {
    let engine = idlib::engine();
    let figures = engine.figures(&Selection { text: "three million".into(), ..Selection::default() });
    let millions: Vec<(Measure, String, String)> = figures
        .sections
        .iter()
        .flat_map(|section| section.lines.iter().map(move |line| (section, line)))
        .flat_map(|(section, line)| line.entries.iter().map(move |entry| (section, entry)))
        .filter(|(_, entry)| entry.figure.best == Some(3_000_000))
        .map(|(section, entry)| {
            (section.measure, id(&engine, entry), entry.figure.period.unwrap().to_string())
        })
        .collect();
    let expect = [
        (Measure::Refugees, "000-refugees-hosted".to_owned(), "2024-11-29".to_owned()),
        (Measure::Residents, "001-displaced".to_owned(), "2019-12-01/2020-03-05".to_owned()),
    ];
    assert_eq!(millions, expect);
    for section in
        figures.sections.iter().filter(|it| matches!(it.measure, Measure::Refugees | Measure::Residents))
    {
        assert_eq!(section.total(&engine), None, "people who live somewhere are not added up");
    }
}

#[test]
fn a_part_that_matches_is_counted_where_its_whole_only_may() {
    let engine = idlib::engine();
    let selection = Selection { date: days((2019, 12, 1), (2020, 2, 24)), ..Selection::default() };
    let figures = engine.figures(&selection);
    let line = &killed(&figures).lines[0];
    assert_eq!((amount(&line.matching), line.may_match.is_empty()), ((465, Some(465), None), true));
    let whole = line.entries.iter().find(|entry| entry.figure.best == Some(1746)).unwrap();
    assert!(matches!(whole.counts_as, CountsAs::WholeOf(_)), "{whole:?}");
}

#[test]
fn by_year_and_by_place_are_the_same_question_narrowed() {
    use query::figures::{By, GroupValue};
    let engine = idlib::engine();
    let (groups, more) = engine.figures_by(&Selection::default(), By::Value(Dimension::Place), 50);
    assert_eq!(more, 0);
    assert!(!groups.is_empty());
    for group in groups {
        let GroupValue::Value(value) = group.value else { panic!() };
        let narrowed = Selection { place: ValueClause::of([value]), ..Selection::default() };
        assert_eq!(group.figures, engine.figures(&narrowed));
    }
    let (years, _) = engine.figures_by(&Selection::default(), By::Year, 50);
    let years: Vec<_> = years.iter().map(|group| group.value).collect();
    let year =
        |year| GroupValue::Year(Day::from_ymd(year, 1, 1).unwrap(), Day::from_ymd(year, 12, 31).unwrap());
    assert!(years.contains(&year(2020)) && years.contains(&year(2019)), "{years:?}");
}

/// A column of the table as numbers.
struct Ged {
    rows: Vec<csv::StringRecord>,
    header: csv::StringRecord,
}

impl Ged {
    fn text(&self, row: usize, column: &str) -> &str {
        let at = self.header.iter().position(|name| name == column).unwrap();
        self.rows[row].get(at).unwrap()
    }

    /// The sums of `low`, `best` and `high` over rows with this answer.
    fn sums(&self, column: &[&str; 3], wanted: impl Fn(usize) -> bool) -> (u64, u64, u64, u32) {
        let rows: Vec<usize> = (0..self.rows.len()).filter(|&row| wanted(row)).collect();
        let sum =
            |column: &str| rows.iter().map(|&row| self.text(row, column).parse::<u64>().unwrap_or(0)).sum();
        (sum(column[0]), sum(column[1]), sum(column[2]), rows.len() as u32)
    }
}

#[test]
fn a_table_is_summed_with_matches_and_may_matches_apart() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/ucdp-ged-syria-41col.csv.gz");
    let Ok(packed) = fs::read(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    let mut text = String::new();
    GzDecoder::new(packed.as_slice()).read_to_string(&mut text).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows = reader.records().map(Result::unwrap).collect();
    let table = Ged { rows, header };
    let file = SourceFile { path: "syria.csv".into(), bytes: text.into_bytes() };
    let engine = Engine::new(compile(&[file], &Options::default()).corpus);
    let bounds = [("", ""), ("2016-03-10", "2017-02-20"), ("2017-01-15", "2017-01-15"), ("2018-06-01", "")];
    for (from, to) in bounds {
        let day = |text: &str| index::date::parse_bounds(text).ok().and_then(|span| span.from);
        let date = DateClause { from: day(from), to: day(to), undated: false };
        let figures = engine.figures(&Selection { date, ..Selection::default() });
        let lines = &killed(&figures).lines;
        let [line] = lines.as_slice() else { panic!("{} lines", lines.len()) };
        let last = if to.is_empty() { "9999" } else { to };
        let start = |row| &table.text(row, "date_start")[..10];
        let end = |row| &table.text(row, "date_end")[..10];
        let inside = |row: usize| from <= start(row) && end(row) <= last;
        let touches = |row: usize| start(row) <= last && from <= end(row) && !inside(row);
        let expect = |sum: &Sum, of: (u64, u64, u64, u32)| {
            let (low, best, high, figures) = of;
            assert_eq!((sum.low(), sum.figures), (low, figures), "{from} to {to}");
            if figures > 0 {
                assert_eq!((sum.best(), sum.high()), (Some(best), Some(high)), "{from} to {to}");
            }
        };
        expect(&line.matching, table.sums(&["low", "best", "high"], inside));
        expect(&line.may_match, table.sums(&["low", "best", "high"], touches));
        is_whole(&table, line);
        let total = killed(&figures).total(&engine).unwrap();
        assert_eq!((total.matching, total.may_match), (line.matching, line.may_match));
        let [part] = line.parts.as_slice() else { panic!("{:?}", line.parts) };
        let dead = |row: usize| table.text(row, "deaths_civilians").parse::<u64>().unwrap_or(0);
        let civilians: u64 = (0..table.rows.len()).filter(|&row| inside(row)).map(dead).sum();
        assert_eq!(part.matching.best().unwrap_or(0), civilians);
        let behind =
            engine.behind_figures(&Selection { date, ..Selection::default() }, Measure::Killed, line);
        assert_eq!(behind.len() as u32, line.matching.figures + line.may_match.figures);
    }
}

/// The line says where the table begins and ends, whatever is selected.
fn is_whole(table: &Ged, line: &Line) {
    let starts = (0..table.rows.len()).map(|row| table.text(row, "date_start")[..10].to_owned());
    let ends = (0..table.rows.len()).map(|row| table.text(row, "date_end")[..10].to_owned());
    let covers = line.covers.unwrap();
    assert_eq!(covers.from.map(|day| day.to_string()), starts.min());
    assert_eq!(covers.to.map(|day| day.to_string()), ends.max());
}
