//! What one selection gives, kept so that the next question costs only what changed.
//!
//! A view holds the answers to each clause, to all clauses, and to all clauses but each one that restricts, as
//! bitmaps; and every facet's counts under its others. When a clause changes, the bitmaps that it is part of are
//! joined anew, and each facet counts the statements that entered or left. A brush that moves a little touches
//! a few words of the bitmaps, and nothing else is looked at. A clause never touches its own facet.

use crate::count::{Before, Change, Lanes, Tally};
use crate::marks::{Marks, inside, rows_in};
use crate::{Counts, Dimension, Engine, LedgerPart, Selection, Wants};

mod reading;

/// What one selection gives.
#[derive(Debug, Default)]
pub struct View {
    selection: Option<Selection>,
    rows: usize,
    /// The answers to each clause; nothing where the dimension restricts nothing.
    clauses: [Option<Marks>; 7],
    all: Marks,
    /// The answers to all clauses but one, where that one restricts.
    without: [Option<Marks>; 7],
    /// Counts per facet, in the order of [`Dimension::FACETS`]; nothing where they were not kept up.
    facets: [Option<Tally>; 5],
    cells: Option<Vec<Counts>>,
    sums: Sums,
    lanes: Lanes,
}

/// The numbers that are sums over statements.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    matching: u32,
    may_match: u32,
    undated: u32,
    unplaced: u32,
    /// By [`LedgerPart`]; the statements outside follow from the others.
    parts: [u32; 5],
}

impl View {
    /// Turns to another selection.
    pub(crate) fn turn(&mut self, engine: &Engine, to: &Selection, wants: Wants) {
        let from = self.selection.take().unwrap_or_else(|| self.open(engine, to));
        if from.scope != to.scope {
            self.facets = Default::default();
        }
        if from.roles != to.roles {
            self.facets[0] = None;
        }
        if from.axis != to.axis {
            self.cells = None;
        }
        let changed = Dimension::ALL.map(|dimension| differs(&from, to, dimension));
        let words = self.step(engine, &from, to, &changed);
        if let Some(words) = &words {
            self.sum(engine, &from, words, u32::MAX);
        } else {
            self.answer(engine, to, &changed);
        }
        if changed.contains(&true) {
            self.join(engine, to, &changed, words.as_deref(), wants.facets);
        }
        match &words {
            Some(words) => self.sum(engine, to, words, 1),
            None => {
                let words: Vec<u32> = (0..self.all.yes.len() as u32).collect();
                self.sums = Sums::default();
                self.sum(engine, to, &words, 1);
            }
        }
        for dimension in Dimension::ALL {
            if self.clauses[dimension as usize].is_none() {
                self.without[dimension as usize] = None;
            }
        }
        self.complete(engine, to, wants);
        self.selection = Some(to.clone());
    }

    /// Whether this is the view of a selection.
    pub(crate) fn shows(&self, selection: &Selection) -> bool {
        self.selection.as_ref() == Some(selection)
    }

    fn open(&mut self, engine: &Engine, to: &Selection) -> Selection {
        self.rows = engine.corpus.statements.len();
        self.all = Marks::all(self.rows);
        Selection { scope: to.scope, ..Selection::default() }
    }

    /// Moves the dates where nothing else changed; the words that may have changed.
    fn step(
        &mut self,
        engine: &Engine,
        from: &Selection,
        to: &Selection,
        changed: &[bool; 7],
    ) -> Option<Vec<u32>> {
        let nothing_else = changed.iter().skip(1).all(|&changed| !changed);
        if !nothing_else || from.matches_only != to.matches_only || from.roles != to.roles {
            return None;
        }
        if from.scope != to.scope || from.axis != to.axis || engine.lifts(to.scope) {
            return None;
        }
        let marks = self.clauses[Dimension::Date as usize].as_mut()?;
        engine.axis(to).dates.step(&from.date, &to.date, engine.spans(to), marks)
    }

    /// Answers the clauses that changed.
    fn answer(&mut self, engine: &Engine, to: &Selection, changed: &[bool; 7]) {
        for dimension in Dimension::ALL {
            let at = dimension as usize;
            if changed[at] {
                let marks = engine.clause(to, dimension);
                if marks.is_some() && self.without[at].is_none() {
                    self.without[at] = Some(self.all.clone());
                }
                self.clauses[at] = marks;
            }
        }
    }

