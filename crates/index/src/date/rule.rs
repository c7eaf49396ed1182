//! Date rules: what a relative expression means, given when its report was published.
//!
//! A rule is written as it reads: `anchor-1` for "yesterday", `thursday<anchor` for "on Thursday",
//! `2019-12/published` for "since December 2019". The reader may try another publication date; every date
//! with a rule then moves, and no other does.
//!
//! ```text
//! rule    := end [ "/" end ]
//! end     := base [ ("+" | "-") days ]
//! base    := "published" | "anchor" | weekday ("<" | "<=") base | EDTF
//! ```
//!
//! `published` is the report's publication date, `anchor` the day that its relative words count from
//! (itself a rule over `published`). A weekday with `<` is the last such day before, with `<=` the last on or
//! before. Two ends make an interval from the first's earliest to the second's latest day.

use super::{Day, Span, Weekday, parse_bounds};

/// What a rule counts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    /// When the report was published; nothing where it is not known.
    pub published: Option<Span>,
    /// The day that relative words count from; nothing where it is not known.
    pub anchor: Option<Span>,
}

/// A parsed date rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    first: End,
    last: Option<End>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct End {
    base: Base,
    shift: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Base {
    Published,
    Anchor,
    Weekday { weekday: Weekday, inclusive: bool, base: Box<Base> },
    Fixed(Span),
}

impl Anchors {
    /// The anchors of a report: `rule` is its anchor rule, empty for the publication date itself.
    pub fn of(published: Option<Span>, rule: &str) -> Self {
        let bare = Self { published, anchor: published };
        match Rule::parse(rule) {
            Some(rule) => Self { published, anchor: rule.apply(&bare).filter(|span| span.to.is_some()) },
            None => bare,
        }
    }
}

impl Rule {
    /// Reads a rule; nothing where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.len() > 200 {
            return None;
        }
        match text.split_once('/') {
            Some((first, last)) => Some(Self { first: end(first)?, last: Some(end(last)?) }),
            None => Some(Self { first: end(text)?, last: None }),
        }
    }

    /// The interval that the rule means; nothing where what it counts from is not known. An interval whose
    /// last end is not known stays open, and so does one whose first end is not.
    pub fn apply(&self, anchors: &Anchors) -> Option<Span> {
        let first = self.first.apply(anchors);
        let Some(last) = &self.last else { return first };
        let last = last.apply(anchors);
        if first.is_none() && last.is_none() {
            return None;
        }
        let span = Span {
            from: first.and_then(|span| span.from),
            to: last.and_then(|span| span.to),
            qualified: first.is_some_and(|span| span.qualified) || last.is_some_and(|span| span.qualified),
        };
        (span.low() <= span.high()).then_some(span)
    }

    /// The weekday that the rule names where nothing else is known of its day.
    pub fn weekday(&self) -> Option<Weekday> {
        match (&self.first, &self.last) {
            (End { base: Base::Weekday { weekday, .. }, shift: 0 }, None) => Some(*weekday),
            _ => None,
        }
    }

    /// Whether the rule's value moves with the publication date.
    pub fn depends_on_publication(&self) -> bool {
        let moves = |end: &End| !matches!(end.base, Base::Fixed(_));
        moves(&self.first) || self.last.as_ref().is_some_and(moves)
    }
}

impl End {
    fn apply(&self, anchors: &Anchors) -> Option<Span> {
        let span = self.base.apply(anchors)?;
        let shift = |day: Option<Day>| day.map(|day| day.plus(self.shift));
        Some(Span { from: shift(span.from), to: shift(span.to), qualified: span.qualified })
    }
}

impl Base {
    fn apply(&self, anchors: &Anchors) -> Option<Span> {
        match self {
            Self::Published => anchors.published,
            Self::Anchor => anchors.anchor,
            Self::Fixed(span) => Some(*span),
            Self::Weekday { weekday, inclusive, base } => {
                let span = base.apply(anchors)?;
                let back = |day: Day| day.plus(i32::from(*inclusive)).last_before(*weekday);
                Some(Span { from: span.from.map(back), to: span.to.map(back), qualified: span.qualified })
            }
        }
    }
}

