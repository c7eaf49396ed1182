//! The one file that opens a corpus and asks queries.
//!
//! The engine answers in well under a frame, so it is asked from memos on the page's only thread.

use index::{Corpus, OpenError, Span};
use leptos::prelude::*;
use markup::Signal;
use query::search::{Hit, Plan, Rule};
use query::{Answer, Answers, Counts, Dimension, Engine, LedgerPart, Reason, Selection, Sort, Value, Wants};
use std::ops::Range;
use std::sync::Arc;

/// The open fieldbook: its engine, and the publication date that the reader is trying out, if any.
#[derive(Clone, Copy)]
pub struct Fieldbook {
    engine: Signal<Arc<Engine>>,
    original: StoredValue<Arc<Engine>>,
    trial: Signal<Option<Trial>>,
}

/// A publication date that the reader tries for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The report.
    pub report: u32,
    /// The date tried.
    pub published: Span,
}

/// Opens a corpus.
///
/// # Errors
/// As [`index::open`].
pub fn open(bytes: &[u8]) -> Result<Arc<Engine>, OpenError> {
    index::open(bytes).map(|corpus| Arc::new(Engine::new(corpus)))
}

/// The open fieldbook, from anywhere below the app's root.
pub fn use_fieldbook() -> Fieldbook {
    expect_context()
}

impl Fieldbook {
    /// Puts an engine on the desk and provides it to the components below.
    pub fn provide(engine: Arc<Engine>) -> Self {
        let fieldbook = Self {
            engine: Signal::new(engine.clone()),
            original: StoredValue::new(engine),
            trial: Signal::new(None),
        };
        provide_context(fieldbook);
        fieldbook
    }

    /// Looks into the corpus as it is shown now; follows a trial of another publication date.
    pub fn with<T>(self, look: impl FnOnce(&Corpus) -> T) -> T {
        self.engine.with(|engine| look(engine.corpus()))
    }

    /// Looks into the corpus as it is shown now, without following changes. Only dates ever change.
    pub fn peek<T>(self, look: impl FnOnce(&Corpus) -> T) -> T {
        self.engine.with_untracked(|engine| look(engine.corpus()))
    }

    /// Looks into the corpus as its sources have it, whatever date is being tried.
    pub fn as_published<T>(self, look: impl FnOnce(&Corpus) -> T) -> T {
        self.original.with_value(|engine| look(engine.corpus()))
    }

    /// Asks the engine as it is now; follows a trial of another publication date.
    pub(crate) fn with_engine<T>(self, ask: impl FnOnce(&Engine) -> T) -> T {
        self.engine.with(|engine| ask(engine))
    }

    /// The selection that an address asks for.
    pub fn selection(self, address: &crate::url::Address) -> Selection {
        self.with_engine(|engine| crate::state::resolve(address, engine).0)
    }

    /// Everything shown for a selection.
    pub fn ask(self, selection: &Selection, wants: Wants) -> Answers {
        self.engine.with(|engine| engine.ask(selection, wants))
    }

    /// The counts that a selection gives.
    pub fn counts(self, selection: &Selection) -> Counts {
        self.ask(selection, Wants::COUNTS).counts
    }

    /// The statements behind a number of the ledger.
    pub fn rows_of(self, selection: &Selection, part: LedgerPart) -> Vec<(u32, Answer)> {
        let rows = self.engine.with(|engine| engine.rows_of(selection, part));
        rows.into_iter().map(|row| (row, Answer::No)).collect()
    }

    /// What leaves a statement's answer open.
    pub fn reasons(self, selection: &Selection, statement: u32) -> Vec<Reason> {
        self.engine.with(|engine| engine.reasons(selection, statement))
    }

    /// What the selection would give without each of its clauses.
    pub fn loosen(self, selection: &Selection) -> Vec<(Dimension, Counts)> {
        self.engine.with(|engine| engine.loosen(selection))
    }

    /// Whether the statements stand in a sort's order already; follows a trial, likewise.
    pub fn stands_in(self, sort: Sort) -> bool {
        self.with_engine(|engine| engine.stands_in(sort))
    }

    /// Sorts statements for a reader of `lang` (BCP 47).
    pub fn sort(self, rows: &mut [(u32, Answer)], sort: Sort, lang: &str) {
        self.engine.with(|engine| engine.sort(rows, sort, lang));
    }

    /// What search words mean here. Only dates ever change, so that this follows nothing.
    pub fn understand(self, selection: &Selection) -> Plan {
        self.engine.with_untracked(|engine| engine.understand(selection))
    }

    /// Where a text holds what a plan asks for.
    pub fn lit(self, plan: &Plan, text: &str) -> Vec<(Range<usize>, Rule)> {
        self.engine.with_untracked(|engine| engine.lit(plan, text))
    }

    /// What of a plan a statement holds in other words than were asked for.
    pub fn hits(self, plan: &Plan, statement: u32) -> Vec<Hit> {
        self.engine.with_untracked(|engine| engine.hits(plan, statement))
    }

    /// Sorts statements by how well they fit a plan.
    pub fn rank(self, rows: &mut [(u32, Answer)], plan: &Plan) {
        self.engine.with_untracked(|engine| engine.rank(rows, plan));
    }

    /// Prepares the search in slices of a few milliseconds, each a task of its own, until it is ready.
    pub fn prepare_search(self) {
        const SLICE_BYTES: usize = 256 * 1024;
        if self.original.try_with_value(|engine| engine.prepare_search(SLICE_BYTES)) == Some(false) {
            set_timeout(move || self.prepare_search(), std::time::Duration::ZERO);
        }
    }

    /// The value of a dimension with this id, `none` for the missing one.
    pub fn value(self, dimension: Dimension, id: &str) -> Option<Value> {
        self.engine.with_untracked(|engine| engine.value_named(dimension, id))
    }

    /// The publication date being tried, if any.
    pub fn trial(self) -> Option<Trial> {
        self.trial.get()
    }

    /// Shows the corpus as it would be had a report been published on another day, or as it is again.
    pub fn try_publication(self, trial: Option<Trial>) {
        let engine = self.original.get_value();
        let shown = match trial {
            Some(Trial { report, published }) => {
                Arc::new(Engine::new(query::retime(engine.corpus(), report, published)))
            }
            None => engine,
        };
        self.trial.set(trial);
        self.engine.set(shown);
    }
}
