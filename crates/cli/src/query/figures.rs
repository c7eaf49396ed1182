//! The figures of `fieldbook query`: an addition to the contract's fields.

use ::query::figures::{CountsAs, Entry, Line, Says, Sum, measure_id};
use ::query::{Answer, Engine, Selection};
use serde::Serialize;

/// A measure.
#[derive(Debug, Serialize)]
pub struct Section {
    measure: &'static str,
    lines: Vec<LineOut>,
    /// Outside every sum: no decided period, no number, or a period outside the dates asked for.
    outside: Vec<EntryOut>,
}

#[derive(Debug, Serialize)]
struct LineOut {
    says: Vec<String>,
    whom: Option<String>,
    #[serde(rename = "match")]
    matching: SumOut,
    may_match: SumOut,
    #[serde(skip_serializing_if = "Option::is_none")]
    covers: Option<String>,
    entries: Vec<EntryOut>,
    parts: Vec<PartOut>,
}

#[derive(Debug, Serialize)]
struct PartOut {
    whom: Option<String>,
    #[serde(rename = "match")]
    matching: SumOut,
    may_match: SumOut,
}

#[derive(Debug, Serialize)]
struct SumOut {
    figures: u32,
    low: u64,
    best: Option<u64>,
    high: Option<u64>,
}

#[derive(Debug, Serialize)]
struct EntryOut {
    id: String,
    whom: Option<String>,
    low: Option<u64>,
    best: Option<u64>,
    high: Option<u64>,
    period: Option<String>,
    answer: &'static str,
    counts_as: &'static str,
}

/// The figures under a selection.
pub fn sections(engine: &Engine, selection: &Selection) -> Vec<Section> {
    let figures = engine.figures(selection);
    let section = |it: &::query::figures::Section| Section {
        measure: measure_id(it.measure),
        lines: it.lines.iter().map(|line| self::line(engine, line)).collect(),
        outside: it.outside.iter().map(|entry| self::entry(engine, entry)).collect(),
    };
    figures.sections.iter().map(section).collect()
}

fn line(engine: &Engine, line: &Line) -> LineOut {
    let part = |it: &::query::figures::TablePart| PartOut {
        whom: whom(engine, it.whom),
        matching: sum(&it.matching),
        may_match: sum(&it.may_match),
    };
    LineOut {
        says: says(engine, &line.says),
        whom: whom(engine, line.whom),
        matching: sum(&line.matching),
        may_match: sum(&line.may_match),
        covers: line.covers.map(|span| span.to_string()),
        entries: line.entries.iter().map(|it| entry(engine, it)).collect(),
        parts: line.parts.iter().map(part).collect(),
    }
}

/// Ids of the speakers; a report or a table by its id with that word before it.
fn says(engine: &Engine, says: &Says) -> Vec<String> {
    let corpus = engine.corpus();
    let report = |kind: &str, at: u32| {
        let id = corpus.reports.get(at as usize).map_or("none", |report| report.id.as_str());
        vec![format!("{kind} {id}")]
    };
    match says {
        Says::Speakers(list) => {
            let id = |actor: u32| corpus.actors.get(actor as usize).map_or("none", |actor| actor.id.as_str());
            list.iter().map(|&(actor, _)| id(actor).to_owned()).collect()
        }
        Says::Report(at) => report("report", *at),
        Says::Table(at) => report("table", *at),
    }
}

fn whom(engine: &Engine, whom: u32) -> Option<String> {
    engine.corpus().populations.get(whom as usize).map(|population| population.id.clone())
}

fn sum(sum: &Sum) -> SumOut {
    SumOut { figures: sum.figures, low: sum.low(), best: sum.best(), high: sum.high() }
}

fn entry(engine: &Engine, entry: &Entry) -> EntryOut {
    let held = &entry.figure;
    EntryOut {
        id: engine.corpus().statements.ids.get(held.row as usize).to_owned(),
        whom: whom(engine, held.whom),
        low: held.low,
        best: held.best,
        high: held.high,
        period: held.period.map(|period| period.to_string()),
        answer: match entry.answer {
            Answer::Match => "match",
            Answer::MayMatch => "may_match",
            Answer::No => "outside",
        },
        counts_as: match entry.counts_as {
            CountsAs::Own => "own",
            CountsAs::PartOf(_) => "part",
            CountsAs::WholeOf(_) => "whole_of_counted_part",
            CountsAs::SameEvent(_) => "same_event",
            CountsAs::Within(_) => "within_period",
            CountsAs::Overlaps(_) => "may_overlap",
            CountsAs::NoPeriod => "no_period",
            CountsAs::NoNumber => "no_number",
            CountsAs::PeriodOutside => "period_outside",
        },
    }
}
