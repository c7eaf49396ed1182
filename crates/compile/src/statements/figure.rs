//! The grammar of figures: `toll: killed 1746 at least of civilians over 2019-04-29/2020-02-24`.
//!
//! ```text
//! figures := figure { ";" figure }
//! figure  := [label ":"] measure number [bound] ["of" population] ["over" period] ["computed"]
//!            ["part of" label] ["((" words "))"]
//! number  := digits | low ".." high | low ".." best ".." high | "?"; in three parts, "?" for one not given
//! bound   := "at least" | "at most" | "about" | "nearly"
//! ```

use super::date::{Fault, when};
use crate::draft::{DraftFigure, PartOf};
use crate::populations::Populations;
use crate::table::shown;
use index::date::Anchors;
use index::{Bound, Figure, Measure, NONE, Span};
use std::iter::Peekable;
use std::str::SplitWhitespace;

/// A figure as read, and the rule of its period where it has one.
#[derive(Clone, Debug)]
pub(crate) struct ReadFigure {
    /// The figure.
    pub draft: DraftFigure,
    /// The date rule of its period, or empty.
    pub rule: String,
}

/// Reads the figures of a cell.
///
/// # Errors
/// The first thing that is not as the grammar wants it.
pub(crate) fn figures(
    cell: &str,
    anchors: &Anchors,
    populations: &mut Populations,
    in_order: bool,
) -> Result<Vec<ReadFigure>, Fault> {
    split(cell).into_iter().map(|text| figure(text, anchors, populations, in_order)).collect()
}

/// Splits at `;` outside double brackets.
fn split(cell: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut inside) = (0, false);
    for (at, c) in cell.char_indices() {
        let rest = cell.get(at..).unwrap_or("");
        inside = if inside { !rest.starts_with("))") } else { rest.starts_with("((") };
        if c == ';' && !inside {
            parts.push(cell.get(start..at).unwrap_or(""));
            start = at + 1;
        }
    }
    parts.push(cell.get(start..).unwrap_or(""));
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

type Words<'a> = Peekable<SplitWhitespace<'a>>;

fn figure(
    text: &str,
    anchors: &Anchors,
    populations: &mut Populations,
    in_order: bool,
) -> Result<ReadFigure, Fault> {
    let (text, shown_words) = take_words(text)?;
    let (label, rest) = take_label(&text);
    let mut words = rest.split_whitespace().peekable();
    let measure = measure(words.next().unwrap_or(""))?;
    let given = words.next().unwrap_or("");
    let mut figure = number(given, in_order)?;
    figure.measure = measure;
    let bound = bound(&mut words)?;
    bind(&mut figure, bound, given);
    figure.whom = whom(&mut words, populations)?;
    let (period, rule) = period(&mut words, anchors)?;
    figure.period = period;
    figure.computed = words.next_if_eq(&"computed").is_some();
    let part_of = part_of(&mut words)?;
    if let Some(word) = words.next() {
        let what =
            format!("The figure “{}” has “{}” where nothing more may follow", shown(&text), shown(word));
        return Err((what, format!("Keep this order: {ORDER}")));
    }
    figure.words = shown_words;
    Ok(ReadFigure { draft: DraftFigure { figure, label, part_of }, rule })
}

const ORDER: &str =
    "[label:] measure number [bound] [of population] [over PERIOD] [computed] [part of label]";

/// Takes `((words))` out of a figure.
fn take_words(text: &str) -> Result<(String, String), Fault> {
    let Some((before, rest)) = text.split_once("((") else { return Ok((text.to_owned(), String::new())) };
    let Some((words, after)) = rest.split_once("))") else {
        let what = format!("The figure “{}” has (( without ))", shown(text));
        return Err((what, "Close the words shown with ))".to_owned()));
    };
    Ok((format!("{before} {after}"), words.trim().to_owned()))
}

fn take_label(text: &str) -> (String, &str) {
    match text.split_once(':') {
        Some((label, rest)) => (label.trim().to_owned(), rest),
        None => (String::new(), text),
    }
}

fn measure(word: &str) -> Result<Measure, Fault> {
    Ok(match word {
        "killed" => Measure::Killed,
        "injured" => Measure::Injured,
        "displaced" => Measure::Displaced,
        "refugees" => Measure::Refugees,
        "residents" => Measure::Residents,
        "detained" => Measure::Detained,
        "missing" => Measure::Missing,
        "other" => Measure::Other,
        _ => {
            let what = format!("“{}” is not a measure", shown(word));
            let remedy = "Write killed, injured, displaced, refugees, residents, detained, missing or other";
            return Err((what, remedy.to_owned()));
        }
    })
}

/// Low, best and high; where rows of a table are taken as they stand, they need not be in order.
fn number(word: &str, in_order: bool) -> Result<Figure, Fault> {
    let mut figure = Figure { whom: NONE, part_of: NONE, ..Figure::default() };
    if word == "?" {
        return Ok(figure);
    }
    let part = |part: &str| match part {
        "?" => Some(None),
        digits => digits.parse().ok().map(Some),
    };
    let parts: Option<Vec<Option<u64>>> = word.split("..").map(part).collect();
    let ordered = |parts: &[Option<u64>]| !in_order || parts.iter().flatten().is_sorted();
    match parts.as_deref() {
        Some(&[Some(best)]) => figure.best = Some(best),
        Some(&[Some(low), Some(high)]) if ordered(&[Some(low), Some(high)]) => {
            (figure.low, figure.high) = (Some(low), Some(high));
        }
        Some(&[low, best, high]) if ordered(&[low, best, high]) => {
            (figure.low, figure.best, figure.high) = (low, best, high);
        }
        _ => {
            let what = format!("“{}” is not a number", shown(word));
            let remedy = "Write digits without separators, low..high, low..best..high, or ? for words only";
            return Err((what, remedy.to_owned()));
        }
    }
    Ok(figure)
}

