//! Days, counted from 1 January 1970 in the proleptic Gregorian calendar.
//!
//! The conversions are those of Howard Hinnant's "chrono-compatible low-level date algorithms", which count
//! years from March so that the leap day comes last.

use std::fmt;

/// A day: how many days after 1 January 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// The days of a week, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// English name in lower case, as rules write it.
    pub fn name(self) -> &'static str {
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][self as usize]
    }
}

impl Day {
    /// The earliest day that a corpus may hold: 1 January of the year -9999.
    pub const MIN: Self = Self(-4_371_587);
    /// The latest day that a corpus may hold: 31 December 9999.
    pub const MAX: Self = Self(2_932_896);

    /// The day of a calendar date; nothing where there is no such date or its year is beyond ±9999.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid = (-9999..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (valid && day <= days_in_month(year, month)).then(|| Self(days_from_civil(year, month, day)))
    }

    /// Year, month and day.
    pub fn ymd(self) -> (i32, u32, u32) {
        let shifted = i64::from(self.0) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 } as u32;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year as i32, month, day)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday.
        Weekday::ALL[(self.0 + 3).rem_euclid(7) as usize]
    }

    /// `days` later, or earlier where negative; stays within [`Day::MIN`] and [`Day::MAX`].
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(Self::MIN.0, Self::MAX.0))
    }

    /// The last `weekday` before this day.
    pub fn last_before(self, weekday: Weekday) -> Self {
        let back = (self.weekday() as i32 - weekday as i32 - 1).rem_euclid(7) + 1;
        self.plus(-back)
    }

    /// The last `weekday` on or before this day.
    pub fn last_on_or_before(self, weekday: Weekday) -> Self {
        self.plus(1).last_before(weekday)
    }

    /// The first day of this day's month.
    pub fn month_start(self) -> Self {
        let (year, month, _) = self.ymd();
        Self(days_from_civil(year, month, 1))
    }

    /// The last day of this day's month.
    pub fn month_end(self) -> Self {
        let (year, month, _) = self.ymd();
        Self(days_from_civil(year, month, days_in_month(year, month)))
    }

    /// The first day of this day's year.
    pub fn year_start(self) -> Self {
        Self(days_from_civil(self.ymd().0, 1, 1))
    }

    /// The last day of this day's year.
    pub fn year_end(self) -> Self {
        Self(days_from_civil(self.ymd().0, 12, 31))
    }
}

impl fmt::Display for Day {
    /// ISO 8601: `2020-02-27`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.abs())
    }
}

fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let (month, day) = (month as i32, day as i32);
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn days_in_month(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_twenty_thousand_years_comes_back() {
        let mut expected = Day::MIN;
        for year in -9999..=9999 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    assert_eq!(Day::from_ymd(year, month, day), Some(expected));
                    assert_eq!(expected.ymd(), (year, month, day));
                    expected = Day(expected.0 + 1);
                }
            }
        }
        assert_eq!(expected.0, Day::MAX.0 + 1);
    }

    #[test]
    fn impossible_dates_are_none() {
        for (year, month, day) in [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (10_000, 1, 1)]
        {
            assert_eq!(Day::from_ymd(year, month, day), None);
        }
    }

    #[test]
    fn weekdays() {
        let day = |text: &str| {
            let parts: Vec<i32> = text.split('-').map(|part| part.parse().unwrap_or(0)).collect();
            Day::from_ymd(parts[0], parts[1] as u32, parts[2] as u32).unwrap_or_default()
        };
        assert_eq!(day("2020-02-28").weekday(), Weekday::Friday);
        assert_eq!(day("2024-11-29").weekday(), Weekday::Friday);
        assert_eq!(day("2020-02-28").last_before(Weekday::Thursday), day("2020-02-27"));
        assert_eq!(day("2020-02-28").last_before(Weekday::Friday), day("2020-02-21"));
        assert_eq!(day("2020-02-28").last_on_or_before(Weekday::Friday), day("2020-02-28"));
        assert_eq!(day("2020-03-05").last_on_or_before(Weekday::Friday), day("2020-02-28"));
    }
}
