//! Dates as each language writes them, never more precise than they are.

use super::number::digits;
use super::{Lang, fill};
use index::{Day, Span};

const MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const MONTHS_AR: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

const MONTHS_TR: [&str; 12] =
    ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"];

/// The month's name: whole in Arabic, short in the others.
pub fn month_name(lang: Lang, month: u32) -> &'static str {
    let names = match lang {
        Lang::En => &MONTHS_EN,
        Lang::Ar => &MONTHS_AR,
        Lang::Tr => &MONTHS_TR,
    };
    names.get(month.wrapping_sub(1) as usize).copied().unwrap_or_default()
}

/// `27 Feb 2020`.
pub fn day(lang: Lang, day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    digits(lang, &format!("{of_month} {} {year}", month_name(lang, month)))
}

/// `Feb 2020`.
pub fn month(lang: Lang, day: Day) -> String {
    let (year, month, _) = day.ymd();
    digits(lang, &format!("{} {year}", month_name(lang, month)))
}

/// `2020`.
pub fn year(lang: Lang, day: Day) -> String {
    digits(lang, &day.ymd().0.to_string())
}

/// An interval in the fewest words that keep its precision: a year, a month, a day, or from one to another.
pub fn span(lang: Lang, span: &Span) -> String {
    let words = lang.words();
    let text = match (span.from, span.to) {
        (Some(from), Some(to)) => closed(lang, from, to),
        (Some(from), None) => fill(words.since, &[&start(lang, from)]),
        (None, Some(to)) => fill(words.until, &[&end(lang, to)]),
        (None, None) => words.undated.to_owned(),
    };
    if span.qualified { fill(words.about_date, &[&text]) } else { text }
}

fn closed(lang: Lang, from: Day, to: Day) -> String {
    if from == to {
        return day(lang, from);
    }
    if from == from.year_start() && to == from.year_end() {
        return year(lang, from);
    }
    if from == from.month_start() && to == from.month_end() {
        return month(lang, from);
    }
    let whole_years = from == from.year_start() && to == to.year_end();
    if whole_years {
        return format!("{} – {}", year(lang, from), year(lang, to));
    }
    format!("{} – {}", day(lang, from), day(lang, to))
}

fn start(lang: Lang, from: Day) -> String {
    match from {
        from if from == from.year_start() => year(lang, from),
        from if from == from.month_start() => month(lang, from),
        from => day(lang, from),
    }
}

fn end(lang: Lang, to: Day) -> String {
    match to {
        to if to == to.year_end() => year(lang, to),
        to if to == to.month_end() => month(lang, to),
        to => day(lang, to),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::date::parse_bounds;

    #[test]
    fn precision_is_kept() {
        let check = |edtf: &str, expect: &str| {
            let got = parse_bounds(edtf).map(|bounds| span(Lang::En, &bounds));
            assert_eq!(got.as_deref(), Ok(expect), "{edtf}");
        };
        check("2020-02-27", "27 Feb 2020");
        check("2020", "2020");
        check("2019-12", "Dec 2019");
        check("2019-04-29/2020-02-24", "29 Apr 2019 – 24 Feb 2020");
        check("2019-12/..", "since Dec 2019");
        check("../2020-03", "until Mar 2020");
        check("2019-12~", "about Dec 2019");
        check("2016/2019", "2016 – 2019");
    }

    #[test]
    fn turkish_months() {
        let check = |edtf: &str, expect: &str| {
            let got = parse_bounds(edtf).map(|bounds| span(Lang::Tr, &bounds));
            assert_eq!(got.as_deref(), Ok(expect), "{edtf}");
        };
        check("2020-02-27", "27 Şub 2020");
        check("2019-12/..", "Ara 2019 ve sonrası");
    }

    #[test]
    fn arabic_digits_and_months() {
        let bounds = parse_bounds("2024-11-29").map(|bounds| span(Lang::Ar, &bounds));
        assert_eq!(bounds.as_deref(), Ok("٢٩ نوفمبر ٢٠٢٤"));
    }
}
