//! The engine: a corpus and what is derived from it once.

use crate::{Answer, Answers, Counts, Dimension, LedgerPart, Reason, Selection, Sort, Wants};
use index::Corpus;

/// Answers questions to one corpus.
#[derive(Debug)]
pub struct Engine {
    corpus: Corpus,
}

impl Engine {
    /// Prepares a corpus for questions.
    pub fn new(corpus: Corpus) -> Self {
        Self { corpus }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Gives the corpus back.
    pub fn into_corpus(self) -> Corpus {
        self.corpus
    }

    /// Everything shown for one selection, as far as wanted.
    pub fn ask(&self, selection: &Selection, wants: Wants) -> Answers {
        let _ = (selection, wants);
        Answers::default()
    }

    /// The answer of every statement, by position.
    pub fn answers_of(&self, selection: &Selection) -> Vec<Answer> {
        let _ = selection;
        vec![Answer::Match; self.corpus.statements.len()]
    }

    /// What leaves a statement's answer open: not empty exactly where it is [`Answer::MayMatch`].
    pub fn reasons(&self, selection: &Selection, statement: u32) -> Vec<Reason> {
        let _ = (selection, statement);
        Vec::new()
    }

    /// The statements behind a number of the ledger, in the corpus's order.
    pub fn rows_of(&self, selection: &Selection, part: LedgerPart) -> Vec<u32> {
        let _ = (selection, part);
        Vec::new()
    }

    /// For every clause, what the selection would give without it.
    pub fn loosen(&self, selection: &Selection) -> Vec<(Dimension, Counts)> {
        let _ = selection;
        Vec::new()
    }

    /// Sorts statements for a reader of `lang` (BCP 47).
    pub fn sort(&self, rows: &mut [(u32, Answer)], sort: Sort, lang: &str) {
        let _ = (rows, sort, lang);
    }

    /// The entries of a facet dimension's table that bear a name: its id or any listed name, compared folded.
    /// Places also by path, outermost first: "Syria > Idlib". All entries of that name, in table order.
    pub fn find(&self, dimension: Dimension, name: &str) -> Vec<u32> {
        let _ = (dimension, name);
        Vec::new()
    }

    /// The entry of a facet dimension's table with exactly this id.
    pub fn entry(&self, dimension: Dimension, id: &str) -> Option<u32> {
        let _ = (dimension, id);
        None
    }
}
