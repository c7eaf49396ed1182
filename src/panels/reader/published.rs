//! When a report was published, no more precisely than it is known.

use super::rule_words::{rule_words, weekday_name, with_weekday};
use crate::panels::statements::{how, ours};
use crate::text::{Lang, date, fill};
use index::date::{Anchors, Rule};
use index::{How, Report, Span};

/// An interval no longer than this reads as "or just after".
const JUST_AFTER_DAYS: i32 = 14;

/// When: a date, "a Friday" where no more is known, or that it is not known.
pub fn published(report: &Report, lang: Lang) -> String {
    let words = &lang.words().reading.reader;
    match report.published.span {
        Some(span) => match just_after(&span, report.published.how) {
            Some(first) => fill(words.or_just_after, &[&date::span(lang, &first)]),
            None => date::span(lang, &span),
        },
        None => match Rule::parse(&report.anchor).and_then(|rule| rule.weekday()) {
            Some(weekday) => fill(words.a_weekday, &[weekday_name(weekday, lang)]),
            None => words.no_date.to_owned(),
        },
    }
}

/// How the date is known, in sentences; none where the report states it.
pub fn published_why(report: &Report, lang: Lang) -> Vec<String> {
    if report.published.how == How::Stated && report.published.why.is_empty() {
        return Vec::new();
    }
    let first = with_weekday(report.published.span, lang);
    let how = ours(lang, [&first, ": ", how(report.published.how, lang), "."].concat());
    let sentences = [how, report.published.why.clone(), counts_from(report, lang).unwrap_or_default()];
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect()
}

/// From which day relative words count, where that is not simply the day of publication.
pub fn counts_from(report: &Report, lang: Lang) -> Option<String> {
    let anchors = Anchors::of(report.published.span, &report.anchor);
    let rule = rule_words(&report.anchor, &anchors, lang)?;
    Some(ours(lang, fill(lang.words().reading.rules.counts_from, &[&rule])))
}

/// The first day of a short interval that was inferred from that day.
fn just_after(span: &Span, how: How) -> Option<Span> {
    let (from, to) = (span.from?, span.to?);
    let short = from < to && to.0 - from.0 <= JUST_AFTER_DAYS;
    (short && how != How::Stated && !span.qualified).then(|| Span::day(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::Published;
    use index::date::parse_bounds;

    fn report(edtf: &str, how: How, anchor: &str) -> Report {
        let published =
            Published { edtf: edtf.into(), span: parse_bounds(edtf).ok(), how, why: "It says so.".into() };
        Report { published, anchor: anchor.into(), ..Report::default() }
    }

    #[test]
    fn no_more_than_is_known() {
        let check = |edtf, how, anchor, expect: &str| {
            assert_eq!(published(&report(edtf, how, anchor), Lang::En), expect)
        };
        check("2020-02-28", How::Stated, "", "28 Feb 2020");
        check("2020-02-28/2020-03-05", How::Inferred, "friday<=published", "28 Feb 2020 or just after");
        check("2020-02-28/2020-03-05", How::Stated, "", "28 Feb 2020 – 5 Mar 2020");
        check("2020", How::Inferred, "", "2020");
        check("", How::Unknown, "friday<=published", "a Friday");
        check("", How::Unknown, "", "publication date not known");
        check("", How::Unknown, "published-1", "publication date not known");
    }

    #[test]
    fn why() {
        let text = published_why(&report("2024-11-29", How::Inferred, "friday<=published"), Lang::En);
        let expect = [
            "Friday, 29 Nov 2024: inferred by the coder.",
            "It says so.",
            "The report counts from the last Friday on or before the day of publication (Friday, 29 Nov 2024).",
        ];
        assert_eq!(text, expect);
    }
}
