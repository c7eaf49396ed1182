//! The selection as a text: what citations, links and kept views call it.

use super::clauses::name;
use super::ledger::not_shown;
use super::parts::{line, parts};
use crate::engine::Fieldbook;
use crate::text::{Lang, fill, number, unit};
use crate::url::Address;
use query::{Counts, Ledger};

/// "17 statements (13 match, 4 may match)".
pub fn counted(fieldbook: Fieldbook, lang: Lang, counts: Counts) -> String {
    let number = |n: u32| number::whole(lang, n.into());
    let shown = fieldbook.peek(|corpus| unit::counted(lang, &corpus.about.unit, counts.shown().into()));
    let both = fill(lang.words().match_counts, &[&number(counts.matching), &number(counts.may_match)]);
    [&*shown, " ", &both].concat()
}

/// The same with its clauses: "17 statements (13 match, 4 may match) in Idlib".
pub fn spoken(fieldbook: Fieldbook, lang: Lang, address: &Address, counts: Counts) -> String {
    let clauses = parts(lang, address, |dimension, id| name(fieldbook, lang, dimension, id));
    counted(fieldbook, lang, counts) + &line(clauses)
}

/// What is not shown, in numbers; empty where all is.
pub fn left_out(lang: Lang, ledger: &Ledger) -> String {
    let items: Vec<String> = not_shown(lang, ledger).into_iter().map(|item| item.text).collect();
    items.join(" · ")
}
