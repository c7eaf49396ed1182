//! Seasons, quarters and halves of a year, and the period told of before in another year.

use super::meaning::{Grain, TimeKind, Turn};
use super::resolve::{Context, Time, unknown};
use super::tense::Tense;
use super::timex::{days_of, season_days, shifted, years};
use index::Day;

/// The period told of last in another year: "the same month a year ago".
pub(super) fn same(grain: Grain, turn: Turn, context: &Context) -> Time {
    // A quarter that has not ended has no results yet.
    let ended = |(year, n): (i32, u32)| {
        let first = Day::from_ymd(year, (n.clamp(1, 4) - 1) * 3 + 1, 1).unwrap_or_default();
        context.published.is_none_or(|published| days_of(first, Grain::Quarter).1 < published)
    };
    let told = context.quarter.filter(|_| grain == Grain::Quarter);
    let of_quarter = told.filter(|quarter| turn != 0 || ended(*quarter));
    if let Some((year, n)) = of_quarter {
        return quarter(n, Some(year + turn), None, false, context);
    }
    // Results are told after their quarter.
    if grain == Grain::Quarter
        && turn == 0
        && let Some(day) = context.published
    {
        let before = shifted(day, Grain::Quarter, -1);
        return Time::unit(before, Grain::Quarter, "same-period").from("published", Some(day));
    }
    // "the same period" is a month where a month was told of.
    let told = context.mentioned.filter(|(_, fine)| *fine <= Grain::Month);
    let (base, anchor) = match (told, context.published) {
        (Some((day, _)), _) => (day, "mentioned"),
        (None, Some(day)) => (day, "published"),
        (None, None) => return Time::open(TimeKind::Date, unknown(grain), "shift-unknown"),
    };
    let grain = match (grain, told) {
        (Grain::Quarter, Some((_, Grain::Month))) => Grain::Month,
        _ => grain,
    };
    Time::unit(shifted(base, Grain::Year, turn), grain, "same-period").from(anchor, Some(base))
}

pub(super) fn season(season: &'static str, year: Option<i32>, turn: Option<Turn>, context: &Context) -> Time {
    let (year, anchor) = match (year, context.published) {
        (Some(year), _) => (year, None),
        (None, None) => return Time::open(TimeKind::Date, format!("XXXX-{season}"), "year-unknown"),
        (None, Some(published)) => {
            let this = published.ymd().0;
            let begun = season_days(season, this).0 <= published;
            let year = match turn {
                Some(-1) => {
                    if season_days(season, this).1 < published {
                        this
                    } else {
                        this - 1
                    }
                }
                Some(1) => this + i32::from(begun),
                _ if season == "WI" && published.ymd().1 <= 2 => this - 1,
                None if !begun && context.tense == Tense::Past => this - 1,
                _ => this,
            };
            (year, Some(published))
        }
    };
    let time = Time::dated(season_days(season, year), Grain::Season, format!("{year:04}-{season}"), "season");
    if anchor.is_some() { time.from("published", anchor) } else { time }
}

pub(super) fn quarter(n: u32, year: Option<i32>, turn: Option<Turn>, half: bool, context: &Context) -> Time {
    // "the 1988 quarter" beside a third quarter is the third of 1988.
    let n = match (n, context.quarter, year) {
        (0, Some((_, told)), _) => told,
        (0, None, Some(year)) => {
            return Time::dated(years(year, 1, Day::MIN), Grain::Year, format!("{year:04}"), "calendar");
        }
        _ => n.max(1),
    };
    let (grain, months) = if half { (Grain::Half, 6) } else { (Grain::Quarter, 3) };
    let letter = if half { "H" } else { "Q" };
    let (year, anchor) = match (year, context.published) {
        (Some(year), _) => (year, None),
        (None, None) => return Time::open(TimeKind::Date, format!("XXXX-{letter}{n}"), "year-unknown"),
        (None, Some(published)) => {
            let (this, month, _) = published.ymd();
            // Results are told after their quarter: one that has not begun is last year's.
            let begun = (n - 1) * months < month;
            let back =
                !begun && turn.is_none() && context.tense != Tense::Future && (n - 1) * months >= month + 3;
            (this + turn.unwrap_or(0) - i32::from(back), Some(published))
        }
    };
    let first = Day::from_ymd(year, (n.clamp(1, 4) - 1) * months % 12 + 1, 1).unwrap_or_default();
    let time = Time::dated(days_of(first, grain), grain, format!("{year:04}-{letter}{n}"), "quarter");
    if anchor.is_some() { time.from("published", anchor) } else { time }
}
