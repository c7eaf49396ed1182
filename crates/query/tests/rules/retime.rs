//! Another publication date moves what depends on it, and nothing else.

use super::notation;
use crate::query::retime;
use index::date::{Anchors, Rule, parse_bounds};
use index::{Corpus, Derivation, Field, Figure, Published, Span};

fn span(text: &str) -> Span {
    parse_bounds(text).unwrap()
}

/// A report of 29 November 2024 whose days count from its Friday, another report, and a table's row.
fn corpus() -> Corpus {
    let mut corpus = notation::corpus(
        "
        report friday
        report other
        today: in friday
        thursday: in friday
        since: in friday
        fixed: on {2017-05-04,2017-05-06} in friday
        coded: on 2024-11-27 in friday
        elsewhere: in other
        row: on 2024-11-28
        ",
    );
    for report in &mut corpus.reports {
        let published = Published {
            span: Some(span("2024-11-29")),
            edtf: "2024-11-29".to_owned(),
            ..Published::default()
        };
        report.published = published;
        report.anchor = "friday<=published".to_owned();
    }
    let rules = [
        (0, Field::Date, "anchor"),
        (1, Field::Date, "thursday<anchor"),
        (2, Field::Date, "2024-11-01/published"),
        (2, Field::Figure, "2024-11-01/published"),
        (2, Field::Figure, "2024-11-01/anchor"),
        (3, Field::Date, "{2017-05-04,2017-05-06}"),
        (4, Field::Date, ""),
        (5, Field::Date, "anchor-1"),
    ];
    let note = |&(statement, field, rule): &(u32, Field, &str)| Derivation {
        statement,
        field,
        rule: rule.to_owned(),
        ..Derivation::default()
    };
    corpus.derivations = rules.iter().map(note).collect();
    let periods = ["2024-11-01/2024-11-29", "2024-11", "2024-11-01/2024-11-29"]
        .map(|text| Figure { period: Some(span(text)), ..Figure::default() });
    corpus.statements.figures = Default::default();
    (0..7)
        .for_each(|row| corpus.statements.figures.push(if row == 2 { periods.to_vec() } else { Vec::new() }));
    // The dates as a compiler gives them: by the same rules, under the date that is known.
    let anchors = Anchors::of(Some(span("2024-11-29")), "friday<=published");
    let mut dates = index::Packed::default();
    for row in 0..7 {
        let rule = corpus.derivations.iter().find(|note| note.field == Field::Date && note.statement == row);
        match rule.and_then(|note| Rule::parse(&note.rule)).filter(Rule::depends_on_publication) {
            Some(rule) => dates.push(rule.apply(&anchors)),
            None => dates.push(corpus.statements.dates.get(row as usize).to_vec()),
        }
    }
    corpus.statements.dates = dates;
    corpus
}

fn dates(corpus: &Corpus) -> String {
    let dates = corpus
        .statements
        .dates
        .iter()
        .map(|spans| spans.iter().map(Span::to_string).collect::<Vec<_>>().join("+"));
    dates.collect::<Vec<_>>().join(" ")
}

#[test]
fn another_friday_moves_its_days() {
    let before = corpus();
    assert_eq!(
        dates(&before),
        "2024-11-29 2024-11-28 2024-11-01/2024-11-29 2017-05-04+2017-05-06 2024-11-27 2024-11-28 2024-11-28"
    );
    let after = retime(&before, 0, span("2024-12-06"));
    assert_eq!(
        dates(&after),
        "2024-12-06 2024-12-05 2024-11-01/2024-12-06 2017-05-04+2017-05-06 2024-11-27 2024-11-28 2024-11-28"
    );
    assert_eq!(after.reports[0].published.span, Some(span("2024-12-06")));
}

#[test]
fn each_rule_of_a_period_moves_one_figure() {
    let after = retime(&corpus(), 0, span("2024-12-08"));
    let periods = after.statements.figures.get(2).into_iter().flat_map(|figure| figure.period);
    let periods: Vec<String> = periods.map(|span| span.to_string()).collect();
    assert_eq!(periods, ["2024-11-01/2024-12-08", "2024-11-01/2024-11-30", "2024-11-01/2024-12-06"]);
}

#[test]
fn nothing_else_moves() {
    let before = corpus();
    let mut after = retime(&before, 0, span("2024-12-06"));
    after.statements.dates = before.statements.dates.clone();
    after.statements.figures = before.statements.figures.clone();
    after.reports[0].published = before.reports[0].published.clone();
    assert_eq!(after, before);
}

#[test]
fn the_same_date_moves_nothing() {
    let before = corpus();
    assert_eq!(retime(&before, 0, span("2024-11-29")), before);
    assert_eq!(retime(&retime(&before, 0, span("2024-12")), 0, span("2024-11-29")), before);
    assert_eq!(retime(&before, 9, span("2020")), before);
}

#[test]
fn a_date_before_the_beginning_leaves_nothing() {
    let after = retime(&corpus(), 0, span("2024-10-04"));
    assert_eq!(after.statements.dates.get(2), []);
}
