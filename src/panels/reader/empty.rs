//! Nothing is open: an invitation, and the reports there are.

use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::statements::source;
use crate::platform::reader;
use crate::state::use_choice;
use leptos::prelude::*;
use markup::{Markup, view};

/// How many reports are offered; a list of hundreds would be no invitation.
const OFFERED: usize = 30;

/// An invitation to open a statement, and the reports as buttons.
#[component]
pub fn Empty() -> Markup {
    let (lang, words, fieldbook) = (use_lang(), &use_words().reading.reader, use_fieldbook());
    let reports = fieldbook.peek(|corpus| {
        let readable = corpus.reports.iter().filter(|report| !report.table).take(OFFERED);
        readable
            .map(|report| {
                let publisher = source(corpus, report.source, lang);
                let published = super::published::published(report, lang);
                let line =
                    [publisher.unwrap_or_else(|| words.no_publisher.to_owned()), published].join(" · ");
                (report.id.clone(), report.title.clone(), report.language.clone(), line)
            })
            .collect::<Vec<_>>()
    });
    let any = !reports.is_empty();
    let items = reports.into_iter().map(|report| view! { <Offer report /> }).collect::<Markup>();
    view! {
        <h2 class="heading">{words.report}</h2>
        <div class="reader__invitation">
            <p class="reader__invite">{words.empty}</p>
            {any.then(|| view! { <p class="reader__or muted">{words.reports}</p><ul class="reader__reports" role="list">{items}</ul> })}
        </div>
    }
}

#[component]
fn Offer(report: (String, String, String, String)) -> Markup {
    let choice = use_choice();
    let (id, title, language, line) = report;
    let open = move |_| {
        choice.open_report(&id);
        reader::focus_soon(super::TITLE_ID);
    };
    view! {
        <li>
            <button class="reader__offer" type="button" on:click=open>
                <span class="reader__offer-title" lang=language dir="auto">{title}</span>
                <span class="reader__offer-line muted">{line}</span>
            </button>
        </li>
    }
}
