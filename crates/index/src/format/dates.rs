//! The column of dates, each told from the last one.

use super::statements::{Last, lists};
use super::wire::{Context, Fault, Wire, within};
use crate::Packed;
use crate::date::{Day, Span};

/// A column of dates: mostly one day, some days after the last.
pub fn dates<W: Wire>(column: &mut Packed<Span>, wire: &mut W, context: Context) -> Result<(), Fault> {
    let mut last = 0;
    let mut usual = Last::new();
    lists(column, wire, context, &mut |wire, context, span: &mut Span, _, at| {
        let mut flags = u32::from(span.from.is_some())
            | u32::from(span.to.is_some()) << 1
            | u32::from(span.qualified) << 2
            | u32::from(span.is_day()) << 3;
        usual.code(wire, context, at, &mut flags, &mut |wire, flags| {
            *flags = wire.symbol(within(context, 1), *flags, 4);
            Ok(())
        })?;
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
