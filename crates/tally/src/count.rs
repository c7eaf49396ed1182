//! Counting: from statements to parts, from parts to slots.
//!
//! A facet's counts are kept from question to question. When the statements under the other clauses change,
//! those that entered are added and those that left are taken away: first per part, one addition for every part
//! of every such statement, then each part that changed is spread over its segments. Whether it is cheaper to
//! go from the counts at hand, from nothing, or from everything is for the caller to choose ([`Before`]).
//!
//! A count is a pair, matching in the low half of a word and may match in the high half, so that one addition
//! serves both. All arithmetic wraps: what goes below zero for a moment comes back.

use crate::marks::{Marks, inside};
use crate::{Answer, Codes, Counts, Parts};

/// The statements to count: how they were, and how they are.
pub struct Change<'a> {
    /// How many statements there are.
    pub rows: usize,
    /// The bitmaps' words that may differ; nothing where all may.
    pub words: Option<&'a [u32]>,
    /// From what to count.
    pub before: Before<'a>,
    /// How the statements are, word by word of `words`.
    pub now: &'a Marks,
    /// How many more match, and how many more may, wrapping below zero.
    pub net: (u32, u32),
    /// How many statements have another answer.
    pub differing: u32,
}

/// From what to count.
#[derive(Clone, Copy)]
pub enum Before<'a> {
    /// From the counts of these statements.
    These(&'a Marks),
    /// From nothing.
    Nothing,
    /// From all statements matching.
    Everything,
}

/// What changed in one word.
#[derive(Clone, Copy)]
pub struct Difference {
    /// Which word.
    pub word: u32,
    /// Statements that match now and did not.
    pub now_yes: u64,
    /// Statements that matched and do not now.
    pub no_yes: u64,
    /// Statements that may match now and did not (whether or not they matched).
    pub now_may: u64,
    /// Statements that may have matched and may not now.
    pub no_may: u64,
}

impl<'a> Change<'a> {
    /// From what was to what is, in some words or all.
    pub fn new(rows: usize, words: Option<&'a [u32]>, before: Before<'a>, now: &'a Marks) -> Self {
        let mut change = Self { rows, words, before, now, net: (0, 0), differing: 0 };
        for at in 0..change.len() {
            let new = change.difference(at);
            let net = |sum: u32, more: u64, less: u64| {
                sum.wrapping_add(more.count_ones()).wrapping_sub(less.count_ones())
            };
            change.net =
                (net(change.net.0, new.now_yes, new.no_yes), net(change.net.1, new.now_may, new.no_may));
            change.differing += (new.now_yes | new.no_yes | new.now_may | new.no_may).count_ones();
        }
        change
    }

    /// The same change from what it is the least work to count from.
    #[must_use]
    pub fn cheapest(self) -> Self {
        let (mut now, mut left) = (0, 0);
        for at in 0..self.len() {
            let (yes, some) = self.now.word(at);
            now += some.count_ones();
            left += (inside(self.rows, at) & !yes).count_ones();
        }
        match self.differing.min(now).min(left) {
            least if least == self.differing => self,
            least if least == left => Self::new(self.rows, None, Before::Everything, self.now),
            _ => Self::new(self.rows, None, Before::Nothing, self.now),
        }
    }

    /// How many words there are to look at.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.words.map_or(self.now.yes.len(), <[u32]>::len)
    }

    /// What changed in the `at`th of them.
    #[inline]
    pub fn difference(&self, at: usize) -> Difference {
        let word = self.words.map_or(at as u32, |words| words.get(at).copied().unwrap_or(0));
        let (yes, some) = self.now.word(at);
        let (old_yes, old_some) = match self.before {
            Before::These(marks) => marks.word(word as usize),
            Before::Nothing => (0, 0),
            Before::Everything => {
                let all = inside(self.rows, word as usize);
                (all, all)
            }
        };
        let (may, old_may) = (some & !yes, old_some & !old_yes);
        Difference {
            word,
            now_yes: yes & !old_yes,
            no_yes: old_yes & !yes,
            now_may: may & !old_may,
            no_may: old_may & !may,
        }
    }
}

/// Counts per slot of one facet.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// By segments of a single slot.
    points: Vec<u64>,
    /// By longer segments: what each slot has more than the one before it, and the same summed up.
    steps: Vec<u64>,
    ranged: Vec<u64>,
}

