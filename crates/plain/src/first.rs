//! The first statements of a corpus as a corpus of their own.

use index::{Corpus, Reports, subset};

/// A corpus of the first `limit` statements.
pub(crate) fn first(corpus: &Corpus, limit: usize) -> Corpus {
    match u32::try_from(limit) {
        Ok(limit) if corpus.statements.len() > limit as usize => {
            subset(corpus, &(0..limit).collect::<Vec<u32>>(), Reports::Whole)
        }
        _ => corpus.clone(),
    }
}
