//! Days: what an expression means once the report's own date is known.

use super::meaning::{Grain, Meaning, Partial, TimeKind, Turn};
use super::part_of_year::{quarter, same, season};
use super::tense::Tense;
use super::timex::{days_of, of_day, shifted, years};
use index::date::Weekday;
use index::{Day, Span};

/// What an expression counts from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// The report's own date.
    pub published: Option<Day>,
    /// The date mentioned last, and how fine it is.
    pub mentioned: Option<(Day, Grain)>,
    /// The tense of the words around it.
    pub tense: Tense,
    /// The verb that tells the tense stands near.
    pub near: bool,
    /// The quarter mentioned last, from 1.
    pub quarter: Option<(i32, u32)>,
}

/// A resolved expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Time {
    /// TIMEX3's kind.
    pub kind: TimeKind,
    /// TIMEX3's value.
    pub timex: String,
    /// The days, where it has a place on the calendar.
    pub span: Option<Span>,
    /// How fine it is, where it has days.
    pub grain: Option<Grain>,
    /// The rule that made it.
    pub rule: &'static str,
    /// What it counts from: `published`, `mentioned`, or nothing.
    pub anchor: &'static str,
    /// The day that it counts from.
    pub anchor_day: Option<Day>,
    /// The date rule of [`index::date::Rule`], where it moves with the publication date by days.
    pub moves: String,
    /// The other day that a weekday or a day without year may mean.
    pub alternative: Option<Day>,
}

impl Time {
    pub(super) fn dated(days: (Day, Day), grain: Grain, timex: String, rule: &'static str) -> Self {
        let span = Some(Span { from: Some(days.0), to: Some(days.1), qualified: false });
        let kind = if grain == Grain::Clock { TimeKind::Time } else { TimeKind::Date };
        Self {
            kind,
            timex,
            span,
            grain: Some(grain),
            rule,
            anchor: "",
            anchor_day: None,
            moves: String::new(),
            alternative: None,
        }
    }

    pub(super) fn unit(day: Day, grain: Grain, rule: &'static str) -> Self {
        Self::dated(days_of(day, grain), grain, of_day(day, grain), rule)
    }

    pub(super) fn open(kind: TimeKind, timex: impl Into<String>, rule: &'static str) -> Self {
        let timex = timex.into();
        Self {
            kind,
            timex,
            span: None,
            grain: None,
            rule,
            anchor: "",
            anchor_day: None,
            moves: String::new(),
            alternative: None,
        }
    }

    pub(super) fn from(mut self, anchor: &'static str, day: Option<Day>) -> Self {
        (self.anchor, self.anchor_day) = (anchor, day);
        self
    }

    fn moving(mut self, rule: String) -> Self {
        self.moves = rule;
        self
    }
}

/// Resolves a meaning.
pub(crate) fn resolve(meaning: &Meaning, context: &Context) -> Time {
    match meaning {
        Meaning::Calendar(partial, turn) => calendar(*partial, *turn, context),
        Meaning::Weekday(day, turn) => weekday(*day, *turn, context),
        Meaning::Day(days) => day(*days, context),
        Meaning::Unit(grain, turn, carried) => unit(*grain, *turn, *carried, context),
        Meaning::Shift(count, grain, carried) => shift(*count, *grain, *carried, context),
        Meaning::Same(grain, turn) => same(*grain, *turn, context),
        Meaning::Season(name, year, turn) => season(name, *year, *turn, context),
        Meaning::Quarter(n, year, turn, half) => quarter(*n, *year, *turn, *half, context),
        Meaning::Decade(tens) => {
            Time::dated(years(tens * 10, 10, Day::MIN), Grain::Decade, format!("{tens:03}"), "decade")
        }
        Meaning::Century(hundreds) => Time::dated(
            years(hundreds * 100, 100, Day::MIN),
            Grain::Century,
            format!("{hundreds:02}"),
            "century",
        ),
        Meaning::Holiday(month, date, year) => calendar(
            Partial { year: *year, month: Some(*month), day: Some(*date), last: None },
            None,
            context,
        ),
        Meaning::Movable(name, year) => movable(name, *year, context),
        Meaning::Fixed(kind, value) => {
            Time::open(*kind, value.clone(), if *kind == TimeKind::Set { "set" } else { "duration" })
        }
        Meaning::Reference(value) => Time::open(TimeKind::Date, *value, "reference"),
        Meaning::Part(day, part) => timed(resolve(day, context), &format!("T{part}")),
        Meaning::Clock(day, hour, minute, universal) => {
            let minute = format!(":{:02}", minute.unwrap_or(0));
            let zone = if *universal { "Z" } else { "" };
            timed(resolve(day, context), &format!("T{hour:02}{minute}{zone}"))
        }
    }
}

