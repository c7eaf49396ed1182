//! Figures that are part of others: labels become positions, and what cannot be a part is left out.

use crate::diagnostic::Diagnostics;
use crate::draft::{Draft, DraftFigure, PartOf};
use crate::table::shown;
use index::{Figure, Made};
use std::collections::BTreeMap;

/// A figure by its statement and its place there.
type At = (usize, usize);

/// Lets parts stand alone whose whole is not in the export that they come from, or is a part of them; says of how
/// many that is so.
pub(crate) fn settle_taken(drafts: &mut [Draft], diagnostics: &mut Diagnostics) {
    let labels = labels(drafts);
    let is_lost = |drafts: &[Draft], at: At| {
        let figure = drafts.get(at.0).and_then(|draft| draft.figures.get(at.1));
        figure.is_some_and(|figure| {
            matches!(figure.part_of, PartOf::Taken(_))
                && (whole(figure, &labels).is_none() || loops(drafts, at, &labels))
        })
    };
    let all = (0..drafts.len()).flat_map(|at| {
        let figures = drafts.get(at).map_or(0, |draft| draft.figures.len());
        (0..figures).map(move |own| (at, own))
    });
    let lost: Vec<At> = all.filter(|at| is_lost(drafts, *at)).collect();
    if let Some(first) = lost.first().and_then(|at| drafts.get(at.0)) {
        let what = format!("{} figures are parts of wholes that the export does not hold", lost.len());
        let remedy = "Export the statements with their wholes too, or mind that a part is not a total";
        diagnostics.warning(&first.origin, what, remedy);
    }
    for (at, own) in lost {
        if let Some(figure) = drafts.get_mut(at).and_then(|draft| draft.figures.get_mut(own)) {
            figure.part_of = PartOf::Nothing;
        }
    }
}

/// Leaves out statements with a part that names no label, repeats one, is larger than its whole, or is part
/// of itself. Leaving one out can orphan the parts of its figures, so this goes on until nothing changes.
pub(crate) fn check_parts(drafts: &mut Vec<Draft>, diagnostics: &mut Diagnostics) {
    loop {
        let labels = labels(drafts);
        let faults: BTreeMap<usize, (String, String)> =
            (0..drafts.len()).filter_map(|at| Some((at, fault(drafts, at, &labels)?))).collect();
        if faults.is_empty() {
            return;
        }
        let mut at = 0;
        drafts.retain(|draft| {
            let fault = faults.get(&at);
            at += 1;
            if let Some((what, remedy)) = fault {
                let what = format!("{what}; the statement “{}” is left out", shown(&draft.id));
                diagnostics.left_out(&draft.origin, what, remedy.clone());
            }
            fault.is_none()
        });
    }
}

/// Where the figure with each label stands.
pub(crate) fn labels(drafts: &[Draft]) -> BTreeMap<String, At> {
    let mut labels = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        for (own, figure) in draft.figures.iter().enumerate().filter(|(_, figure)| !figure.label.is_empty()) {
            labels.entry(figure.label.clone()).or_insert((at, own));
        }
    }
    labels
}

/// What a figure of statement `at` is part of.
pub(crate) fn whole(figure: &DraftFigure, labels: &BTreeMap<String, At>) -> Option<At> {
    match &figure.part_of {
        PartOf::Nothing => None,
        PartOf::Label(label) | PartOf::Taken(label) => labels.get(label).copied(),
    }
}

fn fault(drafts: &[Draft], at: usize, labels: &BTreeMap<String, At>) -> Option<(String, String)> {
    // The rows of a table stand as they are.
    let draft = drafts.get(at).filter(|draft| draft.made != Made::Table)?;
    draft.figures.iter().enumerate().find_map(|(own, figure)| {
        repeated(figure, (at, own), labels).or_else(|| not_a_part(drafts, figure, (at, own), labels))
    })
}

fn repeated(figure: &DraftFigure, at: At, labels: &BTreeMap<String, At>) -> Option<(String, String)> {
    let first = labels.get(&figure.label)?;
    let what = format!("The label “{}” is taken by an earlier figure", shown(&figure.label));
    (*first != at).then(|| (what, "Give one of the two figures another label".to_owned()))
}

fn not_a_part(
    drafts: &[Draft],
    figure: &DraftFigure,
    at: At,
    labels: &BTreeMap<String, At>,
) -> Option<(String, String)> {
    // Exports stand as they are.
    let PartOf::Label(label) = &figure.part_of else { return None };
    let Some(whole_at) = labels.get(label) else {
        let what =
            format!("A figure is part of “{}”, but no figure that was kept has this label", shown(label));
        return Some((what, "Correct the label, or the statement that should have it".to_owned()));
    };
    if loops(drafts, at, labels) {
        let what = format!("A figure is part of “{}”, which is part of it", shown(label));
        return Some((what, "Take out one of the two".to_owned()));
    }
    let whole = drafts.get(whole_at.0)?.figures.get(whole_at.1)?;
    let (part, most) = (least(&figure.figure)?, most(&whole.figure)?);
    (part > most).then(|| {
        let what = format!("A part of {part} is larger than its whole of {most} (“{}”)", shown(label));
        (what, "Correct one of the two numbers, or what the figure is part of".to_owned())
    })
}

/// Whether following the wholes from a figure leads back to it.
fn loops(drafts: &[Draft], start: At, labels: &BTreeMap<String, At>) -> bool {
    let mut at = start;
    // A chain longer than there are labels has come round.
    for _ in 0..=labels.len() {
        let figure = drafts.get(at.0).and_then(|draft| draft.figures.get(at.1));
        match figure.and_then(|figure| whole(figure, labels)) {
            None => return false,
            Some(next) => at = next,
        }
    }
    true
}

fn least(figure: &Figure) -> Option<u64> {
    figure.low.or(figure.best).or(figure.high)
}

fn most(figure: &Figure) -> Option<u64> {
    figure.high.or(figure.best).or(figure.low)
}