fn end(text: &str) -> Option<End> {
    let text = text.trim();
    if let Some(base) = base(text) {
        return Some(End { base, shift: 0 });
    }
    let at = text.rfind(['+', '-'])?;
    let days: i32 = text.get(at + 1..)?.parse().ok().filter(|days| (0..=3660).contains(days))?;
    let shift = if text.get(at..)?.starts_with('-') { -days } else { days };
    // A fixed day is written as it is; otherwise the impossible 2023-02-30 would be 30 days before 2023-02.
    let base = base(text.get(..at)?).filter(|base| !matches!(base, Base::Fixed(_)))?;
    Some(End { base, shift })
}

fn base(text: &str) -> Option<Base> {
    let text = text.trim();
    match text {
        "published" => return Some(Base::Published),
        "anchor" => return Some(Base::Anchor),
        _ => {}
    }
    if let Some((name, rest)) = text.split_once('<') {
        let weekday = Weekday::ALL.into_iter().find(|weekday| weekday.name() == name.trim())?;
        let (inclusive, rest) = rest.strip_prefix('=').map_or((false, rest), |rest| (true, rest));
        return Some(Base::Weekday { weekday, inclusive, base: Box::new(base(rest)?) });
    }
    parse_bounds(text).ok().map(Base::Fixed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(rule: &str, published: &str, anchor: &str, expect: &str) {
        let anchors = Anchors::of(parse_bounds(published).ok(), anchor);
        let got = match Rule::parse(rule) {
            None => "no rule".to_owned(),
            Some(rule) => rule.apply(&anchors).map_or("unknown".to_owned(), |span| span.to_string()),
        };
        assert_eq!(got, expect, "{rule} of {published} by {anchor}");
    }

    #[test]
    fn a_friday_report_moves_its_week() {
        let friday = "friday<=published";
        check("anchor", "2024-11-29", friday, "2024-11-29");
        check("anchor-1", "2024-11-29", friday, "2024-11-28");
        check("wednesday<anchor", "2024-11-29", friday, "2024-11-27");
        check("wednesday<anchor", "2024-12-06", friday, "2024-12-04");
        check("anchor-1", "2024-12-06", friday, "2024-12-05");
        check("anchor", "2024-12-06", friday, "2024-12-06");
    }

    #[test]
    fn a_report_of_some_day_that_week_still_has_one_friday() {
        check("anchor", "2020-02-28/2020-03-05", "friday<=published", "2020-02-28");
        check("thursday<anchor", "2020-02-28/2020-03-05", "friday<=published", "2020-02-27");
        check("2019-12/published", "2020-02-28/2020-03-05", "friday<=published", "2019-12-01/2020-03-05");
    }

    #[test]
    fn nothing_is_made_up_without_a_publication_date() {
        check("thursday<anchor", "", "friday<=published", "unknown");
        check("2019-12/published", "", "", "2019-12-01/..");
        check("published-3", "", "", "unknown");
    }

    #[test]
    fn other_readings() {
        check("2019-12", "2020-02-28", "", "2019-12-01/2019-12-31");
        check("wednesday<anchor/published", "2024-11-29", "", "2024-11-27/2024-11-29");
        check("someday<anchor", "2024-11-29", "", "no rule");
        check("2025/published", "2024-11-29", "", "unknown");
        check("2023-02-30", "2024-11-29", "", "no rule");
        check("2023-02-30/published", "2024-11-29", "", "no rule");
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_rules(text in "[a-z0-9<=/+. -]{0,60}") {
            if let Some(rule) = Rule::parse(&text) {
                let _ = rule.apply(&Anchors::of(Some(Span::day(Day(18_320))), "friday<=published"));
            }
        }
    }
}
