//! The order of what was found: what holds rare words, as they were asked for, in few other words, comes first.
//!
//! BM25's parts on small whole numbers. How often a word stands in a statement is left out: a statement is a
//! sentence or two. A word's weight is the logarithm of how rare it is, halved for what is far from what was asked
//! for (see [`Rule`]), and shrinks with the logarithm of the document's length.

use super::Search;
use super::answers::{is_in, ways};
use super::documents::{Holding, Space, each_held};
use super::language::Field;
use super::plan::Plan;
use super::rules::Rule;
use index::Corpus;

impl Search {
    /// How well each of some statements fits, by position in the corpus; more is better.
    #[inline(never)]
    pub fn scores(&self, plan: &Plan, rows: &[u32], corpus: &Corpus) -> Vec<u32> {
        let mut scores = vec![0; rows.len()];
        let mut best = vec![0u32; self.index.documents.len() as usize];
        for (term, meant) in plan.wanted() {
            for words in &meant.words {
                best.fill(0);
                for &(word, rule) in words {
                    self.weigh(word, rule, &mut best);
                }
                let score = |document: u32| best.get(document as usize).copied().unwrap_or(0);
                for (&row, sum) in rows.iter().zip(&mut scores) {
                    let own = if is_in(Space::Statements, term.field) { score(row) } else { 0 };
                    *sum += self.named(row, term.field, &score, corpus).max(own);
                }
            }
        }
        scores
    }

    /// Gives the documents that hold a word its weight, where they have no greater one.
    fn weigh(&self, word: u32, rule: Rule, best: &mut [u32]) {
        let documents = self.index.postings.get(word as usize);
        let rare =
            1 + self.index.documents.len().checked_div(documents.len() as u32).unwrap_or(0).ilog2().min(20);
        for &document in documents {
            let length = self.index.lengths.get(document as usize).map_or(0, |&length| u32::from(length));
            let weight = rare * rule.weight() * 64 / (8 + length);
            if let Some(best) = best.get_mut(document as usize) {
                *best = weight.max(*best);
            }
        }
    }

    /// The best weight of a statement's title and names.
    fn named(&self, row: u32, field: Option<Field>, score: &dyn Fn(u32) -> u32, corpus: &Corpus) -> u32 {
        let mut best = 0;
        for space in [Space::Titles, Space::Actors, Space::Places, Space::Kinds, Space::Sources] {
            let start = self.index.documents.start(space);
            let count = self.index.documents.count(space) as u32;
            let ways: &[Holding] = if is_in(space, field) { ways(space, field) } else { &[] };
            for holding in ways {
                each_held(corpus, *holding, row as usize, &mut |entry| {
                    if entry < count {
                        best = best.max(score(start + entry));
                    }
                });
            }
        }
        best
    }
}
