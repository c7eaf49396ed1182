//! The engine: a corpus, and what is derived from it once so that every question is quick.

use crate::cells::Cells;
use crate::column::Column;
use crate::dates::Dates;
use crate::facet::{Actors, Facet, labels, places, speakers};
use crate::marks::Marks;
use crate::names::Names;
use crate::search::{Hit, Plan, Query, Rule, Search};
use crate::units::Units;
use crate::view::View;
use crate::{Answer, Answers, Counts, DateAxis, Dimension, Scope, Selection, Wants, tree::Tree};
use index::{Corpus, Packed, Span};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Dates, prepared for clauses and for the histogram.
#[derive(Debug)]
pub struct Axis {
    pub(crate) dates: Dates,
    pub(crate) cells: Cells,
}

impl Axis {
    fn new(spans: &Packed<Span>) -> Self {
        let dates = Dates::new(spans);
        Self { cells: Cells::new(&dates, spans), dates }
    }
}

type Published = (Packed<Span>, Axis);

/// Answers questions to one corpus.
#[derive(Debug)]
pub struct Engine {
    pub(crate) corpus: Corpus,
    dates: Axis,
    published: OnceLock<Published>,
    units: Units,
    actors: Actors,
    speakers: Facet,
    places: Facet,
    kinds: Facet,
    sources: Facet,
    search: OnceLock<Search>,
    /// The search while it is being made, slice by slice.
    growing: Mutex<Option<Search>>,
    names: OnceLock<Names>,
    pub(crate) stands_by_date: OnceLock<bool>,
    pub(crate) undrawn: OnceLock<Vec<u64>>,
    /// What each side of a matrix names; made when first asked for.
    pub(crate) named: [OnceLock<crate::named::Named>; 3],
    pub(crate) figuring: crate::figures::Figuring,
    /// What was asked last: the page's own question, and one a scope for those asked beside it.
    views: [Mutex<View>; 3],
}

impl Engine {
    /// Prepares a corpus for questions.
    pub fn new(corpus: Corpus) -> Self {
        let actors = Arc::new(Tree::new(corpus.actors.iter().map(|actor| actor.parent)));
        let place_tree = Arc::new(Tree::new(corpus.places.iter().map(|place| place.parent)));
        let kinds = Arc::new(Tree::new(corpus.kinds.iter().map(|kind| kind.parent)));
        let sources = Arc::new(Tree::new(corpus.sources.iter().map(|source| source.parent)));
        Self {
            dates: Axis::new(&corpus.statements.dates),
            published: OnceLock::new(),
            units: Units::new(&corpus),
            actors: Actors::new(Arc::clone(&actors)),
            speakers: speakers(actors, &corpus),
            places: places(place_tree, &corpus),
            kinds: labels(kinds, &corpus.statements.kinds),
            sources: labels(sources, &corpus.statements.sources),
            search: OnceLock::new(),
            growing: Mutex::new(None),
            names: OnceLock::new(),
            stands_by_date: OnceLock::new(),
            undrawn: OnceLock::new(),
            named: Default::default(),
            figuring: Default::default(),
            views: Default::default(),
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

    /// Everything shown for one selection, as far as wanted. What costs least is a question that differs little
    /// from the one before.
    pub fn ask(&self, selection: &Selection, wants: Wants) -> Answers {
        let mut answers = match wants {
            Wants::COUNTS => self.aside(selection).answers(self, selection, wants),
            _ => self.look(selection, wants).answers(self, selection, wants),
        };
        if !self.units.are_single() || self.has_bodies(&selection.text) {
            let turned = match selection.scope {
                Scope::Statement => Scope::Report,
                Scope::Report => Scope::Statement,
            };
            let other = Selection { scope: turned, ..selection.clone() };
            answers.other_scope = self.aside(&other).counts();
        }
        answers
    }

    /// What one selection gives, to read from without a copy. Let go of it before the engine is asked again.
    pub fn look(&self, selection: &Selection, wants: Wants) -> MutexGuard<'_, View> {
        let mut view = self.views[0].lock().unwrap_or_else(PoisonError::into_inner);
        view.turn(self, selection, wants);
        view
    }

    /// The same for a question beside the page's own.
    pub(crate) fn aside(&self, selection: &Selection) -> MutexGuard<'_, View> {
        let view = self.views[0].lock().unwrap_or_else(PoisonError::into_inner);
        if view.shows(selection) {
            return view;
        }
        drop(view);
        let own = &self.views[1 + selection.scope as usize];
        let mut view = own.lock().unwrap_or_else(PoisonError::into_inner);
        view.turn(self, selection, Wants::COUNTS);
        view
    }

    /// The answer of every statement, by position.
    pub fn answers_of(&self, selection: &Selection) -> Vec<Answer> {
        let view = self.aside(selection);
        (0..view.total()).map(|row| view.answer_of(row)).collect()
    }

    /// For every clause, what the selection would give without it.
    pub fn loosen(&self, selection: &Selection) -> Vec<(Dimension, Counts)> {
        let view = self.aside(selection);
        let counts = |dimension| {
            let counts = view.under(dimension).counts();
            let may_match = if selection.matches_only { 0 } else { counts.may_match };
            (dimension, Counts { may_match, ..counts })
        };
        view.restricting().map(counts).collect()
    }

