//! Profiles: what statements with the same list of values answer to a whole table.
//!
//! Most statements share their list of places (or actors, or kinds) with others. Each distinct list is a
//! *profile*, worked out once as [`Segment`]s. A clause is then answered once per profile and read off per
//! statement, and a facet is counted by adding up statements per profile and spreading the sums over slots.

use crate::segment::{Segment, alternatives, best};
use crate::{Answer, Counts};
use index::Lists;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// Which profile each statement has, and what the profiles answer.
#[derive(Debug)]
pub struct Column {
    /// Statement to profile.
    pub of_row: Arc<Vec<u32>>,
    /// What each profile answers, in segments that do not overlap.
    pub segments: Lists<Segment>,
    /// Who or what is missing from each profile.
    pub gaps: Vec<Gap>,
}

/// What a profile leaves unsaid, so that an excluded value may still hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    None,
    /// Some actor is said to be unnamed, beside named ones.
    Unnamed,
    /// There is no value: `(none)`.
    Missing,
}

/// The values of one statement: groups of alternatives, each alternative with what it answers.
pub type Groups = Vec<Vec<Vec<Segment>>>;

impl Column {
    /// A column without profiles.
    pub fn new(of_row: Arc<Vec<u32>>) -> Self {
        Self { of_row, segments: Lists::default(), gaps: Vec::new() }
    }

    /// Adds the next profile. `none` is the slot of "(none)".
    pub fn push(&mut self, groups: &Groups, gap: Gap, none: u32) {
        let mut all: Vec<Segment> = groups.iter().flat_map(|group| alternatives_of(group)).collect();
        if gap == Gap::Missing {
            all.push(Segment::at(none, Answer::Match));
        }
        self.segments.push(best(&all));
        self.gaps.push(gap);
    }

    /// Adds the next profile, given as what it answers.
    pub fn push_segments(&mut self, segments: &[Segment]) {
        self.segments.push(segments.iter().copied());
        self.gaps.push(Gap::None);
    }

    /// A statement's answer at one slot.
    pub fn answer(&self, row: usize, slot: u32) -> Answer {
        let profile = self.of_row.get(row).copied().unwrap_or(index::NONE);
        let here = self.segments.get(profile as usize).iter().find(|s| s.start <= slot && slot < s.end);
        here.map_or(Answer::No, |segment| segment.answer)
    }

    /// What a statement leaves unsaid.
    pub fn gap(&self, row: usize) -> Gap {
        let profile = self.of_row.get(row).copied().unwrap_or_default();
        self.gaps.get(profile as usize).copied().unwrap_or(Gap::Missing)
    }

    /// For every slot, the statements it would show alone, given their answers to all other clauses.
    pub fn count(&self, others: &[Answer], slots: u32, matches_only: bool) -> Vec<Counts> {
        let mut tally = vec![Counts::default(); self.gaps.len()];
        for (&profile, &answer) in self.of_row.iter().zip(others) {
            tally[profile as usize].add(answer);
        }
        // What each slot has more than the one before it, wrapping below zero.
        let mut steps = vec![Counts::default(); slots as usize + 1];
        for (segments, &sum) in self.segments.iter().zip(&tally) {
            if sum != Counts::default() {
                spread(segments, sum, matches_only, &mut steps);
            }
        }
        run(&mut steps);
        steps.truncate(slots as usize);
        steps
    }

    /// The column in which every statement answers as well as the best of its unit.
    pub fn lifted(&self, units: &[u32], unit_count: usize) -> Self {
        let mut profiles: Vec<Vec<u32>> = vec![Vec::new(); unit_count];
        for (&unit, &profile) in units.iter().zip(self.of_row.iter()) {
            profiles[unit as usize].push(profile);
        }
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        let mut lifted = Self::new(Arc::default());
        let mut of_unit = Vec::with_capacity(unit_count);
        for mut list in profiles {
            list.sort_unstable();
            list.dedup();
            let next = known.len() as u32;
            of_unit.push(*known.entry(list).or_insert_with_key(|list| {
                let all: Vec<Segment> =
                    list.iter().flat_map(|&p| self.segments.get(p as usize)).copied().collect();
                lifted.push_segments(&best(&all));
                next
            }));
        }
        lifted.of_row = Arc::new(units.iter().map(|&unit| of_unit[unit as usize]).collect());
        lifted
    }
}

fn alternatives_of(group: &[Vec<Segment>]) -> Vec<Segment> {
    match group {
        [definite] => definite.clone(),
        several => alternatives(several),
    }
}

/// Gives each distinct list a number: which one each statement has, and a statement that has each.
pub fn intern<T: Hash + Eq>(lists: &Lists<T>) -> (Arc<Vec<u32>>, Vec<usize>) {
    let mut known: HashMap<&[T], u32> = HashMap::new();
    let mut examples = Vec::new();
    let mut of_row = Vec::with_capacity(lists.len());
    for (row, list) in lists.iter().enumerate() {
        let profile = *known.entry(list).or_insert_with(|| {
            examples.push(row);
            examples.len() as u32 - 1
        });
        of_row.push(profile);
    }
    (Arc::new(of_row), examples)
}

fn spread(segments: &[Segment], sum: Counts, matches_only: bool, steps: &mut [Counts]) {
    for segment in segments {
        let (matching, may_match) = match segment.answer {
            Answer::Match => (sum.matching, sum.may_match),
            _ if matches_only => continue,
            _ => (0, sum.matching + sum.may_match),
        };
        let start = &mut steps[segment.start as usize];
        start.matching = start.matching.wrapping_add(matching);
        start.may_match = start.may_match.wrapping_add(may_match);
        let end = &mut steps[segment.end as usize];
        end.matching = end.matching.wrapping_sub(matching);
        end.may_match = end.may_match.wrapping_sub(may_match);
    }
}

/// Turns steps into sums.
fn run(steps: &mut [Counts]) {
    let mut now = Counts::default();
    for step in steps {
        now.matching = now.matching.wrapping_add(step.matching);
        now.may_match = now.may_match.wrapping_add(step.may_match);
        *step = now;
    }
}
