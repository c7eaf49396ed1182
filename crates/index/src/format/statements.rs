//! The statements' columns, each told by what is known already.
//!
//! A day is told as the step from the day before, an actor by the country of its statement and its place in the
//! list, a number as an id by how much it is more than the last. What is not surprising costs next to nothing.

use super::wire::{Coded, Context, Fault, Wire, within};
use crate::NONE;
use crate::columns::{Lists, Texts};
use crate::date::{Day, Span};
use crate::model::*;

/// What the tables say, for whoever tells statements.
pub struct Tables {
    /// The topmost place above each.
    roots: Vec<u32>,
    actors: u32,
    places: u32,
    kinds: u32,
    sources: u32,
}

impl Tables {
    /// From tables, checked or not.
    pub fn new(corpus: &Corpus) -> Self {
        let mut roots: Vec<u32> = Vec::with_capacity(corpus.places.len());
        for (place, entry) in (0..).zip(&corpus.places) {
            roots.push(roots.get(entry.parent as usize).copied().unwrap_or(place));
        }
        Self {
            roots,
            actors: corpus.actors.len() as u32,
            places: corpus.places.len() as u32,
            kinds: corpus.kinds.len() as u32,
            sources: corpus.sources.len() as u32,
        }
    }
}

/// All columns.
pub fn code<W: Wire>(
    all: &mut Statements,
    tables: &Tables,
    wire: &mut W,
    context: Context,
) -> Result<(), Fault> {
    let part = |number: u32| within(context, number);
    texts(&mut all.ids, wire, part(1))?;
    texts(&mut all.summaries, wire, part(2))?;
    texts(&mut all.quotes, wire, part(3))?;
    texts(&mut all.edtf, wire, part(4))?;
    dates(&mut all.dates, wire, part(5))?;
    lists(&mut all.places, wire, part(6), &mut |wire, context, entry: &mut PlaceEntry, _, at| {
        reference(wire, context, &mut entry.place, tables.places)?;
        entry.precision.code(wire, within(context, 1))?;
        group(wire, within(context, 2), &mut entry.group, at)
    })?;
    lists(&mut all.kinds, wire, part(7), &mut |wire, context, kind, _, _| {
        reference(wire, context, kind, tables.kinds)
    })?;
    let place = |row: usize| {
        let first = all.places.get(row).first();
        first.and_then(|entry| tables.roots.get(entry.place as usize)).copied().unwrap_or(NONE)
    };
    lists(&mut all.actors, wire, part(8), &mut |wire, context, entry: &mut ActorEntry, row, at| {
        let here = within(context, at.min(3));
        reference(wire, within(here, place(row)), &mut entry.actor, tables.actors)?;
        entry.role.code(wire, within(here, 1))?;
        group(wire, within(here, 2), &mut entry.group, at)
    })?;
    lists(&mut all.speakers, wire, part(9), &mut |wire, context, entry: &mut SpeakerEntry, _, at| {
        reference(wire, context, &mut entry.actor, tables.actors)?;
        group(wire, within(context, 2), &mut entry.group, at)
    })?;
    lists(&mut all.sources, wire, part(10), &mut |wire, context, source, _, _| {
        reference(wire, context, source, tables.sources)
    })?;
    steps(&mut all.reports, wire, part(11))?;
    lists(&mut all.spans, wire, part(12), &mut |wire, context, span: &mut TextSpan, _, _| {
        span.paragraph.code(wire, within(context, 1))?;
        span.start.code(wire, within(context, 2))?;
        let mut length = i64::from(span.end) - i64::from(span.start);
        wire.signed(within(context, 3), &mut length)?;
        span.end = narrow(i64::from(span.start).wrapping_add(length))?;
        Ok(())
    })?;
    steps(&mut all.events, wire, part(13))?;
    all.made.code(wire, part(14))?;
    figures(&mut all.figures, wire, part(15))
}

fn narrow(number: i64) -> Result<u32, Fault> {
    u32::try_from(number).map_err(|_| Fault("a number that is too large"))
}

/// Statements for which room is made before they are read.
const MOST_AT_ONCE: usize = 1 << 21;

