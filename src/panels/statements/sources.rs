//! On paper only: the reports that the page of the list speaks from, with where they can be found.

use super::naming::source;
use super::paging::Page;
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::veil::use_veil;
use crate::state::use_results;
use index::Report;
use leptos::prelude::*;
use markup::{Markup, Memo, memo, view};

/// The reports behind the statements of a page, each once, in the order in which they are met.
fn reports_of(rows: impl Iterator<Item = u32>, reports: &[u32]) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    for report in rows.filter_map(|row| reports.get(row as usize).copied()) {
        if !found.contains(&report) {
            found.push(report);
        }
    }
    found
}

/// Publisher, title and the words of the citation, then addresses.
fn line(report: &Report, publisher: Option<String>) -> String {
    let parts = [
        publisher.unwrap_or_default(),
        report.title.clone(),
        report.citation.clone(),
        report.url.clone(),
        report.archive.clone(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

/// The reports of a page; style shows them on paper alone.
#[component]
pub fn Sources(page: Memo<Page>) -> Markup {
    let (lang, words, results, fieldbook) = (use_lang(), use_words(), use_results(), use_fieldbook());
    let veil = use_veil();
    let lines = memo(move || {
        let Page { start, end, .. } = page.get();
        results.listed.with(|listed| {
            let rows = listed.part(start..end).into_iter().map(|(row, _)| row);
            fieldbook.peek(|corpus| {
                let reports = reports_of(rows, &corpus.statements.reports).into_iter();
                let reports = reports.filter_map(|report| corpus.reports.get(report as usize));
                reports.map(|report| line(report, source(corpus, report.source, lang))).collect::<Vec<_>>()
            })
        })
    });
    view! {
        <div class="statements__sources">
            <h3>{words.dimension.source}</h3>
            <ul>{move || lines.get().into_iter().map(|line| view! { <li dir="auto">{veil.over(&line)}</li> }).collect::<Markup>()}</ul>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_report_once() {
        assert_eq!(reports_of([0, 3, 1, 9].into_iter(), &[5, 4, 5, 5]), [5, 4]);
    }

    #[test]
    fn only_what_is_known() {
        let report = Report { title: "Title".into(), url: "https://example.org".into(), ..Report::default() };
        assert_eq!(line(&report, None), "Title. https://example.org");
        assert_eq!(line(&report, Some("Paper".into())), "Paper. Title. https://example.org");
    }
}
