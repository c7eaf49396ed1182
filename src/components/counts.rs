//! A count of what matches and what may match: its text, its spoken form and its bar.

use crate::chart::path;
use crate::text::{Lang, fill, number};
use markup::{Markup, view};

/// How many match, and how many may match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many match.
    pub matching: u32,
    /// How many may match.
    pub may_match: u32,
}

impl From<query::Counts> for Tally {
    fn from(counts: query::Counts) -> Self {
        Self { matching: counts.matching, may_match: counts.may_match }
    }
}

impl Tally {
    /// Both together.
    pub fn shown(self) -> u32 {
        self.matching.saturating_add(self.may_match)
    }
}

/// `3 + 1`, or only `3` where nothing may match.
pub fn short(lang: Lang, tally: Tally) -> String {
    let matching = number::whole(lang, tally.matching.into());
    if tally.may_match == 0 {
        return matching;
    }
    matching + lang.words().facets.plus + &number::whole(lang, tally.may_match.into())
}

/// `3 match, 1 may match`.
pub fn spoken(lang: Lang, tally: Tally) -> String {
    let matching = number::whole(lang, tally.matching.into());
    let may_match = number::whole(lang, tally.may_match.into());
    fill(lang.words().counts_spoken, &[&matching, &may_match])
}

/// How long the solid and the hatched part of a bar are, in percent of `largest`.
pub fn shares(tally: Tally, largest: u32) -> (f64, f64) {
    let share = |n: u32| if largest == 0 { 0.0 } else { f64::from(n) * 100.0 / f64::from(largest) };
    let solid = share(tally.matching).min(100.0);
    (solid, share(tally.may_match).min(100.0 - solid))
}

/// The numbers: short for the eye, whole for the ear. `id` is what a control names in `aria-describedby`.
pub fn count(id: String, tally: Tally, lang: Lang) -> Markup {
    view! {
        <span class="count" class:count--none=tally.shown() == 0>
            <span aria-hidden="true">{short(lang, tally)}</span>
            <span class="spoken" id=id>{spoken(lang, tally)}</span>
        </span>
    }
}

/// The bar: solid for what matches, hatched for what may match, whole for `largest`.
pub fn bar(tally: Tally, largest: u32) -> Markup {
    let (solid, hatched) = shares(tally, largest);
    let percent = |share: f64| path::number(share) + "%";
    view! {
        <span class="bar" aria-hidden="true">
            <span class="bar__match" class:bar__some=tally.matching != 0 style:inline-size=percent(solid)></span>
            <span class="bar__may" class:bar__some=tally.may_match != 0 style:inline-size=percent(hatched)></span>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(matching: u32, may_match: u32) -> Tally {
        Tally { matching, may_match }
    }

    #[test]
    fn texts() {
        assert_eq!(short(Lang::En, tally(3, 1)), "3 + 1");
        assert_eq!(short(Lang::En, tally(1746, 0)), "1,746");
        assert_eq!(short(Lang::En, tally(0, 15)), "0 + 15");
        assert_eq!(spoken(Lang::En, tally(8, 1)), "8 match, 1 may match");
        assert_eq!(short(Lang::Ar, tally(3, 1)), "٣ + ١");
    }

    #[test]
    fn a_bar_never_leaves_its_track() {
        assert_eq!(shares(tally(5, 5), 20), (25.0, 25.0));
        assert_eq!(shares(tally(15, 15), 20), (75.0, 25.0));
        assert_eq!(shares(tally(30, 1), 20), (100.0, 0.0));
        assert_eq!(shares(tally(0, 0), 0), (0.0, 0.0));
    }
}
