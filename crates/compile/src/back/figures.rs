//! Figures in the grammar of `statements/figure.rs`.

use index::{Bound, Corpus, Derivation, Figure, Measure, NONE};
use std::collections::BTreeSet;

/// The labels that figures need because others are part of them: their positions.
pub(super) fn wholes(corpus: &Corpus) -> BTreeSet<u32> {
    let figures = corpus.statements.figures.values();
    figures.map(|figure| figure.part_of).filter(|&at| at != NONE).collect()
}

/// The cell of a statement's figures; `rules` are the derivations of those whose period follows a rule.
pub(super) fn cell(corpus: &Corpus, row: usize, wholes: &BTreeSet<u32>, rules: &[&Derivation]) -> String {
    let start = corpus.statements.figures.range(row).start as u32;
    let mut rules = rules.iter();
    let figures = (start..).zip(corpus.statements.figures.get(row));
    let all: Vec<String> = figures
        .map(|(at, figure)| {
            let rule = match figure.period {
                Some(_) => rules.clone().next().filter(|rule| rule.words == figure.words),
                None => None,
            };
            if rule.is_some() {
                rules.next();
            }
            one(corpus, at, &figure, wholes.contains(&at), rule.map_or("", |rule| &rule.rule))
        })
        .collect();
    all.join("; ")
}

fn one(corpus: &Corpus, at: u32, figure: &Figure, labelled: bool, rule: &str) -> String {
    let mut parts = Vec::new();
    if labelled {
        parts.push(format!("f{at}:"));
    }
    parts.push(measure(figure.measure).to_owned());
    parts.push(number(figure));
    match figure.bound {
        Bound::Exact => {}
        Bound::AtLeast => parts.push("at least".to_owned()),
        Bound::AtMost => parts.push("at most".to_owned()),
        Bound::About => parts.push("about".to_owned()),
        Bound::Nearly => parts.push("nearly".to_owned()),
    }
    if let Some(whom) = corpus.populations.get(figure.whom as usize) {
        parts.push(format!("of {}", whom.id));
    }
    match (rule, figure.period) {
        ("", None) => {}
        ("", Some(period)) => parts.push(format!("over {period}")),
        (rule, _) => parts.push(format!("over {rule}")),
    }
    if figure.computed {
        parts.push("computed".to_owned());
    }
    if figure.part_of != NONE {
        parts.push(format!("part of f{}", figure.part_of));
    }
    if !figure.words.is_empty() {
        parts.push(format!("(({}))", figure.words));
    }
    parts.join(" ")
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Other => "other",
        Measure::Killed => "killed",
        Measure::Injured => "injured",
        Measure::Displaced => "displaced",
        Measure::Refugees => "refugees",
        Measure::Residents => "residents",
        Measure::Detained => "detained",
        Measure::Missing => "missing",
    }
}

/// All three where the reader would not find them again from the best one.
fn number(figure: &Figure) -> String {
    let n = |number: Option<u64>| number.map_or("?".to_owned(), |number| number.to_string());
    let (low, best, high) = (figure.low, figure.best, figure.high);
    if low.is_none() && best.is_none() && high.is_none() {
        return "?".to_owned();
    }
    let bound = figure.bound;
    let bound_low = matches!(bound, Bound::Exact | Bound::AtLeast).then_some(best).flatten();
    let bound_high = matches!(bound, Bound::Exact | Bound::AtMost | Bound::Nearly).then_some(best).flatten();
    match (low, best, high) {
        (low, Some(best), high) if low == bound_low && high == bound_high => best.to_string(),
        (Some(low), None, Some(high)) => format!("{low}..{high}"),
        (low, best, high) => format!("{}..{}..{}", n(low), n(best), n(high)),
    }
}
