//! Which statements a query holds for, as a bitmap.
//!
//! A bit for each statement, and after them one for each report as a whole. Lists of documents are turned into bits
//! one by one; clauses are joined word by word of the bitmaps. Words of a phrase are first looked up together, and
//! then read in the texts of those documents that hold them all.

use super::Search;
use super::documents::{Holding, Space, each_text, holders, parent};
use super::language::{Field, Term};
use super::plan::{Meant, Plan, Words, holds};
use super::rules::Rule;
use crate::marks;
use index::{Corpus, Lists};

impl Search {
    /// The statements that a query holds for; where a whole report may answer, also those whose report it holds for.
    pub fn answers(&self, plan: &Plan, reports: bool, corpus: &Corpus) -> Vec<u64> {
        let rows = corpus.statements.len();
        let total = rows + corpus.reports.len();
        let mut all = marks::all(total);
        for (terms, meant) in plan.query.clauses.iter().zip(&plan.meant) {
            let mut any = vec![0; marks::words(total)];
            for (term, meant) in terms.iter().zip(meant) {
                let bits = self.term(term, meant, total, corpus);
                let turn = if term.not { !0 } else { 0 };
                any.iter_mut().zip(bits).for_each(|(any, bits)| *any |= bits ^ turn);
            }
            all.iter_mut().zip(any).for_each(|(all, any)| *all &= any);
        }
        if reports && plan.query.wanted().next().is_some() {
            for (at, _) in corpus.reports.iter().enumerate().filter(|(_, report)| !report.table) {
                if marks::has(&all, rows + at) {
                    self.rows_of(Holding::Report, at as u32, corpus, &mut all);
                }
            }
        }
        all.truncate(marks::words(rows));
        if let Some(last) = all.last_mut() {
            *last &= marks::inside(rows, rows.saturating_sub(1) / 64);
        }
        all
    }

    /// The bits of one term, not yet turned.
    fn term(&self, term: &Term, meant: &Meant, total: usize, corpus: &Corpus) -> Vec<u64> {
        let mut all = Vec::new();
        if term.phrase {
            all = vec![0; marks::words(total)];
            self.in_a_row(&meant.words, term.field, &mut all, corpus);
        } else {
            for words in &meant.words {
                let mut any = vec![0; marks::words(total)];
                self.any(words, term.field, &mut any, corpus);
                match all.is_empty() {
                    true => all = any,
                    false => all.iter_mut().zip(any).for_each(|(all, any)| *all &= any),
                }
            }
        }
        for name in &meant.names {
            let words: Vec<Words> = name.iter().map(|&word| vec![(word, Rule::Name)]).collect();
            self.in_a_row(&words, term.field, &mut all, corpus);
        }
        all
    }

    /// Adds the bits of what holds any of some words.
    fn any(&self, words: &Words, field: Option<Field>, bits: &mut [u64], corpus: &Corpus) {
        let mut entries = Vec::new();
        let direct = self.index.documents.start(Space::Titles);
        for &(word, _) in words {
            let documents = self.index.postings.get(word as usize);
            let (own, named) = documents.split_at(documents.partition_point(|&document| document < direct));
            if matches!(field, None | Some(Field::Text)) {
                // Statements and whole reports come first among documents, as they do among the bits.
                own.iter().for_each(|&document| marks::set(bits, document));
            }
            entries.extend_from_slice(named);
        }
        self.spread(&entries, field, bits, corpus);
    }

    /// Adds the bits of what holds words in a row, each position with any of its words.
    fn in_a_row(&self, words: &[Words], field: Option<Field>, bits: &mut [u64], corpus: &Corpus) {
        let postings = |&(word, _): &(u32, Rule)| self.index.postings.get(word as usize);
        let count = |words: &Words| words.iter().map(|word| postings(word).len()).sum::<usize>();
        let Some(rarest) = words.iter().min_by_key(|words| count(words)) else { return };
        let together = |document: u32| {
            words.iter().all(|words| words.iter().any(|word| postings(word).binary_search(&document).is_ok()))
        };
        let mut found: Vec<u32> =
            rarest.iter().flat_map(postings).copied().filter(|&document| together(document)).collect();
        found.retain(|&document| {
            let place = self.index.documents.place(document);
            let mut held = false;
            if is_in(place.0, field) {
                each_text(corpus, place, &mut |text| held |= run(&self.numbers(text), words).is_some());
            }
            held
        });
        let direct = self.index.documents.start(Space::Titles);
        found.iter().filter(|&&document| document < direct).for_each(|&document| marks::set(bits, document));
        found.retain(|&document| document >= direct);
        self.spread(&found, field, bits, corpus);
    }