/// How one element travels, given its context, its statement and its place in the list.
type Element<'a, W, T> = &'a mut dyn FnMut(&mut W, Context, &mut T, usize, u32) -> Result<(), Fault>;

/// A column of lists.
fn lists<W: Wire, T: Default + Clone>(
    column: &mut Lists<T>,
    wire: &mut W,
    context: Context,
    element: Element<W, T>,
) -> Result<(), Fault> {
    let rows = wire.length(context, column.len())?;
    let writes = column.len() == rows && rows > 0;
    if !writes {
        column.ends.reserve_exact(rows.min(MOST_AT_ONCE));
    }
    let mut before = 0;
    for row in 0..rows {
        let known = column.range(row);
        let mut length = known.len() as u64;
        wire.number(within(context, 4 + before), &mut length)?;
        wire.spend(length)?;
        before = length.min(3) as u32;
        for at in 0..length as u32 {
            let mut value = T::default();
            if let Some(known) = column.values.get(known.start + at as usize).filter(|_| writes) {
                value.clone_from(known);
            }
            element(wire, within(context, 2), &mut value, row, at)?;
            if !writes {
                column.values.push(value);
            }
        }
        if !writes {
            column
                .ends
                .push(u32::try_from(column.values.len()).map_err(|_| Fault("a column that is too long"))?);
        }
    }
    Ok(())
}

/// An entry of a table of `count`, or none.
fn reference<W: Wire>(wire: &mut W, context: Context, entry: &mut u32, count: u32) -> Result<(), Fault> {
    let bits = 32 - count.saturating_add(1).leading_zeros();
    let none = ((1u64 << bits) - 1) as u32;
    let told =
        wire.symbol(within(context, 9), (*entry).min(if *entry == NONE { none } else { none - 1 }), bits);
    *entry = if told == none { NONE } else { told };
    Ok(())
}

/// The group of the `at`th entry, which is mostly its own.
fn group<W: Wire>(wire: &mut W, context: Context, group: &mut u16, at: u32) -> Result<(), Fault> {
    let mut more = i64::from(*group) - i64::from(at);
    wire.signed(context, &mut more)?;
    let told = more.wrapping_add(i64::from(at));
    *group = u16::try_from(told).map_err(|_| Fault("a number that is too large"))?;
    Ok(())
}

/// Numbers that mostly stay or rise by one.
fn steps<W: Wire>(column: &mut Vec<u32>, wire: &mut W, context: Context) -> Result<(), Fault> {
    let rows = wire.length(context, column.len())?;
    column.resize(rows, 0);
    let mut last = 0i64;
    for value in column {
        // None stands below all others.
        let mut step = i64::from(value.wrapping_add(1)) - last;
        wire.signed(within(context, 2), &mut step)?;
        last = last.wrapping_add(step);
        *value = narrow(last)?.wrapping_sub(1);
    }
    Ok(())
}

/// A column of dates: mostly one day, some days after the last.
fn dates<W: Wire>(column: &mut Lists<Span>, wire: &mut W, context: Context) -> Result<(), Fault> {
    let mut last = 0;
    lists(column, wire, context, &mut |wire, context, span: &mut Span, _, _| {
        let flags = u32::from(span.from.is_some())
            | u32::from(span.to.is_some()) << 1
            | u32::from(span.qualified) << 2
            | u32::from(span.is_day()) << 3;
        let flags = wire.symbol(within(context, 1), flags, 4);
        span.qualified = flags & 4 != 0;
        if flags & 1 != 0 {
            let from = span.from.unwrap_or_default();
            last = step(wire, within(context, 2), from, last)?.0;
            span.from = Some(Day(last));
        }
        if flags & 8 != 0 {
            span.to = span.from;
        } else if flags & 2 != 0 {
            span.to = Some(step(wire, within(context, 3), span.to.unwrap_or_default(), last)?);
        }
        Ok(())
    })
}

fn step<W: Wire>(wire: &mut W, context: Context, day: Day, last: i32) -> Result<Day, Fault> {
    let mut more = i64::from(day.0) - i64::from(last);
    wire.signed(context, &mut more)?;
    let told = i64::from(last).wrapping_add(more);
    let day = i32::try_from(told).ok().map(Day).filter(|day| (Day::MIN..=Day::MAX).contains(day));
    day.ok_or(Fault("a day beyond the years ±9999"))
}

