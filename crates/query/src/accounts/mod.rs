//! Accounts of one event, side by side: what cannot both be true, what differs, and who is silent on what.
//!
//! Silence is not disagreement: a statement that does not speak of something is never set against one that does. To
//! name a target is no claim about who attacked: who did it is asked only of statements of one kind of act that name
//! somebody as having done it. One who accuses, asks or rejects does so himself; what he says was done is not read
//! into that.
//!
//! | aspect | cannot both be true | differ |
//! | --- | --- | --- |
//! | figures | one measure, one population, one time, ranges that do not meet | best numbers that are not the same |
//! | dates | statements of one kind of act, without a day in common | of one kind of words, without one |
//! | places | statements of one kind of act, without ground in common | |
//! | who | one denies what another one says of him | different actors, neither part of the other |
//!
//! Only statements of different speakers or different reports are compared. A figure computed by us contradicts nobody.

mod compare;
pub(crate) mod origins;

pub use compare::Clash;

use crate::figures::Says;
use crate::{Answer, Engine, Selection};
use index::NONE;

/// More statements of one event are not compared with each other.
pub const MOST_SIDES: usize = 200;

/// What may be said of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    /// How many.
    Figure,
    /// When.
    Date,
    /// Where.
    Place,
    /// Who did it.
    Who,
}

/// An event with its statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The event, an index into the corpus's events.
    pub event: u32,
    /// Its statements, in the corpus's order.
    pub sides: Vec<Side>,
    /// What cannot both be true.
    pub cannot: Vec<Clash>,
    /// What differs.
    pub differ: Vec<Clash>,
    /// How many different ones speak.
    pub speakers: u32,
    /// How many of them are independent of each other, as far as texts tell: what several reports say in nearly the
    /// same words has one origin.
    pub origins: u32,
    /// How many reports pass it on.
    pub reports: u32,
    /// How many statements were not compared, there being too many.
    pub not_compared: u32,
}

/// A statement on an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The statement.
    pub row: u32,
    /// Whether the selection shows it.
    pub answer: Answer,
    /// Who says so.
    pub says: Says,
    /// Of what others speak and this one does not.
    pub silent: Vec<Aspect>,
}

/// All events of a selection that several statements speak of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// Those with what cannot both be true first, then those that differ, then the others, by time.
    pub events: Vec<Account>,
    /// Events that a single statement speaks of.
    pub told_once: u32,
    /// How many different ones speak in the statements of these events.
    pub speakers: u32,
    /// How many of them are independent, as far as texts tell.
    pub origins: u32,
}

impl Accounts {
    /// How many pairs cannot both be true.
    pub fn cannot(&self) -> usize {
        self.events.iter().map(|event| event.cannot.len()).sum()
    }

    /// How many pairs differ.
    pub fn differ(&self) -> usize {
        self.events.iter().map(|event| event.differ.len()).sum()
    }

    /// How many times somebody is silent on what another one speaks of.
    pub fn silent(&self) -> usize {
        self.events.iter().flat_map(|event| &event.sides).map(|side| side.silent.len()).sum()
    }
}

/// An event, and its statements with their answers.
type Told = (u32, Vec<(u32, Answer)>);

impl Engine {
    /// The accounts of events of which the selection shows at least one statement; the others' statements stand
    /// beside it, so that who says otherwise is not hidden.
    pub fn accounts(&self, selection: &Selection) -> Accounts {
        let mut told_once = 0;
        let told = self.told(selection, &mut |_| told_once += 1);
        let mut accounts = Accounts { told_once, ..Accounts::default() };
        let mut all: Vec<u32> = Vec::new();
        for (event, sides) in told {
            accounts.events.push(compare::account(self, event, &sides));
            all.extend(sides.iter().map(|side| side.0));
        }
        (accounts.speakers, accounts.origins, _) = origins::count(self.corpus(), &all);
        index::order::sort_by_key(&mut accounts.events, |event| {
            let rank = match (event.cannot.is_empty(), event.differ.is_empty()) {
                (false, _) => 0,
                (true, false) => 1,
                (true, true) => 2,
            };
            (rank, event.sides.first().map(|side| side.row))
        });
        accounts
    }

    /// The statements behind a number of the accounts: those `told` by several or `once`; those of pairs that `cannot`
    /// both be true or `differ`; those that are `silent` on what another one speaks of; or those of one `event/ID`.
    #[inline(never)]
    pub(crate) fn accounts_named(&self, selection: &Selection, part: &str) -> Option<Vec<(u32, Answer)>> {
        let mut rows = Vec::new();
        if part == "once" {
            self.told(selection, &mut |row| rows.push(row));
            index::order::sort(&mut rows);
            return Some(rows);
        }
        let event = match part.split_once('/') {
            Some(("event", id)) => Some(self.corpus().events.iter().position(|known| known == id)? as u32),
            _ => None,
        };
        let clash =
            |clashes: &[Clash], row: u32| clashes.iter().any(|it| it.first == row || it.second == row);
        for account in self.accounts(selection).events {
            let is_behind = |side: &&Side| match part {
                "told" => true,
                "silent" => !side.silent.is_empty(),
                "cannot" => clash(&account.cannot, side.row),
                "differ" => clash(&account.differ, side.row),
                _ => event == Some(account.event),
            };
            rows.extend(account.sides.iter().filter(is_behind).map(|side| (side.row, side.answer)));
        }
        index::order::sort(&mut rows);
        Some(rows)
    }

    /// Events of which something is shown, each with all its statements if there are several; those of a single one
    /// are handed to `once`.
    fn told(&self, selection: &Selection, once: &mut dyn FnMut((u32, Answer))) -> Vec<Told> {
        let events = &self.corpus().statements.events;
        let mut asked = vec![false; self.corpus().events.len()];
        let view = self.aside(selection);
        for (row, _) in view.shown() {
            let event = events.get(row as usize).copied().unwrap_or(NONE);
            if let Some(asked) = asked.get_mut(event as usize) {
                *asked = true;
            }
        }
        let mut pairs: Vec<u64> = Vec::new();
        for (row, &event) in (0u64..).zip(events) {
            if asked.get(event as usize).copied().unwrap_or(false) {
                pairs.push(u64::from(event) << 32 | row);
            }
        }
        crate::order::sort(&mut pairs);
        let mut told: Vec<Told> = Vec::new();
        let side = |&pair: &u64| (pair as u32, view.answer_of(pair as u32));
        for of_event in pairs.chunk_by(|a, b| a >> 32 == b >> 32) {
            match of_event {
                [only] => once(side(only)),
                several => {
                    let event = several.first().map_or(NONE, |pair| (pair >> 32) as u32);
                    told.push((event, several.iter().map(side).collect()));
                }
            }
        }
        told
    }
}
