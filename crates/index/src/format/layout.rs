//! The layout: every type's parts in the order in which they travel.

use super::statements::{self, Tables};
use super::texts;
use super::wire::{Coded, Context, Fault, Wire, within};
use crate::date::{Day, Span};
use crate::model::*;

/// A struct travels as its fields in order.
macro_rules! fields {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Coded for $name {
            fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
                let mut part = 0;
                $(
                    part += 1;
                    self.$field.code(wire, within(context, part))?;
                )*
                let _ = part;
                Ok(())
            }
        }
    )*};
}

/// An enum travels as the position of its variant in this list; new variants go last.
macro_rules! variants {
    ($($name:ident [ $($variant:ident),* $(,)? ])*) => {$(
        impl Coded for $name {
            fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
                const ALL: &[$name] = &[$($name::$variant),*];
                let mut position = ALL.iter().position(|variant| variant == self).unwrap_or(0) as u64;
                wire.number(context, &mut position)?;
                let found = usize::try_from(position).ok().and_then(|position| ALL.get(position));
                *self = *found.ok_or(Fault("an unknown variant"))?;
                Ok(())
            }
        }
    )*};
}

fields! {
    About {
        title, description, language, licence, unit, edition, coverage, method, coders, attributions, presets,
        default_view, left_out, diagnostics, veil
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
    Role [Initiator, Affected, Speaker, Mentioned, Relay]
    Precision [Within, Exact, Near]
    Made [Hand, Machine, Table]
    Field [Date, Actor, Speaker, Place, Kind, Figure]
    How [Stated, Resolved, Carried, Inferred, Computed, Coded, Unknown]
    AreaClass [Country, Division]
}

impl Coded for Corpus {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        self.about.code(wire, within(context, 1))?;
        self.actors.code(wire, within(context, 2))?;
        self.places.code(wire, within(context, 3))?;
        self.kinds.code(wire, within(context, 4))?;
        self.sources.code(wire, within(context, 5))?;
        self.populations.code(wire, within(context, 6))?;
        self.reports.code(wire, within(context, 7))?;
        let tables = Tables::new(self);
        statements::code(&mut self.statements, &tables, wire, within(context, 8))?;
        texts::texts(&mut self.events, wire, within(context, 9))?;
        self.derivations.code(wire, within(context, 10))?;
        self.basemap.code(wire, within(context, 11))
    }
}

impl Coded for Ring {
    /// Points travel as steps from the one before, which are small.
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        let mut steps = steps(&self.0);
        steps.code(wire, context)?;
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
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        let single = self.is_day();
        let mut flags = u64::from(self.from.is_some())
            | u64::from(self.to.is_some()) << 1
            | u64::from(self.qualified) << 2
            | u64::from(single) << 3;
        wire.number(context, &mut flags)?;
        let has = |bit: u64| flags & bit != 0;
        self.from = optional(has(1), self.from)
            .map_or(Ok(None), |day| coded(day, wire, within(context, 1)).map(Some))?;
        self.to = match has(8) {
            true => self.from,
            false => optional(has(2), self.to)
                .map_or(Ok(None), |day| coded(day, wire, within(context, 1)).map(Some))?,
        };
        self.qualified = has(4);
        Ok(())
    }
}

fn optional<T: Default>(present: bool, value: Option<T>) -> Option<T> {
    present.then(|| value.unwrap_or_default())
}

fn coded<T: Coded, W: Wire>(mut value: T, wire: &mut W, context: Context) -> Result<T, Fault> {
    value.code(wire, context)?;
    Ok(value)
}

impl<T: Coded + Default> Coded for Vec<T> {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        wire.list(context, self)
    }
}

impl<T: Coded + Default> Coded for Option<T> {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        let mut present = self.is_some();
        present.code(wire, context)?;
        *self = match optional(present, self.take()) {
            Some(value) => Some(coded(value, wire, within(context, 1))?),
            None => None,
        };
        Ok(())
    }
}

impl Coded for String {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        wire.text(context, self)
    }
}

impl Coded for u64 {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        wire.number(context, self)
    }
}

impl Coded for u32 {
    /// `NONE` is common, so it travels as 0 and everything else one higher.
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        let mut number = u64::from(self.wrapping_add(1));
        wire.number(context, &mut number)?;
        *self = u32::try_from(number).map_err(|_| Fault("a number that is too large"))?.wrapping_sub(1);
        Ok(())
    }
}

impl Coded for u16 {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        let mut number = u64::from(*self);
        wire.number(context, &mut number)?;
        *self = u16::try_from(number).map_err(|_| Fault("a number that is too large"))?;
        Ok(())
    }
}

impl Coded for i32 {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        let mut zigzag = u64::from((self.wrapping_shl(1) ^ (*self >> 31)) as u32);
        wire.number(context, &mut zigzag)?;
        let zigzag = u32::try_from(zigzag).map_err(|_| Fault("a number that is too large"))?;
        *self = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
        Ok(())
    }
}

impl Coded for bool {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        let mut number = u64::from(*self);
        wire.number(context, &mut number)?;
        *self = match number {
            0 => false,
            1 => true,
            _ => return Err(Fault("neither yes nor no")),
        };
        Ok(())
    }
}

impl Coded for Day {
    fn code<W: Wire>(&mut self, wire: &mut W, context: Context) -> Result<(), Fault> {
        self.0.code(wire, context)?;
        let inside = (Day::MIN..=Day::MAX).contains(self);
        inside.then_some(()).ok_or(Fault("a day beyond the years ±9999"))
    }
}
