//! The engine: a corpus, and what is derived from it once so that every question is quick.

use crate::cells::Cells;
use crate::dates::Dates;
use crate::facet::{Actors, Facet, labels, places, speakers};
use crate::minima::{Minima, tally};
use crate::names::Names;
use crate::units::Units;
use crate::words::{Query, Words};
use crate::{Answer, Answers, Counts, Dimension, Facets, Scope, Selection, Wants, tree::Tree};
use index::Corpus;
use std::sync::{Arc, OnceLock};

/// Answers questions to one corpus.
#[derive(Debug)]
pub struct Engine {
    pub(crate) corpus: Corpus,
    pub(crate) dates: Dates,
    cells: Cells,
    units: Units,
    actors: Actors,
    speakers: Facet,
    places: Facet,
    kinds: Facet,
    sources: Facet,
    words: OnceLock<Words>,
    names: OnceLock<Names>,
}

impl Engine {
    /// Prepares a corpus for questions.
    pub fn new(corpus: Corpus) -> Self {
        let actors = Arc::new(Tree::new(corpus.actors.iter().map(|actor| actor.parent)));
        let place_tree = Arc::new(Tree::new(corpus.places.iter().map(|place| place.parent)));
        let kinds = Arc::new(Tree::new(corpus.kinds.iter().map(|kind| kind.parent)));
        let sources = Arc::new(Tree::new(corpus.sources.iter().map(|source| source.parent)));
        Self {
            dates: Dates::new(&corpus.statements.dates),
            cells: Cells::new(&corpus.statements.dates),
            units: Units::new(&corpus),
            actors: Actors::new(Arc::clone(&actors), &corpus.statements.actors),
            speakers: speakers(actors, &corpus),
            places: places(place_tree, &corpus),
            kinds: labels(kinds, &corpus.statements.kinds),
            sources: labels(sources, &corpus.statements.sources),
            words: OnceLock::new(),
            names: OnceLock::new(),
            corpus,
        }
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
        let own = self.clauses(selection);
        let minima = self.minima(selection, &own, selection.scope);
        let counts = tally(minima.all());
        let shown = |rows: &mut dyn Iterator<Item = usize>, dimension| {
            rows.filter(|&row| minima.without(dimension)[row].is_shown()).count() as u32
        };
        let rows = 0..self.corpus.statements.len();
        Answers {
            total: rows.len() as u32,
            counts,
            other_scope: self.other_scope(selection, &own, counts),
            undated: shown(&mut rows.clone().filter(|&row| self.dates.is_undated(row)), Dimension::Date),
            unplaced: shown(&mut rows.clone().filter(|&row| self.is_unplaced(row)), Dimension::Place),
            ledger: self.ledger(selection, &minima),
            facets: if wants.facets { self.facets(selection, &minima) } else { Facets::default() },
            histogram: if wants.histogram {
                self.cells.count(minima.without(Dimension::Date), selection.matches_only)
            } else {
                Default::default()
            },
            rows: if wants.rows { listed(minima.all()) } else { Vec::new() },
        }
    }

    /// The answer of every statement, by position.
    pub fn answers_of(&self, selection: &Selection) -> Vec<Answer> {
        let own = self.clauses(selection);
        self.minima(selection, &own, selection.scope).all().to_vec()
    }

    /// For every clause, what the selection would give without it.
    pub fn loosen(&self, selection: &Selection) -> Vec<(Dimension, Counts)> {
        let own = self.clauses(selection);
        let minima = self.minima(selection, &own, selection.scope);
        let restricted = Dimension::ALL.into_iter().filter(|&dimension| own[dimension as usize].is_some());
        restricted.map(|dimension| (dimension, tally(minima.without(dimension)))).collect()
    }

    /// Per clause, the answer of every statement by what it says itself; nothing without a clause.
    pub(crate) fn clauses(&self, selection: &Selection) -> [Option<Vec<Answer>>; 7] {
        Dimension::ALL.map(|dimension| self.clause(selection, dimension))
    }

