//! What is shown as a file: its form, what it will hold, and how far it is.

use super::inside::choices;
use super::writing::{Desk, Progress};
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::header::here;
use crate::panels::sentence::counted;
use crate::state::{use_choice, use_results};
use crate::text::{Lang, fill, number};
use index::Corpus;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Signal, memo, view};
use query::{Answer, Counts};
use take::{Format, Options};

/// How many statements quote a digest.
pub fn digests(corpus: &Corpus, rows: &[(u32, Answer)]) -> u64 {
    let of_digest = |row: u32| {
        let report = corpus.statements.reports.get(row as usize)?;
        Some(corpus.reports.get(*report as usize)?.digest)
    };
    rows.iter().filter(|(row, _)| of_digest(*row) == Some(true)).count() as u64
}

/// The name of a file: whose version of the corpus it holds, and how much of it.
pub fn file_name(short_hash: &str, counts: Counts, ending: &str) -> String {
    let (matching, may_match) = (counts.matching.to_string(), counts.may_match.to_string());
    ["fieldbook-", short_hash, "-", &matching, ".", &may_match, ".", ending].concat()
}

/// The part of the dialog.
#[component]
pub fn FilePart() -> Markup {
    let (lang, choice, results, fieldbook) = (use_lang(), use_choice(), use_results(), use_fieldbook());
    let texts = &use_words().take;
    let (format, guard, mark) = (Signal::new(0usize), Signal::new(true), Signal::new(true));
    let desk = Desk::new(fieldbook);
    // What is listed behind a number counts for itself; a part of the ledger neither matches nor may match.
    let counts = memo(move || match choice.with(|address| address.behind.is_empty()) {
        true => results.answers.with(|answers| answers.counts),
        false => results.listed.with(|rows| rows.all().iter().map(|row| row.1).collect()),
    });
    let lines = move || {
        let rows = results.listed.get();
        let held = match choice.with(|address| address.show.is_empty()) {
            true => fill(texts.holds, &[&counted(fieldbook, lang, counts.get())]),
            false => fill(texts.holds, &[&lang.words().statements.with(lang, rows.len() as u64)]),
        };
        let digests = fieldbook.with(|corpus| digests(corpus, &rows.all()));
        let digests = (digests > 0).then(|| view! { <p>{texts.digests.with(lang, digests)}</p> });
        view! { <p>{held}</p> {digests} }
    };
    let save = move |_| {
        let format = Format::ALL.get(format.get_untracked()).copied().unwrap_or_default();
        let (hash, counts) = (fieldbook.peek(take::short_hash), counts.get_untracked());
        let view = here(choice, results, fieldbook);
        let (guard, mark) = (guard.get_untracked(), mark.get_untracked());
        let options = Options { format, guard, mark, lang: lang.code().to_owned(), view };
        desk.begin(options, results.listed.get_untracked(), file_name(&hash, counts, format.ending()));
    };
    let body = move || {
        let obstacle = match (fieldbook.trial().is_some(), results.listed.with(|rows| rows.is_empty())) {
            (true, _) => Some(texts.trial),
            (_, true) => Some(texts.nothing),
            _ => None,
        };
        if let Some(obstacle) = obstacle {
            return view! { <p>{obstacle}</p> };
        }
        view! {
            {lines()}
            {choices(texts.format, "take-format", &texts.formats, format)}
            <Show when=move || format.get() == 0>
                {switch(texts.guard, guard)}
                {switch(texts.mark, mark)}
            </Show>
            <p class="take__row">
                <button type="button" class="button" on:click=save>{texts.save}</button>
                {move || written(lang, desk, results.listed.with(|rows| rows.len()))}
            </p>
        }
    };
    view! { <section class="take__part">{body.into_markup()}</section> }
}

fn switch(label: &'static str, on: Signal<bool>) -> Markup {
    view! {
        <label class="take__choice">
            <input type="checkbox" prop:checked=move || on.get() on:change=move |_| on.update(|on| *on = !*on) />
            {label}
        </label>
    }
}

/// How far the export is, and the way to stop it.
fn written(lang: Lang, desk: Desk, total: usize) -> Markup {
    let texts = &lang.words().take;
    let number = |n: usize| number::whole(lang, n as u64);
    match desk.progress.get() {
        Progress::Idle => view! { <span aria-live="polite"></span> },
        Progress::Writing(done) => {
            let said = fill(texts.progress, &[&number(done), &number(total)]);
            view! {
                <progress max=total.to_string() value=done.to_string() aria-label=texts.save></progress>
                <span>{said}</span>
                <button type="button" class="button" on:click=move |_| desk.cancel()>{texts.cancel}</button>
            }
        }
        Progress::Saved(name) => {
            view! { <span aria-live="polite">{fill(texts.saved, &[&name])}</span> }
        }
        Progress::Cancelled => view! { <span aria-live="polite">{texts.cancelled}</span> },
        Progress::Refused => view! { <span aria-live="polite">{texts.refused}</span> },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Report, Statements};

    #[test]
    fn digests_are_counted() {
        let corpus = Corpus {
            reports: vec![Report { digest: true, ..Report::default() }, Report::default()],
            statements: Statements { reports: vec![0, 1, 0, index::NONE], ..Statements::default() },
            ..Corpus::default()
        };
        let rows: Vec<(u32, Answer)> = (0..4).map(|row| (row, Answer::Match)).collect();
        assert_eq!(digests(&corpus, &rows), 2);
        assert_eq!(digests(&corpus, &[]), 0);
    }

    #[test]
    fn names_of_files() {
        let counts = Counts { matching: 12, may_match: 3 };
        assert_eq!(file_name("0123456789ab", counts, "csv"), "fieldbook-0123456789ab-12.3.csv");
    }
}
