//! Short forms: which full name a surname, an acronym or "the Observatory" stands for.

use super::find::{Named, What};
use crate::text::Text;
use std::collections::HashMap;

/// For each name, the earlier name that it repeats, by position.
pub(crate) fn link(text: &Text, names: &[Named]) -> Vec<Option<usize>> {
    let mut persons: HashMap<String, usize> = HashMap::new();
    let mut bodies: HashMap<String, usize> = HashMap::new();
    let mut all = vec![None; names.len()];
    for (at, named) in names.iter().enumerate() {
        let table = match named.what {
            What::Person => &mut persons,
            What::Organization => &mut bodies,
            _ => continue,
        };
        let last = text.word(named.to - 1).to_owned();
        let whole = text.between(named.from, named.to).to_lowercase();
        let key = if matches!(named.what, What::Person) { &last } else { &whole };
        match table.get(key) {
            Some(first) => {
                if let Some(slot) = all.get_mut(at) {
                    *slot = Some(*first);
                }
            }
            None => {
                table.insert(key.clone(), at);
                // "Syria Recovery Trust Fund (SRTF)".
                if matches!(named.what, What::Organization)
                    && text.word(named.to) == "("
                    && text.word(named.to + 2) == ")"
                    && initials(text, named) == text.word(named.to + 1)
                {
                    table.insert(text.word(named.to + 1).to_owned(), at);
                }
            }
        }
    }
    all
}

/// The first letters of a name's capital words.
pub(crate) fn initials(text: &Text, named: &Named) -> String {
    (named.from..named.to)
        .filter(|at| text.capital(*at))
        .filter_map(|at| text.word(at).chars().next())
        .collect()
}