/// A day with a time of day.
fn timed(day: Time, time: &str) -> Time {
    let base = if day.timex.is_empty() { "XXXX-XX-XX" } else { &day.timex };
    Time {
        timex: format!("{base}{time}"),
        kind: TimeKind::Time,
        grain: day.span.map(|_| Grain::Clock),
        ..day
    }
}

fn calendar(partial: Partial, turn: Option<Turn>, context: &Context) -> Time {
    let rule = match (partial.year, turn) {
        (Some(_), _) => "calendar",
        (None, Some(_)) => "month-by-turn",
        (None, None) => "year-by-report",
    };
    let Some(month) = partial.month else {
        let year = partial.year.unwrap_or_default();
        return Time::dated(years(year, 1, Day::MIN), Grain::Year, format!("{year:04}"), rule);
    };
    let (year, alternative) = match partial.year {
        Some(year) => (Some(year), None),
        None => year_of(month, partial.day, turn, context),
    };
    let anchor =
        if partial.year.is_none() { context.published.or(context.mentioned.map(|m| m.0)) } else { None };
    let named = if partial.year.is_some() { "" } else { "published" };
    let Some(year) = year else {
        let day = partial.day.map_or(String::new(), |day| format!("-{day:02}"));
        return Time::open(TimeKind::Date, format!("XXXX-{month:02}{day}"), "year-unknown");
    };
    let time = match partial.day {
        None => Day::from_ymd(year, month, 1).map(|day| Time::unit(day, Grain::Month, rule)),
        Some(date) => Day::from_ymd(year, month, date).map(|day| {
            let last = partial.last.and_then(|last| Day::from_ymd(year, month, last));
            Time::dated((day, last.unwrap_or(day)), Grain::Day, day.to_string(), rule)
        }),
    };
    let other = alternative.and_then(|year| Day::from_ymd(year, month, partial.day.unwrap_or(1)));
    let time =
        time.unwrap_or_else(|| Time::open(TimeKind::Date, format!("{year:04}-{month:02}"), "impossible"));
    Time { alternative: other, ..time.from(named, anchor) }
}

/// A holiday whose day changes from year to year.
fn movable(name: &str, year: Option<i32>, context: &Context) -> Time {
    let month = match name {
        "thanksgiving" | "election" => 11,
        _ => 4,
    };
    let Some(year) = year.or_else(|| year_of(month, Some(20), None, context).0) else {
        return Time::open(TimeKind::Date, "XXXX-XX-XX", "year-unknown");
    };
    let nth = |weekday: Weekday, from: u32| {
        Day::from_ymd(year, month, from)
            .map(|day| day.plus((weekday as i32 - day.weekday() as i32).rem_euclid(7)))
    };
    let day = match name {
        "thanksgiving" => nth(Weekday::Thursday, 22),
        "election" => nth(Weekday::Tuesday, 2),
        "good-friday" => easter(year).map(|day| day.plus(-2)),
        "easter-monday" => easter(year).map(|day| day.plus(1)),
        _ => easter(year),
    };
    day.map_or_else(
        || Time::open(TimeKind::Date, "XXXX-XX-XX", "impossible"),
        |day| Time::unit(day, Grain::Day, "holiday"),
    )
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876.
fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::from_ymd(year, (n / 31) as u32, (n % 31 + 1) as u32)
}

/// The year of a month or day that is given without one, and the other year that it may be of.
fn year_of(
    month: u32,
    date: Option<u32>,
    turn: Option<Turn>,
    context: &Context,
) -> (Option<i32>, Option<i32>) {
    let Some(published) = context.published else {
        // Without a report's date the year mentioned last is the best guess there is.
        return (context.mentioned.map(|(day, _)| day.ymd().0), None);
    };
    let (year, now, today) = published.ymd();
    let exact = date.is_some();
    let date = date.unwrap_or(if month == now { today } else { 15 });
    let of =
        |year: i32| (1..=date).rev().find_map(|date| Day::from_ymd(year, month, date)).unwrap_or(published);
    let past = if of(year) <= published { year } else { year - 1 };
    let (back, ahead) = (published.0 - of(past).0, of(past + 1).0 - published.0);
    let looks_back = match (turn, context.tense) {
        (Some(-1), _) => return (Some(if month == now { year - 1 } else { past }), None),
        (Some(1), _) => return (Some(past + 1), None),
        (Some(_), _) => return (Some(year), None),
        // A month that has come round long ago and comes again soon is the coming one unless the words look back.
        (None, Tense::Past) => back < ahead + 150 || context.near,
        (None, Tense::Future) => back == 0 || back < 8 && date != 15 || back < 45 && exact,
        (None, Tense::Unknown) => back < ahead + 60,
    };
    let (chosen, other) = if looks_back { (past, past + 1) } else { (past + 1, past) };
    (Some(chosen), Some(other))
}

