//! Metonyms: a capital that speaks, or is spoken with, stands for its government.

use crate::lexicon::SAY;
use crate::name::{Named, Names, What};
use crate::text::Text;

/// A capital that speaks or is spoken with stands for its government.
pub(crate) fn metonyms(text: &Text, found: &mut [Named], names: &Names) {
    for named in found.iter_mut().filter(|named| named.to == named.from + 1) {
        let What::Place(candidates) = &named.what else { continue };
        let name = text.written(named.from);
        if candidates.is_empty() || !speaks(text, named) {
            continue;
        }
        let capital = names.gazetteer.capitals.iter().find(|(_, capital)| capital.eq_ignore_ascii_case(name));
        if let Some((country, _)) = capital {
            (named.what, named.rule) = (What::Government(Some(*country)), "capital-speaks");
        }
    }
}

/// "Ankara today called", "For Ankara,", "reconciliation with Damascus", "Washington's decision".
fn speaks(text: &Text, named: &Named) -> bool {
    let mut next = named.to;
    let before = text.word(named.from.wrapping_sub(1));
    if matches!(before, "in" | "near" | "at" | "from" | "to" | "into" | "around" | "outside") {
        return false;
    }
    while matches!(
        text.word(next),
        "today"
            | "yesterday"
            | "also"
            | "has"
            | "had"
            | "have"
            | "repeatedly"
            | "immediately"
            | "again"
            | "itself"
            | "will"
            | "would"
            | "on"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
    ) {
        next += 1;
    }
    let verb = text.has(next, SAY)
        || matches!(
            text.word(next),
            "wants"
                | "rejected"
                | "agreed"
                | "hopes"
                | "sees"
                | "considers"
                | "seeks"
                | "backs"
                | "supports"
                | "summoned"
                | "refused"
                | "decided"
                | "signed"
                | "insists"
                | "fears"
                | "blames"
                | "blamed"
                | "opposes"
        );
    let starts =
        before.is_empty() || matches!(before, "." | "," | "but" | "and" | "that" | "“" | "while" | "because");
    let opinion = before == "for"
        && text.word(named.to) == ","
        && matches!(text.word(named.from.wrapping_sub(2)), "" | "." | "”");
    let partner = matches!(before, "with" | "between")
        && !text.has(named.to, crate::lexicon::PLACE_HEAD)
        && matches!(
            text.word(named.from.wrapping_sub(2)),
            "process"
                | "talks"
                | "relations"
                | "ties"
                | "agreement"
                | "deal"
                | "rapprochement"
                | "tensions"
                | "reconciliation"
                | "negotiations"
                | "contacts"
        );
    verb && (starts || !matches!(text.word(next), "called" | "found")) || opinion || partner
}
