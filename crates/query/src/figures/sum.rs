//! Sums of figures that the sources bound differently.

use super::Held;

/// A sum: the least, the best estimate and the most. A side that some figure leaves open is open for the sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sum {
    /// How many contributions.
    pub figures: u32,
    low: u64,
    best: u64,
    high: u64,
    without_best: u32,
    without_high: u32,
}

impl Sum {
    /// The least that it can be: what gives no least number adds nothing.
    pub fn low(&self) -> u64 {
        self.low
    }

    /// The sum of the best estimates; nothing where one of the figures has none.
    pub fn best(&self) -> Option<u64> {
        (self.without_best == 0 && self.figures > 0).then_some(self.best)
    }

    /// The most that it can be; nothing where one of the figures is open upward.
    pub fn high(&self) -> Option<u64> {
        (self.without_high == 0 && self.figures > 0).then_some(self.high)
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.figures == 0
    }

    /// Adds one contribution.
    pub fn add(&mut self, low: Option<u64>, best: Option<u64>, high: Option<u64>) {
        self.figures = self.figures.saturating_add(1);
        self.low = self.low.saturating_add(low.unwrap_or(0));
        self.best = self.best.saturating_add(best.unwrap_or(0));
        self.high = self.high.saturating_add(high.unwrap_or(0));
        self.without_best += u32::from(best.is_none());
        self.without_high += u32::from(high.is_none());
    }

    /// Takes away a contribution that was added. Only for numbers so small that no sum was cut off.
    pub(super) fn take(&mut self, low: Option<u64>, best: Option<u64>, high: Option<u64>) {
        self.figures = self.figures.saturating_sub(1);
        self.low = self.low.saturating_sub(low.unwrap_or(0));
        self.best = self.best.saturating_sub(best.unwrap_or(0));
        self.high = self.high.saturating_sub(high.unwrap_or(0));
        self.without_best = self.without_best.saturating_sub(u32::from(best.is_none()));
        self.without_high = self.without_high.saturating_sub(u32::from(high.is_none()));
    }

    /// Adds another sum.
    pub fn plus(&mut self, other: &Self) {
        self.figures = self.figures.saturating_add(other.figures);
        self.low = self.low.saturating_add(other.low);
        self.best = self.best.saturating_add(other.best);
        self.high = self.high.saturating_add(other.high);
        self.without_best = self.without_best.saturating_add(other.without_best);
        self.without_high = self.without_high.saturating_add(other.without_high);
    }

    /// Adds figures that are accounts of one event: one contribution, from the least of them to the most. The best
    /// estimate is theirs where they agree on it.
    pub(super) fn add_joined<'a>(&mut self, accounts: impl Iterator<Item = &'a Held>) {
        let mut joined: Option<(Option<u64>, Option<u64>, Option<u64>)> = None;
        for held in accounts {
            let own = (held.low, held.best, held.high);
            joined = Some(match joined {
                None => own,
                Some((low, best, high)) => (
                    low.zip(own.0).map(|(a, b)| a.min(b)),
                    best.filter(|_| best == own.1),
                    high.zip(own.2).map(|(a, b)| a.max(b)),
                ),
            });
        }
        if let Some((low, best, high)) = joined {
            self.add(low, best, high);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(low: Option<u64>, best: Option<u64>, high: Option<u64>) -> Held {
        Held { low, best, high, ..Held::default() }
    }

    #[test]
    fn an_open_side_stays_open() {
        let mut sum = Sum::default();
        assert_eq!((sum.best(), sum.high()), (None, None));
        sum.add(Some(1746), Some(1746), None);
        sum.add(Some(33), Some(33), Some(33));
        assert_eq!((sum.low(), sum.best(), sum.high(), sum.figures), (1779, Some(1779), None, 2));
        sum.take(Some(1746), Some(1746), None);
        assert_eq!((sum.low(), sum.best(), sum.high(), sum.figures), (33, Some(33), Some(33), 1));
    }

    #[test]
    fn accounts_of_one_event_are_one_contribution() {
        let accounts = [held(Some(30), Some(33), Some(40)), held(Some(20), Some(25), Some(36))];
        let mut sum = Sum::default();
        sum.add_joined(accounts.iter());
        assert_eq!((sum.figures, sum.low(), sum.best(), sum.high()), (1, 20, None, Some(40)));
    }

    #[test]
    fn nothing_overflows() {
        let mut sum = Sum::default();
        sum.add(Some(u64::MAX), None, Some(u64::MAX));
        sum.add(Some(1), None, Some(1));
        assert_eq!(sum.high(), Some(u64::MAX));
    }
}
