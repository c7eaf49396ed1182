//! "Mention 2 of 7": where the reader is, and two buttons to step on and back.

use super::Desk;
use super::page::paragraph_id;
use super::paragraph::CURRENT_ID;
use super::stepping::{Stop, Stops, near};
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::platform::reader;
use crate::state::{use_choice, use_results};
use crate::text::{fill, number};
use leptos::prelude::*;
use markup::{Markup, memo, view};

/// Where the reader is among the stops, from 0; nothing where the open statement is none of them.
fn position(desk: Desk) -> Option<usize> {
    let (results, fieldbook) = (use_results(), use_fieldbook());
    let row = results.statement.get();
    desk.stops.with(|stops| match stops {
        Stops::Statements(rows) => rows.iter().position(|&known| Some(known) == row),
        Stops::Mentions(stops) => match desk.stepped.get() {
            Some((of, at)) if of == row && at < stops.len() => Some(at),
            _ => {
                let first = |row: u32| {
                    fieldbook.peek(|corpus| {
                        corpus.statements.spans.get(row as usize).first().map(|it| it.paragraph)
                    })
                };
                Some(near(stops, row.and_then(first)))
            }
        },
    })
}

/// The mention that the reader is at.
pub(super) fn current_stop(desk: Desk) -> Option<Stop> {
    let at = position(desk)?;
    desk.stops.with(|stops| match stops {
        Stops::Mentions(stops) => stops.get(at).copied(),
        Stops::Statements(_) => None,
    })
}

/// Steps on, or back where `by` is negative; around at either end.
pub(super) fn step(desk: Desk, by: isize) {
    let at = untrack(|| position(desk));
    match desk.stops.get_untracked() {
        Stops::Mentions(stops) => {
            let Some(next) = around(at, by, stops.len()) else { return };
            desk.stepped.set(Some((use_results().statement.get_untracked(), next)));
            let paragraph = stops.get(next).map(|stop| paragraph_id(stop.paragraph));
            reader::reveal_soon(paragraph.into_iter().chain([CURRENT_ID.to_owned()]).collect());
        }
        Stops::Statements(rows) => {
            let Some(&row) = around(at, by, rows.len()).and_then(|next| rows.get(next)) else { return };
            let (id, report) = use_fieldbook().peek(|corpus| {
                let report = corpus.statements.reports.get(row as usize).copied().unwrap_or_default();
                let report = corpus.reports.get(report as usize).map(|report| report.id.clone());
                (corpus.statements.ids.get(row as usize).to_owned(), report.unwrap_or_default())
            });
            use_choice().open_statement(&id, &report);
        }
    }
}

/// The position `by` further on in a ring of `len`; from nowhere, its first or last.
fn around(at: Option<usize>, by: isize, len: usize) -> Option<usize> {
    let last = len.checked_sub(1)?;
    Some(match at {
        None => {
            if by > 0 {
                0
            } else {
                last
            }
        }
        Some(at) if by > 0 => {
            if at >= last {
                0
            } else {
                at + 1
            }
        }
        Some(at) => at.checked_sub(1).unwrap_or(last),
    })
}

/// The label and the two buttons.
#[component]
pub fn Stepper() -> Markup {
    let (lang, words, desk) = (use_lang(), &use_words().reading.reader, expect_context::<Desk>());
    let write = move |n: usize| number::whole(lang, n as u64);
    let label = move || {
        let (pattern, of) = desk.stops.with(|stops| match stops {
            Stops::Mentions(stops) => (words.mention_of, stops.len()),
            Stops::Statements(rows) => (words.statement_of, rows.len()),
        });
        let at = position(desk).map_or_else(|| "–".to_owned(), |at| write(at + 1));
        (of > 0).then(|| fill(pattern, &[&at, &write(of)]))
    };
    let label = memo(label);
    let buttons = move || label.with(Option::is_some);
    view! {
        <p class="heading reader__steps">
            <span aria-live="polite">{move || label.get().unwrap_or_else(|| words.report.to_owned())}</span>
            <Show when=buttons>
                <button class="button reader__step" type="button" aria-label=words.previous on:click=move |_| step(desk, -1)>"↑"</button>
                <button class="button reader__step" type="button" aria-label=words.next on:click=move |_| step(desk, 1)>"↓"</button>
            </Show>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn rings() {
        let check = |at, by, len, expect| assert_eq!(around(at, by, len), expect);
        check(None, 1, 3, Some(0));
        check(None, -1, 3, Some(2));
        check(Some(2), 1, 3, Some(0));
        check(Some(0), -1, 3, Some(2));
        check(Some(1), 1, 3, Some(2));
        check(None, 1, 0, None);
    }
}
