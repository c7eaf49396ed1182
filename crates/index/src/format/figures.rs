//! Columns of figures.

use super::statements::{Last, OTHER, lists, narrow};
use super::wire::{Coded, Column, Context, Fault, Wire, within};
use crate::NONE;
use crate::model::*;

/// What of a figure mostly stays: all but the best estimate, with whether low and high are that too, and how far
/// back the figure stands that it is part of (0: of none).
type Usual = (Figure, [bool; 2], i64);

/// A column of figures: mostly all alike but for the number.
pub fn figures<W: Wire>(column: &mut Figures, wire: &mut W, context: Context) -> Result<(), Fault> {
    let mut position = 0i64;
    let mut last: Last<Usual> = Last::new();
    lists(column, wire, context, &mut |wire, context, figure: &mut Figure, _, at| {
        let here = within(context, at.min(7));
        best(wire, within(here, 3), at, &mut figure.best)?;
        let told = figure.best;
        let mut usual = split(std::mem::take(figure), position);
        last.code(wire, here, at, &mut usual, &mut |wire, usual| tell(wire, here, usual))?;
        *figure = join(usual, position, told)?;
        position += 1;
        Ok(())
    })
}

/// The best estimate, of which most are small.
fn best<W: Wire>(wire: &mut W, context: Context, at: u32, best: &mut Option<u64>) -> Result<(), Fault> {
    if wire.is_long() {
        let small = best.map_or(0, |best| best.saturating_add(1)).min(u64::from(OTHER)) as u32;
        let told = wire.digit(Column::Best, at.min(7), small);
        if told != OTHER {
            *best = told.checked_sub(1).map(u64::from);
            return Ok(());
        }
    }
    best.code(wire, context)
}

fn split(mut figure: Figure, position: i64) -> Usual {
    let same = [figure.low == figure.best, figure.high == figure.best];
    figure.low = figure.low.filter(|_| !same[0]);
    figure.high = figure.high.filter(|_| !same[1]);
    let back = position - i64::from(figure.part_of);
    // None is 0, so what stands here or further on moves one down.
    let back = if figure.part_of == NONE { 0 } else { back - i64::from(back <= 0) };
    (figure.part_of, figure.best) = (0, None);
    (figure, same, back)
}

fn join((figure, same, back): Usual, position: i64, best: Option<u64>) -> Result<Figure, Fault> {
    let part_of = match back {
        0 => NONE,
        back => narrow(position.wrapping_sub(back).wrapping_sub(i64::from(back < 0)))?,
    };
    let low = if same[0] { best } else { figure.low };
    let high = if same[1] { best } else { figure.high };
    Ok(Figure { best, low, high, part_of, ..figure })
}

fn tell<W: Wire>(wire: &mut W, context: Context, (figure, same, back): &mut Usual) -> Result<(), Fault> {
    let part = |number: u32| within(context, number);
    let [low_same, high_same] = same;
    for (number, value, same) in [(4, &mut figure.low, low_same), (5, &mut figure.high, high_same)] {
        *same = wire.bit(part(number), 0, u32::from(*same)) == 1;
        *value = if *same { None } else { told(value.take(), wire, within(part(number), 1))? };
    }
    figure.measure.code(wire, part(1))?;
    figure.whom.code(wire, part(2))?;
    figure.bound.code(wire, part(6))?;
    figure.period.code(wire, part(7))?;
    figure.computed.code(wire, part(8))?;
    wire.signed(part(10), back)?;
    figure.words.code(wire, part(11))
}

fn told<W: Wire>(mut value: Option<u64>, wire: &mut W, context: Context) -> Result<Option<u64>, Fault> {
    value.code(wire, context)?;
    Ok(value)
}