/// A column of texts; one that is a plain number is told by how much it is more than the last such.
fn texts<W: Wire>(column: &mut Texts, wire: &mut W, context: Context) -> Result<(), Fault> {
    let rows = wire.length(context, column.len())?;
    let writes = column.len() == rows && rows > 0;
    let mut buffer = std::mem::take(&mut column.buffer).into_bytes();
    let (mut start, mut last) = (0usize, 0i64);
    for row in 0..rows {
        let end = if writes { column.ends.get(row).map_or(start, |&end| end as usize) } else { start };
        let known = buffer.get(start..end).unwrap_or_default();
        let sort = if known.is_empty() { 0 } else { 1 + u32::from(numeric(known).is_some()) };
        let sort = wire.symbol(within(context, 4), sort, 2);
        let number = numeric(known);
        match sort {
            0 => {}
            2 => {
                let mut step = number.unwrap_or(0).wrapping_sub(last);
                wire.signed(within(context, 5), &mut step)?;
                last = last.wrapping_add(step);
                if !writes {
                    buffer.extend_from_slice(last.to_string().as_bytes());
                }
                start = if writes { end } else { buffer.len() };
            }
            _ => {
                let length = wire.length(within(context, 6), end - start)?;
                wire.bytes(within(context, 7), &mut buffer, start, length)?;
                start += length;
            }
        }
        if !writes {
            column.ends.push(u32::try_from(start).map_err(|_| Fault("a column that is too long"))?);
        }
    }
    column.buffer = String::from_utf8(buffer).map_err(|_| Fault("a text that is not UTF-8"))?;
    Ok(())
}

/// The number that a text is, where writing it gives the same text.
fn numeric(text: &[u8]) -> Option<i64> {
    let plain = !text.is_empty()
        && text.len() < 18
        && text.iter().all(u8::is_ascii_digit)
        && (text == b"0" || !text.starts_with(b"0"));
    plain.then(|| text.iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
}

/// A table of ids.
pub fn ids<W: Wire>(ids: &mut Vec<String>, wire: &mut W, context: Context) -> Result<(), Fault> {
    let mut column: Texts = ids.iter().map(String::as_str).collect();
    texts(&mut column, wire, context)?;
    if ids.len() != column.len() {
        *ids = column.iter().map(str::to_owned).collect();
    }
    Ok(())
}

/// A column of figures.
fn figures<W: Wire>(column: &mut Lists<Figure>, wire: &mut W, context: Context) -> Result<(), Fault> {
    let mut position = 0i64;
    lists(column, wire, context, &mut |wire, context, figure: &mut Figure, _, at| {
        let here = within(context, at.min(7));
        let part = |number: u32| within(here, number);
        figure.measure.code(wire, part(1))?;
        figure.whom.code(wire, part(2))?;
        figure.best.code(wire, part(3))?;
        bounded(wire, part(4), &mut figure.low, figure.best)?;
        bounded(wire, part(5), &mut figure.high, figure.best)?;
        figure.bound.code(wire, part(6))?;
        figure.period.code(wire, part(7))?;
        figure.computed.code(wire, part(8))?;
        // Told by how far back the whole stands; nothing for none.
        let mut back = if figure.part_of == NONE { 0 } else { position - i64::from(figure.part_of) };
        let is_part = wire.bit(part(9), u32::from(figure.part_of != NONE));
        if is_part == 1 {
            wire.signed(part(10), &mut back)?;
            figure.part_of = narrow(position.wrapping_sub(back))?;
        } else {
            figure.part_of = NONE;
        }
        position += 1;
        figure.words.code(wire, part(11))
    })
}

/// A number that is mostly the best estimate, or there just where that is.
fn bounded<W: Wire>(
    wire: &mut W,
    context: Context,
    value: &mut Option<u64>,
    best: Option<u64>,
) -> Result<(), Fault> {
    let same = wire.bit(context, u32::from(*value == best));
    if same == 1 {
        *value = best;
        return Ok(());
    }
    value.code(wire, within(context, 1))
}