/// Sums per part, in up to four lanes: neighbors often hold the same part, and adding to one number again and
/// again waits for the addition before.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    yes: Vec<u32>,
    may: Vec<u32>,
    stride: usize,
    /// Parts whose sums were zero before something was added, where few statements changed; a part may stand
    /// here twice.
    touched: Vec<u32>,
    /// How many of them.
    touches: usize,
    /// Whether they are noted.
    tracks: bool,
}

/// Parts up to which the lanes are worth their room.
const FEW: usize = 1024;

impl Tally {
    /// Nothing counted yet.
    pub fn new(slots: u32) -> Self {
        let none = vec![0; slots as usize + 1];
        Self { points: none.clone(), steps: none.clone(), ranged: none }
    }

    /// The counts at a slot.
    pub fn at(&self, slot: u32) -> Counts {
        let of = |counts: &[u64]| counts.get(slot as usize).copied().unwrap_or(0);
        let both = of(&self.points).wrapping_add(of(&self.ranged));
        Counts { matching: both as u32, may_match: (both >> 32) as u32 }
    }

    /// Moves the counts along with the statements.
    pub fn count(&mut self, column: &Parts, change: &Change, lanes: &mut Lanes) {
        if matches!(column.codes, Codes::One) {
            if self.spread_part(column, 0, change.net.0, change.net.1) {
                self.sum_up();
            }
            return;
        }
        if !column.only.is_empty() && (change.differing as usize) < column.parts {
            self.count_flat(column, change);
            return;
        }
        lanes.open(column.parts, change.differing as usize);
        for at in 0..change.len() {
            let new = change.difference(at);
            lanes.add(column, new.word, new.now_yes, new.no_yes, false);
            lanes.add(column, new.word, new.now_may, new.no_may, true);
        }
        self.spread(column, lanes);
    }

    /// Where few statements changed and each part has one point: straight to the slots.
    fn count_flat(&mut self, column: &Parts, change: &Change) {
        for at in 0..change.len() {
            let new = change.difference(at);
            let one = 1u64;
            for (bits, step) in [
                (new.now_yes, one),
                (new.no_yes, one.wrapping_neg()),
                (new.now_may, one << 32),
                (new.no_may, (one << 32).wrapping_neg()),
            ] {
                match &column.codes {
                    _ if bits == 0 => {}
                    Codes::One => {}
                    Codes::Short(codes) => self.put(codes, column, new.word, bits, step),
                    Codes::Long(codes) => self.put(codes, column, new.word, bits, step),
                }
            }
        }
    }

    fn put<T: Copy + Into<u32>>(&mut self, codes: &[T], column: &Parts, word: u32, bits: u64, step: u64) {
        each(codes, &column.ends, word, bits, |_, part| {
            if let Some(&slot) = column.only.get(part as usize) {
                add(&mut self.points, slot, step);
            }
        });
    }

    /// Spreads the sums of all parts, and clears them.
    fn spread(&mut self, column: &Parts, lanes: &mut Lanes) {
        let mut ranged = false;
        if lanes.tracks && lanes.touches < lanes.touched.len() {
            let (touched, _) = lanes.touched.split_at(lanes.touches);
            for &part in touched {
                let (yes, may) = (take(&mut lanes.yes, part), take(&mut lanes.may, part));
                ranged |= self.spread_part(column, part as usize, yes, may);
            }
        } else {
            let (yes, may) = lanes.fold(column.parts);
            for (part, (yes, may)) in yes.iter_mut().zip(may).enumerate() {
                if *yes | *may != 0 {
                    ranged |= self.spread_part(column, part, *yes, *may);
                    (*yes, *may) = (0, 0);
                }
            }
        }
        if ranged {
            self.sum_up();
        }
    }

    fn sum_up(&mut self) {
        let mut now = 0u64;
        for (sum, step) in self.ranged.iter_mut().zip(&self.steps) {
            now = now.wrapping_add(*step);
            *sum = now;
        }
    }

    fn spread_part(&mut self, column: &Parts, part: usize, yes: u32, may: u32) -> bool {
        // Sums may be below zero.
        let wide = |sum: u32| i64::from(sum as i32) as u64;
        let sure = wide(yes).wrapping_add(wide(may) << 32);
        let open = wide(yes.wrapping_add(may)) << 32;
        for &slot in column.points.get(part) {
            add(&mut self.points, slot, sure);
        }
        let mut ranged = false;
        for segment in column.stretches.get(part) {
            let sum = if segment.answer == Answer::Match { sure } else { open };
            add(&mut self.steps, segment.start, sum);
            add(&mut self.steps, segment.end, sum.wrapping_neg());
            ranged = true;
        }
        ranged
    }
}