fn weekday(day: Weekday, turn: Option<Turn>, context: &Context) -> Time {
    let name = day.name();
    let Some(published) = context.published else {
        return Time::open(TimeKind::Date, format!("XXXX-WXX-{}", day as usize + 1), "weekday-unknown")
            .moving(format!("{name}<=anchor"));
    };
    let same = published.weekday() == day;
    let before = published.last_before(day);
    let ahead = |from: Day| from.plus((day as i32 - from.weekday() as i32).rem_euclid(7));
    let (found, other, rule, moves) = match (turn, context.tense) {
        (Some(-1), _) => (before, Some(before.plus(-7)), "weekday-last", format!("{name}<anchor")),
        (Some(1), _) => {
            (ahead(published.plus(1)), Some(ahead(published.plus(1)).plus(7)), "weekday-next", String::new())
        }
        (Some(_), _) => (ahead(published), None, "weekday-this", String::new()),
        (None, Tense::Future) => (ahead(published), Some(before), "weekday-ahead", String::new()),
        (None, _) if same => (published, Some(before), "weekday-same", format!("{name}<=anchor")),
        (None, _) => (before, Some(ahead(published)), "weekday-back", format!("{name}<anchor")),
    };
    let time = Time::unit(found, Grain::Day, rule).from("published", Some(published)).moving(moves);
    Time { alternative: other, ..time }
}

fn day(days: i32, context: &Context) -> Time {
    let moves = match days {
        0 => "anchor".to_owned(),
        days => format!("anchor{days:+}"),
    };
    match context.published {
        Some(published) => Time::unit(published.plus(days), Grain::Day, "day-word")
            .from("published", Some(published))
            .moving(moves),
        None => {
            Time::open(TimeKind::Date, if days == 0 { "PRESENT_REF" } else { "XXXX-XX-XX" }, "day-unknown")
                .moving(moves)
        }
    }
}

/// The day to count from, and its name.
fn base(carried: bool, context: &Context) -> (Option<Day>, &'static str) {
    match context.mentioned.filter(|_| carried) {
        Some((day, _)) => (Some(day), "mentioned"),
        None => (context.published, "published"),
    }
}

fn unit(grain: Grain, turn: Turn, carried: bool, context: &Context) -> Time {
    if grain == Grain::Quarter && context.quarter.is_some() && carried && turn == 0 {
        let (year, n) = context.quarter.unwrap_or_default();
        return quarter(n, Some(year), None, false, context);
    }
    // "that day" needs a day; a month that was mentioned has none.
    let coarse = grain == Grain::Day && context.mentioned.is_some_and(|(_, grain)| grain > Grain::Day);
    let (base, anchor) = base(carried && !coarse, context);
    let Some(base) = base else {
        return Time::open(TimeKind::Date, unknown(grain), "unit-unknown");
    };
    // "the weekend" in a report of a Tuesday is the one before.
    let turn = if grain == Grain::Weekend && turn == -1 && base.weekday() as i32 >= 5 { 0 } else { turn };
    let turn = if grain == Grain::Weekend && turn == -1 && context.tense == Tense::Future { 0 } else { turn };
    let moves = match (grain, carried, turn) {
        (Grain::Day, false, 0) => "anchor".to_owned(),
        (Grain::Day, false, turn) => format!("anchor{turn:+}"),
        _ => String::new(),
    };
    Time::unit(shifted(base, grain, turn), grain, "unit").from(anchor, Some(base)).moving(moves)
}

pub(super) fn unknown(grain: Grain) -> &'static str {
    match grain {
        Grain::Day | Grain::Clock => "XXXX-XX-XX",
        Grain::Week => "XXXX-WXX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Month => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        _ => "XXXX",
    }
}

fn shift(count: Option<i32>, grain: Grain, carried: bool, context: &Context) -> Time {
    let Some(count) = count else {
        let ahead = context.tense == Tense::Future;
        return Time::open(TimeKind::Date, if ahead { "FUTURE_REF" } else { "PAST_REF" }, "reference");
    };
    // "a year earlier" beside a quarter is that quarter of the year before.
    if grain == Grain::Year
        && count.abs() == 1
        && let Some((year, n)) = context.quarter
    {
        let year = context.published.map_or(year, |day| year.min(day.ymd().0));
        return quarter(n, Some(year + count), None, false, context);
    }
    let (base, anchor) = base(carried, context);
    let Some(base) = base else {
        return Time::open(TimeKind::Date, unknown(grain), "shift-unknown");
    };
    let coarse = match grain {
        Grain::Clock | Grain::Week | Grain::Weekend => Grain::Day,
        grain => grain,
    };
    let moves = match (grain, carried) {
        (Grain::Day, false) => format!("anchor{count:+}"),
        (Grain::Week, false) => format!("anchor{:+}", count.saturating_mul(7)),
        _ => String::new(),
    };
    Time::unit(shifted(base, grain, count), coarse, "shift").from(anchor, Some(base)).moving(moves)
}
