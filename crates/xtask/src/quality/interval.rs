//! TIMEX3 and EDTF values as day intervals.

use index::Day;

/// First and last day; an open end is unbounded.
pub(super) fn interval(value: &str) -> Option<(i32, i32)> {
    let value = value.trim().trim_end_matches(['?', '~', '%']);
    if let Some((from, to)) = value.split_once('/') {
        let from = if matches!(from, "" | "..") { (i32::MIN / 4, 0) } else { interval(from)? };
        let to = if matches!(to, "" | "..") { (0, i32::MAX / 4) } else { interval(to)? };
        return (from.0 <= to.1).then_some((from.0, to.1));
    }
    let value = value.split('T').next().unwrap_or("");
    let value = if value.starts_with(|c: char| c.is_ascii_digit()) {
        value.trim_end_matches(['X', 'x', '-'])
    } else {
        value
    };
    let mut parts = value.split('-');
    let first = parts.next()?;
    let number: i32 = first.parse().ok().filter(|_| (2..=4).contains(&first.len()))?;
    let wide = 10_i32.pow(4 - first.len() as u32);
    let year = number * wide;
    let Some(second) = parts.next() else {
        return Some((Day::from_ymd(year.max(1), 1, 1)?.0, Day::from_ymd(year + wide - 1, 12, 31)?.0));
    };
    let months = |first: u32, count: u32| {
        let last = first + count - 1;
        let (later, last) = if last > 12 { (1, last - 12) } else { (0, last) };
        Some((Day::from_ymd(year, first, 1)?.0, Day::from_ymd(year + later, last, 1)?.month_end().0))
    };
    // Not `WI`, the winter.
    if let Some(week) = second.strip_prefix('W').and_then(|week| week.parse::<i32>().ok()) {
        let january = Day::from_ymd(year, 1, 4)?;
        let monday = january.0 - january.weekday() as i32 + (week - 1) * 7;
        return match parts.next() {
            Some("WE") => Some((monday + 5, monday + 6)),
            Some(day) => day.parse::<i32>().ok().map(|day| (monday + day - 1, monday + day - 1)),
            None => Some((monday, monday + 6)),
        };
    }
    match second {
        "Q1" | "33" => months(1, 3),
        "Q2" | "34" => months(4, 3),
        "Q3" | "35" => months(7, 3),
        "Q4" | "36" => months(10, 3),
        "H1" => months(1, 6),
        "H2" => months(7, 6),
        "SP" | "21" => months(3, 3),
        "SU" | "22" => months(6, 3),
        "FA" | "23" => months(9, 3),
        "WI" | "24" => months(12, 3),
        _ => {
            let month: u32 = second.parse().ok().filter(|month| (1..=12).contains(month))?;
            match parts.next() {
                None => months(month, 1),
                Some(day) => Day::from_ymd(year, month, day.parse().ok()?).map(|day| (day.0, day.0)),
            }
        }
    }
}

/// Days in both as a share of days in either.
pub(super) fn jaccard(a: (i32, i32), b: (i32, i32)) -> f64 {
    let both = i64::from(a.1.min(b.1)) - i64::from(a.0.max(b.0)) + 1;
    both.max(0) as f64 / (i64::from(a.1.max(b.1)) - i64::from(a.0.min(b.0)) + 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_days() {
        let days = |value: &str| interval(value).map(|(from, to)| format!("{}/{}", Day(from), Day(to)));
        for (value, expect) in [
            ("2020-02-28", Some("2020-02-28/2020-02-28")),
            ("1998-W06", Some("1998-02-02/1998-02-08")),
            ("1989-Q3", Some("1989-07-01/1989-09-30")),
            ("1998-WI", Some("1998-12-01/1999-02-28")),
            ("199", Some("1990-01-01/1999-12-31")),
            ("1998-02-06TMO", Some("1998-02-06/1998-02-06")),
            ("PAST_REF", None),
            ("P3D", None),
        ] {
            assert_eq!(days(value).as_deref(), expect, "{value}");
        }
        assert!((jaccard((1, 2), (2, 3)) - 1.0 / 3.0).abs() < 1e-9);
    }
}
