//! Where each statement stands, worked out once: a change of the selection then counts most of them without a look
//! at their places.

use index::NONE;

/// Where a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// At no site.
    Nowhere,
    /// At one site, whether or not at the point itself.
    At(u32, bool),
    /// At several places, to be looked at one by one.
    Several,
}

/// The seats of all statements, a number each: twice the site's position, and one more where it is the point itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats(Vec<u32>);

/// The number that means several places.
const SEVERAL: u32 = NONE - 1;

impl Seats {
    /// Adds the next statement's.
    pub fn push(&mut self, seat: Seat) {
        self.0.push(match seat {
            Seat::Nowhere => NONE,
            Seat::At(site, exact) if site < SEVERAL / 2 => site * 2 + u32::from(exact),
            _ => SEVERAL,
        });
    }

    /// Where a statement stands.
    pub fn of(&self, row: u32) -> Seat {
        match self.0.get(row as usize).copied().unwrap_or(NONE) {
            NONE => Seat::Nowhere,
            SEVERAL => Seat::Several,
            number => Seat::At(number / 2, number % 2 == 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_come_back_as_they_were_put() {
        let all =
            [Seat::Nowhere, Seat::At(0, false), Seat::At(7, true), Seat::Several, Seat::At(65_536, false)];
        let mut seats = Seats::default();
        all.iter().for_each(|seat| seats.push(*seat));
        assert!((0..).zip(all).all(|(row, seat)| seats.of(row) == seat));
        assert_eq!(seats.of(99), Seat::Nowhere);
    }
}
