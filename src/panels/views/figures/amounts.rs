//! Numbers, populations and reasons in words.

use crate::panels::statements::{bounded, isolated, population};
use crate::text::{Lang, fill, number::whole};
use index::Corpus;
use query::figures::{CountsAs, Held, Section, Sum};

/// A figure's number with its bounds, or its words.
pub fn amount(corpus: &Corpus, held: &Held, lang: Lang) -> String {
    let text = bounded((held.low, held.best, held.high), held.bound, lang);
    text.unwrap_or_else(|| {
        let words = query::figures::words(corpus, held);
        fill(lang.words().reading.statements.quoted, &[&isolated(lang, &words)])
    })
}

/// A sum: one number, or the best and from where to where.
pub fn sum(sum: &Sum, lang: Lang) -> String {
    let (words, told) = (&lang.words().reading.figures, &lang.words().figuring.figures);
    let write = |n: u64| whole(lang, n);
    let low = sum.low();
    match (sum.best(), sum.high()) {
        _ if sum.is_empty() => String::new(),
        (Some(best), Some(high)) if low == high && low == best => write(best),
        (Some(best), Some(high)) => fill(words.best_in_range, &[&write(best), &write(low), &write(high)]),
        (None, Some(high)) => fill(words.range, &[&write(low), &write(high)]),
        (Some(best), None) if best > low => fill(told.best_at_least, &[&write(best), &write(low)]),
        (_, None) => fill(words.at_least, &[&write(low)]),
    }
}

/// Of whom.
pub fn whom_of(corpus: &Corpus, whom: u32, lang: Lang) -> String {
    population(corpus, whom, lang).unwrap_or_else(|| lang.words().figuring.figures.no_whom.to_owned())
}

/// Whether a figure is added, and why not.
pub fn counts_as(corpus: &Corpus, section: &Section, counts_as: CountsAs, lang: Lang) -> String {
    let words = &lang.words().figuring.figures;
    let entries = section.lines.iter().flat_map(|line| &line.entries).chain(&section.outside);
    let mut entries = entries.map(|entry| &entry.figure);
    let mut about = |template: &str, other: u32| {
        let held = entries.find(|held| held.position == other);
        let other = held.map_or(String::new(), |held| amount(corpus, held, lang));
        fill(template, &[&other])
    };
    match counts_as {
        CountsAs::Own if !query::figures::adds(section.measure) => words.stock.to_owned(),
        CountsAs::Own => words.counted.to_owned(),
        CountsAs::PartOf(other) => about(lang.words().reading.figures.part_of, other),
        CountsAs::WholeOf(other) => about(words.whole_of, other),
        CountsAs::SameEvent(other) => about(words.same_event, other),
        CountsAs::Within(other) => about(words.within, other),
        CountsAs::Overlaps(other) => about(words.overlaps, other),
        CountsAs::NoPeriod => words.no_period.to_owned(),
        CountsAs::NoNumber => words.no_number.to_owned(),
        CountsAs::PeriodOutside => words.period_outside.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        let check = |figures: &[(Option<u64>, Option<u64>, Option<u64>)], expect: &str| {
            let mut total = Sum::default();
            figures.iter().for_each(|&(low, best, high)| total.add(low, best, high));
            assert_eq!(sum(&total, Lang::En), expect);
        };
        check(&[], "");
        check(&[(Some(33), Some(33), Some(33))], "33");
        check(&[(Some(1746), Some(1746), None), (Some(33), Some(33), Some(33))], "≥ 1,779");
        check(&[(Some(1), Some(2), Some(4)), (Some(1), Some(1), Some(1))], "3 (2–5)");
        check(&[(Some(9), None, Some(10))], "9–10");
        check(&[(None, Some(500), None), (Some(3), Some(3), Some(3))], "503 (≥ 3)");
    }
}
