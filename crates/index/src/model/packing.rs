//! How the values of statements are split into a number and details (see [`crate::packed`]).
//!
//! An index into a table moves up by one, so that "none" is 0 and a table of 200 fits in a byte.

use super::{ActorEntry, PlaceEntry, Precision, Role, SpeakerEntry};
use crate::date::{Day, Span};
use crate::packed::Pack;

const PRECISIONS: [Precision; 3] = [Precision::Within, Precision::Exact, Precision::Near];

fn grouped(group: u16, kind: usize) -> u64 {
    u64::from(group) << 8 | kind as u64
}

fn kind<T: Copy + Default>(kinds: &[T], details: u64) -> T {
    kinds.get((details & 0xFF) as usize).copied().unwrap_or_default()
}

impl Pack for ActorEntry {
    fn split(self) -> (u32, u64) {
        (self.actor.wrapping_add(1), grouped(self.group, self.role as usize))
    }

    fn join(number: u32, details: u64) -> Self {
        Self { actor: number.wrapping_sub(1), role: kind(&Role::ALL, details), group: (details >> 8) as u16 }
    }
}

impl Pack for SpeakerEntry {
    fn split(self) -> (u32, u64) {
        (self.actor.wrapping_add(1), grouped(self.group, 0))
    }

    fn join(number: u32, details: u64) -> Self {
        Self { actor: number.wrapping_sub(1), group: (details >> 8) as u16 }
    }
}

impl Pack for PlaceEntry {
    fn split(self) -> (u32, u64) {
        (self.place.wrapping_add(1), grouped(self.group, self.precision as usize))
    }

    fn join(number: u32, details: u64) -> Self {
        let (precision, group) = (kind(&PRECISIONS, details), (details >> 8) as u16);
        Self { place: number.wrapping_sub(1), precision, group }
    }
}

impl Pack for Span {
    /// The first day, which fits in two bytes from 1970 on; how much later the last day is, and which are given.
    fn split(self) -> (u32, u64) {
        let from = self.from.map_or(0, |day| day.0);
        let more = self.to.map_or(0, |day| day.0.wrapping_sub(from));
        let given = u64::from(self.from.is_some()) | u64::from(self.to.is_some()) << 1;
        (from as u32, u64::from(more as u32) << 3 | u64::from(self.qualified) << 2 | given)
    }

    fn join(number: u32, details: u64) -> Self {
        let from = number as i32;
        let to = from.wrapping_add((details >> 3) as i32);
        Self {
            from: (details & 1 != 0).then_some(Day(from)),
            to: (details & 2 != 0).then_some(Day(to)),
            qualified: details & 4 != 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check<T: Pack + PartialEq + std::fmt::Debug>(value: T) {
        let (number, details) = value.split();
        assert_eq!(T::join(number, details), value);
    }

    proptest! {
        #[test]
        fn values_come_back(entry: u32, group: u16, at in 0usize..5, from: Option<i32>, to: Option<i32>, qualified: bool) {
            check(ActorEntry { actor: entry, role: Role::ALL[at], group });
            check(SpeakerEntry { actor: entry, group });
            check(PlaceEntry { place: entry, precision: PRECISIONS[at % 3], group });
            check(Span { from: from.map(Day), to: to.map(Day), qualified });
        }
    }

    #[test]
    fn kinds_stand_at_their_numbers() {
        (0..).zip(Role::ALL).for_each(|(at, role)| assert_eq!(role as usize, at));
        (0..).zip(PRECISIONS).for_each(|(at, precision)| assert_eq!(precision as usize, at));
    }
}
