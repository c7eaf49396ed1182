//! What a view held when it was kept: statements by id and by a hash of what they say, to be held against another
//! version of the corpus.

use crate::cell::{BETWEEN, Cell};
use crate::names::answer_name;
use crate::record::{Head, record};
use index::Corpus;
use query::Answer;

/// A statement as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its id.
    pub id: String,
    /// A hash of everything that an export says of it.
    pub hash: u64,
    /// Its answer.
    pub answer: Answer,
}

/// How two looks at a view differ, by the statements' ids, in the order in which they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Shown now, and not then.
    pub added: Vec<String>,
    /// Shown then, and not now.
    pub removed: Vec<String>,
    /// Shown both times, but saying something else, or with another answer.
    pub changed: Vec<String>,
}

impl Differences {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// Statements as they are now.
pub fn seen(corpus: &Corpus, rows: &[(u32, Answer)]) -> Vec<Seen> {
    let one = |&(row, answer): &(u32, Answer)| {
        let id = corpus.statements.ids.get(row as usize).to_owned();
        Seen { id, hash: content_hash(corpus, row as usize), answer }
    };
    rows.iter().map(one).collect()
}

/// A hash of what a statement says, whatever the selection and the reader's language.
pub fn content_hash(corpus: &Corpus, row: usize) -> u64 {
    let head = Head { lang: &corpus.about.language, format: "", corpus: "" };
    let mut hash = hash(&[]);
    record(corpus, &head, row, Answer::Match, &mut |name, cell| {
        let text = match cell {
            Cell::Empty => return,
            Cell::Text(text) => text.into_owned(),
            Cell::Number(number) => number,
            Cell::List(list) => list.join(BETWEEN),
        };
        for part in [name, "=", &text, "\n"] {
            hash = hash_on(hash, part.as_bytes());
        }
    });
    hash
}

/// FNV-1a: finds what changed by accident or by an editor's hand, not by an enemy's.
pub fn hash(bytes: &[u8]) -> u64 {
    hash_on(0xcbf2_9ce4_8422_2325, bytes)
}

fn hash_on(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Holds what was seen then against what is seen now.
pub fn differences(then: &[Seen], now: &[Seen]) -> Differences {
    let sorted = |list: &[Seen]| {
        let mut order: Vec<u32> = (0..list.len() as u32).collect();
        let id = |at: u32| list.get(at as usize).map_or("", |seen| &*seen.id);
        index::order::entries(&mut order, &mut |a, b| id(a).cmp(id(b)));
        order
    };
    let find = |list: &[Seen], order: &[u32], id: &str| {
        let at =
            order.binary_search_by(|&at| list.get(at as usize).map_or("", |seen| &*seen.id).cmp(id)).ok()?;
        list.get(*order.get(at)? as usize).map(|seen| (seen.hash, seen.answer))
    };
    let (order_then, order_now) = (sorted(then), sorted(now));
    let mut found = Differences::default();
    for seen in now {
        match find(then, &order_then, &seen.id) {
            None => found.added.push(seen.id.clone()),
            Some(before) if before != (seen.hash, seen.answer) => found.changed.push(seen.id.clone()),
            Some(_) => {}
        }
    }
    let gone = then.iter().filter(|seen| find(now, &order_now, &seen.id).is_none());
    found.removed = gone.map(|seen| seen.id.clone()).collect();
    found
}

/// An answer by its name; nothing for another word.
pub(crate) fn answer_of(name: &str) -> Option<Answer> {
    [Answer::Match, Answer::MayMatch, Answer::No].into_iter().find(|answer| answer_name(*answer) == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn list() -> impl Strategy<Value = Vec<Seen>> {
        let answer = prop_oneof![Just(Answer::Match), Just(Answer::MayMatch)];
        proptest::collection::btree_map("[a-e]{1,2}", (0u64..3, answer), 0..20).prop_map(|map| {
            map.into_iter().rev().map(|(id, (hash, answer))| Seen { id, hash, answer }).collect()
        })
    }

    proptest! {
        #[test]
        fn as_a_slow_loop_finds_them(then in list(), now in list()) {
            let map = |list: &[Seen]| -> BTreeMap<String, (u64, Answer)> {
                list.iter().map(|seen| (seen.id.clone(), (seen.hash, seen.answer))).collect()
            };
            let (a, b) = (map(&then), map(&now));
            let found = differences(&then, &now);
            let ids = |list: &[Seen], keep: &dyn Fn(&str) -> bool| -> Vec<String> {
                list.iter().map(|seen| seen.id.clone()).filter(|id| keep(id)).collect()
            };
            prop_assert_eq!(&found.added, &ids(&now, &|id| !a.contains_key(id)));
            prop_assert_eq!(&found.removed, &ids(&then, &|id| !b.contains_key(id)));
            prop_assert_eq!(&found.changed, &ids(&now, &|id| a.get(id).is_some_and(|it| b.get(id) != Some(it))));
            prop_assert!(differences(&then, &then).is_empty());
        }
    }
}