fn bound(words: &mut Words) -> Result<Bound, Fault> {
    if words.next_if_eq(&"about").is_some() {
        return Ok(Bound::About);
    }
    if words.next_if_eq(&"nearly").is_some() {
        return Ok(Bound::Nearly);
    }
    if words.next_if_eq(&"at").is_none() {
        return Ok(Bound::Exact);
    }
    match words.next() {
        Some("least") => Ok(Bound::AtLeast),
        Some("most") => Ok(Bound::AtMost),
        other => {
            let what = format!("“at {}” is not a bound", shown(other.unwrap_or("")));
            Err((what, "Write at least, at most, about or nearly".to_owned()))
        }
    }
}

/// A single number bounds the figure on the sides that its bound leaves no room on.
fn bind(figure: &mut Figure, bound: Bound, given: &str) {
    figure.bound = bound;
    if given.contains("..") {
        return;
    }
    if matches!(bound, Bound::Exact | Bound::AtLeast) {
        figure.low = figure.best;
    }
    if matches!(bound, Bound::Exact | Bound::AtMost | Bound::Nearly) {
        figure.high = figure.best;
    }
}

fn whom(words: &mut Words, populations: &mut Populations) -> Result<u32, Fault> {
    if words.next_if_eq(&"of").is_none() {
        return Ok(NONE);
    }
    populations.find(words.next().unwrap_or(""))
}

fn period(words: &mut Words, anchors: &Anchors) -> Result<(Option<Span>, String), Fault> {
    if words.next_if_eq(&"over").is_none() {
        return Ok((None, String::new()));
    }
    let when = when(words.next().unwrap_or(""), anchors)?;
    match when.dates.as_slice() {
        [] if when.rule.is_empty() => {
            Err(("There is no period after “over”".to_owned(), "Write EDTF or a date rule".to_owned()))
        }
        [] => Ok((None, when.rule)),
        [span] => Ok((Some(*span), when.rule)),
        _ => Err(("A period is one interval, not a set".to_owned(), "Write it with a /".to_owned())),
    }
}

fn part_of(words: &mut Words) -> Result<PartOf, Fault> {
    if words.next_if_eq(&"part").is_none() {
        return Ok(PartOf::Nothing);
    }
    match (words.next(), words.next()) {
        (Some("of"), Some(label)) => Ok(PartOf::Label(label.to_owned())),
        _ => Err(("“part” names no label".to_owned(), "Write part of, then the whole's label".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn show(read: &ReadFigure) -> String {
        let figure = &read.draft.figure;
        let n = |number: Option<u64>| number.map_or("-".to_owned(), |n| n.to_string());
        let period = figure.period.map_or(String::new(), |span| format!(" over {span}"));
        let whom = if figure.whom == NONE { String::new() } else { format!(" of {}", figure.whom) };
        let computed = if figure.computed { " computed" } else { "" };
        let part = match &read.draft.part_of {
            PartOf::Label(label) => format!(" < {label}"),
            _ => String::new(),
        };
        let words = if figure.words.is_empty() { String::new() } else { format!(" “{}”", figure.words) };
        let numbers = format!("{}/{}/{}", n(figure.low), n(figure.best), n(figure.high));
        let (measure, bound, label) = (figure.measure, figure.bound, &read.draft.label);
        format!("{label}:{measure:?} {numbers} {bound:?}{whom}{period}{computed}{part}{words}")
    }

    fn check(cell: &str, expect: &str) {
        let anchors = Anchors::of(index::date::parse_bounds("2020-02-28").ok(), "");
        let got = match figures(cell, &anchors, &mut Populations::new(), true) {
            Ok(figures) => figures.iter().map(show).collect::<Vec<_>>().join("; "),
            Err((what, _)) => format!("error: {what}"),
        };
        assert_eq!(got, expect, "{cell}");
    }

    #[test]
    fn figures_as_written() {
        check("", "");
        check("killed 33 of soldiers", ":Killed 33/33/33 Exact of 0");
        check(
            "toll: killed 1746 at least of civilians over 2019-04-29/2020-02-24; killed 513 of children part of toll",
            "toll:Killed 1746/1746/- AtLeast of 0 over 2019-04-29/2020-02-24; :Killed 513/513/513 Exact of 1 < toll",
        );
        check(
            "displaced 900000..1000000 nearly of residents over 2019-12/published computed ((almost a third; or so))",
            ":Displaced 900000/-/1000000 Nearly of 0 over 2019-12-01/2020-02-28 computed “almost a third; or so”",
        );
        check("injured ? ((dozens))", ":Injured -/-/- Exact “dozens”");
        check("missing 1..2..5 about", ":Missing 1/2/5 About");
        check("killed 1,746", "error: “1,746” is not a number");
        check("killed 5..3", "error: “5..3” is not a number");
        check("slain 3", "error: “slain” is not a measure");
        check("killed 3 at best", "error: “at best” is not a bound");
        check("killed 3 of martians", "error: The population “martians” is not known");
        check("killed 3 over", "error: There is no period after “over”");
        check("killed 3 part toll", "error: “part” names no label");
        check("killed 3 ((dozens", "error: The figure “killed 3 ((dozens” has (( without ))");
        check(
            "killed 3 computed of women",
            "error: The figure “killed 3 computed of women” has “of” where nothing more may follow",
        );
    }

    proptest! {
        #[test]
        fn no_cell_breaks_the_grammar(cell in "[a-z0-9.:;()/ é]{0,80}|.{0,80}") {
            let _ = figures(&cell, &Anchors::default(), &mut Populations::new(), true);
        }
    }
}
