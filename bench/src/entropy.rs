//! How many bits the table's columns take at least, given what they depend on.

use crate::shape::{NOBODY, Table, country_of};
use std::collections::HashMap;

/// Bits an event, column by column, in the order in which they are told.
pub fn chain(table: &Table) -> Vec<(&'static str, f64)> {
    let rows = table.len();
    let country = |row: usize| country_of(table.place[row].into());
    let gap = |column: &dyn Fn(usize) -> u32, row: usize| {
        if row == 0 { column(0) } else { column(row).abs_diff(column(row - 1)) }
    };
    let day = |row: usize| u32::from(table.day[row]);
    let document = |row: usize| table.document[row];
    vec![
        ("day, as gaps", bits(rows, &|row| (0, gap(&day, row)))),
        ("length", bits(rows, &|row| (0, table.more[row].into()))),
        ("place", bits(rows, &|row| (0, table.place[row].into()))),
        ("first actor, given the country", bits(rows, &|row| (country(row).into(), table.actor[row].into()))),
        ("second, given both", bits(rows, &|row| (table.actor[row].into(), table.others[row][0].into()))),
        ("third, given the country", bits(rows, &|row| third(table, row))),
        ("type", bits(rows, &|row| (0, table.kind[row].into()))),
        ("deaths", bits(rows, &|row| (0, table.deaths[row].into()))),
        ("document, as gaps", bits(rows, &|row| (0, gap(&document, row)))),
    ]
}

fn third(table: &Table, row: usize) -> (u64, u32) {
    let has_second = u64::from(table.others[row][0] != NOBODY);
    let country = u64::from(country_of(table.place[row].into()));
    (country << 1 | has_second, table.others[row][1].into())
}

/// The entropy of a column's symbols, each given its context.
fn bits(rows: usize, symbol: &dyn Fn(usize) -> (u64, u32)) -> f64 {
    let mut joint: HashMap<(u64, u32), u32> = HashMap::new();
    let mut contexts: HashMap<u64, u32> = HashMap::new();
    for row in 0..rows {
        let (context, value) = symbol(row);
        *joint.entry((context, value)).or_default() += 1;
        *contexts.entry(context).or_default() += 1;
    }
    let total = |context: &u64| f64::from(contexts.get(context).copied().unwrap_or(1));
    let cost = |((context, _), &count): (&(u64, u32), &u32)| {
        f64::from(count) * (total(context) / f64::from(count)).log2()
    };
    joint.iter().map(cost).sum::<f64>() / rows.max(1) as f64
}