    /// Joins the clauses anew and lets the facets follow.
    fn join(
        &mut self,
        engine: &Engine,
        to: &Selection,
        changed: &[bool; 7],
        words: Option<&[u32]>,
        facets: bool,
    ) {
        for dimension in Dimension::ALL {
            let others = changed.iter().enumerate().any(|(at, &changed)| changed && at != dimension as usize);
            if let Some(marks) = self.without[dimension as usize].take() {
                let marks = match others {
                    true => self.follow(engine, to, Some(dimension), marks, words, facets),
                    false => marks,
                };
                self.without[dimension as usize] = Some(marks);
            }
        }
        let marks = std::mem::take(&mut self.all);
        self.all = self.follow(engine, to, None, marks, words, facets);
        let but_dates = changed.iter().skip(1).any(|&changed| changed);
        if but_dates {
            self.cells = None;
        }
    }

    /// The answers to all clauses but one, and the counts of the facets that are counted under them.
    fn follow(
        &mut self,
        engine: &Engine,
        to: &Selection,
        except: Option<Dimension>,
        mut marks: Marks,
        words: Option<&[u32]>,
        facets: bool,
    ) -> Marks {
        let now = self.joined(except, words);
        let change = Change::new(self.rows, words, Before::These(&marks), &now);
        let change = if words.is_some() { change } else { change.cheapest() };
        for (at, dimension) in Dimension::FACETS.into_iter().enumerate() {
            let counted_here = match except {
                None => self.without[dimension as usize].is_none(),
                Some(except) => except == dimension,
            };
            if counted_here {
                let tally = self.facets[at].take().filter(|_| facets);
                self.facets[at] = tally.map(|tally| self.counted(engine, to, dimension, tally, &change));
            }
        }
        let Some(words) = words else { return now };
        marks.take(words, &now);
        marks
    }

    /// The answers to all clauses but one, in some words or all.
    fn joined(&self, except: Option<Dimension>, words: Option<&[u32]>) -> Marks {
        let restricting = Dimension::ALL.into_iter().filter(|&dimension| Some(dimension) != except);
        let clauses: Vec<&Marks> =
            restricting.filter_map(|dimension| self.clauses[dimension as usize].as_ref()).collect();
        let mut joined = Marks::all_in(self.rows, words);
        clauses.iter().for_each(|clause| joined.join(clause, words));
        joined
    }

    /// A facet's counts, moved along the cheapest way.
    fn counted(
        &mut self,
        engine: &Engine,
        to: &Selection,
        dimension: Dimension,
        mut tally: Tally,
        change: &Change,
    ) -> Tally {
        let Some((facet, column)) = engine.column(dimension, to) else { return tally };
        match change.before {
            Before::These(_) => {}
            Before::Nothing => tally = Tally::new(facet.tree.len() + 1),
            Before::Everything => tally = column.whole(facet.tree.len() + 1).clone(),
        }
        tally.count(&column.held, change, &mut self.lanes);
        tally
    }

    /// Counts what is wanted and was not kept up.
    fn complete(&mut self, engine: &Engine, to: &Selection, wants: Wants) {
        for (at, dimension) in Dimension::FACETS.into_iter().enumerate() {
            if wants.facets && self.facets[at].is_none() {
                let marks = self.under(dimension).clone();
                let change = Change::new(self.rows, None, Before::Nothing, &marks).cheapest();
                let slots = engine.facet(dimension, to).map_or(0, |facet| facet.tree.len() + 1);
                self.facets[at] = Some(self.counted(engine, to, dimension, Tally::new(slots), &change));
            }
        }
        if wants.histogram && self.cells.is_none() {
            let axis = engine.axis(to);
            self.cells = Some(axis.cells.count(&axis.dates, self.under(Dimension::Date)));
        }
    }

    /// The answers to all clauses but a dimension's.
    pub(crate) fn under(&self, dimension: Dimension) -> &Marks {
        self.without[dimension as usize].as_ref().unwrap_or(&self.all)
    }

