//! The layout: every type's parts in the order in which they travel.

use super::wire::{Coded, Fault, Wire};
use crate::columns::{Lists, Texts};
use crate::date::{Day, Span};
use crate::model::*;

/// A struct travels as its fields in order.
macro_rules! fields {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Coded for $name {
            fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
                $(self.$field.code(wire)?;)*
                Ok(())
            }
        }
    )*};
}

/// An enum travels as the position of its variant in this list; new variants go last.
macro_rules! variants {
    ($($name:ident [ $($variant:ident),* $(,)? ])*) => {$(
        impl Coded for $name {
            fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
                const ALL: &[$name] = &[$($name::$variant),*];
                let mut position = ALL.iter().position(|variant| variant == self).unwrap_or(0) as u64;
                wire.number(&mut position)?;
                let found = usize::try_from(position).ok().and_then(|position| ALL.get(position));
                *self = *found.ok_or(Fault("an unknown variant"))?;
                Ok(())
            }
        }
    )*};
}

fields! {
    Corpus {
        about, actors, places, kinds, sources, populations, reports, statements, events, derivations, basemap
    }
    About {
        title, description, language, licence, unit, edition, coverage, method, coders, attributions, presets,
        default_view, left_out, diagnostics
    }
    UnitName { lang, one, other }
    Preset { label, from, to }
    Name { text, lang }
    Actor { id, names, kind, parent, from_year, to_year, private, note }
    Place { id, names, level, parent, point, area, code, covers, note }
    Cover { place, coverage }
    Kind { id, names, parent }
    Source { id, names, parent }
    Population { id, names, class }
    Report {
        id, title, source, author, language, published, anchor, captured, url, archive, licence, sha256, citation,
        digest, table, paragraphs, mentions
    }
    Published { edtf, span, how, why }
    Paragraph { text, original, role }
    Mention { paragraph, start, end, kind, target }
    Statements {
        ids, summaries, quotes, spans, reports, dates, edtf, actors, speakers, places, kinds, sources, figures,
        events, made
    }
    TextSpan { paragraph, start, end }
    ActorEntry { actor, role, group }
    SpeakerEntry { actor, group }
    PlaceEntry { place, precision, group }
    Figure { measure, whom, low, best, high, bound, period, computed, part_of, words }
    Derivation { statement, field, words, how, why, rule }
    Basemap { areas, attribution, policy }
    Area { id, names, class, rings, label }
    Point { lat, lon }
}

variants! {
    ActorKind [Other, Person, State, Government, Force, Group, Organization, Media, Population, Report]
    Level [Other, Country, Admin1, Admin2, Admin3, Town, Site, Region]
    Coverage [Covers, Overlaps]
    Measure [Other, Killed, Injured, Displaced, Refugees, Residents, Detained, Missing]
    Bound [Exact, AtLeast, AtMost, About, Nearly]
    PopulationClass [NotStated, Civilian, Combatant]
    ParagraphRole [Body, Heading, Caption, Furniture]
    MentionKind [Date, Actor, Place, Figure, Attribution]
    Role [Initiator, Affected, Speaker, Mentioned]
    Precision [Within, Exact, Near]
    Made [Hand, Machine, Table]
    Field [Date, Actor, Speaker, Place, Kind, Figure]
    How [Stated, Resolved, Carried, Inferred, Computed, Coded, Unknown]
    AreaClass [Country, Division]
}

impl<T: Coded + Default> Coded for Lists<T> {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        self.values.code(wire)?;
        ends(&mut self.ends, wire)
    }
}

impl Coded for Texts {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        self.buffer.code(wire)?;
        ends(&mut self.ends, wire)
    }
}

/// Borders travel as lengths, which are small.
fn ends<W: Wire>(ends: &mut Vec<u32>, wire: &mut W) -> Result<(), Fault> {
    let before = std::iter::once(0).chain(ends.iter().copied());
    let mut lengths: Vec<u64> = ends.iter().zip(before).map(|(end, start)| u64::from(end - start)).collect();
    lengths.code(wire)?;
    let walk = |end: &mut u32, &length: &u64| {
        *end = u32::try_from(u64::from(*end).checked_add(length)?).ok()?;
        Some(*end)
    };
    *ends = lengths.iter().scan(0, walk).collect();
    (ends.len() == lengths.len()).then_some(()).ok_or(Fault("a column that is too long"))
}

