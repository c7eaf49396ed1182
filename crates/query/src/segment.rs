//! Answers over a whole table, as ranges of slots.
//!
//! What a statement answers to every value of a dimension is mostly *no*. The rest is a handful of
//! [`Segment`]s: a town answers *match* to itself and to each place above it, a country answers *may match* to
//! the one range of everything below it. Joining the answers of several values is a sweep over the segments'
//! borders that counts how many of them answer what.

use crate::{Answer, order};

pub use tally::Segment;

/// The best answer at every slot, as segments that do not overlap.
pub fn best(segments: &[Segment]) -> Vec<Segment> {
    sweep(segments, &|matching, may| match (matching, may) {
        (0, 0) => Answer::No,
        (0, _) => Answer::MayMatch,
        _ => Answer::Match,
    })
}

/// The answer at every slot where the source leaves open which of several values holds: a match where all
/// match, open where any matches or may match.
pub fn alternatives(values: &[Vec<Segment>]) -> Vec<Segment> {
    let flat: Vec<Segment> = values.iter().flat_map(|value| best(value)).collect();
    sweep(&flat, &|matching, may| match matching + may {
        0 => Answer::No,
        _ if matching == values.len() => Answer::Match,
        _ => Answer::MayMatch,
    })
}

/// Walks over the segments' borders; `judge` turns how many segments match and may match into an answer.
fn sweep(segments: &[Segment], judge: &dyn Fn(usize, usize) -> Answer) -> Vec<Segment> {
    let real = || segments.iter().filter(|segment| segment.start < segment.end);
    let border = |slot: u32, opens: bool, answer: Answer| {
        u64::from(slot) << 2 | u64::from(opens) << 1 | u64::from(answer == Answer::Match)
    };
    let mut borders: Vec<u64> =
        real().flat_map(|s| [border(s.start, true, s.answer), border(s.end, false, s.answer)]).collect();
    order::sort(&mut borders);
    let mut joined: Vec<Segment> = Vec::new();
    let (mut matching, mut may, mut since) = (0, 0, 0);
    for border in borders {
        let slot = (border >> 2) as u32;
        if slot > since {
            extend(&mut joined, Segment { start: since, end: slot, answer: judge(matching, may) });
            since = slot;
        }
        let count = if border & 1 == 1 { &mut matching } else { &mut may };
        *count = if border & 2 == 2 { *count + 1 } else { *count - 1 };
    }
    joined
}

/// Appends a segment, joining it with the last where they touch and agree.
fn extend(joined: &mut Vec<Segment>, next: Segment) {
    if next.answer == Answer::No {
        return;
    }
    match joined.last_mut() {
        Some(last) if last.end == next.start && last.answer == next.answer => last.end = next.end,
        _ => joined.push(next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SLOTS: u32 = 12;

    fn at(segments: &[Segment], slot: u32) -> Answer {
        let here = segments.iter().filter(|s| s.start <= slot && slot < s.end);
        here.map(|s| s.answer).max().unwrap_or(Answer::No)
    }

    fn segments() -> impl Strategy<Value = Vec<Segment>> {
        let answer = prop_oneof![Just(Answer::MayMatch), Just(Answer::Match)];
        let one =
            (0..SLOTS, 0..SLOTS, answer).prop_map(|(start, end, answer)| Segment { start, end, answer });
        prop::collection::vec(one, 0..6)
    }

    fn disjoint(segments: &[Segment]) -> bool {
        segments.iter().all(|s| s.start < s.end)
            && segments.windows(2).all(|pair| pair[0].end <= pair[1].start)
    }

    proptest! {
        #[test]
        fn best_is_the_best_of_each_slot(list in segments()) {
            let joined = best(&list);
            prop_assert!(disjoint(&joined));
            let real: Vec<Segment> = list.into_iter().filter(|s| s.start < s.end).collect();
            for slot in 0..SLOTS {
                prop_assert_eq!(at(&joined, slot), at(&real, slot));
            }
        }

        #[test]
        fn alternatives_match_where_all_do(values in prop::collection::vec(segments(), 1..4)) {
            let joined = alternatives(&values);
            prop_assert!(disjoint(&joined));
            for slot in 0..SLOTS {
                let answers: Vec<Answer> = values.iter().map(|value| at(value, slot)).collect();
                let expect = match () {
                    () if answers.iter().all(|&a| a == Answer::Match) => Answer::Match,
                    () if answers.iter().any(|&a| a != Answer::No) => Answer::MayMatch,
                    () => Answer::No,
                };
                prop_assert_eq!(at(&joined, slot), expect);
            }
        }
    }
}
