//! The tables of events: what each was taken for, what it adds up to, and which column holds what.

use super::bench::use_bench;
use super::found::period;
use super::{use_lang, use_words};
use crate::mapping::{self, FIELDS, Set};
use crate::preview::{FormSeen, TableSeen};
use crate::text::Words;
use app::text::{fill, number};
use leptos::prelude::*;
use markup::{Markup, each_anew, memo, value_of, view};

/// The tables; not there where there is none.
#[component]
pub fn Tables() -> Markup {
    let (words, bench) = (use_words(), use_bench());
    let tables =
        memo(move || bench.preview.with(|it| it.as_ref().map(|it| it.tables.clone()).unwrap_or_default()));
    let any = move || tables.with(|tables| !tables.is_empty());
    let mapped = move || tables.get().into_iter().filter(|table| !table.mapping.is_empty());
    let heads = words.table_heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <section class="maker__part" aria-labelledby="tables-title" hidden=move || !any()>
            <h2 class="maker__heading" id="tables-title">{words.tables}</h2>
            <div class="maker__scroll" tabindex="0" role="group" aria-labelledby="tables-title">
                <table class="maker__table">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{each_anew(move || tables.get(), |table| table.file.clone(), row)}</tbody>
                </table>
            </div>
            {each_anew(mapped, |table| table.file.clone(), |table| view! { <Mapping table /> })}
            <Show when=move || tables.with(|tables| tables.iter().any(|table| !table.mapping.is_empty()))>
                <button class="button" r#type="button" on:click=move |_| bench.save_settings()>{words.save_settings}</button>
            </Show>
        </section>
    }
}

fn form(form: FormSeen, words: &Words) -> &'static str {
    match form {
        FormSeen::Ged => words.forms.ged,
        FormSeen::Acled => words.forms.acled,
        FormSeen::Hxl => words.forms.hxl,
        FormSeen::Mapped => words.forms.mapped,
        FormSeen::Guessed => words.forms.guessed,
        FormSeen::Taken => words.forms.taken,
        FormSeen::Unread => words.forms.unread,
    }
}

fn row(table: TableSeen) -> Markup {
    let (lang, words) = (use_lang(), use_words());
    let whole = |n: u64| number::whole(lang, n);
    let deaths = table.deaths.map(|deaths| deaths.map(whole));
    let deaths =
        deaths.map(|[low, best, high]| fill(words.deaths, &[&low, &best, &high])).unwrap_or_default();
    view! {
        <tr>
            <th scope="row" dir="auto">{table.file}</th>
            <td>{form(table.form, words)}</td>
            <td class="tabular">{whole(table.rows.into())}</td>
            <td class="tabular">{whole(table.left_out.into())}</td>
            <td class="tabular">{period(&table.period[0], &table.period[1], words, lang)}</td>
            <td class="tabular">{deaths}</td>
        </tr>
    }
}

/// Which column of a table holds what, to be changed field by field or as text.
#[component]
fn Mapping(table: TableSeen) -> Markup {
    let (words, bench) = (use_words(), use_bench());
    let file = table.file.clone();
    let set = move |section: String| {
        let file = file.clone();
        bench.correct(move |edits| {
            edits.mappings.insert(file, section);
        });
    };
    let id = ["mapping-", &table.file].concat();
    let fields = FIELDS.iter().zip(words.fields).map(|(field, label)| {
        let (section, set) = (table.mapping.clone(), set.clone());
        let choose = move |column: String| set(mapping::with(&section, field, &column));
        let label_id = [&id, "-", *field].concat();
        view! {
            <p class="maker__field">
                <label for=label_id.clone()>{label}</label>
                <select class="button" id=label_id on:change=move |event| choose(value_of(&event))>
                    {options(&mapping::get(&table.mapping, field), &table.columns, words)}
                </select>
            </p>
        }
    });
    let fields: Markup = fields.collect();
    let text_id = [&id, "-text"].concat();
    let text = table.mapping.clone();
    let open = table.form == FormSeen::Unread;
    view! {
        <details class="maker__mapping" open=open>
            <summary>{fill(words.mapping, &[&table.file])}</summary>
            <p class="muted">{words.mapping_is}</p>
            <div class="maker__fields">{fields}</div>
            <p class="maker__field maker__field--wide">
                <label for=text_id.clone()>{words.mapping_text}</label>
                <textarea class="input maker__text" id=text_id rows="10" spellcheck="false" dir="ltr" prop:value=text
                    on:change=move |event| set(value_of(&event))></textarea>
            </p>
        </details>
    }
}

fn options(set: &Set, columns: &[String], words: &Words) -> Markup {
    let chosen = match set {
        Set::Nothing => String::new(),
        Set::Column(column) | Set::Other(column) => column.clone(),
    };
    let other = match set {
        Set::Other(text) => Some(text.clone()),
        Set::Column(column) if !columns.contains(&column.trim().to_lowercase()) => Some(column.clone()),
        _ => None,
    };
    let is_none = chosen.is_empty();
    let lower = chosen.trim().to_lowercase();
    let none = view! { <option value="" selected=is_none>{words.no_column}</option> };
    let other = other.map(|text| view! { <option value=text.clone() selected=true>{text}</option> });
    let all = columns.iter().filter(|column| !column.is_empty()).map(|column| {
        let selected = *column == lower;
        view! { <option value=column.clone() selected=selected>{column.clone()}</option> }
    });
    [none, other.into_iter().collect(), all.collect()].into_iter().collect()
}
