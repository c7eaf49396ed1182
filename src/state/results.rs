//! What follows from the reader's choice: one memo per question.

use super::choice::Choice;
use super::listed::Listed;
use super::selection::resolve;
use super::versus;
use crate::engine::Fieldbook;
use crate::platform::late::Late;
use crate::url::Complaint;
use leptos::prelude::*;
use markup::{Memo, Signal, memo};
use query::search::Plan;
use query::{Answers, LedgerPart, Selection, Sort, Wants};
use std::ops::Deref;
use std::sync::Arc;

/// A value that is compared by identity: a memo of it counts as changed when it was computed anew.
#[derive(Clone, Debug, Default)]
pub struct Answered<T>(Arc<T>);

impl<T> Deref for Answered<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for Answered<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Memos over the reader's choice.
#[derive(Clone, Copy)]
pub struct Results {
    /// The selection, in the engine's terms.
    pub selection: Memo<Selection>,
    /// What the search words mean here.
    pub plan: Memo<Answered<Plan>>,
    /// Ids of the address that the corpus does not have.
    pub complaints: Memo<Vec<Complaint>>,
    /// Everything shown for the selection.
    pub answers: Memo<Answered<Answers>>,
    /// The list: the selection's statements or a part of the ledger, sorted. A ledger part's answers are `No`.
    pub listed: Memo<Answered<Listed>>,
    /// The open statement.
    pub statement: Memo<Option<u32>>,
    /// The open report.
    pub report: Memo<Option<u32>>,
}

/// What follows from the reader's choice, from anywhere below the app's root.
pub fn use_results() -> Results {
    expect_context()
}

impl Results {
    /// Sets the memos up and provides them to the components below.
    pub fn provide(fieldbook: Fieldbook, choice: Choice, late: Signal<Late>) -> Self {
        let resolved = memo(move || {
            let (mut selection, mut complaints) = fieldbook.resolve(&choice.address());
            if late.get() != Late::Here && !selection.text.trim().is_empty() {
                selection.text.clear();
                complaints.push(Complaint::NoSearch);
            }
            (selection, complaints)
        });
        let selection = memo(move || resolved.with(|(selection, _)| selection.clone()));
        let complaints = memo(move || resolved.with(|(_, complaints)| complaints.clone()));
        let words = memo(move || selection.with(|it| (it.text.clone(), it.off)));
        let plan = memo(move || {
            let (text, off) = words.get();
            Answered(Arc::new(fieldbook.understand(&Selection { text, off, ..Selection::default() })))
        });
        let answers = memo(move || Answered(Arc::new(selection.with(|it| fieldbook.ask(it, Wants::ALL)))));
        let part = memo(move || choice.with(|address| ledger_part(&address.show)));
        let sort = memo(move || choice.with(|address| (sort_of(&address.sort), choice.lang())));
        let behind = memo(move || choice.with(|address| (address.behind.clone(), address.versus.clone())));
        let ranked = memo(move || choice.with(|address| address.sort == "relevance"));
        let listed = memo(move || {
            let told = behind.with(|(name, versus)| match late.get() {
                _ if name.is_empty() => None,
                Late::Here => selection.with(|it| versus::behind(fieldbook, it, versus, name)),
                // Nothing for a moment, rather than all of it under a name that says less.
                _ => Some(Vec::new()),
            });
            let (sort, lang) = sort.get();
            let mut rows = match (told, part.get()) {
                (Some(told), _) => told,
                (None, Some(part)) => selection.with(|it| fieldbook.rows_of(it, part)),
                (None, None) => {
                    let shown = answers.with(|answers| answers.rows.clone());
                    if !ranked.get() && fieldbook.stands_in(sort) {
                        return Answered(Arc::new(Listed::Standing(shown)));
                    }
                    shown.iter().collect()
                }
            };
            fieldbook.sort(&mut rows, sort, lang.code());
            if ranked.get() {
                plan.with(|plan| fieldbook.rank(&mut rows, plan));
            }
            Answered(Arc::new(Listed::Sorted(rows)))
        });
        let id = memo(move || choice.with(|address| address.statement.clone()));
        let statement = memo(move || id.with(|id| fieldbook.peek(|corpus| row_of(corpus, id))));
        let report_id = memo(move || choice.with(|address| address.report.clone()));
        let report = memo(move || {
            let open = report_id.with(|id| fieldbook.peek(|corpus| report_of(corpus, id)));
            open.or_else(|| statement.get().and_then(|row| fieldbook.peek(|corpus| home_of(corpus, row))))
        });
        let results = Self { selection, plan, complaints, answers, listed, statement, report };
        provide_context(results);
        results
    }
}

impl Fieldbook {
    fn resolve(self, address: &crate::url::Address) -> (Selection, Vec<Complaint>) {
        self.with_engine(|engine| resolve(address, engine))
    }
}

fn ledger_part(show: &str) -> Option<LedgerPart> {
    match show {
        "outside" => Some(LedgerPart::Outside),
        "undated" => Some(LedgerPart::Undated),
        "unplaced" => Some(LedgerPart::Unplaced),
        "without-actor" => Some(LedgerPart::WithoutActor),
        "without-coordinates" => Some(LedgerPart::WithoutCoordinates),
        _ => None,
    }
}

fn sort_of(id: &str) -> Sort {
    match id {
        "place" => Sort::Place,
        "kind" => Sort::Kind,
        _ => Sort::Date,
    }
}

fn row_of(corpus: &index::Corpus, id: &str) -> Option<u32> {
    if id.is_empty() {
        return None;
    }
    corpus.statements.ids.iter().position(|known| known == id).and_then(|row| u32::try_from(row).ok())
}

fn report_of(corpus: &index::Corpus, id: &str) -> Option<u32> {
    let readable = |report: &index::Report| report.id == id && !report.table;
    corpus.reports.iter().position(readable).and_then(|report| u32::try_from(report).ok())
}

fn home_of(corpus: &index::Corpus, row: u32) -> Option<u32> {
    let report = *corpus.statements.reports.get(row as usize)?;
    corpus.reports.get(report as usize).filter(|report| !report.table).map(|_| report)
}
