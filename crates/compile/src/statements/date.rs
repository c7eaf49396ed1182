//! The date of a statement: EDTF, or a rule over the report's publication date.

use crate::table::shown;
use index::Span;
use index::date::{Anchors, Rule, parse_edtf};

/// What is wrong, and what to do.
pub(crate) type Fault = (String, String);

/// When a statement says that something happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct When {
    /// The days; empty where they are not known.
    pub dates: Vec<Span>,
    /// EDTF, where it is not just the days.
    pub edtf: String,
    /// The rule, where it depends on the publication date; else empty.
    pub rule: String,
}

/// Reads what columns of their own say: the days, the EDTF they stand for, and the rule.
///
/// # Errors
/// Where a day is none.
pub(crate) fn as_given(days: &str, edtf: &str, rule: &str) -> Result<When, Fault> {
    let days = if days == "none" { "" } else { days };
    let span = |word: &str| {
        index::date::parse_bounds(word)
            .map_err(|error| (error.to_string(), "Write EDTF, one for each stretch of days".to_owned()))
    };
    let dates = days.split_whitespace().map(span).collect::<Result<_, _>>()?;
    Ok(When { dates, edtf: edtf.to_owned(), rule: rule.to_owned() })
}

/// Reads a date cell.
///
/// # Errors
/// Where it is neither EDTF nor a rule, or impossible.
pub(crate) fn when(cell: &str, anchors: &Anchors) -> Result<When, Fault> {
    if cell.is_empty() {
        return Ok(When::default());
    }
    match parse_edtf(cell) {
        Ok(dates) => {
            let days: Vec<String> = dates.iter().map(Span::to_string).collect();
            let edtf = if days.join(" ") == cell { String::new() } else { cell.to_owned() };
            Ok(When { dates, edtf, rule: String::new() })
        }
        Err(error) => match Rule::parse(cell) {
            Some(rule) if rule.depends_on_publication() => by_rule(&rule, cell, anchors),
            _ => Err((error.to_string(), remedy(cell))),
        },
    }
}

fn remedy(cell: &str) -> String {
    if cell.contains(|c: char| c.is_ascii_lowercase()) {
        "Write EDTF such as 2020-02-27, or a rule such as thursday<anchor or 2019-12/published".to_owned()
    } else {
        "Correct it, or leave the cell empty where the date is not known".to_owned()
    }
}

fn by_rule(rule: &Rule, cell: &str, anchors: &Anchors) -> Result<When, Fault> {
    let known = anchors.published.is_some() && anchors.anchor.is_some();
    let span = rule.apply(anchors);
    if span.is_none() && known {
        let what = format!("The date rule “{}” ends before it begins", shown(cell));
        return Err((what, "Correct the rule, or the report's publication date".to_owned()));
    }
    let edtf = since(cell).unwrap_or_default();
    Ok(When { dates: span.into_iter().collect(), edtf, rule: cell.to_owned() })
}

/// What "since December" says by itself: open at the end, although as a statement it ends when the report
/// was published.
fn since(rule: &str) -> Option<String> {
    let first = rule.strip_suffix("published")?.trim_end().strip_suffix('/')?;
    parse_edtf(first).ok()?;
    Some(format!("{}/..", first.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::date::parse_bounds;

    fn check(cell: &str, published: &str, expect: &str) {
        let anchors = Anchors::of(parse_bounds(published).ok(), "friday<=published");
        let got = match when(cell, &anchors) {
            Err((what, _)) => format!("error: {what}"),
            Ok(when) => {
                let days: Vec<String> = when.dates.iter().map(Span::to_string).collect();
                format!("{} [{}] {}", days.join(" "), when.edtf, when.rule)
            }
        };
        assert_eq!(got.trim(), expect, "{cell}");
    }

    #[test]
    fn cells() {
        check("", "", "[]");
        check("2020-02-27", "", "2020-02-27 []");
        check("2020-02", "", "2020-02-01/2020-02-29 [2020-02]");
        check("thursday<anchor", "2020-02-28/2020-03-05", "2020-02-27 [] thursday<anchor");
        check("thursday<anchor", "", "[] thursday<anchor");
        check("2019-12/published", "2020-02-28", "2019-12-01/2020-02-28 [2019-12/..] 2019-12/published");
        check("2019-12/published", "", "2019-12-01/.. [2019-12/..] 2019-12/published");
        check("2025/published", "2020-02-28", "error: The date rule “2025/published” ends before it begins");
    }

    #[test]
    fn impossible_dates_are_refused() {
        let anchors = Anchors::default();
        for cell in ["2023-02-30", "soon", "2020-03/2020-01", "thursday<"] {
            assert!(when(cell, &anchors).is_err(), "{cell}");
        }
    }
}
