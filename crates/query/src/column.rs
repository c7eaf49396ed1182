//! Columns: what each statement answers to the values of one dimension, in *parts*.
//!
//! A part is something that a statement may hold: one actor, one place, two alternatives between which its
//! source leaves it open. What a part answers to the whole table is a handful of [`Segment`]s, worked out once
//! however many statements hold it. A statement holds its parts independently: their segments never meet, so
//! that a facet may count each part by itself and still counts no statement twice. Where they would meet (two
//! actors of one state), the statement holds one part that joins them.

use crate::count::{Before, Change, Lanes, Tally};
use crate::marks::Marks;
use crate::segment::{Segment, best};
use crate::{Answer, marks};
use index::{Lists, Numbers};
use std::collections::HashMap;
use std::sync::OnceLock;
use tally::{Codes, Parts};

/// Which parts each statement holds, and what the parts answer.
#[derive(Debug, Default)]
pub struct Column {
    /// The parts, as counting wants them.
    pub held: Parts,
    /// What each part answers, in segments that do not overlap.
    pub segments: Lists<Segment>,
    /// Who or what is missing from each part.
    pub gaps: Vec<Gap>,
    rows: u32,
    postings: OnceLock<Lists<u32>>,
    missing: OnceLock<Vec<u64>>,
    whole: OnceLock<Tally>,
}

/// What a part leaves unsaid, so that an excluded value may still hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    None,
    /// Some actor is said to be unnamed, beside named ones.
    Unnamed,
    /// There is no value: `(none)`.
    Missing,
}

impl Column {
    /// How many statements there are.
    pub fn rows(&self) -> usize {
        self.rows as usize
    }

    /// How many parts there are.
    pub fn parts(&self) -> usize {
        self.gaps.len()
    }

    /// The parts that a statement holds.
    pub fn of_row(&self, row: usize) -> impl Iterator<Item = u32> {
        let range = match self.held.ends.is_empty() {
            true => row..(row + 1).min(self.rows()),
            false => {
                let end = |row: usize| self.held.ends.get(row).map_or(0, |&end| end as usize);
                (if row == 0 { 0 } else { end(row - 1) })..end(row)
            }
        };
        range.filter_map(|at| self.held.codes.get(at))
    }

    /// A statement's answer at one slot.
    pub fn answer(&self, row: usize, slot: u32) -> Answer {
        let here =
            |part: u32| self.segments.get(part as usize).iter().find(|s| s.start <= slot && slot < s.end);
        self.of_row(row).filter_map(here).map(|segment| segment.answer).max().unwrap_or(Answer::No)
    }

    /// What a statement leaves unsaid.
    pub fn gap(&self, row: usize) -> Gap {
        let gap = |part: u32| self.gaps.get(part as usize).copied();
        self.of_row(row).filter_map(gap).max().unwrap_or(Gap::Missing)
    }

    /// Sets the bits of the statements that hold a part.
    pub fn mark(&self, part: u32, bits: &mut [u64]) {
        if matches!(self.held.codes, Codes::One) {
            for (at, word) in bits.iter_mut().enumerate() {
                *word = marks::inside(self.rows(), at);
            }
            return;
        }
        let postings = self.postings.get_or_init(|| self.invert());
        postings.get(part as usize).iter().for_each(|&row| marks::set(bits, row));
    }

    /// The statements without a value; empty where every statement has one.
    pub fn missing(&self) -> &[u64] {
        self.missing.get_or_init(|| {
            let mut bits = Vec::new();
            for (part, _) in (0..).zip(&self.gaps).filter(|(_, gap)| **gap == Gap::Missing) {
                bits.resize(marks::words(self.rows()), 0);
                self.mark(part, &mut bits);
            }
            bits
        })
    }

    /// The counts of all slots when every statement matches.
    pub fn whole(&self, slots: u32) -> &Tally {
        self.whole.get_or_init(|| {
            let now = Marks::all(self.rows());
            let change = Change::new(self.rows(), None, Before::Nothing, &now);
            let mut tally = Tally::new(slots);
            tally.count(&self.held, &change, &mut Lanes::default());
            tally
        })
    }

