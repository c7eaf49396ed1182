//! What is saved, and under which names.

use crate::app::{use_lang, use_words};
use crate::engine::use_fieldbook;
use crate::platform::{promises, saver};
use crate::state::use_results;
use crate::text::fill;
use index::name_in;
use leptos::task::spawn_local;
use markup::{Markup, Signal, value_of, view};

/// Title, name of the file, how much of the reports.
pub fn choices() -> Markup {
    let (lang, words, answers) = (use_lang(), &use_words().saving, use_results().answers);
    let rows =
        move || answers.with_untracked(|answers| answers.rows.iter().map(|(row, _)| row).collect::<Vec<_>>());
    let count = rows().len() as u64;
    let title = use_fieldbook().peek(|corpus| name_in(&corpus.about.title, lang.code()).to_owned());
    let (given, name, file) = (title.clone(), Signal::new(title), Signal::new("selection".to_owned()));
    let (quoted, said, busy) = (Signal::new(false), Signal::new(String::new()), Signal::new(false));
    let taking = &use_words().take;
    let save = move |_| {
        said.set(words.saving.to_owned());
        busy.set(true);
        // The title that is there keeps its languages.
        let title = Some(name.get_untracked()).filter(|name| *name != given).unwrap_or_default();
        let name = [file.get_untracked().trim(), ".html"].concat();
        let quoted = quoted.get_untracked();
        spawn_local(async move {
            let done = saver::save(&rows(), quoted, &title, &name).await;
            busy.try_set(false);
            said.try_set(match done {
                Ok(()) => words.saved.to_owned(),
                Err(why) if why.is_empty() => taking.cancelled.to_owned(),
                Err(why) => fill(words.failed, &[&why]),
            });
        });
    };
    let loads = promises::hosted().then_some(words.loads);
    view! {
        <p>{words.holds.with(lang, count)} " " {loads}</p>
        <fieldset class="save__choice">
            <legend>{words.reports}</legend>
            <label><input type="radio" name="save-reports" checked=true on:change=move |_| quoted.set(false) /> {words.whole}</label>
            <label><input type="radio" name="save-reports" on:change=move |_| quoted.set(true) /> {words.quoted}</label>
        </fieldset>
        <p class="save__field">
            <label for="save-name">{words.name}</label>
            <input class="input" id="save-name" type="text" dir="auto" autocomplete="off" aria-describedby="save-name-is"
                prop:value=move || name.get() on:change=move |event| name.set(value_of(&event)) />
            <span class="muted" id="save-name-is">{words.name_is}</span>
        </p>
        <p class="save__field">
            <label for="save-file">{words.file}</label>
            <input class="input" id="save-file" type="text" dir="auto" autocomplete="off"
                prop:value=move || file.get() on:change=move |event| file.set(value_of(&event)) />
        </p>
        <p>
            <button type="button" class="button" disabled=move || count == 0 || busy.get() on:click=save>{words.save}</button> " "
            {move || busy.get().then(|| view! { <button type="button" class="button" on:click=move |_| saver::cancel()>{taking.cancel}</button> })}
        </p>
        <p role="status">{move || said.get()}</p>
    }
}
