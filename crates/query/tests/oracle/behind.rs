//! What stands behind sums and accounts, against what they say of themselves.

use crate::figures::corpus;
use crate::random::{self, Random};
use query::figures::{By, GroupValue, Says, Section};
use query::{Dimension, Engine};

/// The figures of a group, and what a total adds, open the statements whose figures they are.
#[test]
fn what_is_summed_opens_what_it_sums() {
    let (mut lines, mut totals) = (0, 0);
    for seed in 0..1_500 {
        let mut random = Random(seed * 19 + 5);
        crate::words::forget();
        let engine = Engine::new(corpus(&mut random));
        let selection = random::selection(&mut random, engine.corpus());
        let by = [By::Year, By::Value(Dimension::Actor), By::Value(Dimension::Place)][seed as usize % 3];
        let (groups, _) = engine.figures_by(&selection, by, 9);
        for group in groups {
            let narrowed = match group.value {
                GroupValue::Value(value) => match by {
                    By::Value(dimension) => selection.with_only(dimension, value),
                    By::Year => unreachable!(),
                },
                GroupValue::Year(first, last) => {
                    let all = engine.figures_by(&selection, By::Year, usize::MAX).0;
                    assert!(all.iter().any(|it| it.value == group.value), "{first:?} {last:?}");
                    continue;
                }
            };
            let prefix = engine.group_name(by, group.value);
            for section in &group.figures.sections {
                for line in &section.lines {
                    let name = [&prefix, &*line.id(engine.corpus(), section.measure)].concat();
                    let expect = engine.behind_figures(&narrowed, section.measure, line);
                    assert_eq!(engine.behind(&selection, &name), Some(expect), "{name} in seed {seed}");
                    lines += 1;
                }
                who_speaks(&engine, section);
                let Some(total) = section.total(&engine) else { continue };
                let name = [&prefix, "total/", query::figures::measure_id(section.measure)].concat();
                let rows = engine.behind(&selection, &name).unwrap();
                let figures = total.terms.iter().flat_map(|term| &term.figures);
                for figure in figures {
                    assert!(rows.iter().any(|row| row.0 == figure.row), "{name} in seed {seed}");
                    totals += 1;
                }
            }
        }
    }
    assert!(lines > 300 && totals > 300, "{lines} {totals}");
}

/// Each speaker is counted once, whatever his figures became; of no more origins than speakers.
fn who_speaks(engine: &Engine, section: &Section) {
    let told = section.told(engine.corpus());
    let entries = section.lines.iter().flat_map(|line| &line.entries).chain(&section.outside);
    let mut all: Vec<Says> = entries.map(|it| query::figures::says(engine.corpus(), it.figure.row)).collect();
    all.extend(section.lines.iter().filter(|line| line.is_table()).map(|line| line.says.clone()));
    all.sort();
    all.dedup();
    assert_eq!(told.speakers as usize, all.len());
    assert!((1..=told.speakers).contains(&told.origins), "{told:?}");
}

/// The numbers of the accounts open as many statements as they count.
#[test]
fn accounts_open_their_statements() {
    let mut several = 0;
    for seed in 0..4_000 {
        let mut random = Random(seed * 23 + 7);
        crate::words::forget();
        let engine = Engine::new(corpus(&mut random));
        let selection = random::selection(&mut random, engine.corpus());
        let accounts = engine.accounts(&selection);
        let behind = |name: &str| engine.behind(&selection, name).unwrap();
        let sides: usize = accounts.events.iter().map(|account| account.sides.len()).sum();
        assert_eq!(behind("accounts/told").len(), sides, "seed {seed}");
        assert_eq!(behind("accounts/once").len() as u32, accounts.told_once, "seed {seed}");
        let silent = accounts.events.iter().flat_map(|it| &it.sides).filter(|it| !it.silent.is_empty());
        assert_eq!(behind("accounts/silent").len(), silent.count(), "seed {seed}");
        assert_eq!(behind("accounts/cannot").is_empty(), accounts.cannot() == 0, "seed {seed}");
        for account in &accounts.events {
            let name = ["accounts/event/", engine.corpus().events.get(account.event as usize)].concat();
            let expect: Vec<_> = account.sides.iter().map(|side| (side.row, side.answer)).collect();
            assert_eq!(behind(&name), expect, "{name} in seed {seed}");
            several += 1;
        }
    }
    assert!(several > 300, "{several}");
}