    /// The statements that hold each part.
    fn invert(&self) -> Lists<u32> {
        let mut ends = vec![0u32; self.parts()];
        let each = |put: &mut dyn FnMut(u32, u32)| {
            for row in 0..self.rows {
                self.of_row(row as usize).for_each(|part| put(row, part));
            }
        };
        each(&mut |_, part| ends[part as usize] += 1);
        let mut total = 0;
        for end in &mut ends {
            // For now where the part's statements start; filling moves it to where they end.
            (*end, total) = (total, total + *end);
        }
        let mut values = vec![0; total as usize];
        each(&mut |row, part| {
            let at = &mut ends[part as usize];
            values[*at as usize] = row;
            *at += 1;
        });
        Lists { values, ends: ends.into() }
    }

    /// The column in which every statement answers as well as the best of its unit.
    pub fn lifted(&self, units: &[u32], unit_count: usize) -> Self {
        let mut held: Vec<Vec<u64>> = vec![Vec::new(); unit_count];
        for (row, &unit) in units.iter().enumerate() {
            held[unit as usize].extend(self.of_row(row).map(u64::from));
        }
        let mut known: HashMap<Vec<u64>, u32> = HashMap::new();
        let mut lifted = Builder::new(units.len());
        for list in &mut held {
            crate::order::sort(list);
            list.dedup();
        }
        for &unit in units {
            let list = std::mem::take(&mut held[unit as usize]);
            let part = *known.entry(list.clone()).or_insert_with_key(|list| {
                let all = list.iter().flat_map(|&part| self.segments.get(part as usize)).copied();
                lifted.part(&all.collect::<Vec<_>>(), Gap::None)
            });
            held[unit as usize] = list;
            lifted.hold(part);
            lifted.next();
        }
        lifted.finish()
    }
}

/// Makes a column, statement by statement.
pub struct Builder {
    codes: Numbers,
    /// Where each statement's parts end; empty as long as every statement holds exactly one.
    ends: Vec<u32>,
    rows: usize,
    expected: usize,
    segments: Lists<Segment>,
    gaps: Vec<Gap>,
}

impl Builder {
    /// A column for about so many statements.
    pub fn new(rows: usize) -> Self {
        Self {
            codes: Numbers::with_room(rows),
            ends: Vec::new(),
            rows: 0,
            expected: rows,
            segments: Lists::default(),
            gaps: Vec::new(),
        }
    }

    /// Adds a part, given as what it answers; the best holds where segments overlap.
    pub fn part(&mut self, segments: &[Segment], gap: Gap) -> u32 {
        self.segments.push(best(segments));
        self.gaps.push(gap);
        self.gaps.len() as u32 - 1
    }

    /// The statement at hand holds a part.
    pub fn hold(&mut self, part: u32) {
        self.codes.push(part);
    }

    /// Goes to the next statement.
    pub fn next(&mut self) {
        self.rows += 1;
        let end = self.codes.len() as u32;
        if self.ends.is_empty() {
            if end as usize == self.rows {
                return;
            }
            self.ends.reserve_exact(self.expected.max(self.rows));
            self.ends.extend(1..self.rows as u32);
        }
        self.ends.push(end);
    }

    /// The column.
    pub fn finish(self) -> Column {
        let codes = match self.codes {
            _ if self.gaps.len() == 1 && self.ends.is_empty() => Codes::One,
            Numbers::Longs(codes) => Codes::Long(codes),
            Numbers::Shorts(codes) => Codes::Short(codes),
            narrow => Codes::Short(narrow.iter().map(|code| code as u16).collect()),
        };
        let is_point = |s: &Segment| s.answer == Answer::Match && s.end == s.start + 1;
        let (mut points, mut stretches) = (Lists::default(), Lists::default());
        for segments in self.segments.iter() {
            points.push(segments.iter().filter(|s| is_point(s)).map(|s| s.start));
            stretches.push(segments.iter().filter(|s| !is_point(s)).copied());
        }
        if stretches.values.is_empty() {
            stretches = Lists::default();
        }
        let flat = stretches.is_empty() && points.iter().all(|points| points.len() <= 1);
        let only = |points: &[u32]| points.first().copied().unwrap_or(index::NONE);
        let only = if flat { points.iter().map(only).collect() } else { Vec::new() };
        let parts = self.gaps.len();
        Column {
            held: Parts { codes, ends: self.ends, only, points, stretches, parts },
            segments: self.segments,
            gaps: self.gaps,
            rows: self.rows as u32,
            ..Column::default()
        }
    }
}
