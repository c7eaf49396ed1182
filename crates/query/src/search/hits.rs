//! What a query found: where it stands in a text, and by which rule in a statement.

use super::Search;
use super::answers::{is_in, run, ways};
use super::documents::{Space, each_held, each_text};
use super::language::{Field, Term};
use super::plan::{Meant, Plan, Words, rule_of};
use super::rules::Rule;
use index::Corpus;
use index::fold::each_word;
use std::ops::Range;

/// A word that was found by a rule rather than as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The word of the query, folded.
    pub asked: String,
    /// What stands there instead.
    pub found: String,
    /// The rule.
    pub rule: Rule,
}

impl Search {
    /// Where a text holds what a query asks for, in order.
    #[inline(never)]
    pub fn lit(&self, plan: &Plan, text: &str) -> Vec<(Range<usize>, Rule)> {
        let (words, mut lit) = (self.read(text), Vec::new());
        let ids: Vec<u32> = words.iter().map(|word| word.0).collect();
        let here = |term: &Term| matches!(term.field, None | Some(Field::Text | Field::Title));
        for (term, meant) in plan.wanted().filter(|(term, _)| here(term)) {
            let mut rows: Vec<Vec<Words>> = meant.names.iter().map(|name| in_a_row(name)).collect();
            match term.phrase {
                true => rows.push(meant.words.clone()),
                false => rows.extend(meant.words.iter().map(|words| vec![words.clone()])),
            }
            for row in &rows {
                let mut from = 0;
                while let Some(at) = run(ids.get(from..).unwrap_or_default(), row) {
                    let range = from + at..from + at + row.len();
                    let rule = |(id, words): (&u32, &Words)| rule_of(words, *id);
                    let rule =
                        ids[range.clone()].iter().zip(row).filter_map(rule).max().unwrap_or(Rule::Same);
                    lit.push((words[range.start].1.start..words[range.end - 1].1.end, rule));
                    from = range.end;
                }
            }
        }
        index::order::sort_by_key(&mut lit, |(range, rule)| (range.start, range.end, *rule));
        lit.dedup_by(|next, before| next.0 == before.0);
        lit
    }

    /// What of a query a statement holds in other words than it was asked for; nothing of what it also holds as asked.
    #[inline(never)]
    pub fn hits(&self, plan: &Plan, row: u32, corpus: &Corpus) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (term, meant) in plan.wanted().filter(|(term, _)| !term.phrase) {
            for (asked, words) in term.words.iter().zip(&meant.words) {
                let mut best: Option<(Rule, String)> = None;
                self.each_text_of(corpus, row, term.field, &mut |text| {
                    self.best(text, words, meant, &mut best)
                });
                if let Some((rule, found)) = best.filter(|(rule, _)| *rule != Rule::Same) {
                    hits.push(Hit { asked: asked.clone(), found, rule });
                }
            }
        }
        hits
    }

    /// Keeps the surest of what a text has for one word.
    fn best(&self, text: &str, words: &Words, meant: &Meant, best: &mut Option<(Rule, String)>) {
        let read = self.read(text);
        let mut offer = |rule: Rule, range: Range<usize>| {
            if best.as_ref().is_none_or(|(known, _)| rule < *known) {
                *best = Some((rule, text.get(range).unwrap_or_default().to_owned()));
            }
        };
        for (id, range) in &read {
            if let Some(rule) = rule_of(words, *id) {
                offer(rule, range.clone());
            }
        }
        let ids: Vec<u32> = read.iter().map(|word| word.0).collect();
        for name in &meant.names {
            if let Some(at) = run(&ids, &in_a_row(name)) {
                offer(Rule::Name, read[at].1.start..read[at + name.len() - 1].1.end);
            }
        }
    }

    /// The texts of a statement in which a term is looked for.
    fn each_text_of<'a>(
        &self,
        corpus: &'a Corpus,
        row: u32,
        field: Option<Field>,
        found: &mut dyn FnMut(&'a str),
    ) {
        if is_in(Space::Statements, field) {
            each_text(corpus, (Space::Statements, row), found);
        }
        for space in [Space::Titles, Space::Actors, Space::Places, Space::Kinds, Space::Sources] {
            for holding in ways(space, field).iter().filter(|_| is_in(space, field)) {
                each_held(corpus, *holding, row as usize, &mut |entry| {
                    each_text(corpus, (space, entry), found)
                });
            }
        }
    }

    /// A text's words: their numbers, and where they stand.
    fn read(&self, text: &str) -> Vec<(u32, Range<usize>)> {
        let (mut words, mut room) = (Vec::new(), String::new());
        each_word(text, &mut room, &mut |range, word| {
            words.push((self.index.dictionary.find(word).unwrap_or(u32::MAX), range));
        });
        words
    }
}

fn in_a_row(name: &[u32]) -> Vec<Words> {
    name.iter().map(|&word| vec![(word, Rule::Name)]).collect()
}
