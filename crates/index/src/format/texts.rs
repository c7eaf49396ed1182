//! Columns of texts.

use super::statements::MOST_AT_ONCE;
use super::wire::{Context, Fault, Wire, within};
use crate::Numbers;
use crate::columns::Texts;

/// A column of texts; one that is a plain number is told by how much it is more than the last such.
pub fn texts<W: Wire>(column: &mut Texts, wire: &mut W, context: Context) -> Result<(), Fault> {
    let rows = wire.length(context, column.len())?;
    let writes = column.len() == rows && rows > 0;
    let is_empty = wire.bit(within(context, 3), 1, u32::from(column.buffer.is_empty())) == 1;
    if is_empty {
        column.ends = Numbers::Same { value: 0, len: rows as u32, room: 0 };
        return Ok(());
    }
    if !writes {
        column.ends = Numbers::with_room(rows.min(MOST_AT_ONCE));
    }
    let mut buffer = std::mem::take(&mut column.buffer).into_bytes();
    let (mut start, mut last, mut stride) = (0usize, 0i64, 0i64);
    for row in 0..rows {
        let end = if writes { column.ends.get(row).map_or(start, |end| end as usize) } else { start };
        let known = buffer.get(start..end).unwrap_or_default();
        let number = numeric(known);
        // Mostly as much more than the last as that was.
        let usual = last.wrapping_add(stride);
        let sort = match number {
            _ if known.is_empty() => 0,
            Some(number) if number == usual => 3,
            Some(_) => 2,
            None => 1,
        };
        let sort = 3 - wire.symbol(within(context, 4), 3 - sort, 2);
        match sort {
            0 => {}
            2 | 3 => {
                let mut step = if sort == 3 { stride } else { number.unwrap_or(0).wrapping_sub(last) };
                if sort == 2 {
                    wire.signed(within(context, 5), &mut step)?;
                }
                (last, stride) = (last.wrapping_add(step), step);
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
    column.buffer.shrink_to_fit();
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
