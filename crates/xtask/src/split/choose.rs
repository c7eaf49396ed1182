//! Which functions move.

use super::Later;
use super::read::Whole;
use std::collections::{BTreeMap, BTreeSet};

/// What was chosen.
pub(super) struct Choice {
    /// Functions that move.
    pub late: BTreeSet<u32>,
    /// Moved functions that a staying one calls.
    pub entries: BTreeSet<u32>,
    /// Slots in table 0 of moved functions, old and new.
    pub slots: BTreeMap<u32, u32>,
    /// How long table 0 is with the new slots.
    pub table: u32,
}

/// The most methods of a trait whose objects are followed.
const MOST_METHODS: u32 = 24;

/// Chooses by name, then adds what only the chosen call.
pub(super) fn choose(whole: &Whole, later: &Later) -> Choice {
    let tabled: BTreeSet<u32> = whole.slots.iter().map(|(_, function)| *function).collect();
    let named = |function: &u32| {
        let Some(name) = whole.names.get(function) else { return false };
        // A function of a table is reached by its value only, whose type stands somewhere in its name. Others may be
        // common code over a type of ours, so it must be theirs by their own path.
        match tabled.contains(function) {
            true => later.paths.iter().chain(later.doors).any(|path| name.contains(path)),
            false => later.paths.iter().chain(later.doors).any(|path| own(name).starts_with(path)),
        }
    };
    let by_door = |function: &u32, is: fn(&str, &str) -> bool| {
        let name = whole.names.get(function);
        name.is_some_and(|name| later.doors.iter().any(|path| is(own(name), path)))
    };
    let is_door =
        |f: &u32| by_door(f, |name, path| name == path || path.ends_with("::") && name.starts_with(path));
    let is_door_itself = |f: &u32| by_door(f, |name, path| name == path);
    let mut chosen: BTreeSet<u32> =
        whole.defined().filter(|f| !whole.pinned.contains(f)).filter(named).collect();
    let by_slot: BTreeMap<u32, u32> = whole.slots.iter().copied().collect();
    let addresses: BTreeSet<u32> = whole.bodies.iter().flat_map(|body| &body.constants).copied().collect();
    let mut stay: BTreeSet<u32> = BTreeSet::new();
    let mut next: Vec<u32> =
        whole.pinned.iter().chain(&tabled).copied().filter(|f| !chosen.contains(f)).collect();
    while let Some(function) = next.pop() {
        let Some(body) = whole.body(function).filter(|_| stay.insert(function)) else { continue };
        // Equal functions are one function with one name, which may be of the wrong half.
        let called = body.calls.iter().copied().filter(|f| !chosen.contains(f) || !is_door(f));
        let mut needed: Vec<u32> = called.collect();
        needed.extend(body.constants.iter().flat_map(|at| methods(whole, &by_slot, &addresses, *at)));
        // A number given to a function that calls a parameter's place in the table may be such a place.
        for given in &body.given {
            let Some(taker) = whole.body(given.to) else { continue };
            let places = given.constants.iter().filter_map(|place| by_slot.get(place).copied());
            let fits =
                |f: &u32| whole.types.get(*f as usize).is_some_and(|of| taker.place_types.contains(of));
            needed.extend(places.filter(fits).filter(|f| !is_door_itself(f)));
        }
        for function in needed {
            chosen.remove(&function);
            next.push(function);
        }
    }
    let late: BTreeSet<u32> = whole.defined().filter(|f| !stay.contains(f)).collect();
    let entries: BTreeSet<u32> =
        stay.iter().flat_map(|f| whole.called(*f)).filter(|f| late.contains(f)).collect();
    let mut slots: BTreeMap<u32, u32> =
        whole.slots.iter().copied().filter(|(_, function)| late.contains(function)).collect();
    let mut table = whole.slots.iter().map(|(slot, _)| slot + 1).max().unwrap_or(0);
    let has: BTreeSet<u32> = slots.values().copied().collect();
    for entry in entries.difference(&has) {
        slots.insert(table, *entry);
        table += 1;
    }
    Choice { late, entries, slots, table }
}

/// The functions of the trait object's table at an address, if there is one: how to drop, a size, an alignment, methods.
/// It ends at the latest where something else begins that is `named` by a function.
fn methods(whole: &Whole, by_slot: &BTreeMap<u32, u32>, named: &BTreeSet<u32>, address: u32) -> Vec<u32> {
    let at = |place: u32| whole.word(address.checked_add(place * 4)?);
    let function = |place: u32| by_slot.get(&at(place)?).copied();
    let is_table = matches!(at(2), Some(1 | 2 | 4 | 8 | 16)) && (at(0) == Some(0) || function(0).is_some());
    if !is_table {
        return Vec::new();
    }
    let end = named.range(address + 1..).next().map_or(MOST_METHODS, |next| (next - address) / 4);
    function(0).into_iter().chain((3..end.min(3 + MOST_METHODS)).map_while(function)).collect()
}

/// The path of a function, without the brackets of a trait's implementation: `<take::Row as Clone>::clone` is
/// `take::Row as Clone>::clone`.
fn own(name: &str) -> &str {
    name.trim_start_matches(['<', '&'])
}
