//! Date rules in a reader's words: `thursday<anchor` is "the last Thursday before the day the report counts from".

use crate::text::{Lang, date, fill};
use index::Span;
use index::date::{Anchors, Rule, Weekday, parse_bounds};

/// A rule in words, with the days it counts from; nothing where it is no rule.
pub fn rule_words(rule: &str, anchors: &Anchors, lang: Lang) -> Option<String> {
    Rule::parse(rule)?;
    let words = &lang.words().reading.rules;
    match rule.split_once('/') {
        Some((first, last)) => {
            Some(fill(words.from_to, &[&end(first, anchors, lang)?, &end(last, anchors, lang)?]))
        }
        None => end(rule, anchors, lang),
    }
}

/// A weekday's name.
pub fn weekday_name(weekday: Weekday, lang: Lang) -> &'static str {
    lang.words().reading.rules.weekdays.get(weekday as usize).copied().unwrap_or_default()
}

/// A day with its weekday; any other interval as it is.
pub fn with_weekday(span: Option<Span>, lang: Lang) -> String {
    let words = &lang.words().reading.rules;
    match span {
        None => words.not_known.to_owned(),
        Some(Span { from: Some(day), to, .. }) if to == Some(day) => {
            fill(words.weekday_date, &[weekday_name(day.weekday(), lang), &date::day(lang, day)])
        }
        Some(span) => date::span(lang, &span),
    }
}

fn end(text: &str, anchors: &Anchors, lang: Lang) -> Option<String> {
    let text = text.trim();
    if let Some(words) = base(text, anchors, lang) {
        return Some(words);
    }
    let at = text.rfind(['+', '-'])?;
    let days: u64 = text.get(at + 1..)?.parse().ok()?;
    let base = base(text.get(..at)?.trim(), anchors, lang)?;
    Some(shifted(days, text.get(at..)?.starts_with('-'), &base, lang))
}

fn shifted(days: u64, back: bool, base: &str, lang: Lang) -> String {
    let words = &lang.words().reading.rules;
    match (days, back) {
        (1, true) => fill(words.day_before, &[base]),
        (1, false) => fill(words.day_after, &[base]),
        (days, true) => [&words.days_before.with(lang, days), " ", base].concat(),
        (days, false) => [&words.days_after.with(lang, days), " ", base].concat(),
    }
}

fn base(text: &str, anchors: &Anchors, lang: Lang) -> Option<String> {
    let words = &lang.words().reading.rules;
    match text {
        "published" => Some(fill(words.valued, &[words.published, &with_weekday(anchors.published, lang)])),
        "anchor" => Some(fill(words.valued, &[words.anchor, &with_weekday(anchors.anchor, lang)])),
        _ => weekday(text, anchors, lang)
            .or_else(|| parse_bounds(text).ok().map(|span| date::span(lang, &span))),
    }
}

fn weekday(text: &str, anchors: &Anchors, lang: Lang) -> Option<String> {
    let words = &lang.words().reading.rules;
    let (name, rest) = text.split_once('<')?;
    let weekday = Weekday::ALL.into_iter().find(|weekday| weekday.name() == name.trim())?;
    let (pattern, rest) =
        rest.strip_prefix('=').map_or((words.weekday_before, rest), |rest| (words.weekday_on, rest));
    Some(fill(pattern, &[weekday_name(weekday, lang), &base(rest.trim(), anchors, lang)?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: &str, published: &str, anchor: &str, expect: Option<&str>) {
        let anchors = Anchors::of(parse_bounds(published).ok(), anchor);
        assert_eq!(rule_words(rule, &anchors, Lang::En).as_deref(), expect, "{rule}");
    }

    #[test]
    fn rules_of_the_idlib_reports() {
        let (week, friday) = ("2020-02-28/2020-03-05", "friday<=published");
        let from_anchor = "the day the report counts from (Friday, 28 Feb 2020)";
        let from_published = "the day of publication (28 Feb 2020 – 5 Mar 2020)";
        let check = |rule: &str, expect: &str| check(rule, week, friday, Some(expect));
        check("thursday<anchor", &format!("the last Thursday before {from_anchor}"));
        check("anchor", from_anchor);
        check("anchor-1", &format!("the day before {from_anchor}"));
        check("published-3", &format!("3 days before {from_published}"));
        check("anchor+1", &format!("the day after {from_anchor}"));
        check("2019-12/published", &format!("from Dec 2019 to {from_published}"));
        check("friday<=published", &format!("the last Friday on or before {from_published}"));
        check(
            "wednesday<anchor/anchor",
            &format!("from the last Wednesday before {from_anchor} to {from_anchor}"),
        );
    }

    #[test]
    fn what_is_not_known_is_said() {
        check("anchor", "", "friday<=published", Some("the day the report counts from (not known)"));
        check("2019-12", "", "", Some("Dec 2019"));
        check("someday<anchor", "", "", None);
        check("", "", "", None);
    }

    #[test]
    fn arabic() {
        let anchors = Anchors::of(parse_bounds("2020-02-28").ok(), "");
        let words = rule_words("thursday<anchor", &anchors, Lang::Ar);
        assert_eq!(
            words.as_deref(),
            Some("آخر الخميس قبل اليوم الذي يحسب منه التقرير (الجمعة ٢٨ فبراير ٢٠٢٠)")
        );
    }
}
