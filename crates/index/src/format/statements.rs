//! The statements' columns, each told by what is known already.
//!
//! A day is told as the step from the day before, an actor by the country of its statement and its place in the
//! list, a number as an id by how much it is more than the last. What is not surprising costs next to nothing.

use super::dates::dates;
use super::figures::figures;
use super::rows::Rows;
use super::texts::texts;
use super::wire::{Coded, Column, Context, Fault, Wire, within};
use crate::NONE;
use crate::model::*;

/// What the tables say, for whoever tells statements.
pub struct Tables {
    /// The topmost place above each.
    roots: Vec<u32>,
    /// The node of each topmost place; all the first where there are too many.
    nodes: Vec<u32>,
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
        let tops = |place: &usize| roots.get(*place).is_some_and(|root| *root as usize == *place);
        let few = (0..roots.len()).filter(tops).count() <= MOST_NODES;
        let mut node = 0;
        let count = |place: usize| {
            node += u32::from(few && tops(&place));
            node
        };
        let nodes = (0..roots.len()).map(count).collect();
        Self {
            nodes,
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
    let mut last = Last::new();
    lists(&mut all.places, wire, part(6), &mut |wire, context, entry: &mut PlaceEntry, _, at| {
        among(wire, context, Column::Places, &mut entry.place, tables.places)?;
        let mut minor = (entry.precision, entry.group);
        last.code(wire, context, at, &mut minor, &mut |wire, (precision, own)| {
            precision.code(wire, within(context, 1))?;
            group(wire, within(context, 2), own, at)
        })?;
        (entry.precision, entry.group) = minor;
        Ok(())
    })?;
    lists(&mut all.kinds, wire, part(7), &mut |wire, context, kind, _, _| {
        among(wire, context, Column::Kinds, kind, tables.kinds)
    })?;
    let place = |row: usize| {
        let root = all.places.first(row).and_then(|entry| tables.roots.get(entry.place as usize));
        root.map_or(0, |root| root + 1)
    };
    let mut last = Last::new();
    let mut common: Vec<Common> = Vec::new();
    common.resize_with(2 * (tables.roots.len() + 1), Common::default);
    lists(&mut all.actors, wire, part(8), &mut |wire, context, entry: &mut ActorEntry, row, at| {
        let known = place(row) * 2 + at.min(1);
        match common.get_mut(known as usize) {
            Some(common) => {
                let root = (known / 2).checked_sub(1).and_then(|root| tables.nodes.get(root as usize));
                let node = root.map_or(0, |root| root * 2) + at.min(1);
                common.code(wire, within(context, known), node, &mut entry.actor, tables.actors)?;
            }
            None => reference(wire, context, &mut entry.actor, tables.actors)?,
        }
        let mut minor = (entry.role, entry.group);
        last.code(wire, context, at, &mut minor, &mut |wire, (role, own)| {
            role.code(wire, within(context, 1))?;
            group(wire, within(context, 2), own, at)
        })?;
        (entry.role, entry.group) = minor;
        Ok(())
    })?;
    drop(common);
    lists(&mut all.speakers, wire, part(9), &mut |wire, context, entry: &mut SpeakerEntry, _, at| {
        reference(wire, context, &mut entry.actor, tables.actors)?;
        group(wire, within(context, 2), &mut entry.group, at)
    })?;
    let mut last = Last::new();
    lists(&mut all.sources, wire, part(10), &mut |wire, context, source, _, at| {
        last.code(wire, context, at, source, &mut |wire, source| {
            reference(wire, context, source, tables.sources)
        })
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
    made(&mut all.made, wire, part(14))?;
    figures(&mut all.figures, wire, part(15))
}

pub fn narrow(number: i64) -> Result<u32, Fault> {
    u32::try_from(number).map_err(|_| Fault("a number that is too large"))
}

/// Statements for which room is made before they are read.
pub const MOST_AT_ONCE: usize = 1 << 21;

/// How one element travels, given its context, its statement and its place in the list.
type Element<'a, W, T> = &'a mut dyn FnMut(&mut W, Context, &mut T, usize, u32) -> Result<(), Fault>;

/// The last value at each place of a list, which the next one mostly resembles.
pub struct Last<T>([T; 4]);

impl<T: Default + PartialEq + Clone> Last<T> {
    pub fn new() -> Self {
        Self(std::array::from_fn(|_| T::default()))
    }

    /// Tells a value: that it is as the last, or what it is.
    pub fn code<W: Wire>(
        &mut self,
        wire: &mut W,
        context: Context,
        at: u32,
        value: &mut T,
        tell: &mut dyn FnMut(&mut W, &mut T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let last = &mut self.0[at.min(3) as usize];
        if wire.bit(within(context, 20), at.min(15), u32::from(value == last)) == 1 {
            value.clone_from(last);
            return Ok(());
        }
        tell(wire, value)?;
        last.clone_from(value);
        Ok(())
    }
}

/// Entries of a table under some other value, the commonest first: told by how common they are.
#[derive(Default)]
struct Common(Vec<(u32, u32)>);

/// Entries that are kept in order; there is little to win beyond.
const KEPT: usize = 64;

impl Common {
    fn code<W: Wire>(
        &mut self,
        wire: &mut W,
        context: Context,
        node: u32,
        entry: &mut u32,
        count: u32,
    ) -> Result<(), Fault> {
        let known = self.0.iter().position(|(known, _)| known == entry);
        let mut rank = known.unwrap_or(self.0.len()) as u64;
        let told = match wire.is_long() {
            true => wire.digit(Column::Actors, node, rank.min(u64::from(OTHER)) as u32),
            false => OTHER,
        };
        match told {
            OTHER => wire.number(context, &mut rank)?,
            told => rank = told.into(),
        }
        let at = usize::try_from(rank).map_or(self.0.len(), |rank| rank.min(self.0.len()));
        match self.0.get(at) {
            Some((known, _)) => *entry = *known,
            None => {
                reference(wire, within(context, 1), entry, count)?;
                if at < KEPT {
                    self.0.push((*entry, 0));
                }
            }
        }
        self.rise(at);
        Ok(())
    }

    /// Counts an entry, and lets it pass those that are rarer now.
    fn rise(&mut self, mut at: usize) {
        let Some((_, count)) = self.0.get_mut(at) else { return };
        *count += 1;
        let count = *count;
        while at > 0 && self.0.get(at - 1).is_some_and(|(_, above)| *above < count) {
            self.0.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// A column of lists.
pub fn lists<W: Wire, T: Default + Clone, C: Rows<T>>(
    column: &mut C,
    wire: &mut W,
    context: Context,
    element: Element<W, T>,
) -> Result<(), Fault> {
    let rows = wire.length(context, column.rows())?;
    let writes = column.rows() == rows && rows > 0;
    if !writes {
        *column = C::with_room(rows.min(MOST_AT_ONCE));
    }
    // In most columns all lists are equally long.
    let mut same = column.length(0) as u64;
    let is_same = (1..column.rows()).all(|row| column.length(row) as u64 == same);
    let is_same = wire.bit(within(context, 3), 0, u32::from(is_same)) == 1;
    if is_same {
        wire.number(within(context, 3), &mut same)?;
        wire.spend(same.saturating_mul(rows as u64))?;
    }
    let (mut before, mut all) = (0, 0u64);
    let mut list: Vec<T> = Vec::new();
    for row in 0..rows {
        list.clear();
        if writes {
            column.copy(row, &mut list);
        }
        let mut length = if is_same { same } else { list.len() as u64 };
        if !is_same {
            wire.number(within(context, 4 + before), &mut length)?;
            wire.spend(length)?;
        }
        before = length.min(3) as u32;
        all += length;
        if all > u64::from(u32::MAX) {
            return Err(Fault("a column that is too long"));
        }
        for at in 0..length as u32 {
            if writes {
                let Some(value) = list.get_mut(at as usize) else { break };
                element(wire, within(context, 2), value, row, at)?;
            } else {
                let mut value = T::default();
                element(wire, within(context, 2), &mut value, row, at)?;
                list.push(value);
            }
        }
        if !writes {
            column.add(&mut list);
        }
    }
    Ok(())
}

/// The digit that stands for a number told otherwise.
pub const OTHER: u32 = coder::BASE - 1;

/// Topmost places that are told apart where actors are told.
const MOST_NODES: usize = 4000;

/// Bits of a digit.
const DIGIT: u32 = coder::BASE.trailing_zeros();

/// The largest table whose entries are told as digits, in bits: each node needs a table.
const MOST_BITS: u32 = 19;

/// An entry of a table of `count`, or none, in a column of many.
fn among<W: Wire>(
    wire: &mut W,
    context: Context,
    column: Column,
    entry: &mut u32,
    count: u32,
) -> Result<(), Fault> {
    let bits = bits_for(count);
    if !wire.is_long() || bits > MOST_BITS {
        return reference(wire, context, entry, count);
    }
    let value = code_of(*entry, bits);
    // Nodes: first the only one of the highest digit, then one for each of these, and so on.
    let (mut told, mut first, mut done) = (0, 0, 0);
    while done < bits {
        let width = match (bits - done) % DIGIT {
            0 => DIGIT,
            less => less,
        };
        let mask = (1 << width) - 1;
        let digit = wire.digit(column, first + told, value >> (bits - done - width) & mask) & mask;
        first += 1 << done;
        told = told << width | digit;
        done += width;
    }
    *entry = entry_of(told, bits);
    Ok(())
}

fn bits_for(count: u32) -> u32 {
    32 - count.saturating_add(1).leading_zeros()
}

/// An entry as a number of so many bits; the highest is none, and nothing else, however wrong, is.
fn code_of(entry: u32, bits: u32) -> u32 {
    let none = ((1u64 << bits) - 1) as u32;
    entry.min(if entry == NONE { none } else { none - 1 })
}

fn entry_of(code: u32, bits: u32) -> u32 {
    if u64::from(code) == (1u64 << bits) - 1 { NONE } else { code }
}

/// An entry of a table of `count`, or none.
fn reference<W: Wire>(wire: &mut W, context: Context, entry: &mut u32, count: u32) -> Result<(), Fault> {
    let bits = bits_for(count);
    *entry = entry_of(wire.symbol(within(context, 9), code_of(*entry, bits), bits), bits);
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

/// How statements came to be: mostly all alike.
fn made<W: Wire>(column: &mut Vec<Made>, wire: &mut W, context: Context) -> Result<(), Fault> {
    let rows = wire.length(context, column.len())?;
    let mut first = column.first().copied().unwrap_or_default();
    first.code(wire, within(context, 1))?;
    let is_same = column.iter().all(|&made| made == first);
    if wire.bit(within(context, 3), 0, u32::from(is_same)) == 1 {
        column.resize(rows, first);
        return Ok(());
    }
    column.resize(rows, Made::default());
    column.iter_mut().try_for_each(|made| made.code(wire, within(context, 2)))
}
