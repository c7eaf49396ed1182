//! Accounts of one event, side by side.

mod texts;

use super::figures::passed_on_line as passed_on;
use super::number::{Opens, number};
use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::panels::veil::use_veil;
use crate::state::use_results;
use markup::{Markup, memo, view};
use texts::{Event, Numbers, Shown, shown};

/// The accounts.
pub fn inside() -> Markup {
    let (lang, results, fieldbook) = (use_lang(), use_results(), use_fieldbook());
    let told = &use_words().figuring.accounts;
    let accounts =
        memo(move || results.selection.with(|it| fieldbook.with_engine(|engine| shown(engine, it, lang))));
    let drawn =
        move || accounts.with(|accounts| if accounts.events.is_empty() { nothing() } else { all(accounts) });
    view! {
        {drawn}
        <p class="muted">{told.how}</p>
    }
}

fn nothing() -> Markup {
    view! { <p class="muted">{use_words().figuring.accounts.nothing}</p> }
}

fn all(shown: &Shown) -> Markup {
    let told = &use_words().figuring.accounts;
    let mut sums = shown.sums.iter().map(|(text, opens)| number(text.clone(), opens.clone()));
    let events = shown.events.iter().map(event).collect::<Markup>();
    view! {
        <p class="weighed__verdict">
            <b>{sums.next()}</b>". "{sums.next()}". "{sums.next()}". "
            <span class="muted">{told.silence}</span>
        </p>
        {shown.none_found.then(|| view! { <p>{told.none_found}</p> })}
        <p class="muted">{numbers(&shown.counts)}</p>
        {events}
        {shown.more.clone().map(|(more, opens)| view! { <p class="muted">{number(more, opens)}</p> })}
    }
}

/// Numbers in a row, each of which opens what it counts.
fn numbers(numbers: &Numbers) -> Markup {
    let one = |(at, (text, opens)): (usize, &(String, Opens))| {
        view! { {(at > 0).then_some(" · ")} {number(text.clone(), opens.clone())} }
    };
    numbers.iter().enumerate().map(one).collect()
}

fn event(event: &Event) -> Markup {
    let (told, veil) = (&use_words().figuring.accounts, use_veil());
    let head = told.columns.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect::<Markup>();
    let sides = event.sides.iter().map(|side| {
        let open: Opens = side.opens.clone();
        view! {
            <tr class="weighed__row" class:weighed__row--outside=side.outside>
                <th scope="row" dir="auto">{side.says.clone()}{passed_on(&side.passed_on)}</th>
                <td class="weighed__what" lang=side.lang.clone() dir="auto">{number(veil.over(&side.what), open)}</td>
                <td class="weighed__why">{side.silent.clone()}</td>
            </tr>
        }
    });
    let sides = sides.collect::<Markup>();
    let clashes =
        event.clashes.iter().map(|line| view! { <p class="weighed__clash" dir="auto">{line.clone()}</p> });
    let clashes = clashes.collect::<Markup>();
    view! {
        <div class="weighed__box" role="region" aria-label=event.title.clone() tabindex="0">
            <table class="weighed">
                <caption>{event.title.clone()}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{sides}</tbody>
            </table>
            {clashes}
            <p class="weighed__foot muted">{numbers(&event.counts)}</p>
        </div>
    }
}
