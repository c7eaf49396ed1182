//! A table's row, opened: its record.

use super::record::record;
use super::{CloseButton, TITLE_ID};
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::statements::composed;
use crate::panels::veil::{VeilNotice, use_veil};
use leptos::prelude::*;
use markup::{Markup, view};

/// Everything that is held of a row.
#[component]
pub fn RowRecord(row: u32) -> Markup {
    let (lang, words, fieldbook) = (use_lang(), &use_words().reading.reader, use_fieldbook());
    let veil = use_veil();
    let (title, rows) = fieldbook.peek(|corpus| (composed(corpus, row, lang), record(corpus, row, lang)));
    let table = fieldbook.peek(|corpus| {
        let report =
            corpus.statements.reports.get(row as usize).and_then(|&at| corpus.reports.get(at as usize));
        report.map(|report| report.title.clone()).unwrap_or_default()
    });
    let rows = rows
        .into_iter()
        .map(|(label, value)| view! { <dt>{label}</dt> <dd dir="auto">{move || veil.over(&value)}</dd> })
        .collect::<Markup>();
    view! {
        <div class="reader__bar">
            <p class="heading reader__steps">{words.record}</p>
            <CloseButton />
        </div>
        <h2 class="reader__title" id=TITLE_ID tabindex="-1" dir="auto">{title}</h2>
        <p class="reader__meta"><bdi>{table}</bdi></p>
        <VeilNotice />
        <dl class="record">{rows}</dl>
    }
}
