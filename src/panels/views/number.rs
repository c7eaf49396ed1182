//! Numbers that open what stands behind them.

use crate::components::counts::{Tally, short};
use crate::panels::reader::TITLE_ID;
use crate::platform::reader;
use crate::state::{Choice, use_choice};
use crate::text::Lang;
use markup::{IntoMarkup, Markup, view};

/// What a number opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opens {
    /// Nothing.
    #[default]
    Nothing,
    /// A statement, by its id and its report's.
    Statement(String, String),
    /// The statements that [`query::Engine::behind`] lists under a name.
    Behind(String),
}

/// A text that opens what stands behind it. The focus goes there, and comes back from there.
pub fn number(text: String, opens: Opens) -> Markup {
    let choice = use_choice();
    match opens {
        Opens::Nothing => view! { <span>{text}</span> },
        Opens::Statement(id, report) => {
            let open = move |_| {
                choice.open_statement(&id, &report);
                reader::leave_for(TITLE_ID);
            };
            view! { <button type="button" class="link" dir="auto" on:click=open>{text}</button> }
        }
        Opens::Behind(name) => {
            view! { <button type="button" class="link" dir="auto" on:click=move |_| list(choice, &name)>{text}</button> }
        }
    }
}

/// Counts that open the statements behind them; `label` is read out. A zero opens nothing.
pub fn cell(tally: Tally, label: String, behind: String, lang: Lang) -> Markup {
    let choice = use_choice();
    let short = short(lang, tally);
    if tally.shown() == 0 {
        return short.into_markup();
    }
    view! {
        <button type="button" class="link" on:click=move |_| list(choice, &behind)>
            <span aria-hidden="true">{short}</span>
            <span class="spoken">{label}</span>
        </button>
    }
}

/// Lists the statements behind a number, and leads there.
pub fn list(choice: Choice, name: &str) {
    choice.show_behind(name);
    reader::leave_for("statements");
}