    /// The statements' answers to a clause, each raised to the best of its report where that may answer;
    /// nothing without a clause.
    pub(crate) fn clause(&self, selection: &Selection, dimension: Dimension) -> Option<Marks> {
        let own = match dimension {
            Dimension::Date if selection.date.is_empty() => return None,
            Dimension::Date => self.axis(selection).dates.answers(&selection.date, self.spans(selection)),
            Dimension::Text => self.found(selection)?,
            _ => {
                let clause = selection.clause(dimension).filter(|clause| !clause.is_empty())?;
                let facet = self.facet(dimension, selection)?;
                crate::clause::answers(&facet.own, clause, &facet.tree)
            }
        };
        Some(if self.lifts(selection.scope) { self.units.lift(&own) } else { own })
    }

    /// Whether a report may answer to words that none of its statements holds.
    fn has_bodies(&self, text: &str) -> bool {
        let read = |report: &index::Report| !report.table && !report.paragraphs.is_empty();
        !text.is_empty() && self.corpus.reports.iter().any(read)
    }

    /// The dates that a selection asks for, prepared.
    pub(crate) fn axis(&self, selection: &Selection) -> &Axis {
        match selection.axis {
            DateAxis::Event => &self.dates,
            DateAxis::Published => &self.published().1,
        }
    }

    /// The same as they stand, statement by statement.
    pub(crate) fn spans(&self, selection: &Selection) -> &Packed<Span> {
        match selection.axis {
            DateAxis::Event => &self.corpus.statements.dates,
            DateAxis::Published => &self.published().0,
        }
    }

    /// When each statement's report was published; made when first asked for.
    fn published(&self) -> &Published {
        self.published.get_or_init(|| {
            let mut spans = Packed::default();
            for &report in &self.corpus.statements.reports {
                spans.push(self.corpus.reports.get(report as usize).and_then(|report| report.published.span));
            }
            let axis = Axis::new(&spans);
            (spans, axis)
        })
    }

    /// Whether reports answer as wholes.
    pub(crate) fn lifts(&self, scope: Scope) -> bool {
        scope == Scope::Report && !self.units.are_single()
    }

    /// A dimension with a facet, and the column that it is counted over.
    pub(crate) fn column(&self, dimension: Dimension, selection: &Selection) -> Option<(&Facet, &Column)> {
        let facet = self.facet(dimension, selection)?;
        let column = match self.lifts(selection.scope) {
            true => facet.lifted(self.units.of_row(), self.units.count()),
            false => &facet.own,
        };
        Some((facet, column))
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

    /// Prepares the search by about so many bytes of text; whether it is ready. A query that comes before does the
    /// rest at once.
    pub fn prepare_search(&self, bytes: usize) -> bool {
        if self.search.get().is_some() {
            return true;
        }
        let mut growing = self.growing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut search = growing.take().unwrap_or_else(|| Search::new(&self.corpus));
        if !search.step(&self.corpus, bytes) {
            *growing = Some(search);
            return false;
        }
        // Whoever asks meanwhile waits for the lock; it is let go before anything waits for them.
        drop(growing);
        self.search.get_or_init(|| search);
        true
    }

    /// What a selection's words mean in this corpus.
    pub fn understand(&self, selection: &Selection) -> Plan {
        if selection.text.trim().is_empty() {
            return Plan::default();
        }
        match Query::read(&selection.text) {
            query if query.is_empty() => Plan { query, ..Plan::default() },
            query => self.search().plan(query, selection.off, &self.corpus),
        }
    }

    /// Where a text holds what a plan asks for, in order.
    pub fn lit(&self, plan: &Plan, text: &str) -> Vec<(std::ops::Range<usize>, Rule)> {
        if plan.query.is_empty() { Vec::new() } else { self.search().lit(plan, text) }
    }

    /// What of a plan a statement holds in other words than were asked for.
    pub fn hits(&self, plan: &Plan, statement: u32) -> Vec<Hit> {
        if plan.query.is_empty() { Vec::new() } else { self.search().hits(plan, statement, &self.corpus) }
    }

    /// Sorts statements by how well they fit a plan, the best first; equal ones stay as they are.
    pub fn rank(&self, rows: &mut [(u32, Answer)], plan: &Plan) {
        if plan.query.is_empty() {
            return;
        }
        let statements: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let scores = self.search().scores(plan, &statements, &self.corpus);
        let mut keys: Vec<u64> = (0..).zip(scores).map(|(at, score)| u64::from(!score) << 32 | at).collect();
        crate::order::sort(&mut keys);
        let sorted: Vec<(u32, Answer)> =
            keys.iter().filter_map(|&key| rows.get(key as u32 as usize).copied()).collect();
        rows.copy_from_slice(&sorted);
    }

    /// The answers to the words; nothing where there are none.
    fn found(&self, selection: &Selection) -> Option<Marks> {
        let plan = self.understand(selection);
        if plan.query.is_empty() {
            return None;
        }
        let found = self.search().answers(&plan, selection.scope == Scope::Report, &self.corpus);
        Some(Marks { some: found.clone(), yes: found })
    }

    /// The search, finished at once where it is not yet.
    pub(crate) fn search(&self) -> &Search {
        self.search.get_or_init(|| {
            let growing = self.growing.lock().unwrap_or_else(PoisonError::into_inner).take();
            let mut search = growing.unwrap_or_else(|| Search::new(&self.corpus));
            search.step(&self.corpus, usize::MAX);
            search
        })
    }

    /// The reports as units.
    pub(crate) fn units(&self) -> &Units {
        &self.units
    }

    /// The names of all tables.
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.corpus))
    }

    pub(crate) fn is_private(&self, actor: u32) -> bool {
        self.corpus.actors.get(actor as usize).is_some_and(|actor| actor.private)
    }
}
