//! Trying another publication date.
//!
//! "On Thursday" counts from the day that its report was published. Where that day is inferred, a reader may
//! try another: every value that was made by a rule is made anew, and nothing else moves.

use index::date::{Anchors, Rule};
use index::{Corpus, Derivation, Field, Lists, Span};

/// The corpus as it would be had `report` been published on `published`.
///
/// Moved are the report's own publication date, the dates of its statements that a rule gave, and periods of
/// figures that a rule gave. A date whose rule then gives nothing is left out. Statements keep their positions,
/// so that they may no longer be sorted by day.
#[must_use]
pub fn retime(corpus: &Corpus, report: u32, published: Span) -> Corpus {
    let mut moved = corpus.clone();
    let Some(entry) = moved.reports.get_mut(report as usize) else { return moved };
    let before = Anchors::of(entry.published.span, &entry.anchor);
    let after = Anchors::of(Some(published), &entry.anchor);
    entry.published.span = Some(published);
    entry.published.edtf = published.to_string();

    let mut dates: Vec<Option<Span>> = vec![None; moved.statements.len()];
    let mut moves = vec![false; moved.statements.len()];
    for note in corpus.derivations.iter().filter(|note| of_report(corpus, note, report)) {
        let Some(rule) = Rule::parse(&note.rule).filter(Rule::depends_on_publication) else { continue };
        let row = note.statement as usize;
        match note.field {
            Field::Date => {
                moves[row] = true;
                dates[row] = rule.apply(&after);
            }
            Field::Figure => move_periods(&mut moved, row, rule.apply(&before), rule.apply(&after)),
            _ => {}
        }
    }
    moved.statements.dates = redated(&corpus.statements.dates, &moves, &dates);
    moved
}

fn of_report(corpus: &Corpus, note: &Derivation, report: u32) -> bool {
    corpus.statements.reports.get(note.statement as usize) == Some(&report)
}

/// The rule's figures are those whose period is what the rule gave before.
fn move_periods(corpus: &mut Corpus, row: usize, before: Option<Span>, after: Option<Span>) {
    let figures = corpus.statements.figures.get_mut(row).iter_mut();
    for figure in figures.filter(|figure| before.is_some() && figure.period == before) {
        figure.period = after;
    }
}

fn redated(dates: &Lists<Span>, moves: &[bool], moved: &[Option<Span>]) -> Lists<Span> {
    let mut redated = Lists::default();
    for (row, spans) in dates.iter().enumerate() {
        if moves.get(row) == Some(&true) {
            redated.push(moved.get(row).copied().flatten());
        } else {
            redated.push(spans.iter().copied());
        }
    }
    redated
}
