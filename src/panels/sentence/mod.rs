//! The selection as a sentence: how many statements, which clauses, and what is not shown.

mod clauses;
mod complaints;
mod ledger;
mod nothing;
mod parts;
mod reports;
mod scope;
mod seen;
mod spoken;
mod trial;
mod understood;

use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::state::use_results;
use crate::text::{fill, number, unit};
use clauses::Clauses;
pub(super) use clauses::in_words;
use complaints::Complaints;
use ledger::{LedgerLine, Showing};
use leptos::prelude::*;
use markup::{Markup, memo, view};
use nothing::Nothing;
use scope::ScopeSwitch;
use seen::OriginNotice;
pub use spoken::{counted, left_out, spoken};
use trial::TrialNotice;
use understood::Understood;

/// The sentence, the ledger, and whatever notices there are.
#[component]
pub fn Sentence() -> Markup {
    view! {
        <section class="sentence" id="selection" tabindex="-1" aria-label=use_words().sentence.title>
            <Complaints />
            <OriginNotice />
            <TrialNotice />
            <div class="sentence__line">
                <Status />
                <Clauses />
            </div>
            <Understood />
            <div class="sentence__below">
                <LedgerLine />
                <ScopeSwitch />
            </div>
            <Nothing />
            <Showing />
        </section>
    }
}

/// "17 statements (13 match, 4 may match)": the page's only status.
#[component]
fn Status() -> Markup {
    let (lang, results, fieldbook) = (use_lang(), use_results(), use_fieldbook());
    let units = fieldbook.peek(|corpus| corpus.about.unit.clone());
    let counts = memo(move || results.answers.with(|answers| answers.counts));
    let shown = move || unit::counted(lang, &units, counts.get().shown().into());
    let both = move || {
        let counts = counts.get();
        let number = |n: u32| number::whole(lang, n.into());
        fill(lang.words().match_counts, &[&number(counts.matching), &number(counts.may_match)])
    };
    view! {
        <p role="status" class="sentence__count"><b>{shown}</b>" "{both}</p>
    }
}