    /// The dimensions that restrict.
    pub(crate) fn restricting(&self) -> impl Iterator<Item = Dimension> {
        Dimension::ALL.into_iter().filter(|&dimension| self.clauses[dimension as usize].is_some())
    }

    /// Adds some words' statements to the sums, `turn` times.
    fn sum(&mut self, engine: &Engine, selection: &Selection, words: &[u32], turn: u32) {
        let mut sums = self.sums;
        let add = |sum: &mut u32, bits: u64| *sum = sum.wrapping_add(turn.wrapping_mul(bits.count_ones()));
        let missing = Missing::new(engine, selection);
        let counts = self.all.counts_in(words);
        sums.matching = sums.matching.wrapping_add(turn.wrapping_mul(counts.matching));
        sums.may_match = sums.may_match.wrapping_add(turn.wrapping_mul(counts.may_match));
        let words = if missing.is_nothing() { &[] } else { words };
        for &word in words {
            let shown = |marks: &Marks| shown(marks, word, selection);
            add(&mut sums.undated, shown(self.under(Dimension::Date)) & missing.at(0, word));
            add(&mut sums.unplaced, shown(self.under(Dimension::Place)) & missing.at(1, word));
            let parts = self.parts(&missing, selection, word);
            sums.parts.iter_mut().zip(parts).for_each(|(sum, bits)| add(sum, bits));
        }
        self.sums = sums;
    }

    /// A word's statements by part of the ledger.
    fn parts(&self, missing: &Missing, selection: &Selection, word: u32) -> [u64; 5] {
        let shown = |marks: &Marks| shown(marks, word, selection);
        let here = shown(&self.all);
        let mut outside = inside(self.rows, word as usize) & !here;
        let mut take = |at: usize, dimension: Dimension| {
            let bits = outside & shown(self.under(dimension)) & missing.at(at, word);
            outside &= !bits;
            bits
        };
        let undated = take(0, Dimension::Date);
        let unplaced = take(1, Dimension::Place);
        let without_actor = take(2, Dimension::Actor);
        [outside, undated, unplaced, without_actor, here & missing.at(3, word)]
    }

    /// The statements behind a number of the ledger.
    pub(crate) fn rows_of(&self, engine: &Engine, selection: &Selection, part: LedgerPart) -> Vec<u32> {
        let missing = Missing::new(engine, selection);
        let words = 0..self.all.yes.len() as u32;
        let bits: Vec<u64> = words.map(|word| self.parts(&missing, selection, word)[part as usize]).collect();
        rows_in(&bits).collect()
    }
}

/// The statements that lack a value.
struct Missing<'a>([&'a [u64]; 4]);

impl<'a> Missing<'a> {
    fn new(engine: &'a Engine, selection: &Selection) -> Self {
        let of = |dimension| engine.facet(dimension, selection).map_or(&[][..], |facet| facet.own.missing());
        Self([
            &engine.axis(selection).dates.undated,
            of(Dimension::Place),
            of(Dimension::Actor),
            engine.undrawn(),
        ])
    }

    fn is_nothing(&self) -> bool {
        self.0.iter().all(|bits| bits.is_empty())
    }

    fn at(&self, which: usize, word: u32) -> u64 {
        self.0[which].get(word as usize).copied().unwrap_or(0)
    }
}

/// The statements of a word that are shown.
fn shown(marks: &Marks, word: u32, selection: &Selection) -> u64 {
    let (yes, some) = marks.word(word as usize);
    if selection.matches_only { yes } else { some }
}

/// Whether the answers to a dimension's clause may differ.
fn differs(from: &Selection, to: &Selection, dimension: Dimension) -> bool {
    let restricts = |selection: &Selection| match dimension {
        Dimension::Date => !selection.date.is_empty(),
        Dimension::Text => !selection.text.is_empty(),
        _ => selection.clause(dimension).is_some_and(|clause| !clause.is_empty()),
    };
    if !restricts(from) && !restricts(to) {
        return false;
    }
    from.scope != to.scope
        || match dimension {
            Dimension::Date => from.date != to.date || from.axis != to.axis,
            Dimension::Text => (&from.text, from.off) != (&to.text, to.off),
            Dimension::Actor => from.actor != to.actor || from.roles != to.roles,
            _ => from.clause(dimension) != to.clause(dimension),
        }
}
