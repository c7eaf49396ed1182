//! Trying another publication date.
//!
//! "On Thursday" counts from the day that its report was published. Where that day is inferred, a reader may
//! try another: every value that was made by a rule is made anew, and nothing else moves.

use index::date::{Anchors, Rule};
use index::{Corpus, Derivation, Field, Figure, Packed, Span};
use std::collections::HashMap;

/// The corpus as it would be had `report` been published on `published`.
///
/// Moved are the report's own publication date, the dates of its statements that a rule gave, and periods of
/// figures that a rule gave. A date whose rule then gives nothing is left out. Statements keep their positions,
/// so that they may no longer be sorted by day. To try several dates, start each time from the corpus as opened.
#[must_use]
#[inline(never)]
pub fn retime(corpus: &Corpus, report: u32, published: Span) -> Corpus {
    let mut moved = corpus.clone();
    let Some(entry) = moved.reports.get_mut(report as usize) else { return moved };
    let before = Anchors::of(entry.published.span, &entry.anchor);
    let after = Anchors::of(Some(published), &entry.anchor);
    entry.published.span = Some(published);
    entry.published.edtf = published.to_string();
    let mut dates: HashMap<usize, Option<Span>> = HashMap::new();
    let mut periods: HashMap<usize, Option<Span>> = HashMap::new();
    for note in corpus.derivations.iter().filter(|note| of_report(corpus, note, report)) {
        let Some(rule) = Rule::parse(&note.rule).filter(Rule::depends_on_publication) else { continue };
        let row = note.statement as usize;
        match note.field {
            Field::Date => {
                dates.insert(row, rule.apply(&after));
            }
            Field::Figure => {
                let figure = ruled_figure(corpus, note, rule.apply(&before), &periods);
                if let Some(at) = figure {
                    periods.insert(at, rule.apply(&after));
                }
            }
            _ => {}
        }
    }
    if !periods.is_empty() {
        moved.statements.figures = moved.statements.figures.changed(&mut |at, figure| {
            if let Some(period) = periods.get(&at) {
                figure.period = *period;
            }
        });
    }
    moved.statements.dates = redated(&corpus.statements.dates, &dates);
    moved
}

fn of_report(corpus: &Corpus, note: &Derivation, report: u32) -> bool {
    corpus.statements.reports.get(note.statement as usize) == Some(&report)
}

/// The figure that a note speaks of: the first that has the note's words and the period that the rule gave
/// before, and that no earlier note spoke of. Where the rule gave nothing, words alone must tell it.
fn ruled_figure(
    corpus: &Corpus,
    note: &Derivation,
    before: Option<Span>,
    taken: &HashMap<usize, Option<Span>>,
) -> Option<usize> {
    if before.is_none() && note.words.is_empty() {
        return None;
    }
    let figures = &corpus.statements.figures;
    let fits = |figure: &Figure| figure.period == before && figure.words == note.words;
    let row = note.statement as usize;
    let mut own = figures.range(row).zip(figures.get(row));
    own.find(|(at, figure)| !taken.contains_key(at) && fits(figure)).map(|(at, _)| at)
}

fn redated(dates: &Packed<Span>, moved: &HashMap<usize, Option<Span>>) -> Packed<Span> {
    let mut redated = Packed::default();
    for (row, spans) in dates.iter().enumerate() {
        match moved.get(&row) {
            Some(date) => redated.push(*date),
            None => redated.push(spans),
        }
    }
    redated
}