    /// Adds the bits of the statements that hold entries of tables; where a field was asked for, also entries below.
    fn spread(&self, documents: &[u32], field: Option<Field>, bits: &mut [u64], corpus: &Corpus) {
        if documents.is_empty() {
            return;
        }
        let spaces = [Space::Titles, Space::Actors, Space::Places, Space::Kinds, Space::Sources];
        for space in spaces.into_iter().filter(|&space| is_in(space, field)) {
            let start = self.index.documents.start(space);
            let mut hit = vec![false; self.index.documents.count(space)];
            let mut any = false;
            for &document in documents {
                if let Some(hit) = document.checked_sub(start).and_then(|entry| hit.get_mut(entry as usize)) {
                    (*hit, any) = (true, true);
                }
            }
            if !any {
                continue;
            }
            if field.is_some() {
                for entry in 0..hit.len() {
                    let above = parent(corpus, space, entry) as usize;
                    hit[entry] |= above < entry && hit[above];
                }
            }
            for (entry, _) in hit.iter().enumerate().filter(|(_, hit)| **hit) {
                for holding in ways(space, field) {
                    self.rows_of(*holding, entry as u32, corpus, bits);
                }
                if space == Space::Titles {
                    marks::set(bits, (corpus.statements.len() + entry) as u32);
                }
            }
        }
    }

    /// Adds the bits of the statements that hold an entry.
    fn rows_of(&self, holding: Holding, entry: u32, corpus: &Corpus, bits: &mut [u64]) {
        let holders: &Lists<u32> = self.holders[holding as usize].get_or_init(|| {
            let entries = match holding {
                Holding::Report => corpus.reports.len(),
                Holding::Actor | Holding::Speaker => corpus.actors.len(),
                Holding::Place => corpus.places.len(),
                Holding::Kind => corpus.kinds.len(),
                Holding::Source => corpus.sources.len(),
            };
            holders(corpus, holding, entries)
        });
        holders.get(entry as usize).iter().for_each(|&row| marks::set(bits, row));
    }
}

/// Where words in a row begin in a text, each position with any of its words.
pub fn run(text: &[u32], words: &[Words]) -> Option<usize> {
    if words.is_empty() {
        return None;
    }
    text.windows(words.len()).position(|window| window.iter().zip(words).all(|(&id, words)| holds(words, id)))
}

/// Whether a kind of document is searched.
pub fn is_in(space: Space, field: Option<Field>) -> bool {
    match field {
        None => space != Space::Sources,
        Some(Field::Text) => matches!(space, Space::Statements | Space::Bodies),
        Some(Field::Title) => space == Space::Titles,
        Some(Field::Actor | Field::Speaker) => space == Space::Actors,
        Some(Field::Place) => space == Space::Places,
        Some(Field::Kind) => space == Space::Kinds,
        Some(Field::Source) => space == Space::Sources,
    }
}

/// How a statement may hold an entry of a table for it to count.
pub fn ways(space: Space, field: Option<Field>) -> &'static [Holding] {
    match (space, field) {
        (Space::Actors, None) => &[Holding::Actor, Holding::Speaker],
        (Space::Actors, Some(Field::Speaker)) => &[Holding::Speaker],
        (Space::Actors, _) => &[Holding::Actor],
        (Space::Titles, _) => &[Holding::Report],
        (Space::Places, _) => &[Holding::Place],
        (Space::Kinds, _) => &[Holding::Kind],
        (Space::Sources, _) => &[Holding::Source],
        (Space::Statements | Space::Bodies, _) => &[],
    }
}