#[inline]
fn add(counts: &mut [u64], slot: u32, sum: u64) {
    if let Some(count) = counts.get_mut(slot as usize) {
        *count = count.wrapping_add(sum);
    }
}

/// A sum, which is zero afterwards.
#[inline]
fn take(sums: &mut [u32], part: u32) -> u32 {
    sums.get_mut(part as usize).map_or(0, std::mem::take)
}

impl Lanes {
    /// Makes room; all sums are zero between two counts.
    fn open(&mut self, parts: usize, statements: usize) {
        // Below this it is quicker to note which parts were touched than to look at all.
        self.tracks = statements < parts;
        if self.tracks && self.touched.len() < 2 * parts {
            self.touched.resize(2 * parts, 0);
        }
        self.touches = 0;
        self.stride = if parts <= FEW && !self.tracks { parts } else { 0 };
        let room = parts + 3 * self.stride;
        if self.yes.len() < room {
            self.yes.resize(room, 0);
            self.may.resize(room, 0);
        }
    }

    /// The sums of all parts, lanes added up.
    fn fold(&mut self, parts: usize) -> (&mut [u32], &mut [u32]) {
        let stride = self.stride;
        for sums in [&mut self.yes, &mut self.may] {
            let parts = parts.min(sums.len());
            let (first, others) = sums.split_at_mut(parts);
            for lane in others.chunks_mut(stride.max(1)).take(if stride == 0 { 0 } else { 3 }) {
                for (sum, more) in first.iter_mut().zip(lane) {
                    *sum = sum.wrapping_add(*more);
                    *more = 0;
                }
            }
        }
        (self.yes.get_mut(..parts).unwrap_or_default(), self.may.get_mut(..parts).unwrap_or_default())
    }

    /// Adds the parts of the statements of one word.
    fn add(&mut self, column: &Parts, word: u32, more: u64, less: u64, may: bool) {
        for (bits, step) in [(more, 1), (less, u32::MAX)] {
            match &column.codes {
                _ if bits == 0 => {}
                // Counted as a whole.
                Codes::One => {}
                Codes::Short(codes) => self.scatter(codes, &column.ends, word, bits, step, may),
                Codes::Long(codes) => self.scatter(codes, &column.ends, word, bits, step, may),
            }
        }
    }

    fn scatter<T: Copy + Into<u32>>(
        &mut self,
        codes: &[T],
        ends: &[u32],
        word: u32,
        bits: u64,
        step: u32,
        may: bool,
    ) {
        let sums = if may { &mut self.may } else { &mut self.yes };
        let (touched, mut touches, stride) = (&mut self.touched[..], self.touches, self.stride);
        if !self.tracks {
            each(codes, ends, word, bits, |at, part| {
                if let Some(sum) = sums.get_mut(part as usize + (at & 3) * stride) {
                    *sum = sum.wrapping_add(step);
                }
            });
            return;
        }
        each(codes, ends, word, bits, |_, part| {
            let Some(sum) = sums.get_mut(part as usize) else { return };
            // Without a jump on what none could foresee.
            if let Some(place) = touched.get_mut(touches) {
                *place = part;
                touches += usize::from(*sum == 0);
            }
            *sum = sum.wrapping_add(step);
        });
        self.touches = touches;
    }
}

/// The parts that the statements of one word hold.
#[inline]
fn each<T: Copy + Into<u32>>(
    codes: &[T],
    ends: &[u32],
    word: u32,
    mut bits: u64,
    mut put: impl FnMut(usize, u32),
) {
    let base = word as usize * 64;
    if bits == !0 {
        let (start, end) = match ends.is_empty() {
            true => (base, base + 64),
            false => (end_before(ends, base), end_before(ends, base + 64)),
        };
        for (at, &code) in codes.get(start..end).unwrap_or_default().iter().enumerate() {
            put(at, code.into());
        }
        return;
    }
    while bits != 0 {
        let row = base + bits.trailing_zeros() as usize;
        let range =
            if ends.is_empty() { row..row + 1 } else { end_before(ends, row)..end_before(ends, row + 1) };
        for (at, &code) in codes.get(range).unwrap_or_default().iter().enumerate() {
            put(row + at, code.into());
        }
        bits &= bits - 1;
    }
}

/// Where the statements before `row` end.
#[inline]
fn end_before(ends: &[u32], row: usize) -> usize {
    if row == 0 { 0 } else { ends.get(row - 1).map_or(0, |&end| end as usize) }
}