impl Coded for Ring {
    /// Points travel as steps from the one before, which are small.
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        let mut steps = steps(&self.0);
        steps.code(wire)?;
        self.0 = walk(&steps);
        Ok(())
    }
}

fn steps(points: &[Point]) -> Vec<Point> {
    let before = std::iter::once(Point::default()).chain(points.iter().copied());
    let step = |(point, before): (&Point, Point)| Point {
        lat: point.lat.wrapping_sub(before.lat),
        lon: point.lon.wrapping_sub(before.lon),
    };
    points.iter().zip(before).map(step).collect()
}

fn walk(steps: &[Point]) -> Vec<Point> {
    let walk = |at: &mut Point, step: &Point| {
        *at = Point { lat: at.lat.wrapping_add(step.lat), lon: at.lon.wrapping_add(step.lon) };
        Some(*at)
    };
    steps.iter().scan(Point::default(), walk).collect()
}

impl Coded for Span {
    /// Bit 0: earliest day given; bit 1: latest day given; bit 2: qualified; bit 3: a single day.
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        let single = self.is_day();
        let mut flags = u64::from(self.from.is_some())
            | u64::from(self.to.is_some()) << 1
            | u64::from(self.qualified) << 2
            | u64::from(single) << 3;
        wire.number(&mut flags)?;
        let has = |bit: u64| flags & bit != 0;
        self.from = optional(has(1), self.from).map_or(Ok(None), |day| coded(day, wire).map(Some))?;
        self.to = match has(8) {
            true => self.from,
            false => optional(has(2), self.to).map_or(Ok(None), |day| coded(day, wire).map(Some))?,
        };
        self.qualified = has(4);
        Ok(())
    }
}

fn optional<T: Default>(present: bool, value: Option<T>) -> Option<T> {
    present.then(|| value.unwrap_or_default())
}

fn coded<T: Coded, W: Wire>(mut value: T, wire: &mut W) -> Result<T, Fault> {
    value.code(wire)?;
    Ok(value)
}

impl<T: Coded + Default> Coded for Vec<T> {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        wire.list(self)
    }
}

impl<T: Coded + Default> Coded for Option<T> {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        let mut present = self.is_some();
        present.code(wire)?;
        *self = match optional(present, self.take()) {
            Some(value) => Some(coded(value, wire)?),
            None => None,
        };
        Ok(())
    }
}

impl Coded for String {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        wire.text(self)
    }
}

impl Coded for u64 {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        wire.number(self)
    }
}

impl Coded for u32 {
    /// `NONE` is common, so it travels as 0 and everything else one higher.
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        let mut number = u64::from(self.wrapping_add(1));
        wire.number(&mut number)?;
        *self = u32::try_from(number).map_err(|_| Fault("a number that is too large"))?.wrapping_sub(1);
        Ok(())
    }
}

impl Coded for u16 {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        let mut number = u64::from(*self);
        wire.number(&mut number)?;
        *self = u16::try_from(number).map_err(|_| Fault("a number that is too large"))?;
        Ok(())
    }
}

impl Coded for i32 {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        let mut zigzag = u64::from((self.wrapping_shl(1) ^ (*self >> 31)) as u32);
        wire.number(&mut zigzag)?;
        let zigzag = u32::try_from(zigzag).map_err(|_| Fault("a number that is too large"))?;
        *self = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
        Ok(())
    }
}

impl Coded for bool {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        let mut number = u64::from(*self);
        wire.number(&mut number)?;
        *self = match number {
            0 => false,
            1 => true,
            _ => return Err(Fault("neither yes nor no")),
        };
        Ok(())
    }
}

impl Coded for Day {
    fn code<W: Wire>(&mut self, wire: &mut W) -> Result<(), Fault> {
        self.0.code(wire)?;
        let inside = (Day::MIN..=Day::MAX).contains(self);
        inside.then_some(()).ok_or(Fault("a day beyond the years ±9999"))
    }
}
