//! Which of some figures of one measure are added, and why the others are not.

use super::apart::{Apart, is_one_event};
use super::held::Index;
use super::{CountsAs, Held};
use crate::Answer;
use index::NONE;

/// A figure to be weighed: its statement is shown, its period is decided, and it has a number.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The figure.
    pub held: Held,
    /// Whether it matches or may match.
    pub answer: Answer,
}

/// Chains of parts longer than this are not followed: what lies beyond is taken as no whole.
const DEEPEST: usize = 64;

/// The figures of which one is part, the nearest first.
fn wholes<'a>(index: &'a Index, held: &Held) -> impl Iterator<Item = &'a Held> {
    let up = |held: &'a Held| index.find(held.part_of).and_then(|at| index.held.get(at as usize));
    let first = index.find(held.part_of).and_then(|at| index.held.get(at as usize));
    std::iter::successors(first, move |held| up(held)).take(DEEPEST)
}

/// What each candidate counts as. `candidates` are of one measure and in the order of their positions.
pub fn weigh(index: &Index, apart: &Apart, candidates: &[Candidate], adds: bool) -> Vec<CountsAs> {
    let find = |position: u32| candidates.binary_search_by_key(&position, |it| it.held.position).ok();
    let mut counts_as: Vec<Option<CountsAs>> = vec![None; candidates.len()];
    for (at, it) in candidates.iter().enumerate() {
        for whole in wholes(index, &it.held).filter_map(|whole| find(whole.position)) {
            if whole == at {
                continue;
            }
            if candidates[whole].answer >= it.answer {
                counts_as[at] = Some(CountsAs::PartOf(candidates[whole].held.position));
                break;
            }
            // The whole only may match, this part matches.
            counts_as[whole].get_or_insert(CountsAs::WholeOf(it.held.position));
        }
    }
    let mut taken: Vec<usize> = Vec::new();
    for at in order(candidates) {
        if counts_as[at].is_none() {
            let verdict = if adds { against(apart, candidates, &taken, at) } else { CountsAs::Own };
            counts_as[at] = Some(verdict);
            if verdict.is_counted() {
                taken.push(at);
            }
        }
    }
    counts_as.into_iter().map(|verdict| verdict.unwrap_or(CountsAs::Own)).collect()
}

/// Matches first, then the longest period, then the largest number, then the earliest figure.
fn order(candidates: &[Candidate]) -> Vec<usize> {
    let mut order: Vec<u32> = (0..candidates.len() as u32).collect();
    index::order::entries(&mut order, &mut |a, b| {
        let (Some(a), Some(b)) = (candidates.get(a as usize), candidates.get(b as usize)) else {
            return std::cmp::Ordering::Equal;
        };
        let key = |it: &Candidate| (it.answer, it.held.days(), it.held.size());
        key(b).cmp(&key(a))
    });
    order.into_iter().map(|at| at as usize).collect()
}

/// A candidate against those of its line that are counted.
fn against(apart: &Apart, candidates: &[Candidate], taken: &[usize], at: usize) -> CountsAs {
    let it = &candidates[at];
    let in_line = |other: &&Candidate| (other.held.says, other.held.whom) == (it.held.says, it.held.whom);
    let others = taken.iter().map(|&other| &candidates[other]).filter(in_line);
    let mut same = None;
    for other in others.filter(|other| apart.may_meet(&it.held, &other.held)) {
        if !(is_one_event(&it.held, &other.held) && it.answer == other.answer) {
            return not_added(&it.held, &other.held);
        }
        same.get_or_insert(other.held.position);
    }
    same.map_or(CountsAs::Own, CountsAs::SameEvent)
}

/// Why one figure is not added to another that is counted.
pub fn not_added(held: &Held, to: &Held) -> CountsAs {
    let lies_in = held.period.zip(to.period).is_some_and(|(inner, outer)| inner.lies_in(&outer));
    if lies_in { CountsAs::Within(to.position) } else { CountsAs::Overlaps(to.position) }
}

/// The figure that what a figure counts as refers to, or [`index::NONE`].
pub fn other(counts_as: CountsAs) -> u32 {
    match counts_as {
        CountsAs::PartOf(it)
        | CountsAs::WholeOf(it)
        | CountsAs::SameEvent(it)
        | CountsAs::Within(it)
        | CountsAs::Overlaps(it) => it,
        CountsAs::Own | CountsAs::NoPeriod | CountsAs::NoNumber | CountsAs::PeriodOutside => NONE,
    }
}
