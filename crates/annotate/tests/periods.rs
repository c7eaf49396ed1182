//! Dates that need another date: compared periods, nights, datelines, months whose year the verb tells.

#![allow(clippy::unwrap_used, missing_docs)]

use fieldbook_annotate::{Annotation, Annotator, Options, Value};
use index::date::parse_bounds;

fn read(text: &str, published: &str) -> Annotation {
    let published = parse_bounds(published).ok().and_then(|span| span.from);
    Annotator::shared().annotate(text, &Options { published, ..Options::default() })
}

/// "words=TIMEX3" of each date, or its EDTF where it is a second reading.
fn dates(text: &str, published: &str) -> Vec<String> {
    let annotation = read(text, published);
    let all = annotation.mentions.iter().filter_map(|mention| {
        let Value::Date(date) = &mention.value else { return None };
        let value = Some(&date.timex3).filter(|value| !value.is_empty()).or(date.edtf.as_ref())?;
        Some(format!("{}={value}", text.get(mention.start..mention.end)?))
    });
    all.collect()
}

fn check(text: &str, published: &str, expect: &[&str]) {
    assert_eq!(dates(text, published), expect, "{text}");
}

#[test]
fn compared_periods_are_those_of_another_year() {
    check(
        "Sales rose in January, compared to the same month a year ago.",
        "2009-02-03",
        &["January=2009-01", "the same month a year ago=2008-01"],
    );
    check(
        "The loss for the third quarter was small. In the corresponding period last year there was a gain.",
        "1989-11-01",
        &["the third quarter=1989-Q3", "the corresponding period last year=1988-Q3"],
    );
    check(
        "Sales for the quarter ended Sept. 30 rose. Costs fell in the latest quarter.",
        "1989-11-01",
        &["the quarter=1989-Q3", "Sept. 30=1989-09-30", "the latest quarter=1989-Q3"],
    );
}

#[test]
fn the_verb_tells_the_year_of_a_month() {
    check(
        "The year ended Jan. 31 was a good one for the town.",
        "1989-10-31",
        &["The year=P1Y", "Jan. 31=1989-01-31"],
    );
    check("She hoped it would help after the Aug. 7 attacks.", "1998-08-18", &["Aug. 7=1998-08-07"]);
    check("He could come as early as Tuesday.", "2000-04-03", &["Tuesday=2000-04-04"]);
}

#[test]
fn extents() {
    check("The 14-day truce ended.", "2020-02-28", &["14-day=P14D"]);
    check("It takes the next 12 to 18 months.", "2020-02-28", &["the next 12 to 18 months=PXM"]);
    check(
        "It happened in January nineteen ninety-seven.",
        "1998-02-27",
        &["January nineteen ninety-seven=1997-01"],
    );
    check("The Russell 2000 Index fell.", "2009-02-24", &[]);
    check("The country imports about three-quarters of its food.", "1990-08-15", &[]);
}

#[test]
fn datelines_and_nights_have_second_readings() {
    let text = "   LIMA, 27 MAR 90 (EFE) -- [TEXT] THE ARMY SAID THAT GUNMEN KILLED TWO FARMERS LAST NIGHT IN THE NORTH OF THE COUNTRY.\n\n   A POLICE STATION WAS DESTROYED IN THE SAME AREA BY THE GUNMEN.";
    let annotation = read(text, "");
    assert_eq!(annotation.published.day.unwrap().to_string(), "1990-03-27");
    let found = dates(text, "");
    for expect in ["27 MAR 90=../1990-03-27", "LAST NIGHT=1990-03-26TNI", "LAST NIGHT=1990-03-26/1990-03-27"]
    {
        assert!(found.iter().any(|date| date == expect), "{expect} in {found:?}");
    }
    let rule = |name: &str| {
        annotation.mentions.iter().any(|mention| mention.why.rule == name && !mention.why.says.is_empty())
    };
    assert!(rule("not-after-dateline") && rule("night-to-morning"));
    let dated = annotation.statements.iter().filter_map(|statement| statement.date.as_ref());
    assert!(dated.into_iter().all(|date| !date.edtf.starts_with("..")), "second readings date no statement");
}

#[test]
fn every_date_says_why() {
    let text = "On Friday, in the third quarter of 1989, last week, three days ago, in the 1990s, daily, for two weeks, now, in May, last June, this summer, on Easter, yesterday, he left.";
    for published in ["", "2020-02-28"] {
        for mention in &read(text, published).mentions {
            if matches!(mention.value, Value::Date(_)) {
                assert!(!mention.why.says.is_empty(), "{} in {text}", mention.why.rule);
            }
        }
    }
}

#[test]
fn figures_cover_the_period_of_their_sentence() {
    let periods = |text: &str, published: &str| -> Vec<Option<String>> {
        let annotation = read(text, published);
        let figures = annotation.mentions.iter().filter_map(|mention| match &mention.value {
            Value::Figure(figure) => Some(figure.period.clone()),
            _ => None,
        });
        figures.collect()
    };
    let text = "Between 29 April 2019 and 24 February 2020, 1,746 civilians were killed. This includes at least 465 children.";
    let whole = Some("2019-04-29/2020-02-24".to_owned());
    assert_eq!(periods(text, "2020-02-28"), [whole.clone(), whole]);
    assert_eq!(
        periods("Since December 2019 some 900,000 people have been displaced.", "2020-02-28"),
        [Some("2019-12-01/2020-02-28".to_owned())]
    );
    assert_eq!(periods("On Thursday 33 soldiers were killed.", "2020-02-28"), [None]);
}
