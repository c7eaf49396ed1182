//! The text of TIMEX3 values.

use super::meaning::Grain;
use index::Day;

/// The value of the unit that holds a day.
pub(super) fn of_day(day: Day, grain: Grain) -> String {
    let (year, month, _) = day.ymd();
    match grain {
        Grain::Clock | Grain::Day => day.to_string(),
        Grain::Weekend => format!("{}-WE", of_day(day, Grain::Week)),
        Grain::Week => {
            let (year, week) = iso_week(day);
            format!("{year:04}-W{week:02}")
        }
        Grain::Month => format!("{year:04}-{month:02}"),
        Grain::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
        Grain::Half => format!("{year:04}-H{}", (month - 1) / 6 + 1),
        Grain::Season => format!("{year:04}-{}", ["WI", "SP", "SU", "FA"][(month % 12 / 3) as usize]),
        Grain::Year => format!("{year:04}"),
        Grain::Decade => format!("{:03}", year / 10),
        Grain::Century => format!("{:02}", year / 100),
    }
}

/// ISO year and week of a day.
pub(super) fn iso_week(day: Day) -> (i32, i32) {
    let thursday = day.plus(3 - day.weekday() as i32);
    (thursday.ymd().0, (thursday.0 - thursday.year_start().0) / 7 + 1)
}

/// The first and last day of the unit that holds a day.
pub(super) fn days_of(day: Day, grain: Grain) -> (Day, Day) {
    let (year, month, _) = day.ymd();
    let months = |first: u32, count: u32| {
        let from = Day::from_ymd(year, first, 1).unwrap_or(day);
        let to = from.plus(31 * (count as i32 - 1) + 2).month_end();
        (
            from,
            if count == 1 {
                from.month_end()
            } else {
                Day::from_ymd(year, first + count - 1, 1).map_or(to, Day::month_end)
            },
        )
    };
    match grain {
        Grain::Clock | Grain::Day => (day, day),
        Grain::Weekend => {
            let saturday = day.plus(5 - day.weekday() as i32);
            (saturday, saturday.plus(1))
        }
        Grain::Week => {
            let monday = day.plus(-(day.weekday() as i32));
            (monday, monday.plus(6))
        }
        Grain::Month => (day.month_start(), day.month_end()),
        Grain::Quarter => months((month - 1) / 3 * 3 + 1, 3),
        Grain::Half => months((month - 1) / 6 * 6 + 1, 6),
        Grain::Season => {
            season_days(["WI", "SP", "SU", "FA"][(month % 12 / 3) as usize], year - i32::from(month < 3))
        }
        Grain::Year => (day.year_start(), day.year_end()),
        Grain::Decade => years(year / 10 * 10, 10, day),
        Grain::Century => years(year / 100 * 100, 100, day),
    }
}

/// The days from one year on.
pub(super) fn years(first: i32, count: i32, fallback: Day) -> (Day, Day) {
    let from = Day::from_ymd(first.max(1), 1, 1).unwrap_or(fallback);
    let to = Day::from_ymd(first + count - 1, 12, 31).unwrap_or(fallback);
    (from, to)
}

/// The days of a season; winter begins in December of its year.
pub(super) fn season_days(season: &str, year: i32) -> (Day, Day) {
    let (first, last, later) = match season {
        "SP" => (3, 5, 0),
        "SU" => (6, 8, 0),
        "FA" => (9, 11, 0),
        _ => (12, 2, 1),
    };
    let from = Day::from_ymd(year, first, 1).unwrap_or_default();
    (from, Day::from_ymd(year + later, last, 1).unwrap_or_default().month_end())
}

/// A day so many units away.
pub(super) fn shifted(day: Day, grain: Grain, count: i32) -> Day {
    let (year, month, date) = day.ymd();
    let months = |count: i32| {
        let all = (year * 12 + month as i32 - 1).saturating_add(count);
        let (year, month) = (all.div_euclid(12), all.rem_euclid(12) as u32 + 1);
        (1..=date).rev().find_map(|date| Day::from_ymd(year, month, date)).unwrap_or(day)
    };
    let count = count.clamp(-9000, 9000);
    match grain {
        Grain::Clock => day,
        Grain::Day => day.plus(count),
        Grain::Weekend | Grain::Week => day.plus(count * 7),
        Grain::Month => months(count),
        Grain::Quarter | Grain::Season => months(count * 3),
        Grain::Half => months(count * 6),
        Grain::Year => months(count * 12),
        Grain::Decade => months(count * 120),
        Grain::Century => months(count.clamp(-99, 99) * 1200),
    }
}

/// "P3D", "PXM", "PT10H".
pub(super) fn duration(count: Option<i32>, grain: Grain, word: &str) -> String {
    let (time, letter, factor) = match grain {
        Grain::Clock if word.starts_with("minute") => ("T", "M", 1),
        Grain::Clock if word.starts_with("second") => ("T", "S", 1),
        Grain::Clock => ("T", "H", 1),
        Grain::Day => ("", "D", 1),
        Grain::Weekend => ("", "WE", 1),
        Grain::Week => ("", "W", 1),
        Grain::Month => ("", "M", 1),
        Grain::Quarter => ("", "Q", 1),
        Grain::Season => ("", "S", 1),
        Grain::Half => ("", "M", 6),
        Grain::Year => ("", "Y", 1),
        Grain::Decade => ("", if count.is_some() { "Y" } else { "DE" }, 10),
        Grain::Century => ("", if count.is_some() { "Y" } else { "CE" }, 100),
    };
    let count = count.map_or("X".to_owned(), |count| {
        count.saturating_mul(if letter == "DE" || letter == "CE" { 1 } else { factor }).to_string()
    });
    format!("P{time}{count}{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::date::parse_bounds;

    fn day(text: &str) -> Day {
        parse_bounds(text).ok().and_then(|span| span.from).unwrap_or_default()
    }

    #[test]
    fn weeks_follow_iso() {
        for (text, expect) in [
            ("1998-01-01", "1998-W01"),
            ("1989-10-30", "1989-W44"),
            ("2021-01-03", "2020-W53"),
            ("2008-12-13", "2008-W50"),
        ] {
            assert_eq!(of_day(day(text), Grain::Week), expect);
        }
    }

    #[test]
    fn units_have_their_days() {
        let check = |text: &str, grain, from: &str, to: &str| {
            assert_eq!(days_of(day(text), grain), (day(from), day(to)), "{text}");
        };
        check("2020-02-10", Grain::Month, "2020-02-01", "2020-02-29");
        check("2020-02-10", Grain::Quarter, "2020-01-01", "2020-03-31");
        check("2020-08-10", Grain::Half, "2020-07-01", "2020-12-31");
        check("2020-01-10", Grain::Season, "2019-12-01", "2020-02-29");
        check("2020-02-28", Grain::Weekend, "2020-02-29", "2020-03-01");
        check("1995-02-28", Grain::Decade, "1990-01-01", "1999-12-31");
    }

    #[test]
    fn months_are_shifted_to_days_that_exist() {
        assert_eq!(shifted(day("2020-03-31"), Grain::Month, -1), day("2020-02-29"));
        assert_eq!(shifted(day("2020-02-29"), Grain::Year, -1), day("2019-02-28"));
    }
}