    fn clause(&self, selection: &Selection, dimension: Dimension) -> Option<Vec<Answer>> {
        match dimension {
            Dimension::Date if selection.date.is_empty() => None,
            Dimension::Date => Some(self.dates.answers(&selection.date, &self.corpus.statements.dates)),
            Dimension::Text => {
                let query = Query::new(&selection.text)?;
                Some(self.words().answers(&query, &self.corpus))
            }
            _ => {
                let clause = selection.clause(dimension).filter(|clause| !clause.is_empty())?;
                let facet = self.facet(dimension, selection)?;
                Some(crate::clause::answers(&facet.own, clause, &facet.tree))
            }
        }
    }

    /// A dimension with a facet, actors in the selection's roles.
    pub(crate) fn facet(&self, dimension: Dimension, selection: &Selection) -> Option<&Facet> {
        match dimension {
            Dimension::Actor => Some(self.actors.in_roles(&selection.roles, &self.corpus.statements.actors)),
            Dimension::Speaker => Some(&self.speakers),
            Dimension::Place => Some(&self.places),
            Dimension::Kind => Some(&self.kinds),
            Dimension::Source => Some(&self.sources),
            Dimension::Date | Dimension::Text => None,
        }
    }

    /// Folded texts, made when first needed.
    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(&self.corpus))
    }

    /// The reports as units.
    pub(crate) fn units(&self) -> &Units {
        &self.units
    }

    /// The names of all tables.
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.corpus))
    }

    pub(crate) fn minima(
        &self,
        selection: &Selection,
        own: &[Option<Vec<Answer>>; 7],
        scope: Scope,
    ) -> Minima {
        let settle = |answers: &Option<Vec<Answer>>| {
            let lifted = |answers: &Vec<Answer>| match scope {
                Scope::Report if !self.units.are_single() => self.units.lift(answers),
                _ => answers.clone(),
            };
            let mut answers = answers.as_ref().map(lifted)?;
            if selection.matches_only {
                harden(&mut answers);
            }
            Some(answers)
        };
        Minima::new(self.corpus.statements.len(), &std::array::from_fn(|at| settle(&own[at])))
    }

    fn other_scope(&self, selection: &Selection, own: &[Option<Vec<Answer>>; 7], counts: Counts) -> Counts {
        if self.units.are_single() {
            return counts;
        }
        let other = match selection.scope {
            Scope::Statement => Scope::Report,
            Scope::Report => Scope::Statement,
        };
        tally(self.minima(selection, own, other).all())
    }

    fn facets(&self, selection: &Selection, minima: &Minima) -> Facets {
        let rows = |dimension| {
            let Some(facet) = self.facet(dimension, selection) else { return Vec::new() };
            let column = match selection.scope {
                Scope::Report if !self.units.are_single() => {
                    facet.lifted(self.units.of_row(), self.units.count())
                }
                _ => &facet.own,
            };
            let slots = facet.tree.len() + 1;
            let counts = column.count(minima.without(dimension), slots, selection.matches_only);
            let people = matches!(dimension, Dimension::Actor | Dimension::Speaker);
            facet.rows(&counts, |entry| people && self.is_private(entry))
        };
        Facets {
            actors: rows(Dimension::Actor),
            speakers: rows(Dimension::Speaker),
            places: rows(Dimension::Place),
            kinds: rows(Dimension::Kind),
            sources: rows(Dimension::Source),
        }
    }

    fn is_private(&self, actor: u32) -> bool {
        self.corpus.actors.get(actor as usize).is_some_and(|actor| actor.private)
    }
}

/// "Matches only": what may match does not.
fn harden(answers: &mut [Answer]) {
    for answer in answers {
        if *answer == Answer::MayMatch {
            *answer = Answer::No;
        }
    }
}

fn listed(answers: &[Answer]) -> Vec<(u32, Answer)> {
    (0..).zip(answers.iter().copied()).filter(|(_, answer)| answer.is_shown()).collect()
}
