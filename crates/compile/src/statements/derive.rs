//! How a hand-coded statement's values were made: what *Why?* shows.

use super::date::When;
use super::figure::ReadFigure;
use crate::diagnostic::Diagnostics;
use crate::table::{Row, shown};
use index::{Derivation, Field, How};

/// The derivations of a row: one for every rule, and one wherever words, way or reason are given.
pub(crate) fn derivations(
    row: &Row,
    when: &When,
    figures: &[ReadFigure],
    diagnostics: &mut Diagnostics,
) -> Vec<Derivation> {
    let mut all = Vec::new();
    let by_rule = if when.rule.is_empty() { How::Stated } else { How::Resolved };
    let mut date = of(row, Field::Date, "date", by_rule, diagnostics);
    date.rule.clone_from(&when.rule);
    all.push(date);
    all.push(of(row, Field::Actor, "actor", How::Stated, diagnostics));
    all.push(of(row, Field::Speaker, "speaker", How::Stated, diagnostics));
    all.push(of(row, Field::Place, "place", How::Stated, diagnostics));
    all.extend(of_figures(row, figures, diagnostics));
    all.retain(is_told);
    all
}

/// Whether the row says anything about how the value was made.
pub(crate) fn is_told(derivation: &Derivation) -> bool {
    let texts = [&derivation.words, &derivation.why, &derivation.rule];
    texts.iter().any(|text| !text.is_empty()) || derivation.how != How::Stated
}

fn of(row: &Row, field: Field, name: &str, default: How, diagnostics: &mut Diagnostics) -> Derivation {
    let cell = |part: &str| row.get(&format!("{name}_{part}")).to_owned();
    let how = how(row, &cell("how"), default, diagnostics);
    Derivation { field, words: cell("words"), how, why: cell("why"), ..Derivation::default() }
}

/// One for each figure whose period follows a rule; the row's reason goes with the first, or stands alone.
fn of_figures(row: &Row, figures: &[ReadFigure], diagnostics: &mut Diagnostics) -> Vec<Derivation> {
    let all_computed = !figures.is_empty() && figures.iter().all(|read| read.draft.figure.computed);
    let how = if all_computed { How::Computed } else { How::Stated };
    let reason = of(row, Field::Figure, "figures", how, diagnostics);
    let by_rule = figures.iter().filter(|read| !read.rule.is_empty()).map(|read| Derivation {
        field: Field::Figure,
        words: read.draft.figure.words.clone(),
        how: if read.draft.figure.computed { How::Computed } else { How::Resolved },
        rule: read.rule.clone(),
        ..Derivation::default()
    });
    let mut all: Vec<Derivation> = by_rule.collect();
    match all.first_mut() {
        Some(first) => first.why = reason.why,
        None => all.push(reason),
    }
    all
}

fn how(row: &Row, text: &str, default: How, diagnostics: &mut Diagnostics) -> How {
    match text {
        "" => default,
        "stated" => How::Stated,
        "resolved" => How::Resolved,
        "carried" => How::Carried,
        "inferred" => How::Inferred,
        "computed" => How::Computed,
        "coded" => How::Coded,
        "unknown" => How::Unknown,
        _ => {
            let what = format!("“{}” is not a way to know a value; it is taken as inferred", shown(text));
            diagnostics.error(
                &row.origin,
                what,
                "Write stated, resolved, carried, inferred, computed, coded or unknown",
            );
            How::Inferred
        }
    }
}
